"""Texts as crashes, tapes and old programs leave them: they are read, and what is odd is said."""

import pytest

from audit.readers import identify
from audit.readers.decode import decode, wide_encoding

LINE = "The ferry bell of the harbour is heard in fog by all on the quay.\n"
TEXT = LINE * 30
CHINESE = "一九二四年，港口图书馆保存着城镇的旧地图。\n博物馆把船借给学校。\n" * 20
KOREAN = "항구 도서관은 오래된 지도를 보관한다.\n" * 20
HOLED = [
    (TEXT[:800] + "\0" * 512 + TEXT).encode(),
    (TEXT[:800] + "\0" * 4096 + TEXT).encode(),
    ("\0" * 4096 + TEXT).encode(),
    ("\0" * 70_000 + TEXT).encode(),
    (LINE + "\0" * 446).encode(),
    ("Der Hafen öffnet früh.\n" * 9).encode("latin-1") + bytes(512),
]


@pytest.mark.parametrize("data", HOLED)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_with_a_hole_is_read_and_the_hole_is_said(name, data, unfold):
    found = unfold(name, data)[name].document
    assert LINE[:20] in found.text or "Der Hafen öffnet früh." in found.text
    assert any(f"{data.count(0):,} zero bytes in it" in remark for remark in found.remarks)


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.zip", "a.html", "a.pdf"])
def test_a_file_of_zeros_alone_is_incomplete(name, unfold, said):
    found = unfold(name, bytes(70_000))[name]
    assert (found.state, found.document) == ("unreadable", None)
    assert said(found) == ["nothing but zero bytes: what it held is lost"]
    assert found.problems[0].incomplete


def test_a_file_of_zeros_whose_name_says_nothing_gets_fixity_only(unfold):
    found = unfold("disk.img", bytes(600))["disk.img"]
    assert (found.state, found.problems) == ("fixity-only", ())


@pytest.mark.parametrize(
    "head", [b"KEY1" + bytes(60) + b"KEY2" + bytes(60), b"MZ\x90" + bytes(60) + b"\1\2\3\4" * 99]
)
def test_records_and_programmes_are_no_text(head):
    assert identify("a", head * 9).media_type == "application/octet-stream"


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, CHINESE, KOREAN], ids=["latin", "chinese", "korean"])
def test_wide_texts_without_a_mark(text, encoding, unfold):
    for name in ("a.txt", "a"):
        found = unfold(name, text.encode(encoding))[name]
        assert found.document.text == text
        assert found.document.encoding == encoding


@pytest.mark.parametrize(
    "data",
    [b"short\0text", b"The bell \0rings in fog.", "港口图书馆\n".encode("gb18030") * 9 + b"\0"],
)
def test_a_zero_in_a_short_text_makes_it_no_wide_one(data):
    assert wide_encoding(data) == ""
    assert decode(data).encoding != "utf-16-le"


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (KOREAN, "iso2022_kr", ""),
        ("港の図書館は古い地図を丂保管", "iso2022_jp_2", ""),
        ("ﾐﾅﾄ 港の図書館", "iso2022_jp_ext", ""),
        ("The café of the harbour", "utf_7", "utf-7"),
        ("港口图书馆", "hz", "HZ-GB-2312"),
    ],
)
def test_encodings_that_switch_within_ascii(text, encoding, declared, unfold):
    found = decode(text.encode(encoding), declared)
    assert (found.text, found.encoding) == (text, encoding)
    if not declared:
        assert unfold("a", text.encode(encoding))["a"].document.text == text


@pytest.mark.parametrize(
    "data", [LINE.encode() + b"\x1a" * 100, b"\n".join(b"_\x08%c" % each for each in LINE.encode())]
)
def test_texts_of_old_systems(data):
    assert identify("a", data).media_type == "text/plain"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256))
UNKNOWN = b"\1\2\3\4 PK\3\4" * 40


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", UNKNOWN, "called text/plain, and nothing that is known: not read"),
        ("a.pdf", UNKNOWN, "called application/pdf, and nothing that is known: not read"),
        ("a.zip", UNKNOWN, "called application/zip, and nothing that is known: not read"),
        ("a.docx", OLE, "perhaps locked with a password: not read"),
    ],
)
def test_what_is_called_a_document_and_cannot_be_read_is_incomplete(
    name, data, reason, unfold, said
):
    found = unfold(name, data)[name]
    assert said(found)[0].endswith(reason)
    assert found.problems[0].incomplete


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.xls", OLE), ("a.bin", UNKNOWN), ("a.txt", b"\x89PNG\r\n\x1a\n" + UNKNOWN)],
)
def test_files_without_text_get_fixity_only(name, data, unfold):
    assert unfold(name, data)[name].problems == ()
