import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.readers import identify, stated_as


def zipped(*members: tuple[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return out.getvalue()


PACKED = gzip.compress(b"WARC/1.0\r\n", mtime=0)
OFFICE = "application/vnd.openxmlformats-officedocument"
WRITTEN = zipped(("[Content_Types].xml", "x"), ("word/document.xml", "x"))
OPEN = zipped(("mimetype", "application/vnd.oasis.opendocument.text"))
FORMATS = [
    ("a.txt", b"plain words", "text/plain"),
    ("README", b"plain words", "text/plain"),
    ("a.md", b"# Harbour", "text/markdown"),
    ("a.md", b'<p align="center">Harbour</p>', "text/markdown"),
    ("a.txt", b"# Harbour", "text/plain"),
    ("bell.page", b'<page xmlns="http://help.example/1/"><p>x</p></page>', "application/xml"),
    ("bell", b"<b:page\n  xmlns:b='http://help.example/'></b:page>", "application/xml"),
    ("bell.page", b"<page> and other words", "text/plain"),
    ("bell.txt", b'<page xmlns="http://help.example/1/">', "text/plain"),
    ("menu.js.download", b"/* of 2019 */ open()", "text/javascript"),
    ("a.download", b"plain words", "text/plain"),
    ("a.html", b"<p>Harbour", "text/html"),
    ("a.htm", "<html>".encode("utf-16"), "text/html"),
    ("a.txt", b"\xef\xbb\xbf <!-- saved --><!DOCTYPE html><html>", "text/html"),
    ("a.xhtml", b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "a" "b">\n<html>', "text/html"),
    ("a.xml", b"<?xml version='1.0'?><!-- x --><TEI xmlns='y'>", "application/tei+xml"),
    ("a.svg", b"<svg xmlns='x'>", "image/svg+xml"),
    ("a.xml", b"<harbour/>", "application/xml"),
    ("a", b"<?xml version='1.0'?><harbour/>", "application/xml"),
    ("a.json", b'{"a": [1]}', "application/json"),
    ("a", b'{"a": 1}\n{"a": 2}\n', "application/jsonl"),
    ("a.txt", b"[Home] [Contact]", "text/plain"),
    ("a.csv", b"boat,berth\nIda,7", "text/csv"),
    ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
    ("a", b"{\\rtf1\\ansi", "application/rtf"),
    ("a.warc", b"WARC/1.1\r\nWARC-Type: warcinfo", "application/warc"),
    ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n", mtime=0), "application/warc"),
    ("a.arc", b"filedesc://a.arc 0.0.0.0", "application/x-internet-archive"),
    ("a.gz", gzip.compress(b"words", mtime=0), "application/gzip"),
    ("a.tar", tarred(), "application/x-tar"),
    ("a.zip", zipped(("a.txt", "words")), "application/zip"),
    ("a.docx", zipped(("[Content_Types].xml", "x"), ("word/document.xml", "x")),
     f"{OFFICE}.wordprocessingml.document"),
    ("a.bin", zipped(("mimetype", "application/epub+zip"), ("x", "y")), "application/epub+zip"),
    ("a.odt", zipped(("mimetype", "application/vnd.oasis.opendocument.text")),
     "application/vnd.oasis.opendocument.text"),
    ("a.wacz", zipped(("archive/data.warc.gz", "x")), "application/wacz"),
    ("a", zipped(("datapackage.json", "x"), ("archive/a.warc.gz", "x")), "application/wacz"),
    ("a.wacz", zipped(("datapackage.json", "x"), ("notes.txt", "x")), "application/wacz"),
    ("a.zip", zipped(("datapackage.json", "{}"), ("boats.csv", "x")), "application/zip"),
    ("a.zip", zipped(("archive/a.txt", "x"), ("letters/a.warc", "x")), "application/zip"),
    ("a", zipped(("word/document.xml", "x")), f"{OFFICE}.wordprocessingml.document"),
    ("a.zip", zipped(("_rels/.rels", "x"), ("ppt/slides/slide1.xml", "x")),
     f"{OFFICE}.presentationml.presentation"),
    ("a.docm", zipped(("word/styles.xml", "x")), f"{OFFICE}.wordprocessingml.document"),
    ("a.xltx", zipped(("other", "x")), f"{OFFICE}.spreadsheetml.sheet"),
    ("a.zip", zipped(("word/letter.txt", "x"), ("xl/boats.csv", "x")), "application/zip"),
    ("a.zip", zipped(("a.txt", "x"), ("a.docx", WRITTEN)), "application/zip"),
    ("a.zip", zipped(("a.txt", "x"), ("a.odt", OPEN)), "application/zip"),
    ("a.eml", b"Subject: x\nMIME-Version: 1.0\n\nwords", "message/rfc822"),
    ("a.txt", b"From: Press office\nDate: 3 May\nReceived: 4 May\n\nThe hall.", "text/plain"),
    ("a.mbox", b"From a@b.example Mon May  4 10:00:00 2020\nSubject: x", "application/mbox"),
    ("a.png", b"\x89PNG\r\n\x1a\n", "image/png"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
    ("a.gif", b"GIF89a\x01\x00\x01\x00", "image/gif"),
    ("a.txt", b"GIF89a is a format of pictures.", "text/plain"),
    ("a.tif", b"II*\x00\x08\x00\x00\x00", "image/tiff"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    ("a.mp3", b"ID3\x03\x00\x00", "audio/mpeg"),
    ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
    ("a.db", b"SQLite format 3\x00", "application/vnd.sqlite3"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    ("a.txt", bytes(range(256)), "application/octet-stream"),
    ("a.txt", "héé\n".encode("utf-16-le") * 9, "text/plain"),
    ("a.txt", "Ночь".encode("koi8-r"), "text/plain"),
    ("a.txt", b"\x1b[1mbold\x1b[0m words", "text/plain"),
    ("a.txt", b"", "text/plain"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "head", "media_type"), FORMATS)
def test_formats(path, head, media_type):
    assert identify(path, head).media_type == media_type


@pytest.mark.parametrize(
    ("path", "head", "basis"),
    [
        ("a.md", b"x", "extension match md; content match text"),
        ("deep.er/a", b"x", "no extension; content match text"),
        ("a.qqq", b"x", "extension unknown; content match text"),
        ("a.txt", b"%PDF-1.4", "extension mismatch txt; content match PDF"),
        ("a.md", b"", "extension match md; content match empty"),
        ("a.warc", PACKED, "extension match warc; content match gzip with WARC"),
    ],
)  # fmt: skip
def test_basis(path, head, basis):
    assert identify(path, head).basis == basis


LINE = b'{"text": "one"}'
TORN = b'{"text": "cut'
LONG = b'{"text": "' + b"long " * 20_000 + b'"}'
DISAGREEING = [
    ("a.pdf", b"<!DOCTYPE html><p>404", "text/html", "application/pdf"),
    ("a.png", b"no picture", "text/plain", "image/png"),
    ("a.pdf", b"no pages", "text/plain", "application/pdf"),
    ("a.txt", b"\x89PNG\r\n\x1a\n", "image/png", "text/plain"),
    ("a.doc", b"{\\rtf1", "application/rtf", "application/msword"),
    ("a.html", b'{"error": 404}', "application/json", "text/html"),
    ("a.json", LINE + b"\n" + LINE, "application/jsonl", "application/json"),
    ("a.json", LINE + b"\n" + TORN + b"\n" + LINE, "application/jsonl", "application/json"),
    ("a.json", TORN + b"\n" + LINE + b"\n" + LINE, "application/jsonl", "application/json"),
    ("a.jsonl", b'{\n "text": "one",\n "n": {}\n}\n', "application/json", "application/jsonl"),
    ("a.jsonl", b'{"items": [\n{"n": 1},\n{"n": 2}\n]}', "application/json", "application/jsonl"),
    ("a.gz", b"words", "text/plain", "application/gzip"),
    ("a.rar", b"<html>404", "text/html", "application/vnd.rar"),
    ("a.docx", b"\xef\xbb\xbf", "text/plain", f"{OFFICE}.wordprocessingml.document"),
    ("a.7z", b"no more words", "text/plain", "application/x-7z-compressed"),
    ("a.zip", zipped(("mimetype", "application/epub+zip")), "application/epub+zip",
     "application/zip"),
]  # fmt: skip
AGREEING = [
    ("a.xml", b"<?xml version='1.0'?><rss/>", "application/rss+xml"),
    ("a.warc.gz", PACKED, "application/warc"),
    ("a.tgz", gzip.compress(b"x", mtime=0), "application/gzip"),
    ("a.xhtml", b"<?xml version='1.0'?><html>", "text/html"),
    ("a.jsonl", LINE, "application/jsonl"),
    ("a.jsonl", LINE + b"\n", "application/jsonl"),
    ("a.jsonl", LONG + b"\n" + LONG, "application/jsonl"),
    ("a.jsonl", TORN, "application/jsonl"),
    ("a.jsonl", TORN + b"\n" + LINE + b"\n" + LINE, "application/jsonl"),
    ("a.jsonl", LINE + b"\n" + TORN + b"\n" + LINE, "application/jsonl"),
    ("a.ndjson", LINE + b"\nno JSON\n" + LINE, "application/jsonl"),
    ("a.ndjson", b"no JSON\n" + LINE, "application/jsonl"),
    ("a.jsonl", TORN + b"\n" + LONG[:60_000], "application/jsonl"),
    ("a.json", b'{"items": [\n{"n": 1},\n' + b'{"n": 2},\n' * 9_000, "application/json"),
    ("a.json", b'{"items": [\n{"n": 1}, ' + LONG, "application/json"),
    ("a.json", b'{\n"items": [\n' + b'{\n"n": 2\n},\n' * 9_000, "application/json"),
    ("a", (LINE + b"\n" + LONG)[:65_536], "application/jsonl"),
    ("a.mp3", b"\xff\xe3\x18\xc4\x00\x00", "audio/mpeg"),
    ("a.tar", b"a.txt".ljust(512, b"\x00"), "application/x-tar"),
    ("a.svg", b"<svg/>", "image/svg+xml"),
    ("a.png", b"", "image/png"),
    ("a.rar", b"Rar!\x1a\x07\x01\x00", "application/vnd.rar"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "application/x-7z-compressed"),
    ("a.txt", b"\xef\xbb\xbf", "text/plain"),
    ("a.html", b"\xff\xfe", "text/html"),
    ("a", b"\xfe\xff", "text/plain"),
    ("a.html", b"[1] see below", "text/html"),
]


@pytest.mark.parametrize(("path", "head", "media_type", "stated"), DISAGREEING)
def test_what_a_name_promises_and_the_content_does_not_keep(path, head, media_type, stated):
    found = identify(path, head)
    assert (found.media_type, found.stated) == (media_type, stated)
    assert found.basis.startswith("extension mismatch ")


@pytest.mark.parametrize(("path", "head", "media_type"), AGREEING)
def test_names_that_may_be_right(path, head, media_type):
    found = identify(path, head)
    assert (found.media_type, found.stated) == (media_type, "")
    assert "mismatch" not in found.basis


TORN_OFF = b"The ferry bell of the harbour is heard in fog by all on the quay.\n" * 4
WITH_ZEROS = [
    TORN_OFF + b"\0" * 3_000,  # what a crash or the block of a tape leaves behind
    b"The ferry\n\0\0\0\0\0\0\n\0\0\0\nbell\n" + TORN_OFF * 3,
    TORN_OFF.replace(b"bell", "čeština".encode(), 1) + b"\0" * 65_000,
]


@pytest.mark.parametrize("head", WITH_ZEROS)
def test_a_text_with_some_zeros_is_a_damaged_text(head):
    assert identify("a.txt", head[:65_536]).media_type == "text/plain"


@pytest.mark.parametrize(
    "head",
    [
        b"bell\0\0\0\0",
        TORN_OFF + b"\0" * 3_000 + b"\1\2\3\4" * 50,
        TORN_OFF + b"\0\0\0\xff\xfe",
        b"KEY1\0KEY2\0" * 40,
    ],
)
def test_words_among_zeros_are_no_text(head):
    assert identify("a.txt", head).media_type == "application/octet-stream"


STATED = [
    ("text/html", b"plain words", "text/html", ""),
    ("text/html", bytes(range(256)), "application/octet-stream", "text/html"),
    ("application/pdf", b"<html>", "text/html", "application/pdf"),
    ("image/jpg", b"\xff\xd8\xff\xe0", "image/jpeg", ""),
    ("image/avif", b"\x00\x01\x02\x03" * 9, "image/avif", ""),
    ("image/png", b"gone away", "text/plain", "image/png"),
    ("text/xml", b"<?xml version='1.0'?><rss/>", "application/rss+xml", ""),
    ("application/xhtml+xml", b"<html>", "text/html", ""),
    ("application/octet-stream", b"plain words", "text/plain", ""),
    ("application/octet-stream", bytes(range(256)), "application/octet-stream", ""),
    ("application/javascript", b"let a = 1", "application/javascript", ""),
    ("text/css", b"", "text/css", ""),
    ("application/x-ndjson", LINE + b"\n" + TORN + b"\n" + LINE, "application/jsonl", ""),
    ("application/jsonl", TORN + b"\n" + LINE, "application/jsonl", ""),
]


@pytest.mark.parametrize(("said", "head", "media_type", "stated"), STATED)
def test_what_a_container_says_and_the_content(said, head, media_type, stated):
    found = stated_as(said, head)
    assert (found.media_type, found.stated) == (media_type, stated)
    assert found.basis.startswith("not as stated, " if stated else "stated as ")


@given(st.text(max_size=20), st.binary(max_size=200))
def test_every_file_has_a_format(path, head):
    found = identify(path, head)
    assert "/" in found.media_type
    assert "content match" in found.basis
