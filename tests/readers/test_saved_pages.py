"""Pages that a browser saved in one file: MHTML, and the web archives of Safari."""

import base64
import io
import plistlib
import quopri

import pytest

from audit.errors import ReadError
from audit.readers import Budget, Limits, identify
from audit.readers.mhtml import Mhtml
from audit.readers.webarchive import WebArchive

URL = "https://harbour.example/news/ferry"
PAGE = (
    "<html lang=en><head><title>Ferry timetable – Lindby</title></head><body><h1>Ferry timetable"
    "</h1><p>By Ann Lind, 3 June 2024</p><p>The ferry to the island leaves half an hour earlier "
    "from Monday, because the tide allows it.</p></body></html>\n"
)
CHROME = (
    f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nSubject: =?utf-8?Q?Ferry?=\n"
    "Date: Tue, 11 Jun 2024 08:15:30 -0000\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--b"\n\n'
)
EXPLORER = (
    'From: "Saved by Windows Internet Explorer 7"\nSubject: Ferry\n'
    "Date: Tue, 11 Jun 2024 10:15:30 +0200\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--b"\n'
    "X-MimeOLE: Produced By Microsoft MimeOLE V6.00\n\nThis is a multi-part message.\n\n"
)
WORD = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--b"\n\nA Single File.\n\n'
MAIL = (
    "Received: from a.example by b.example; Tue, 11 Jun 2024 08:15:30 +0000\n"
    "From: Ann Lind <ann@harbour.example>\nTo: all@harbour.example\nSubject: Ferry\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--b"\n\n'
)


def part(kind, location, content, *, packed=False):
    way = "base64" if packed else "quoted-printable"
    body = base64.encodebytes(content) if packed else quopri.encodestring(content)
    head = f"----b\nContent-Type: {kind}\nContent-Transfer-Encoding: {way}\n"
    return f"{head}Content-Location: {location}\n\n".encode() + body + b"\n"


def mhtml(head, location=URL, end=b"----b--\n", *more):
    page = part('text/html; charset="utf-8"', location, PAGE.encode())
    style = part("text/css", "https://harbour.example/a.css", b"p {color: black}")
    frame = part("text/html", "https://harbour.example/frame", b"<p>Buy rope.</p>", packed=True)
    data = head.encode() + frame + page + style + b"".join(more) + end
    return data.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a"])
@pytest.mark.parametrize("head", [CHROME, EXPLORER, WORD])
def test_the_format_is_told(head, name):
    assert identify(name, mhtml(head)).media_type == "multipart/related"


def test_a_mail_with_pictures_is_a_mail():
    assert identify("a.eml", mhtml(MAIL)).media_type == "message/rfc822"
    assert identify("a.mhtml", b"Words on the harbour.\n").media_type == "text/plain"


SENDERS = ('"Saved by Grace" <ann@harbour.example>', "Saved by the harbour library in 1998")


@pytest.mark.parametrize("sender", SENDERS)
def test_who_is_saved_by_somebody_saved_no_page(sender):
    mail = MAIL.replace("Ann Lind <ann@harbour.example>", sender)
    assert identify("a.eml", mhtml(mail)).media_type == "message/rfc822"
    letter = f"Title: Old maps\nFrom: {sender}\n\nWords on the harbour.\n"
    assert identify("a.txt", letter.encode()).media_type == "text/plain"


def test_a_text_on_saved_pages_is_a_text():
    text = b"Subject: maps\nContent-Type: multipart/related is what it says\n\nWords on it.\n"
    assert identify("a.txt", text).media_type == "text/plain"


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        (b"PGh0bWw", ""),  # nothing but its filling is missing
        (b"PGh0bWw+PHA+V29yZHM8L3A+P", "what is packed in it as base64 breaks off"),
        (b"**** none ****", "lines that are not packed as base64, as it says: 1"),
    ],
)
def test_a_page_that_is_packed_wrongly_is_incomplete(sent, wrong, unfold):
    data = part("text/html", URL, b"", packed=True).rstrip() + b"\n\n" + sent + b"\n----b--\n"
    problems = unfold("a.mhtml", CHROME.encode() + data)["a.mhtml"].problems
    said = [(f"its page: {wrong}", True)] if wrong else []
    assert [(each.message, each.incomplete) for each in problems] == said


def test_a_mail_that_is_packed_wrongly_says_so(unfold):
    mail = MAIL.replace('multipart/related; boundary="--b"', "text/plain")
    mail = mail.replace("\n\n", "\nContent-Transfer-Encoding: base64\n\nV29yZHM8L3A+P\n")
    document = unfold("a.eml", mail.encode())["a.eml"].document
    assert "what is packed in it as base64 breaks off" in document.lost


