"""Word 97 to 2003: what a reader of the page sees, and what the file says of itself."""

import runpy
import struct
from pathlib import Path
from types import SimpleNamespace

import pytest

MADE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("word_files.py"))))
DELETED, INSERTED = b"\x00\x08\x01", b"\x01\x08\x01"
HIDDEN, SHOWN, OTHER = b"\x3c\x08\x01", b"\x3c\x08\x00", b"\x3c\x08\x81"
SYMBOL = b"\x55\x08\x01\x09\x6a\x03\x00\x4a\xf0"


@pytest.fixture
def told(unfold):
    """Return a function that reads a document of pieces."""

    def tell(*pieces, **more):
        return unfold("a.doc", MADE.compound(MADE.streams(*pieces, **more)))["a.doc"].document

    return tell


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([b"The quay\ropens.\r"], "The quay\nopens.\n"),
        ([b"caf\xe9 \x80 \x93ho\x96me\x94 \x85 \x8e\x81\r"], "café € “ho–me” … Ž\x81\n"),
        ([b"The ", "порт ", b"opens\r"], "The порт opens\n"),
        (["港\U0001f600\r"], "港😀\n"),
        ([b"a\x07b\x07\x07c\x0bd\x0ce\x0ef\r"], "a\nb\nc\nd\ne\nf\n"),
        ([b"a\tb\x1ec\x1fd\xa0e\r\r\r\t\rf\r"], "a\tb-cd\xa0e\nf\n"),
        ([b"\x01pic\x08ture\x02\x05\r"], "picture\n"),
        ([b"See \x13 HYPERLINK \x22x\x22 \x14here\x15.\r"], "See here.\n"),
        ([b"\x13 TOC \x14One \x13 PAGEREF x \x147\x15\rTwo\r\x15\r"], "One 7\nTwo\n"),
        ([b"One\x13 XE \x22index\x22 \x15 two\r"], "One two\n"),
        ([b"One \x15\x14two\r"], "One two\n"),
    ],
)
def test_what_a_reader_of_the_page_sees(pieces, text, told):
    found = told(*pieces)
    assert (found.text, found.remarks, found.lost) == (text, (), ())


def test_parts(told):
    pieces = (
        b"Body.\r",
        b"Note.\r",
        b"Head.\r",
        b"\5Comment.\r",
        b"End.\r",
        b"Box.\r",
        b"Top box.\r",
    )
    counts = [len(piece) for piece in pieces]
    found = told(*pieces, b"\r", parts=(*counts[:3], 0, *counts[3:]))
    assert found.text == "Body.\nNote.\nEnd.\nBox.\nHead.\nTop box.\n"
    assert [found.text[span.start : span.end] for span in found.furniture] == ["Head.\nTop box.\n"]
    assert (found.remarks, found.lost) == (("comments, not read: 1",), ())


@pytest.mark.parametrize(
    ("look", "text", "remark"),
    [
        (DELETED, "one three\n", "tracked changes, read as accepted: 1"),
        (b"\x00\x08\x81", "one three\n", "tracked changes, read as accepted: 1"),
        (INSERTED, "one two three\n", "tracked changes, read as accepted: 1"),
        (HIDDEN, "one three\n", "hidden characters, left out: 4"),
        (OTHER, "one three\n", "hidden characters, left out: 4"),
        (b"\x35\x08\x01" + HIDDEN, "one three\n", "hidden characters, left out: 4"),
        (b"\x0d\xc6\x02\x01\x01" + HIDDEN, "one three\n", "hidden characters, left out: 4"),
        (SHOWN, "one two three\n", ""),
        (b"\x35\x08\x01", "one two three\n", ""),
        (b"\x3c", "one two three\n", ""),
    ],
)
@pytest.mark.parametrize("is_wide", [False, True])
def test_what_characters_look_like(is_wide, look, text, remark, told):
    words = "one two three\r"
    width = 2 if is_wide else 1
    looks = [(0, 4 * width, b""), (4 * width, 8 * width, look), (8 * width, 14 * width, b"")]
    found = told(words if is_wide else words.encode(), looks=looks)
    assert (found.text, found.remarks) == (text, (remark,) if remark else ())


@pytest.mark.parametrize(
    ("field", "text", "remarks"),
    [
        (' EQ \\* jc2 \\* "Font:A" \\* hps10 \\o\\ad(\\s\\up 9(みなと),港) ', "The 港.\n", ()),
        (r"EQ \o(\s\up 9(a);b)", "The b.\n", ()),
        (r" EQ \f(1,2) ", "The .\n", ("formulas in fields, not read: 1",)),
        (" EQUAL ", "The .\n", ()),
    ],
)
def test_words_with_their_sound_above_them(field, text, remarks, told):
    found = told(f"The \x13{field}\x15.\r")
    assert (found.text, found.remarks) == (text, remarks)


def test_symbols_of_a_font(told):
    found = told(b"one ((two)\r", looks=[(0, 4, b""), (4, 5, SYMBOL), (5, 11, b"")])
    assert (found.text, found.remarks) == ("one (two)\n", ("symbols of a font, left out: 1",))


