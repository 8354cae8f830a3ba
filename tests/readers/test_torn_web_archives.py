"""Captures that a crawler did not keep whole: what is missing is said."""

import hashlib

import pytest

PAGE = b"<html><body><p>The boats are in, and the bell rings in fog.</p></body></html>"
URL = "https://harbour.example/boats.html"


def record(kind: str, block: bytes, more: str = "", url: str = URL) -> bytes:
    name = hashlib.sha256(block).hexdigest()[:8]
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:x:{name}>"
        f"\r\nWARC-Date: 2024-07-24T10:00:00Z\r\n{more}"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode() + (block + b"\r\n\r\n")


def answer(body: bytes, headers: str = "", status: str = "HTTP/1.1 200 OK") -> bytes:
    return f"{status}\r\nContent-Type: text/html\r\n{headers}\r\n".encode() + body


LENGTH = "the server announced 900 bytes, 77 of them are here"
WHOLE = record("response", answer(PAGE, "Content-Length: 77\r\n"))
LACKING = [
    (record("response", answer(PAGE), "WARC-Truncated: time\r\n"), "cut short, 'time'"),
    (record("response", answer(PAGE), "WARC-Segment-Number: 1\r\n"), "its first record alone"),
    (record("response", answer(PAGE, "Content-Length: 900\r\n")), LENGTH),
    (record("response", answer(PAGE), url=""), "no answer of HTTP by its address"),
]


@pytest.mark.parametrize(("data", "reason"), LACKING)
def test_a_capture_that_is_not_whole_is_said(data, reason, unfold, said):
    found = unfold("a.warc", data + WHOLE)
    assert reason in said(found["a.warc"])[0]
    assert found["a.warc"].problems[0].incomplete
    assert len(said(found["a.warc"])) == 1
    assert "The boats are in" in found[f"a.warc!/{URL}"].document.text


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Length: 20\r\n",
        "Content-Length: many\r\n",
        "Content-Length: 900\r\nContent-Encoding: gzip\r\n",
    ],
)
def test_lengths_that_accuse_nobody(headers, unfold):
    found = unfold("a.warc", record("response", answer(PAGE, headers)))
    assert [each for each in found["a.warc"].problems if each.incomplete] == []


def test_what_is_no_answer_and_what_continues_one(unfold, said):
    data = record("response", PAGE) + record("continuation", PAGE) + WHOLE
    assert said(unfold("a.warc", data)["a.warc"]) == [
        "record 1: it holds no answer of an HTTP server",
        "records that go on with others, left out: 1",
    ]
