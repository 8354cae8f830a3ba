"""Answers of web servers that were saved with their headers."""

import gzip

import pytest

from audit.extractors import extract_all
from audit.readers import Limits, identify

PAGE = b"<html><head><title>The crane</title></head><body><p>" + b"It goes. " * 60 + b"</p></body>"
HEAD = (
    b"HTTP/1.1 200 OK\r\nDate: Fri, 17 May 2024 10:00:00 GMT\r\nContent-Language: en\r\n"
    b"Content-Type: text/html; charset=utf-8\r\n"
)
LENGTH = b"Content-Length: %d\r\n" % len(PAGE)
CHUNKED = b"Transfer-Encoding: chunked\r\n"
MOVED = (
    b"HTTP/1.1 301 Moved Permanently\r\nLocation: https://museum.example/crane\r\n"
    b"Content-Length: 0\r\n\r\n"
)


def chunks(body: bytes, size: int = 100) -> bytes:
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def read(unfold, data: bytes, name: str = "crane.html"):
    """Return the documents that are found, and what is said of the file."""
    found = unfold(name, data)
    file = found.pop(name)
    return found, [(each.message, each.incomplete) for each in file.problems]


@pytest.mark.parametrize(
    "data",
    [
        HEAD + LENGTH + b"\r\n" + PAGE,
        HEAD + CHUNKED + b"\r\n" + chunks(PAGE),
        HEAD + CHUNKED + b"\r\n" + chunks(PAGE)[:-2] + b"Expires: now\r\n\r\n",
        HEAD + CHUNKED + b"\r\n" + PAGE,  # curl takes the chunks away and leaves the header
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE),
        HEAD + CHUNKED + b"Content-Encoding: gzip\r\n\r\n" + chunks(gzip.compress(PAGE), 40),
        HEAD.replace(b"\r", b"") + b"\n" + PAGE,
        HEAD.replace(b"HTTP/1.1 200 OK", b"HTTP/2 200 ") + b"\r\n" + PAGE,
        b"HTTP/1.1 200 Connection established\r\n\r\n" + HEAD + b"\r\n" + PAGE,
    ],
)
def test_the_body_of_an_answer_is_a_document(data, unfold):
    found, problems = read(unfold, data)
    assert [message for message, incomplete in problems if incomplete] == []
    (item,) = found.values()
    assert (item.media_type, item.document.markup) == ("text/html", PAGE.decode())
    said = {(each.property, each.normalized or each.value) for each in item.document.fields}
    assert {("captured", "2024-05-17T10:00:00+00:00"), ("language", "en")} <= said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HEAD + LENGTH + b"\r\n" + PAGE[:-9], f"the server announced {len(PAGE)} bytes, "),
        (HEAD + CHUNKED + b"\r\n" + chunks(PAGE)[:250], "its last chunk breaks off"),
        (HEAD + CHUNKED + b"\r\n" + chunks(PAGE)[:210], "its last chunk is missing"),
        (HEAD + CHUNKED + b"\r\n" + chunks(PAGE)[:106] + b"5\r\n" + PAGE, "the sizes of its"),
        (
            HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-12],
            "what is packed in it as gzip breaks off",
        ),
        (
            HEAD.replace(b"200 OK", b"206 Partial") + b"Content-Range: bytes 9-99/100\r\n\r\nA",
            "the server sent a part of it alone",
        ),
    ],
)
def test_an_answer_that_breaks_off_is_incomplete(data, said, unfold):
    _, problems = read(unfold, data)
    assert [is_lost for message, is_lost in problems if message.startswith(said)] == [True]


def test_an_answer_keeps_the_steps_on_the_way_to_it(unfold):
    found, problems = read(unfold, MOVED + HEAD + b"\r\n" + PAGE)
    assert list(found) == ["crane.html!/https://museum.example/crane"]
    (message,) = [message for message, _ in problems]
    assert message.startswith("an answer before it: '301 Moved Permanently', to")
    claims = extract_all(next(iter(found.values())).document).claims
    assert {each.value for each in claims if each.property == "url"} == {
        "https://museum.example/crane"
    }


def test_answers_one_after_the_other_are_documents_each(unfold):
    one = HEAD + LENGTH + b"\r\n" + PAGE
    two = HEAD + CHUNKED + b"\r\n" + chunks(b"<p>The other page of the museum.</p>")
    found, _ = read(unfold, one + two)
    assert [each.document.markup[:6] for each in found.values()] == ["<html>", "<p>The"]


def test_an_error_is_told_and_read(unfold):
    data = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<h1>Nothing is here</h1>"
    found, problems = read(unfold, data)
    assert len(found) == 1
    assert problems == [("the server answered '404 Not Found'", False)]


def test_too_many_header_fields_are_refused(unfold):
    data = HEAD + b"X-A: b\r\n" * 20 + b"\r\n" + PAGE
    item = unfold("a.html", data, Limits(headers=10))["a.html"]
    assert [each.message for each in item.problems] == [
        "23 header fields, over the limit of 10 (limits: headers)"
    ]


@pytest.mark.parametrize(
    ("name", "stated"), [("a.html", ""), ("a.php", ""), ("a", ""), ("a.pdf", "application/pdf")]
)
def test_the_basis_says_that_it_is_an_answer(name, stated):
    found = identify(name, HEAD + b"\r\n" + PAGE)
    assert found.media_type == "application/http"
    assert found.basis.endswith("content match HTTP answer, status 200")
    assert found.stated == stated


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"HTTP/1.1 200 OK is what a server says.\nThat is all that the page says.\n"),
        ("a.txt", b"HTTP/1.1 200 OK\nThat is what a server says\n\nThat is all.\n"),
        ("headers.txt", HEAD + LENGTH + b"\r\n"),
        ("a.md", HEAD + LENGTH + b"\r\n\r\nSo a server answers.\r\n"),
    ],
)
def test_a_text_that_speaks_of_answers_is_none(name, data):
    assert identify(name, data).media_type in {"text/plain", "text/markdown"}
