"""WARC, ARC and WACZ: every capture a document with its address and its day."""

import base64
import gzip
import hashlib
import json

import pytest

from audit.readers import Limits

PAGE = b"<html><head><title>Boats</title></head><body><p>The boats are in.</p></body></html>"
URL = "https://harbour.example/boats.html"
DAY = "2024-07-24T10:00:00Z"
VERSION = b"1 0 Harbour\nURL IP-address Archive-date Content-type Archive-length\n"


def arc_record(url: str, content_type: str, block: bytes) -> bytes:
    return f"{url} 10.0.0.1 20040724100000 {content_type} {len(block)}\n".encode() + block + b"\n"


def record(kind: str, url: str, content_type: str, block: bytes, **more: str) -> bytes:
    """Write one record as the standard has it."""
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000000>",
        "WARC-Date": DAY,
        "WARC-Target-URI": url,
        "WARC-Block-Digest": f"sha1:{digest}",
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def capture(url: str, kind: str, status: str, content_type: str, body: bytes) -> bytes:
    if kind != "response":
        return record(kind, url, content_type, body)
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Language: en\r\n\r\n"
    return record(kind, url, "application/http; msgtype=response", head.encode() + body)


def archive(*captures: tuple[str, str, str, str, bytes], packed: bool = True) -> bytes:
    """Write a WARC of (url, kind, status, content type, body)."""
    info = record("warcinfo", "", "application/warc-fields", b"software: test\r\n")
    records = [info, *(capture(*each) for each in captures)]
    return b"".join(gzip.compress(each) if packed else each for each in records)


RESPONSE = (URL, "response", "200 OK", "text/html; charset=utf-8", PAGE)


@pytest.mark.parametrize("packed", [True, False])
def test_captures_of_a_warc(packed, unfold, claims):
    found = unfold("a.warc.gz" if packed else "a.warc", archive(RESPONSE, packed=packed))
    name = "a.warc.gz" if packed else "a.warc"
    assert set(found) == {name, f"{name}!/{URL}"}
    assert found[name].problems == ()
    item = found[f"{name}!/{URL}"]
    assert item.media_type == "text/html"
    assert "The boats are in." in item.document.text
    assert item.sha256 == hashlib.sha256(PAGE).hexdigest()
    chosen = claims(item)
    assert chosen["captured"].normalized.startswith("2024-07-24")
    assert chosen["captured"].extractor == "warc"
    assert chosen["captured"].origin == "embedded"
    assert chosen["url"].value == URL
    assert chosen["title"].value == "Boats"
    assert chosen["language"].normalized == "en"


def test_what_is_no_document_is_said(unfold, said):
    missing = ("https://a.example/", "response", "404 No", "text/html", b"x")
    again = gzip.compress(record("revisit", URL, "application/http", b"HTTP/1.1 200 OK\r\n\r\n"))
    found = unfold("a.warc.gz", archive(RESPONSE, missing) + again)
    assert set(found) == {"a.warc.gz", f"a.warc.gz!/{URL}"}
    assert said(found["a.warc.gz"]) == [
        "captures of redirects and errors, left out: 1",
        "revisit records, whose content is kept elsewhere: 1",
    ]
    assert not any(remark.incomplete for remark in found["a.warc.gz"].problems)


def test_one_address_twice_and_resources(unfold):
    text = ("urn:note", "resource", "", "text/plain", b"A note on the boats.")
    found = unfold("a.warc", archive(RESPONSE, RESPONSE, text, packed=False))
    assert set(found) == {
        "a.warc",
        f"a.warc!/{URL}",
        f"a.warc!/{URL} (2)",
        "a.warc!/urn:note",
    }
    assert found["a.warc!/urn:note"].document.text == "A note on the boats."


def test_content_against_what_the_server_said(unfold):
    wrong = ("https://a.example/x", "response", "200 OK", "application/pdf", PAGE)
    item = unfold("a.warc", archive(wrong, packed=False))["a.warc!/https://a.example/x"]
    assert item.media_type == "text/html"
    assert item.basis == "not as stated, application/pdf; content match HTML"


def test_a_changed_record_is_not_that_of_its_digest(unfold, said):
    data = archive(RESPONSE, packed=False).replace(b"The boats are in.", b"The boats are on.")
    (message,) = said(unfold("a.warc", data)["a.warc"])
    assert "not those of its digest" in message


def test_a_torn_warc_keeps_what_came_before(unfold):
    data = archive(RESPONSE, ("https://a.example/", *RESPONSE[1:]))
    found = unfold("a.warc.gz", data[:-200])
    assert f"a.warc.gz!/{URL}" in found
    assert found["a.warc.gz"].problems


def test_arc(unfold, claims):
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    data = arc_record("filedesc://a.arc", "text/plain", VERSION)
    data += arc_record("http://harbour.example/", "text/html", body)
    found = unfold("a.arc", data)
    item = found["a.arc!/http://harbour.example/"]
    assert "The boats are in." in item.document.text
    assert claims(item)["captured"].normalized.startswith("2004-07-24")


def test_wacz(unfold, zipped, said):
    warc = archive(RESPONSE)
    digest = hashlib.sha256(warc).hexdigest()
    resources = [{"path": "archive/data.warc.gz", "hash": f"sha256:{digest}"}]
    package = json.dumps({"resources": resources})
    data = zipped(("archive/data.warc.gz", warc), ("datapackage.json", package))
    found = unfold("a.wacz", data)
    assert set(found) == {
        "a.wacz",
        "a.wacz!/archive/data.warc.gz",
        f"a.wacz!/archive/data.warc.gz!/{URL}",
    }
    assert found["a.wacz"].problems == ()
    wrong = package.replace(digest, "0" * 64).replace(
        "]", ', {"path": "pages/pages.jsonl", "hash": ""}]'
    )
    found = unfold("a.wacz", zipped(("archive/data.warc.gz", warc), ("datapackage.json", wrong)))
    messages = said(found["a.wacz"])
    assert "'archive/data.warc.gz' is not what datapackage.json says" in messages[0]
    assert "'pages/pages.jsonl' is in datapackage.json but not here" in messages[1]
    found = unfold("a.wacz", zipped(("archive/data.warc.gz", warc)))
    assert "digests are not checked" in said(found["a.wacz"])[0]


def test_limits_of_captures(unfold, said):
    big = ("https://a.example/big", *RESPONSE[1:4], PAGE * 100)
    found = unfold("a.warc.gz", archive(big, RESPONSE), Limits(file=5_000))
    assert set(found) == {"a.warc.gz", f"a.warc.gz!/{URL}"}
    assert "over the limit of 5,000 bytes" in said(found["a.warc.gz"])[0]
    found = unfold("a.warc.gz", archive(*[RESPONSE] * 9), Limits(records=4))
    assert len(found) == 4
    assert "more than 4 members" in said(found["a.warc.gz"])[0]
