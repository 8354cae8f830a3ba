"""Pages that a program saved: from where and when, as it wrote into them."""

import pytest

from audit.claims.saved import saved
from audit.extractors import extract_all
from audit.model import Source
from audit.readers.html import Html

URL = "https://harbour.example/news/ferry"
PAGE = (
    "<html lang=en><head><meta charset=utf-8>{head}<title>Ferry timetable</title></head><body>"
    "<h1>Ferry timetable</h1><p>By Ann Lind, 06/07/2024</p><p>The ferry to the island leaves half "
    "an hour earlier from Monday, because the tide allows it.</p></body></html>{tail}"
)
HEADS = {
    "SingleFile": f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue Jun 11 2024 "
    "10:15:30 GMT+0200 (Central European Summer Time)\n-->",
    "the browser": f"<!-- saved from url=(0034){URL} -->",
    "HTTrack": "<!-- Mirrored from harbour.example/news/ferry by HTTrack Website Copier/3.x "
    "[XR&CO'2014], Tue, 11 Jun 2024 08:15:30 GMT -->",
    "the Wayback Machine": f'<script>__wm.wombat("{URL}","20240611081530","https://web.archive.org/"'
    ',"web")</script>',
    "monolith": f"<!-- Saved from {URL} at 2024-06-11T08:15:30Z using monolith v2.8.1 -->",
    "Save Page WE": f'<meta name="savepage-url" content="{URL}">'
    '<meta name="savepage-date" content="Tue Jun 11 2024 10:15:30 GMT+0200 (CEST)">',
    "WebScrapBook": f'<!-- x --><i data-scrapbook-source="{URL}" '
    'data-scrapbook-create="20240611081530123">',
}
REWRITTEN = f'<link rel="canonical" href="https://web.archive.org/web/20240611081530/{URL}">'
STYLE = '<link rel="stylesheet" href="https://web.archive.org/web/20010101000000cs_/http://a.b/c">'
ARCHIVED = (
    "<!--\n     FILE ARCHIVED ON 08:15:30 Jun 11, 2024 AND RETRIEVED FROM THE\n"
    "     INTERNET ARCHIVE ON 10:20:30 Nov 20, 2026.\n-->"
)


@pytest.fixture
def chosen(document):
    """Return the chosen claims of a page by property."""

    def asked(head, tail=""):
        markup = PAGE.format(head=head, tail=tail)
        text = "Ferry timetable\nBy Ann Lind, 06/07/2024\nThe ferry leaves earlier from Monday.\n"
        claims = [c for c in extract_all(document(text, markup=markup)).claims if c.chosen]
        for claim in claims:
            if claim.part == "markup":
                assert markup[claim.start : claim.end] == claim.value
        return {claim.property: claim for claim in claims}

    return asked


@pytest.mark.parametrize("program", HEADS)
def test_where_and_when_a_page_was_saved(program, chosen):
    found = chosen(HEADS[program])
    url = URL.replace("https", "http") if program == "HTTrack" else URL
    assert found["url"].normalized == url
    assert found["url"].reason.startswith(f"written into the page by {program}")
    if program != "the browser":
        assert found["captured"].normalized == "2024-06-11"
        assert found["issued"].normalized == "2024-06-07"
        assert program in found["issued"].reason


def test_the_head_of_an_answer_is_no_text_and_says_when_it_was_sent(chosen):
    head = "HTTP/1.1 200 OK\r\nServer: a\r\nDate: Tue, 11 Jun 2024 08:15:30 GMT\r\n\r\n"
    markup = head + PAGE.format(head="", tail="")
    source = Source(uri="a", path="a.html", location="", size=0, modified=0, inode=0)
    document = Html().read(source, markup.encode(), "test")
    assert document.text.startswith("Ferry timetable\n")
    claims = [claim for claim in extract_all(document).claims if claim.chosen]
    found = {claim.property: claim for claim in claims}
    assert (found["captured"].normalized, found["captured"].line) == ("2024-06-11", 3)
    assert found["issued"].normalized == "2024-06-07"


def test_the_address_before_the_archive_is_that_of_the_page(chosen):
    found = chosen(STYLE + REWRITTEN)
    assert (found["url"].normalized, found["captured"].normalized) == (URL, "2024-06-11")


def test_what_the_archive_wrote_at_the_end_is_seen(chosen):
    found = chosen("", "<p>words</p>\n" * 9_000 + ARCHIVED)
    assert found["captured"].value == "08:15:30 Jun 11, 2024"


@pytest.mark.parametrize("head", ["", STYLE, "<!-- saved from url=(0014)about:internet -->"])
def test_pages_that_say_nothing_of_it(head, chosen):
    assert "captured" not in chosen(head)
    assert "url" not in chosen(head)


@pytest.mark.parametrize(
    "program", ["SingleFile", "the browser", "HTTrack", "monolith", "the Wayback Machine"]
)
def test_a_page_about_such_marks_says_nothing_of_itself(program, chosen):
    mark = HEADS[program].replace("<!--", "&lt;!--")
    if "__wm" in mark:
        mark = REWRITTEN.replace("<link", "&lt;link")
    found = chosen("", f"<p><code>{mark}</code></p>")
    assert "captured" not in found
    assert "url" not in found


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- Page saved with SingleFile ",
        "<!-- ",
        "<meta canonical ",
        "<!--  Mirrored from a",
        "Page saved with SingleFile ",
        "Mirrored from a by HTTrack",
        "canonical ",
        "__wm.a(",
    ],
)
def test_it_is_linear(piece):
    assert list(saved(piece * 400_000)) == []  # else it does not end
