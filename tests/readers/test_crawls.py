"""What crawlers keep beside the pages, and what a capture says of the documents in it."""

import json

import pytest

URL = "https://quay.example/boats"
DAY = "2024-07-24T10:00:00Z"
WORDS = "The boats come in at noon, and the bell of the harbour is heard by all."


def resource(url: str, kind: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:{len(url):032}>\r\n"
        f"WARC-Date: {DAY}\r\nWARC-Target-URI: {url}\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def test_notes_of_a_crawler_are_no_documents(unfold, said, claims):
    notes = json.dumps({"pageid": "1", "url": URL, "urls": {}}).encode()
    data = resource(f"urn:pageinfo:{URL}", "application/json", notes)
    data += resource(f"urn:text:{URL}", "text/plain", WORDS.encode())
    found = unfold("a.warc", data)
    assert set(found) == {"a.warc", f"a.warc!/urn:text:{URL}"}
    assert said(found["a.warc"]) == [
        "what the crawler noted of its pages (urn:pageinfo), left out: 1"
    ]
    assert claims(found[f"a.warc!/urn:text:{URL}"])["url"].value == URL


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("application/json", json.dumps([{"text": WORDS}, {"text": WORDS}]).encode()),
        ("application/jsonl", f'{{"text": "{WORDS}"}}\n{{"text": "{WORDS}"}}\n'.encode()),
    ],
)
def test_what_lies_in_a_capture_was_captured_with_it(kind, data, unfold, claims):
    found = unfold("a.warc", resource(URL, kind, data))
    chosen = claims(found[f"a.warc!/{URL}!/2"])
    assert chosen["captured"].normalized.startswith("2024-07-24")
    assert chosen["captured"].reason == "record header WARC-Date of what holds it"
    assert chosen["source"].value == URL
    assert "url" not in chosen
