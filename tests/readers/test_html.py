import html
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import ReadError
from audit.lines import Lines, source_offset
from audit.model import Source
from audit.readers.html import Html
from audit.readers.html.page import DEEPEST

SOURCE = Source(uri="page", path="page", location="page", size=0, modified=0, inode=0)
BODY = "The hall opens at nine, and the reading room at ten on every day but Monday. " * 4
MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<pre>",
            "</pre>",
            "<td>",
            "<tr>",
            "<table>",
            "</table>",
            "<li>",
            "<ul>",
            "</ul>",
            "<nav>",
            "</nav>",
            "<main>",
            "</main>",
            "<article>",
            "</article>",
            "<script>",
            "</script>",
            "<br>",
            "<a>",
            "</a>",
            "<h1>",
            "<b",
            "<!--",
            "-->",
            "&amp;",
            "&#160;",
            "&copy",
            "&lt",
            "&#0;",
            "&",
            "<",
            ">",
            "quay",
            "\n",
            "\r\n",
            "\t",
        ]  # one line holds them all
    ),
    max_size=40,
).map("".join)


def read(page):
    return Html().read(SOURCE, page.encode() if isinstance(page, str) else page, "")


def body(page):
    document = read(page)
    parts, end = [], 0
    for span in document.furniture:
        parts.append(document.text[end : span.start])
        end = span.end
    return "".join([*parts, document.text[end:]])


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one\n   two</p>\n<p> three </p>", "one two\nthree\n"),
        ("one<br>two<hr>three", "one\ntwo\nthree\n"),
        ("a <b>bold</b> <i> word </i>.", "a bold word .\n"),
        ("un<b>brok</b>en", "unbroken\n"),
        (
            "<p>a &amp; b&nbsp;c &eacute;&#8211;&#x2014; &copy 2020 &what; & d",
            "a & b\xa0c é–— © 2020 &what; & d\n",
        ),
        ("a&#000000000064;b&#x00000000040;c<pre>&#00000000064;</pre>", "a@b@c\n@\n"),
        (f"a&#{'0' * 5_000}64;b&#{'9' * 5_000};c", "a@b\ufffdc\n"),
        ("<pre> a\r\n  b &lt;\rc</pre>d", " a\n  b <\nc\nd\n"),
        ("<table><tr><td>a<td>b<tr><td><p>c</p></td></table>", "a\tb\nc\n"),
        ("<ul><li>a<li>b</ul>", "a\nb\n"),
        ("<dl><dt>a<dd>b</dl>", "a\nb\n"),
        ("<title>no</title><script>x</script><style>y</style>a<noscript>n</noscript>", "a\n"),
        ("a<template><p>b</template><svg><title/><text>x</text></svg>c", "ac\n"),
        ("a<!-- b -->c<select><option>no</select>", "ac\n"),
        ("", ""),
        ("<p> \n </p>", ""),
    ],
)
def test_text_is_what_a_visitor_sees(page, text):
    assert read(page).text == text


def test_every_line_leads_to_its_line_of_the_page():
    page = "<html>\r\n<p>first\r\nline</p>\n\n<p>\n  second &amp; last</p>"
    document = read(page)
    text, markup = Lines(document.text), Lines(document.markup)
    where = [
        markup.line(source_offset(document.chunks, text.starts[number])) for number in range(2)
    ]
    assert document.text == "first line\nsecond & last\n"
    assert where == [2, 6]
    last = document.text.index("last")
    assert document.markup[source_offset(document.chunks, last) :].startswith("last")


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        (f"<nav>Home</nav><p>{BODY}</p><footer>Imprint</footer>", True),
        (f"<header>Museum</header><p>{BODY}</p><aside>See also</aside>", True),
        (f"<div role=navigation>Home</div><p>{BODY}</p><div role=contentinfo>x</div>", True),
        (f"Museum <main><p>{BODY}</p></main> Imprint", True),
        (f"Museum <article><p>{BODY}</p></article> Imprint", True),
        (f"<div class='site-footer'>Imprint</div><p>{BODY}</p>", True),
        (f"<ul id=mainMenu><li><a>Home</a><li><a>Visit</a></ul><p>{BODY}</p>", True),
        (f"<p class='cookie-notice'>We bake<p>{BODY}</p>", True),
        (f"<article><header>By Ida</header><p>{BODY}</p><footer>1 May</footer></article>", False),
        (f"<div class='no-sidebar'>Dear reader<p>{BODY}</p></div>", False),
        (f"<div class=sidebar-wrapper><h1>Hall</h1><p>{BODY}</p></div>", False),
        (f"<div class=menu><p>Soup of the day, bread and cheese</p></div><p>{BODY}</p>", False),
        (f"<div class=footer><p>{BODY}</p></div>", True),
        (f"<header><article><p>{BODY}</p></article></header>", True),
    ],
)
def test_furniture(page, kept):
    assert (body(page).strip() == BODY.strip()) is kept
    assert BODY.strip() in body(page)


