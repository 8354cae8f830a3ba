"""Readers given damaged files: a document or a named problem for every item, never a failure."""

import gzip
import hashlib
import io
import json
import plistlib
import runpy
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.engines.arrow import tables_of
from audit.examine.rows import Reading, Rows, Words
from audit.fingerprints.textlines import lines_of_each
from audit.fingerprints.tokens import tokenize
from audit.model import Source
from audit.readers import Container, Format, Limits, Reader, check_text, identify
from audit.readers.guard import Item, Job, read_job
from audit.registry import members

WORDS = "The harbour office opens at seven.\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RICH = (
    rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
    rb"{\info{\title Boats}{\author Ada}{\creatim\yr2021\mo5\dy4}}{\header Quay\par}"
    rb"B\'e5t \u8212?{\f1 \'ea}{\v off}{\*\x y}"
    rb"\par The harbour opens at seven.{\footnote {Or so.}}\par}"
)
SMALL = Limits(unpacked=1 << 20, members=100, records=100, seconds=2)


def zipped(*members: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(WORDS)
        archive.addfile(info, io.BytesIO(WORDS.encode()))
    return out.getvalue()[:2048]


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def portable() -> bytes:
    """Write a PDF of one line."""
    text = b"BT /F 12 Tf 9 9 Td (The boats are in.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(en)>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%b\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, table = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj%bendobj\n" % (number, body)
    return out + b"xref\n0 6\n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


PDF = portable()
WARC = (
    b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n"
    b"Content-Length: 21\r\n\r\nsoftware: Lantern/3\r\n\r\n\r\n"
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    b"WARC-Date: 2024-07-24T10:00:00Z\r\nContent-Type: application/http\r\n"
    b"Content-Length: 58\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nharbour words\r\n\r\n"
)
ARC = (
    b"filedesc://a.arc 0.0.0.0 20040724100000 text/plain 68\n1 0 Harbour\n"
    b"URL IP-address Archive-date Content-type Archive-length\n"
    b"http://a.example/ 10.0.0.1 20040724100000 text/plain 58\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nharbour words\n"
)
EML = b"MIME-Version: 1.0\nSubject: =?utf-8?q?B=C3=A5t?=\nFrom: A <a@b.example>\n\nwords\n"
SAVED = (
    b"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
    b"Content-Location: https://a.example/\n\n<p>harbour words</p>\n--b--\n"
)
MAIN = {"WebResourceURL": "https://a.example/", "WebResourceData": b"<p>harbour words</p>"}
SAFARI = plistlib.dumps({"WebMainResource": MAIN}, fmt=plistlib.FMT_BINARY)
SAMPLES = {
    "a.xml": f"<?xml version='1.0'?><TEI><teiHeader/><text><p>{WORDS}</p></text></TEI>".encode(),
    "a.json": json.dumps({"text": WORDS, "date": "2020-05-04", "author": ["A"]}).encode(),
    "a.jsonl": b'{"text": "one"}\n{"text": "two"}\n',
    "a.eml": EML,
    "a.mbox": b"From a@b.example Mon May  4 10:00:00 2020\n" + EML,
    "2003.xml": (
        '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/'
        f'wordml"><w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:wordDocument>'
    ).encode(),
    "flat.xml": (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><p:package xmlns:p="http://'
        'schemas.microsoft.com/office/2006/xmlPackage"><p:part p:name="/word/document.xml">'
        f"<p:xmlData><w:d {W}><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:d></p:xmlData></p:part>"
        "</p:package>"
    ).encode(),
    "a.zip": zipped(("a.txt", WORDS), ("b.html", f"<p>{WORDS}")),
    "a.docx": zipped(("word/document.xml", f"<w:d {W}><w:p><w:t>{WORDS}</w:t></w:p></w:d>")),
    "a.epub": zipped(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", '<c><rootfile full-path="c.opf"/></c>'),
        ("c.opf", '<p><item id="a" href="a.html"/><itemref idref="a"/></p>'),
        ("a.html", f"<p>{WORDS}"),
    ),
    "a.odt": zipped(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f"<o xmlns:t='t'><t:p>{WORDS}</t:p></o>"),
    ),
    "a.xlsx": zipped(
        ("xl/workbook.xml", f'<w {R}><sheet name="A" r:id="a"/></w>'),
        ("xl/_rels/workbook.xml.rels", '<r><Relationship Id="a" Target="a.xml"/></r>'),
        ("xl/styles.xml", '<s><cellXfs><xf numFmtId="14"/></cellXfs></s>'),
        ("xl/a.xml", '<s><row><c><v>45337</v></c><c t="str"><v>boats</v></c></row></s>'),
    ),
    "a.pptx": zipped(
        ("ppt/presentation.xml", f'<p {R}><sldId r:id="a"/></p>'),
        ("ppt/_rels/presentation.xml.rels", '<r><Relationship Id="a" Target="a.xml"/></r>'),
        ("ppt/a.xml", f"<s><sp><p><t>{WORDS}</t></p></sp></s>"),
    ),
    "a.rtf": RICH,
    "a.doc": runpy.run_path(str(Path(__file__).with_name("word_files.py")))["SAMPLE"],
    "a.pdf": PDF,
    "a.html": (
        "<!DOCTYPE html><title>Boats</title><script type='application/ld+json'><!-- {'@type': "
        f'"Article", "headline": "The "old" boats"}}</script><nav>Home</nav><p>{WORDS}<!-- x -->'
    ).encode(),
    "a.md": f"---\ntitle: Boats\n---\n# Boats\n[{WORDS}](x) `code`\n".encode(),
    "a.txt": WORDS.encode("utf-16"),
    "a.tar": tarred(),
    "a.tar.gz": gzip.compress(tarred(), mtime=0),
    "a.mhtml": b"Snapshot-Content-Location: https://a.example/\n" + SAVED,
    "a.enex": (
        "<?xml version='1.0'?><en-export><note><title>Boats</title>"
        f"<content>{WORDS}</content></note></en-export>"
    ).encode(),
    "answer.html": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nBoats\r\n0\r\n\r\n",
    "a.webarchive": SAFARI,
    "a.warc": WARC,
    "a.arc": ARC,
    "a.warc.gz": gzip.compress(WARC, mtime=0),
    "a.wacz": zipped(
        ("datapackage.json", '{"resources": [], "title": "Boats"}'),
        ("archive/a.warc", WARC.decode()),
    ),
}
damage = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["cut", "put", "twice"]), st.binary(max_size=8)),
    min_size=1,
    max_size=4,
)


