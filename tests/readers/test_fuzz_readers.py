"""Readers given damaged files: a document or a problem for every item, never an exception."""

import gzip
import hashlib
import io
import json
import tarfile
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.extractors import extract_all
from audit.model import Source
from audit.readers import Limits, identify
from audit.readers.guard import Job
from audit.readers.guard.unfold import Unfold

WORDS = "The harbour office opens at seven.\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SMALL = Limits(unpacked=1 << 20, members=100, records=100)


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


WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    b"WARC-Date: 2024-07-24T10:00:00Z\r\nContent-Type: application/http\r\n"
    b"Content-Length: 58\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nharbour words\r\n\r\n"
)
EML = b"MIME-Version: 1.0\nSubject: =?utf-8?q?B=C3=A5t?=\nFrom: A <a@b.example>\n\nwords\n"
SAMPLES = {
    "a.xml": f"<?xml version='1.0'?><TEI><teiHeader/><text><p>{WORDS}</p></text></TEI>".encode(),
    "a.json": json.dumps({"text": WORDS, "date": "2020-05-04", "author": ["A"]}).encode(),
    "a.jsonl": b'{"text": "one"}\n{"text": "two"}\n',
    "a.eml": EML,
    "a.mbox": b"From a@b.example Mon May  4 10:00:00 2020\n" + EML,
    "a.zip": zipped(("a.txt", WORDS), ("b.html", f"<p>{WORDS}")),
    "a.docx": zipped(("word/document.xml", f"<w:d {W}><w:p><w:t>{WORDS}</w:t></w:p></w:d>")),
    "a.epub": zipped(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", '<c><rootfile full-path="c.opf"/></c>'),
        ("c.opf", '<p><item id="a" href="a.html"/><itemref idref="a"/></p>'),
        ("a.html", f"<p>{WORDS}"),
    ),
    "a.tar": tarred(),
    "a.tar.gz": gzip.compress(tarred(), mtime=0),
    "a.warc": WARC,
    "a.warc.gz": gzip.compress(WARC, mtime=0),
    "a.wacz": zipped(("datapackage.json", '{"resources": []}'), ("archive/a.warc", WARC.decode())),
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


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(blows=damage)
def test_damaged_files(name, blows):
    data = damaged(SAMPLES[name], blows)
    source = Source(uri=name, path=name, location=name, size=len(data), modified=0, inode=0)
    job = Job(
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        format=identify(name, data),
        data=data,
        limits=SMALL,
    )
    items = list(Unfold(job, lambda _number, _item: None))
    assert items[-1].source == source
    assert len({item.source.path for item in items}) == len(items)
    for item in items:
        assert item.document or item.state or item.problems
        if item.document:
            assert extract_all(item.document).problems is not None


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_read(name):
    """Damage means nothing where the whole file is not read either."""
    data = SAMPLES[name]
    source = Source(uri=name, path=name, location=name, size=len(data), modified=0, inode=0)
    job = Job(source=source, sha256="", format=identify(name, data), data=data)
    items = list(Unfold(job, lambda _number, _item: None))
    assert any(item.document and item.document.text.strip() for item in items), items
