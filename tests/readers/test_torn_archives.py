"""Archives as torn copies and joined files leave them: what is not read is said."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
BLOCK = 512


def tarred(*names: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(WORDS)
            archive.addfile(info, io.BytesIO(WORDS.encode()))
    return out.getvalue()


def damaged(data: bytes, at: int, by: bytes) -> bytes:
    return data[:at] + by + data[at + len(by) :]


WHOLE = tarred("a.txt", "b.txt")
TORN = [
    (WHOLE[: 2 * BLOCK], "it has no end mark: it may be cut off"),
    (WHOLE[: 2 * BLOCK + 200], "the header of a member breaks off"),
    (WHOLE[: 3 * BLOCK + 9], "unexpected end of data"),
    (damaged(WHOLE, 2 * BLOCK + 9, b"x"), "the header of a member is damaged"),
    (damaged(WHOLE, 2 * BLOCK, bytes(BLOCK)), "what follows its end mark is not read"),
    (WHOLE + tarred("c.txt"), "what follows its end mark is not read"),
    (WHOLE + b"not zero", "what follows its end mark is not read"),
]


@pytest.mark.parametrize(("data", "reason"), TORN)
def test_a_tar_that_ends_badly_is_incomplete(data, reason, unfold, said):
    for name, packed in (("a.tar", data), ("a.tar.gz", gzip.compress(data, mtime=0))):
        found = unfold(name, packed)
        assert found[f"{name}!/a.txt"].document.text == WORDS
        assert reason in said(found[name])[-1]
        assert found[name].problems[-1].incomplete


def test_a_tar_that_ends_well_needs_no_word(unfold):
    assert unfold("a.tar", WHOLE)["a.tar"].problems == ()
    assert unfold("a.tar", WHOLE + bytes(10_240))["a.tar"].problems == ()


def test_a_tar_from_before_the_standard(unfold):
    old = bytearray(tarred("a.txt"))
    old[257:265] = bytes(8)
    old[148:156] = b" " * 8
    old[148:156] = b"%06o\0 " % sum(old[:BLOCK])
    assert unfold("a.tgz", gzip.compress(old, mtime=0))["a.tgz!/a.txt"].document.text == WORDS


JOINED = [
    (gzip.compress(WORDS.encode(), mtime=0) + b"more", "what follows the packed file is not read"),
    (bz2.compress(WORDS.encode()) + b"BZx9more", "what follows the packed file is not read"),
    (lzma.compress(WORDS.encode()) + bytes(8) + b"more", "what follows the packed file is not"),
    (gzip.compress(WORDS.encode(), mtime=0)[:-6] + bytes(6), "CRC check failed"),
    (gzip.compress(WORDS.encode(), mtime=0)[:-4], "it breaks off"),
]


@pytest.mark.parametrize(("data", "reason"), JOINED)
def test_what_was_packed_is_read_as_far_as_it_goes(data, reason, unfold, said):
    found = unfold("a.gz", data)
    assert found["a.gz!/a"].document.text == WORDS
    assert reason in said(found["a.gz"])[0]


@pytest.mark.parametrize("kind", [gzip, bz2, lzma])
def test_what_was_packed_in_pieces(kind, unfold, said):
    data = kind.compress(WORDS.encode())
    found = unfold("a.gz", data + data + (b"" if kind is bz2 else bytes(512)) + data)
    assert found["a.gz!/a"].document.text == WORDS * 3
    assert said(found["a.gz"]) == []
    assert said(unfold("a.gz", data[:-3])["a.gz"]) == ["broken: it breaks off"]


def test_members_that_the_directory_does_not_list_are_said(unfold, zipped, said):
    one, other = zipped(("a.txt", WORDS), ("b.txt", WORDS)), zipped(("c.txt", WORDS))
    found = unfold("a.zip", one + other)
    assert set(found) == {"a.zip", "a.zip!/c.txt"}
    assert said(found["a.zip"]) == ["members that its directory does not list: 2; not read"]
    assert found["a.zip"].problems[0].incomplete
    within = zipped(("in.zip", one), ("c.txt", WORDS), method=zipfile.ZIP_STORED)
    assert said(unfold("a.zip", within)["a.zip"]) == []


def test_a_directory_that_says_it_begins_before_the_file(unfold, zipped):
    data = zipped(("a.txt", WORDS))
    at = data.index(b"PK\x05\x06") + 16
    moved = damaged(
        data, at, (int.from_bytes(data[at : at + 4], "little") + 99).to_bytes(4, "little")
    )
    assert unfold("a.zip", moved)["a.zip"].problems


@pytest.mark.parametrize("mark", [b"PK00", b"PK\x07\x08"])
def test_the_mark_of_a_zip_that_was_to_be_split(mark, unfold, zipped, said):
    found = unfold("a.zip", mark + zipped(("c.txt", WORDS)))
    assert found["a.zip!/c.txt"].document.text == WORDS
    assert said(found["a.zip"]) == []