def damaged(data: bytes, blows) -> bytes:
    for where, kind, more in blows:
        at = int(where * len(data))
        if kind == "cut":
            data = data[:at] + data[at + len(more) :]
        elif kind == "put":
            data = data[:at] + more + data[at + len(more) :]
        else:
            data = data[:at] + data[at // 2 :]
    return data


def job(name: str, data: bytes, media_type: str = "") -> Job:
    source = Source(uri=name, path=name, location=name, size=len(data), modified=0, inode=0)
    found = identify(name, data)
    return Job(
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        format=Format(media_type=media_type, basis="") if media_type else found,
        data=data,
        limits=SMALL,
    )


def checked(asked: Job, items: list[Item]) -> None:
    """Assert what holds of every file, whatever is in it."""
    assert items[-1].source == asked.source
    assert len({item.source.path for item in items}) == len(items)
    for item in items:
        assert item.document or item.state or item.problems
        for remark in item.problems:
            assert "its reader failed" not in remark.message
        if item.document:
            check_text(item.document.text, SMALL)
            stored(item)


def stored(item: Item) -> None:
    """Assert that every extractor has looked at a document, and that tables can hold all of it."""
    reading, rows = Reading(item, item.source.uri), Rows()
    document = item.document
    assert document
    (tokens,) = tokenize([document.text])
    (lines,) = lines_of_each([document.text], [tokens])
    reading.fingerprint(document, Words(tokens, tokens, lines), rows)
    reading.question(document, rows, SMALL)
    reading.close(rows)
    for stage, message, _ in reading.problems:
        assert stage == "read" or ", line " in message, message
    assert tables_of(rows.columns)


# A library that is not ours may end its process on such files.
GUARDED = {"a.pdf"}


def with_damaged_member(data: bytes, which: int, damage: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as archive:
        names = whole.namelist()
        for number, name in enumerate(names):
            content = whole.read(name)
            is_it = number == which % len(names) and name != "mimetype"
            archive.writestr(name, damage(content) if is_it else content)
    return out.getvalue()


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(blows=damage)
def test_damaged_files(name, blows):
    asked = job(name, damaged(SAMPLES[name], blows))
    read = read_job if name in GUARDED else lambda asked: asked.work(lambda _said: None)
    checked(asked, list(read(asked)))


@pytest.mark.parametrize("name", [name for name in SAMPLES if SAMPLES[name][:2] == b"PK"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(blows=damage, which=st.integers(0, 9))
def test_files_with_a_damaged_member(name, blows, which):
    """The zip is whole, so that the damage reaches what reads its members."""
    asked = job(name, with_damaged_member(SAMPLES[name], which, lambda data: damaged(data, blows)))
    checked(asked, list(asked.work(lambda _said: None)))


KINDS = sorted(
    kind
    for media_types in (
        each.media_types
        for base in (Reader, Container)
        for each in members("audit.readers", base).values()
    )
    for kind in media_types
)
starts = st.sampled_from([b"", *(data[:40] for data in SAMPLES.values())])


@pytest.mark.parametrize("media_type", [kind for kind in KINDS if kind != "application/pdf"])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=starts, data=st.binary(max_size=200))
def test_any_bytes(media_type, start, data):
    asked = job("a", start + data, media_type)
    checked(asked, list(asked.work(lambda _said: None)))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_read(name):
    """Damage means nothing where the whole file is not read either."""
    items = list(read_job(job(name, SAMPLES[name])))
    assert any(item.document and item.document.text.strip() for item in items), items
