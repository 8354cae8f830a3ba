"""Word documents that are locked, old, torn, or made to do harm."""

import resource
import runpy
import struct
from pathlib import Path
from types import SimpleNamespace

import pytest

from audit.readers import Limits

MADE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("word_files.py"))))
WORDS = b"The quay opens at seven.\r"


def streams(**more):
    return MADE.streams(WORDS, **more)


def changed(data: bytes, at: int, form: str, *values: int) -> bytes:
    new = struct.pack(form, *values)
    return data[:at] + new + data[at + len(new) :]


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ((0xA5EC, 0xC1, 0x0300), "it is locked with a password"),
        ((0xA5EC, 104, 0), "written for Word 6 or 95 (format 104), which is not read"),
        ((0xA5DC, 101, 0), "written for Word 6 or 95 (format 101), which is not read"),
        ((0x1234, 0xC1, 0), "no Word document: its header has another signature"),
    ],
)
def test_documents_that_are_not_read(head, reason, unfold, said):
    item = unfold("a.doc", MADE.compound(streams(head=head)))["a.doc"]
    assert (item.state, item.media_type) == ("unreadable", "application/msword")
    assert said(item) == [reason]


def test_a_document_whose_streams_are_missing(unfold, said):
    made = streams()
    whole = made.pop("1Table")
    assert said(unfold("a.doc", MADE.compound(made))["a.doc"]) == [
        "broken Word document: it has no table of its pieces"
    ]
    empty = MADE.compound({"WordDocument": b"", "1Table": whole})
    assert said(unfold("a.doc", empty)["a.doc"]) == ["no WordDocument in it"]
    locked = MADE.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})
    assert said(unfold("a.doc", locked)["a.doc"]) == ["it is locked with a password"]


def test_the_table_is_the_one_that_the_header_names(unfold):
    made = streams(head=(0xA5EC, 0xC1, 0))
    made["0Table"] = made.pop("1Table")
    found = unfold("a.doc", MADE.compound(made | {"1Table": b"x"}))["a.doc"].document
    assert found.text == "The quay opens at seven.\n"


@pytest.mark.parametrize(
    ("parts", "text", "lost"),
    [
        ((30,), "The quay opens at seven.\n", "characters that are not there: 5"),
        ((9,), "The quay \n", "characters in no part of it, not read: 15"),
    ],
)
def test_parts_that_are_other_than_the_text(parts, text, lost, unfold):
    found = unfold("a.doc", MADE.compound(streams(parts=parts)))["a.doc"].document
    assert (found.text, found.lost) == (text, (lost,))


def test_a_part_of_fewer_than_no_characters(unfold, said):
    data = MADE.compound(streams(parts=(40, -15)))
    (message,) = said(unfold("a.doc", data)["a.doc"])
    assert message == "broken Word document: a part of it has fewer than no characters"


def test_a_field_that_does_not_end_hides_nothing(unfold):
    data = MADE.compound(MADE.streams(b"One \x13 two \x13 DATE \x14May\x15 three\r"))
    found = unfold("a.doc", data)["a.doc"].document
    assert found.text == "One  two May three\n"
    assert found.lost == ("fields that do not end, read as text: 1",)


def test_half_a_character(unfold):
    found = unfold("a.doc", MADE.compound(MADE.streams("One \ud83d two\r")))["a.doc"].document
    assert found.text == "One \ufffd two\n"
    assert found.lost == ("characters that cannot be decoded: 1",)


def piece(at: int, count: int) -> bytes:
    return struct.pack("<IIHIH", 0, count, 0, at << 1 | 1 << 30, 0)


def with_pieces(table: bytes, size: int | None = None) -> bytes:
    made = streams()
    clx = b"\2" + struct.pack("<I", len(table) if size is None else size) + table
    main = changed(made["WordDocument"], 0x9A + 8 * 33, "<II", 0, len(clx))
    return MADE.compound({"WordDocument": main, "1Table": clx})


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (b"", "broken Word document: the table of its pieces is empty"),
        (struct.pack("<III", 5, 2, 9) + bytes(16), "broken Word document: its pieces stand in no"),
        (piece(1024, 20_000_001), "20,000,001 characters of text, over the limit of 20,000,000"),
    ],
)
def test_pieces_that_are_none(table, reason, unfold, said):
    (message,) = said(unfold("a.doc", with_pieces(table))["a.doc"])
    assert message.startswith(reason)


@pytest.mark.parametrize("at", [1 << 28, 1024 + len(WORDS) - 3])
def test_pieces_outside_of_the_file(at, unfold):
    found = unfold("a.doc", with_pieces(piece(at, 600)))["a.doc"].document
    assert any(each.startswith("characters that are not there: ") for each in found.lost)


