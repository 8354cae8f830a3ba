"""What the audit of all attacks (`tests/test_attack.py`) does not see: cuts, overlaps, time."""

import gzip
import io
import resource
import struct
import zipfile
import zlib

import pytest

from audit.readers import Limits

WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
MEGABYTE = 1_000_000
RECORD = (
    b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\n"
    b"WARC-Date: 2024-07-24T10:00:00Z\r\nContent-Type: text/plain\r\n"
    b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(WORDS), WORDS.encode())
)


@pytest.mark.parametrize("packed", [True, False])
def test_every_cut_through_a_warc_is_said(packed, unfold):
    """The whole capture is there, or a problem says that something is not."""
    data = gzip.compress(RECORD) if packed else RECORD
    for end in range(11, len(data) - 4, 5):
        found = unfold("a.warc", data[:end])
        capture = found.get("a.warc!/https://a.example/")
        whole = capture is not None and capture.document and capture.document.text == WORDS
        assert whole or found["a.warc"].problems, end


HTML = [
    "<div>" * 100_000 + WORDS,
    "<div " + "a=b " * 200_000 + ">" + WORDS,
    "<!--" * 200_000 + WORDS,
    "<a " * 200_000 + WORDS,
    "<script>" * 50_000 + WORDS,
    "&" * 500_000 + WORDS,
]


@pytest.mark.parametrize("page", HTML, ids=range(len(HTML)))
def test_pages_that_are_quadratic_elsewhere(page, unfold):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    item = unfold("a.html", f"<html><body>{page}".encode())["a.html"]
    assert item.document or item.problems
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 5


def overlapping(count: int) -> bytes:
    """Write a zip whose directory names one packed member *count* times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("000.txt", b"x" * 900_000)
    data = out.getvalue()
    end = data.rindex(b"PK\5\6")
    start = data.index(b"PK\1\2")
    # The name in the head of the member must be that of the directory, so all bear it.
    entries = data[start:end] * count
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entries), start, 0)
    return data[:start] + entries + tail


def quoted(count: int) -> bytes:
    """Write a zip of stored members, each holding all that follow."""
    inner, heads = b"x" * 900_000, []
    body = b""
    for number in reversed(range(count)):
        name = b"%03d.txt" % number
        data = body or inner
        sizes = (zlib.crc32(data), len(data), len(data), len(name), 0)
        heads.append((name, sizes))
        body = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, *sizes) + name + data
    directory = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, *sizes, *(0,) * 3, 0, place)
        + name
        for name, sizes, place in ((n, s, len(body) - 37 - s[1]) for n, s in reversed(heads))
    )
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + tail


@pytest.mark.parametrize("archive", [overlapping(40), quoted(40)], ids=["one place", "quoted"])
def test_members_that_share_their_bytes_are_refused(archive, unfold, said):
    found = unfold("a.zip", archive)
    assert len([name for name in found if name != "a.zip"]) == 1
    (refused,) = said(found["a.zip"])
    assert refused.endswith("and 38 more: made of the bytes of other members; refused")


def test_a_member_that_reaches_into_the_next_one_is_broken_under_every_python(unfold, said):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("a.txt", "b.txt"):
            info = zipfile.ZipInfo(name)
            info.extra = struct.pack("<HH", 0xCAFE, 6) + b"extras"
            archive.writestr(info, WORDS)
    data = bytearray(out.getvalue())
    struct.pack_into("<L", data, data.index(b"PK\1\2") + 20, len(WORDS) + 10)
    found = unfold("a.zip", bytes(data))
    assert said(found["a.zip"]) == [
        "member 'a.txt': it is broken: its bytes reach into what follows it"
    ]
    assert found["a.zip!/b.txt"].document.text == WORDS


def test_archives_in_an_archive_draw_on_one_budget(unfold, zipped, said):
    inner = zipped(("a.txt", "x" * 900_000))
    data = zipped(*((f"{number}.zip", inner) for number in range(8)))
    found = unfold("a.zip", data, Limits(unpacked=3 * MEGABYTE, ratio=10_000))
    messages = [message for item in found.values() for message in said(item)]
    assert any("unpacks to more than 3,000,000 bytes" in message for message in messages)