def test_the_page_is_a_document_and_nobody_called_saved_wrote_it(unfold, claims, said):
    found = unfold("a.mhtml", mhtml(CHROME))
    assert set(found) == {"a.mhtml", f"a.mhtml!/{URL}"}
    assert said(found["a.mhtml"]) == ["1 frame of the page not read"]
    item = found[f"a.mhtml!/{URL}"]
    assert item.document.markup.replace("\r\n", "\n") == PAGE
    chosen = {name: claim.normalized for name, claim in claims(item).items()}
    assert chosen["title"] == "Ferry timetable"
    assert chosen["creator"] == "Ann Lind"
    assert chosen["issued"] == "2024-06-03"
    assert (chosen["captured"], chosen["url"]) == ("2024-06-11", URL)
    assert "contact" not in chosen


def test_where_no_page_is_named_the_first_is_it(unfold, claims):
    found = unfold("a.mht", mhtml(WORD))
    assert set(found) == {"a.mht", "a.mht!/https://harbour.example/frame"}
    local = unfold("b.mht", mhtml(WORD).replace(b"https://harbour.example/frame", b"file:///C:/a"))
    assert local["b.mht!/page"].document.text == "Buy rope.\n"
    assert "url" not in claims(local["b.mht!/page"])


def test_one_that_breaks_off_is_incomplete(unfold, said):
    found = unfold("a.mhtml", mhtml(CHROME, end=b""))
    problem = found["a.mhtml"].problems[0]
    assert problem.message == "it breaks off: its last part has no end"
    assert problem.incomplete
    empty = unfold("b.mhtml", mhtml(CHROME).split(b"----b\r\n")[0])
    assert said(empty["b.mhtml"]) == ["no page is in it"]
    assert empty["b.mhtml"].problems[0].incomplete


def test_limits_of_a_saved_page(unfold, said):
    many = [part("image/png", f"https://a.example/{n}", b"x", packed=True) for n in range(30)]
    found = unfold("a.mhtml", mhtml(CHROME, URL, b"----b--\n", *many), Limits(parts=20))
    assert said(found["a.mhtml"]) == ["33 parts, over the limit of 20 (limits: parts)"]
    found = unfold("a.mhtml", mhtml(CHROME), Limits(headers=2))
    assert "over the limit of 2" in said(found["a.mhtml"])[0]


@pytest.mark.parametrize("container", [Mhtml, WebArchive])
def test_a_file_over_the_limit_is_not_read(container):
    file, budget = io.BytesIO(bytes(2_000)), Budget(Limits(file=1_000))
    with pytest.raises(ReadError, match="over the limit of 1,000 bytes"):
        list(container().records(file, budget))


def safari(**more):
    main = {
        "WebResourceData": PAGE.encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": URL,
    }
    return plistlib.dumps({"WebMainResource": main | more}, fmt=plistlib.FMT_BINARY)


def test_a_web_archive_of_safari(unfold, claims, said):
    found = unfold("a.webarchive", safari())
    assert set(found) == {"a.webarchive", f"a.webarchive!/{URL}"}
    assert said(found["a.webarchive"]) == []
    chosen = claims(found[f"a.webarchive!/{URL}"])
    assert chosen["url"].normalized == URL
    assert chosen["title"].normalized == "Ferry timetable"
    assert "Lindby" in found[f"a.webarchive!/{URL}"].document.markup


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (safari()[:-9], "damaged property list: InvalidFileException"),
        (safari(WebResourceData="words"), "no page is in it"),
    ],
)
def test_a_broken_web_archive_is_named(data, reason, unfold, said):
    found = unfold("a.webarchive", data)
    assert said(found["a.webarchive"]) == [reason]
    assert found["a.webarchive"].problems[0].incomplete


SAVED_AS = (
    "{}Subject: The crane\r\nDate: Fri, 17 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="xx"\r\n\r\n'
    "--xx\r\nContent-Type: text/html\r\n\r\n<p>The crane comes down.</p>\r\n--xx--\r\n"
)


@pytest.mark.parametrize(
    ("name", "header", "media_type"),
    [
        ("a.mhtml", "", "multipart/related"),
        ("a.mht", "From: Ada Lund <ada@museum.example>\r\n", "multipart/related"),
        ("a.mht", "Message-ID: <1@museum.example>\r\n", "multipart/related"),
        ("a", "", "multipart/related"),
        ("a.eml", "", "message/rfc822"),
        ("a.eml", "X-Unsent: 1\r\n", "message/rfc822"),
        ("a", "From: Ada Lund <ada@museum.example>\r\n", "message/rfc822"),
    ],
)
def test_the_name_tells_a_saved_page_from_a_letter_where_its_header_does_not(
    name, header, media_type
):
    found = identify(name, SAVED_AS.format(header).encode())
    assert (found.media_type, found.stated) == (media_type, "")