def test_the_same_bytes_in_many_pieces_are_bounded(unfold, said):
    """Every piece is the same kilobyte: what is packed in 12 bytes each."""
    count = 30_000
    places = struct.pack(f"<{count + 1}I", *range(0, 1000 * count + 1, 1000))
    table = places + struct.pack("<HIH", 0, 1 << 30, 0) * count
    (message,) = said(unfold("a.doc", with_pieces(table))["a.doc"])
    assert message == "30,000,000 characters of text, over the limit of 20,000,000 (limits: text)"


def test_many_looks_of_the_same_bytes_are_bounded(unfold):
    made = streams(looks=[(at, at + 1, b"\x3c\x08\x01" if at % 2 else b"") for at in range(25)])
    count = 40_000
    table = struct.pack(f"<{count + 1}I", *range(0, 25 * count + 1, 25))
    table += struct.pack("<HIH", 0, 2 * 1024 | 1 << 30, 0) * count
    clx = b"\2" + struct.pack("<I", len(table)) + table
    tables = made["1Table"] + clx
    main = changed(made["WordDocument"], 0x9A + 8 * 33, "<II", len(made["1Table"]), len(clx))
    main = changed(main, 0x4C, "<i", 25 * count)
    data = MADE.compound({"WordDocument": main, "1Table": tables})
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    item = unfold("a.doc", data, Limits(seconds=20))["a.doc"]
    assert item.document or item.problems
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 20


def many_entries(count: int) -> bytes:
    """Write a directory that is one long list."""
    return MADE.compound(streams(), storages=[f"s{number}" for number in range(count)])


WHOLE = MADE.compound(streams())
DIRECTORY = struct.unpack_from("<I", WHOLE, 48)[0]
ENTRY = (DIRECTORY + 1) * 512
FAT = (struct.unpack_from("<I", WHOLE, 76)[0] + 1) * 512


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (WHOLE[:300], "broken compound file (OLE2): its header breaks off"),
        (changed(WHOLE, 30, "<H", 31), "broken compound file (OLE2): sectors of an unknown size"),
        (changed(WHOLE, 44, "<I", 2**31), "broken compound file (OLE2): it speaks of more sectors"),
        (changed(WHOLE, 68, "<II", 7, 2**31), "broken compound file (OLE2): it speaks of more"),
        (changed(WHOLE, 64, "<I", 2**30), "broken compound file (OLE2): it speaks of more sectors"),
        (changed(WHOLE, 48, "<I", 2**31), "broken compound file (OLE2): "),
        (many_entries(2_000), "broken compound file (OLE2): nested too deep"),
        (WHOLE[: len(WHOLE) // 2], "broken compound file (OLE2): "),
    ],
)
def test_compound_files_that_are_broken(data, reason, unfold, said):
    item = unfold("a.doc", data)["a.doc"]
    (message,) = said(item)
    assert message.startswith(reason)
    assert item.state == "unreadable"


@pytest.mark.parametrize(
    "data",
    [
        changed(WHOLE, FAT + 4 * DIRECTORY, "<I", DIRECTORY),  # the directory begins again
        changed(WHOLE, FAT, "<I", 0),  # small streams begin again
        changed(WHOLE, ENTRY + 120, "<I", 2**32 - 1),  # small streams of 4 GB
        changed(WHOLE, ENTRY + 128 + 120, "<I", 2**32 - 1),  # a document of 4 GB
        changed(WHOLE, ENTRY + 128 + 72, "<I", 1),  # the document is beside itself
        changed(WHOLE, ENTRY + 76, "<I", 0),  # the root is in itself
    ],
    ids=range(6),
)
def test_compound_files_that_go_round_in_circles(data, unfold):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    item = unfold("a.doc", data)["a.doc"]
    assert item.document or item.problems
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before.ru_utime < 5


def test_a_stream_that_breaks_off_is_said(unfold):
    made = streams(styles=bytes(9_000))
    data = MADE.compound(made)
    start = (struct.unpack_from("<I", data, 48)[0] + 1) * 512
    longer = changed(data, start + 2 * 128 + 120, "<I", 90_000)
    found = unfold("a.doc", longer)["a.doc"].document
    assert found.text == "The quay opens at seven.\n"
    assert [each.partition(":")[0] for each in found.lost] == ["1Table breaks off"]


@pytest.mark.parametrize("cut", range(1, 120, 7))
def test_properties_that_break_off(cut, unfold):
    summary = MADE.properties({1: MADE.told(2, 1252), 2: MADE.told(30, b"Boats on the quay\0")})
    data = MADE.compound({**streams(), MADE.SUMMARY: summary[:cut]})
    found = unfold("a.doc", data)["a.doc"].document
    assert found.text == "The quay opens at seven.\n"
    assert found.fields or found.lost or cut > 28


def test_looks_that_many_pieces_share_are_read_once(unfold):
    count = 20_000
    prm = dict.fromkeys(range(count), 1)
    shared = [b"\x35\x08\x01" * 20_000]
    data = MADE.compound(MADE.streams(*[b"a"] * count, prm=prm, shared=shared))
    found = unfold("a.doc", data, Limits(seconds=2))["a.doc"].document
    assert found.text == "a" * count + "\n"
