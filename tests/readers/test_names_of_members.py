"""Names of members as programs of other systems write them, and what macOS puts beside files."""

import io
import struct
import tarfile
import zlib

import pytest

WORDS = b"The tide mill at the quay turns twice a day, and nobody pays for the sea.\n"
NAME = "Mühle.txt"


def packed(name: bytes, flag: int = 0, extra: bytes = b"") -> bytes:
    """Write a zip file of one member whose name is these bytes."""
    check, size = zlib.crc32(WORDS), len(WORDS)
    shape = (check, size, size, len(name), len(extra))
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, flag, 0, 0, 0x58B1, *shape) + name + extra
    head = struct.pack("<4s6H3I2H", b"PK\1\2", 20, 20, flag, 0, 0, 0x58B1, *shape)
    listed = head + struct.pack("<3H2I", 0, 0, 0, 0, 0) + name + extra
    at = len(local) + size
    return (
        local + WORDS + listed + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(listed), at, 0)
    )


def unicode_path(name: bytes, of: bytes) -> bytes:
    return struct.pack("<HHBI", 0x7075, 5 + len(name), 1, zlib.crc32(of)) + name


@pytest.mark.parametrize(
    "data",
    [
        packed(NAME.encode("cp437")),
        packed(NAME.encode(), flag=0x800),
        packed(NAME.encode()),  # macOS and old programs of Linux do not say that it is UTF-8
        packed(b"M\xffhle.txt", extra=unicode_path(NAME.encode(), b"M\xffhle.txt")),
    ],
)
def test_a_name_is_read_as_it_was_meant(data, unfold):
    assert f"a.zip!/{NAME}" in unfold("a.zip", data)


@pytest.mark.parametrize("extra", [unicode_path(b"other", b"other name"), b"\x75\x70\xff\xff\x01"])
def test_an_extra_name_that_is_of_another_or_broken_is_none(extra, unfold):
    found = unfold("a.zip", packed(NAME.encode("cp437"), extra=extra if extra[2] < 99 else b""))
    assert f"a.zip!/{NAME}" in found


def test_a_name_that_is_refused_stays_refused_in_utf8(unfold, said):
    found = unfold("a.zip", packed("../Mühle.txt".encode()))
    assert list(found) == ["a.zip"]
    assert "leads out of the archive" in said(found["a.zip"])[0]


def test_what_macos_keeps_beside_a_file_is_no_damaged_text(zipped, unfold):
    double = b"\0\5\x16\7\0\2\0\0Mac OS X        " + bytes(60)
    found = unfold("a.zip", zipped(("a.txt", WORDS), ("__MACOSX/._a.txt", double)))
    item = found["a.zip!/__MACOSX/._a.txt"]
    assert (item.media_type, item.stated, item.state) == (
        "multipart/appledouble",
        "",
        "fixity-only",
    )
    assert item.problems == ()


def test_names_that_other_systems_take_for_one_are_told(zipped, unfold, said):
    names = ["Notes.txt", "notes.txt", "Caf\u00e9.txt", "Cafe\u0301.txt", "quay.txt"]
    found = unfold("a.zip", zipped(*((name, name.encode() + WORDS) for name in names)))
    assert len(found) == 1 + len(names)
    capitals, accents = said(found["a.zip"])
    end = "are one name on other systems, which would keep but one"
    assert capitals == f"members 'Notes.txt' and 'notes.txt' {end}"
    assert accents == f"members 'Caf\u00e9.txt' and 'Cafe\u0301.txt' (accents apart) {end}"
    assert not any(remark.incomplete for remark in found["a.zip"].problems)


def in_tar(*members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def test_what_tools_keep_is_left_out_as_in_folders_and_said(zipped, unfold, said):
    names = ["a.txt", "in/.DS_Store", "Thumbs.db", "in/desktop.ini", ".git/config", "b.DS_Store"]
    members = [(name, name.encode() + WORDS) for name in names]
    for name, data in (("a.zip", zipped(*members)), ("a.tar", in_tar(*members))):
        found = unfold(name, data)
        assert set(found) == {name, f"{name}!/a.txt", f"{name}!/b.DS_Store"}
        assert said(found[name]) == [
            "4 members are kept by tools, not by people: the first is 'in/.DS_Store'; not read"
        ]
        assert not any(remark.incomplete for remark in found[name].problems)