@pytest.mark.parametrize(
    ("prm", "text"),
    [
        (0x0182, "one three\n"),  # deleted
        (0x01B8, "one three\n"),  # hidden
        (0x00B8, "one two three\n"),
        (0x0001, "one three\n"),  # the first of what pieces share
        (0x0007, "one two three\n"),  # nothing
    ],
)
def test_pieces_of_a_document_that_was_saved_fast(prm, text, told):
    found = told(b"one ", b"two ", b"three\r", prm={1: prm}, shared=[DELETED])
    assert found.text == text


def test_a_piece_says_more_than_its_bytes(told):
    looks = [(0, 4, b""), (4, 8, HIDDEN), (8, 14, b"")]
    found = told(b"one ", b"two ", b"three\r", prm={1: 0x00B8}, looks=looks)
    assert found.text == "one two three\n"


STYLES = MADE.sheet(
    MADE.style(1, 0xFFF, b""),
    MADE.style(1, 0xFFF, OTHER),
    MADE.style(1, 1, b""),
    MADE.style(2, 0xFFF, HIDDEN),
    MADE.style(1, 4, OTHER),
)


@pytest.mark.parametrize(
    ("style", "look", "text"),
    [
        (0, b"", "one two\nthree\n"),
        (0, OTHER, "two\nthree\n"),
        (1, b"", "three\n"),
        (1, OTHER, "one three\n"),
        (1, SHOWN, "one three\n"),
        (2, b"", "three\n"),
        (0, b"\x30\x4a\x03\x00", "two\nthree\n"),
        (1, b"\x30\x4a\x03\x00", "one three\n"),
        (0, b"\x30\x4a\x00\x00", "one two\nthree\n"),
        (4, b"", "one two\nthree\n"),  # it is made of itself
        (99, b"", "one two\nthree\n"),
    ],
)
def test_styles_hide_and_characters_say_otherwise(style, look, text, told):
    found = told(
        b"one two\rthree\r",
        looks=[(0, 4, look), (4, 14, b"")],
        styles=STYLES,
        paragraphs=[(0, 8, style), (8, 14, 0)],
    )
    assert found.text == text


def test_what_the_file_says_of_itself(unfold, claims):
    summary = {
        1: MADE.told(2, 1251),
        2: MADE.told(30, "Порт\0".encode("cp1251")),
        4: MADE.told(31, "Анна Берг"),
        8: MADE.told(30, b"Somebody\0"),
        12: MADE.told(64, 126_000_000_000_000_000),
        13: MADE.told(64, 0),
        18: MADE.told(30, b"Microsoft Word 9.0\0"),
    }
    more = {1: MADE.told(2, 65001), 15: MADE.told(30, "Музей\0".encode())}
    names = struct.pack("<III", 1, 2, 10) + b"Publisher\0"
    own = {0: names, 1: MADE.told(2, 1252), 2: MADE.told(30, b"Museum\0")}
    data = MADE.compound(
        {
            **MADE.streams(b"The quay opens at seven.\r"),
            MADE.SUMMARY: MADE.properties(summary),
            MADE.MORE: MADE.properties(more, own),
        }
    )
    item = unfold("a.doc", data)["a.doc"]
    said = [(field.property, field.value, field.by) for field in item.document.fields]
    assert said == [
        ("title", "Порт", "doc"),
        ("creator", "Анна Берг", "doc"),
        ("created", "2000-04-12T08:00:00Z", "doc"),
        ("generator", "Microsoft Word 9.0", "doc"),
        ("publisher", "Музей", "doc-app"),
        ("publisher", "Museum", "doc-custom"),
    ]
    assert item.document.fields[0].place == "SummaryInformation, title"
    chosen = claims(item)
    assert (chosen["title"].value, chosen["creator"].value) == ("Порт", "Анна Берг")
    assert chosen["created"].normalized.startswith("2000-04-12")


@pytest.mark.parametrize(
    ("page", "raw", "title"),
    [
        (932, "港".encode("cp932"), "港"),
        (1200, "Порт".encode("utf-16-le"), "Порт"),
        (10_000, "é".encode("mac_roman"), "é"),
        (64_001, b"caf\xe9", "café"),
        (1252, b"The\r\nquay\0unseen", "The quay"),
    ],
)
def test_code_pages_of_properties(page, raw, title, unfold):
    summary = MADE.properties({1: MADE.told(2, page), 2: MADE.told(30, raw)})
    data = MADE.compound({**MADE.streams(b"Words.\r"), MADE.SUMMARY: summary})
    (field,) = unfold("a.doc", data)["a.doc"].document.fields
    assert field.value == title


@pytest.mark.parametrize("steps", [0, 9_999_999, 2**64 - 1, 10**17 // 2])
def test_times_that_are_none(steps, unfold):
    summary = MADE.properties({12: MADE.told(64, steps)})
    data = MADE.compound({**MADE.streams(b"Words.\r"), MADE.SUMMARY: summary})
    fields = unfold("a.doc", data)["a.doc"].document.fields
    assert [field.value[:4] for field in fields] == (["1759"] if steps == 10**17 // 2 else [])


def test_what_could_act_is_said(unfold):
    data = MADE.compound(MADE.streams(b"Words.\r"), storages=["Macros"])
    assert unfold("a.doc", data)["a.doc"].document.remarks == (
        "active content: macros (Macros); never run",
    )
