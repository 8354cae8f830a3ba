"""Zip and tar files: every member a document, nothing of them on the disk."""

import gzip
import hashlib
import io
import lzma
import stat
import tarfile
import warnings
import zipfile

import pytest

from audit.readers import Limits

WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
REFUSED = [
    ("../evil.txt", "leads out of the archive"),
    ("a/../../evil.txt", "leads out of the archive"),
    ("/etc/evil.txt", "absolute path"),
    ("C:\\evil.txt", "absolute path"),
    ("\\\\host\\evil.txt", "absolute path"),
    ("a\\..\\..\\evil.txt", "leads out of the archive"),
]


def tarred(*members: tuple[str, str], mode: str = "w", **special: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
        for name, kind in special.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return out.getvalue()


def test_members_of_a_zip(unfold, zipped):
    found = unfold(
        "a.zip", zipped(("b.txt", WORDS), ("deep/c.html", f"<p>{WORDS}</p>"), ("d/", ""))
    )
    assert list(found) == ["a.zip!/b.txt", "a.zip!/deep/c.html", "a.zip"]
    item = found["a.zip!/b.txt"]
    assert item.document.text == WORDS
    assert item.sha256 == hashlib.sha256(WORDS.encode()).hexdigest()
    assert item.source.member == "b.txt"
    assert item.source.uri == "a.zip!//b.txt"
    assert found["a.zip!/deep/c.html"].media_type == "text/html"
    assert found["a.zip"].state == "container"
    assert found["a.zip"].problems == ()


@pytest.mark.parametrize(("name", "reason"), REFUSED)
def test_names_that_leave_a_zip_are_refused(name, reason, unfold, zipped, said):
    found = unfold("a.zip", zipped((name, WORDS), ("good.txt", WORDS)))
    assert set(found) == {"a.zip", "a.zip!/good.txt"}
    (message,) = said(found["a.zip"])
    assert reason in message


@pytest.mark.parametrize(("name", "reason"), REFUSED)
def test_names_that_leave_a_tar_are_refused(name, reason, unfold, said):
    found = unfold("a.tar", tarred((name, WORDS), ("good.txt", WORDS)))
    assert set(found) == {"a.tar", "a.tar!/good.txt"}
    (message,) = said(found["a.tar"])
    assert reason in message


def test_links_and_devices_are_refused(unfold, said):
    kinds = {"soft": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "null": tarfile.CHRTYPE}
    found = unfold("a.tar.gz", tarred(("good.txt", WORDS), mode="w:gz", **kinds))
    assert set(found) == {"a.tar.gz", "a.tar.gz!/good.txt"}
    assert len(said(found["a.tar.gz"])) == 3
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    found = unfold("a.zip", out.getvalue())
    assert list(found) == ["a.zip"]
    assert "link" in said(found["a.zip"])[0]


def test_duplicate_names_are_read_and_reported(unfold, zipped, said):
    with warnings.catch_warnings(action="ignore"):
        data = zipped(("a.txt", WORDS), ("a.txt", "Another text."), ("a.txt", "A third."))
    found = unfold("x.zip", data)
    assert set(found) == {"x.zip", "x.zip!/a.txt", "x.zip!/a.txt (2)", "x.zip!/a.txt (3)"}
    assert found["x.zip!/a.txt (2)"].document.text == "Another text."
    assert "3 members are called 'a.txt'" in said(found["x.zip"])[0]
    assert not found["x.zip"].problems[0].incomplete


def test_containers_in_containers(unfold, zipped, said):
    data = zipped(("a.txt", WORDS))
    for name in ("four.zip", "three.zip", "two.zip"):
        data = zipped((name, data))
    found = unfold("one.zip", data)
    deepest = "one.zip!/two.zip!/three.zip!/four.zip"
    assert f"{deepest}!/a.txt" not in found
    assert found[deepest].state == "fixity-only"
    assert "more than 3 containers" in said(found[deepest])[0]
    more = unfold("one.zip", data, Limits(nesting=4))
    assert more[f"{deepest}!/a.txt"].document.text == WORDS


def test_limits_of_archives(unfold, zipped, said):
    data = zipped(*((f"{number}.txt", WORDS) for number in range(20)))
    found = unfold("a.zip", data, Limits(members=10))
    assert len(found) == 11
    assert said(found["a.zip"]) == ["more than 10 members (limits: members); the rest is not read"]
    found = unfold("a.zip", data, Limits(unpacked=3 * len(WORDS)))
    assert len(found) == 4
    assert "unpacks to more than" in said(found["a.zip"])[0]
    found = unfold("a.zip", zipped(("big.txt", WORDS * 9), ("a.txt", WORDS)), Limits(file=100))
    assert set(found) == {"a.zip", "a.zip!/a.txt"}


def test_a_packed_file_that_bears_no_name_is_called_as_its_file_is(unfold, zipped):
    for name, inner in (("NOTES.md.gz", "NOTES.md"), ("notes", "content"), ("...gz", "content")):
        assert f"{name}!/{inner}" in unfold(name, gzip.compress(WORDS.encode()))
    found = unfold("NOTES.md.xz", lzma.compress(WORDS.encode()))
    assert found["NOTES.md.xz!/NOTES.md"].media_type == "text/markdown"
    found = unfold("a.zip", zipped(("b/notes.md.gz", gzip.compress(WORDS.encode()))))
    assert found["a.zip!/b/notes.md.gz!/notes.md"].media_type == "text/markdown"


def test_packed_files(unfold):
    found = unfold("notes.txt.gz", gzip.compress(WORDS.encode()))
    assert found["notes.txt.gz!/notes.txt"].document.text == WORDS
    out = io.BytesIO()
    with gzip.GzipFile("notes.md", "wb", fileobj=out) as packed:
        packed.write(WORDS.encode())
    assert unfold("x.gz", out.getvalue())["x.gz!/notes.md"].media_type == "text/markdown"
    found = unfold("a.tar.gz", tarred(("b.txt", WORDS), mode="w:gz"))
    assert found["a.tar.gz!/b.txt"].document.text == WORDS
    found = unfold("a.tar.xz", tarred(("b.txt", WORDS), mode="w:xz"))
    assert found["a.tar.xz!/b.txt"].document.text == WORDS


@pytest.mark.parametrize("cut", [30, 100, -30, -4])
def test_torn_archives(cut, unfold, zipped):
    data = zipped(("a.txt", WORDS * 3), ("b.txt", WORDS))
    found = unfold("a.zip", data[:cut])
    assert found["a.zip"].state == "container"
    assert found["a.zip"].problems
    packed = tarred(("a.txt", WORDS), mode="w:gz")
    assert unfold("a.tar.gz", packed[:cut])["a.tar.gz"].problems