def test_several_articles_and_a_tiny_main_part_say_nothing():
    page = f"<p>{BODY}</p><main>x</main><article>a</article><article>b</article>"
    assert read(page).furniture == ()


def test_a_stray_end_tag_does_not_leave_a_cell():
    page = f"<main><table><tr><td>a</div></main>b</td></tr></table>{BODY}</main>after"
    assert body(page).split()[0] == "ab"
    assert "after" not in body(page)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=windows-1251>", "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<?xml version="1.0" encoding="windows-1251"?><html>', "windows-1251"),
        ("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>", "windows-1251"),
        ("<meta charset=harbour><meta charset=windows-1251>", "windows-1251"),
    ],
)
def test_charset_of_the_page(head, encoding):
    document = read((head + "<p>Музей").encode(encoding))
    assert (document.text, document.encoding) == ("Музей\n", encoding)


def test_deep_nesting_is_read_and_said():
    document = read("<div>" * (DEEPEST + 9) + "deep")
    assert document.text == "deep\n"
    assert document.remarks == (f"9 elements nested over {DEEPEST} deep were read as siblings",)


def test_a_text_over_the_limit():
    with pytest.raises(ReadError, match="over the limit"):
        read("word " * 300_000)


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<a ", "<div>", "</div>", "<td>", "<b>", "<p>", "<li>", "&amp;", "&", "<h1>x",
     "<div class=menu>", "<table>", "<div class=menu></p><h1>", "<title/>", "<nav><article>",
     "<svg>", "<pre>\n", "<div class='", "<script/>", "<svg/>"],
)  # fmt: skip
def test_hostile_pages_take_linear_time(piece):
    before = time.process_time()
    read(piece * (120_000 // len(piece)) + "\n")
    assert time.process_time() - before < 3


@given(st.one_of(MARKUP, st.text(max_size=60)))
def test_chunks_lead_to_the_character_they_stand_for(page):
    document = read(page)
    starts = [chunk.start for chunk in document.chunks]
    assert starts == sorted(set(starts))
    for chunk in document.chunks:
        there = document.markup[chunk.source : chunk.source + 34]
        here = document.text[chunk.start]
        assert here == there[0] or (here.isspace() and there[0].isspace()) or (
            there[0] == "&" and html.unescape(there).startswith((here, "\r"))
        )  # fmt: skip


@given(MARKUP)
def test_furniture_is_in_order_and_in_the_text(page):
    document, end = read(page), 0
    for span in document.furniture:
        assert end <= span.start < span.end <= len(document.text)
        end = span.end


@given(st.binary(max_size=300))
def test_any_bytes_make_a_document(data):
    document = read(data)
    assert document.text == "" or document.text.endswith("\n")


def test_frames_that_are_written_into_a_page_are_told(unfold):
    frame = '<iframe class="a" srcdoc="&lt;p&gt;The mill&lt;/p&gt;"></iframe>'
    page = (
        f"<html><body><p>The crane.</p>{frame * 2}<iframe src='b.html' srcdoc=''></iframe></body>"
    )
    document = unfold("a.html", page.encode())["a.html"].document
    assert document.text == "The crane.\n"
    assert document.remarks == ("frames that are written into it, not read: 2",)
    told = unfold("a.html", b"<html><p>What srcdoc= means</p>")["a.html"].document
    assert told.remarks == ()
