"""A list of objects in one JSON file is taken apart; texts in HTML are read as pages are."""

import json
import time

import pytest

from audit.diff.documents import open_document
from audit.errors import UsageError
from audit.lines import source_offset
from audit.readers import Limits, reader_for
from audit.readers.bounds.tagged import is_tagged

WORDS = "The old crane comes down on Friday, come and see it go with us at the quay."
POSTS = [
    {"title": "The crane", "text": f"{WORDS} One.", "date": "2024-05-17"},
    {"title": "The mill", "text": f"{WORDS} Two.", "date": "2024-05-18"},
]


def test_every_object_of_a_list_is_a_document(unfold, claims):
    found = unfold("a.json", json.dumps(POSTS, indent=1).encode())
    assert set(found) == {"a.json", "a.json!/1", "a.json!/2"}
    assert found["a.json"].state == "container"
    assert found["a.json"].problems == ()
    item = found["a.json!/2"]
    assert item.document.text == f"{WORDS} Two."
    chosen = claims(item)
    assert chosen["title"].normalized == "The mill"
    assert chosen["issued"].normalized == "2024-05-18"


@pytest.mark.parametrize(
    "data",
    [
        POSTS[0],
        [1, 2],
        [{"name": "x"}, {"name": "y"}],
        [*POSTS, "more"],
        [POSTS[0], {"name": "x"}, {"name": "y"}],
        [],
    ],
)
def test_any_other_json_is_one_document(data, unfold):
    assert set(unfold("a.json", json.dumps(data).encode())) == {"a.json"}


def test_an_object_without_a_text_among_others_is_told(unfold):
    found = unfold("a.json", json.dumps([*POSTS, {"name": "x"}]).encode())
    assert len(found) == 4
    assert list(found["a.json!/3"].document.remarks) == [
        "no field called text or content or body in it: read as it is written"
    ]


def test_what_follows_the_list_or_cuts_it_off_is_told(unfold, said):
    text = json.dumps(POSTS)
    found = unfold("a.json", f"{text} []".encode())
    assert said(found["a.json"]) == [
        "2 characters after the end of its list, left out, from line 1"
    ]
    (torn,) = unfold("a.json", text[:-20].encode()).values()
    assert "broken JSON" in torn.document.lost[0]


def test_a_list_over_the_limit_of_records_is_told(unfold, said):
    found = unfold("a.json", json.dumps(POSTS * 3).encode(), Limits(records=4))
    assert "more than 4 records" in said(found["a.json"])[0]
    assert "a.json!/4" in found


@pytest.mark.parametrize(
    ("name", "is_taken"),
    [("post.words", True), ("/post/words", True), ("post", False), ("", False), ("/0/x", False)],
)
def test_the_field_that_is_named_tells_a_list_of_texts(name, is_taken):
    data = json.dumps([{"post": {"words": WORDS}, "x": WORDS}] * 2).encode()
    reader = reader_for("application/json").with_text_field(name)
    assert (reader.apart(data) is not None) is is_taken


def test_a_list_of_documents_is_none_to_compare(tmp_path):
    file = tmp_path / "a.json"
    file.write_text(json.dumps(POSTS))
    with pytest.raises(UsageError, match="holds documents and is none itself"):
        open_document(str(file))


SHOWN = "It is\u00a0open \u2013 “every” day."
PAGE = f"<p>{WORDS}</p>\n<p>It is&nbsp;open &#8211; \u201cevery\u201d day.</p>\n"


@pytest.mark.parametrize("is_ascii", [True, False])
def test_a_text_in_html_is_read_as_a_page(is_ascii, unfold):
    data = json.dumps({"title": "The crane", "text": PAGE}, ensure_ascii=is_ascii)
    document = unfold("a.json", data.encode())["a.json"].document
    assert document.text == f"{WORDS}\n{SHOWN}\n"
    for word in ("old crane", "open", "day."):
        at = document.text.index(word)
        begin = source_offset(document.chunks, at)
        assert document.markup[begin : begin + len(word)] == word
    quote = document.markup[source_offset(document.chunks, document.text.index("“")) :]
    assert quote.startswith("\\u201c" if is_ascii else "“")


def test_what_wordpress_shows_is_the_text(unfold, claims):
    post = {
        "date": "2024-05-17T10:00:00",
        "link": "https://mill.example/one",
        "title": {"rendered": "The crane&#8217;s end"},
        "content": {"rendered": PAGE, "protected": False},
        "author": 3,
    }
    item = unfold("a.json", json.dumps([post]).encode())["a.json!/1"]
    assert item.document.text.startswith(WORDS)
    chosen = {name: claim.normalized for name, claim in claims(item).items()}
    assert (chosen["title"], chosen["issued"], chosen["url"]) == (
        "The crane’s end",
        "2024-05-17",
        "https://mill.example/one",
    )
    assert "creator" not in chosen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One</p>", True),
        ("One<br>two<br />three", True),
        ('See <a href="x">the mill</a>.', True),
        ("<!doctype html><html><body>One</body></html>", True),
        ("One, if a < b and c > d", False),
        ("Use the <b> tag, or <br> to break a line", False),
        ("Write <b>bold</b> for what is bold", False),
        ("<p>One", False),
        ("function f() { return '<div>' + x + '</div>' }", False),
        ("AT&amp;T", False),
    ],
)
def test_what_is_plainly_html(text, expected):
    assert is_tagged(text) is expected


def test_many_tags_cost_no_time():
    begin = time.process_time()
    for text in ("<p " * 300_000, "<p>" * 300_000, "<" * 1_000_000, "</p " * 200_000):
        is_tagged(text)
    assert time.process_time() - begin < 2


FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour notes",
    "language": "en",
    "items": [
        {"id": "1", "title": "The walk", "content_html": "<p>The <b>walk</b> opens.</p>"},
        {"id": "2", "content_text": "The roof is mended.", "date_published": "2021-05-04"},
    ],
}
NOTE = {"type": "Note", "content": "<p>The walk opens.</p>", "published": "2021-05-04T10:00:00Z"}
BOX = {
    "@context": ["https://www.w3.org/ns/activitystreams", {"@language": "en"}],
    "type": "OrderedCollection",
    "orderedItems": [
        {"type": "Create", "actor": "https://quay.example/lind", "object": NOTE},
        {"type": "Announce", "object": "https://quay.example/notes/9"},
        {"type": "Announce", "object": "https://quay.example/notes/10"},
    ],
}


def test_a_json_feed_is_taken_apart_and_speaks_for_its_items(unfold):
    found = unfold("feed.json", json.dumps(FEED, indent=1).encode())
    assert set(found) == {"feed.json", "feed.json!/1", "feed.json!/2"}
    assert found["feed.json"].state == "container"
    one, two = (found[f"feed.json!/{number}"].document for number in (1, 2))
    assert (one.text.strip(), two.text) == ("The walk opens.", "The roof is mended.")
    said = {(field.property, field.value, field.place) for field in two.fields}
    assert said == {
        ("identifier", "2", "field id"),
        ("issued", "2021-05-04", "field date_published"),
        ("publisher", "Harbour notes", "field title of the feed"),
        ("language", "en", "field language of the feed"),
    }


def test_the_outbox_of_an_account_is_taken_apart(unfold):
    found = unfold("outbox.json", json.dumps(BOX).encode())
    assert set(found) == {"outbox.json", *(f"outbox.json!/{number}" for number in (1, 2, 3))}
    post = found["outbox.json!/1"].document
    assert post.text.strip() == "The walk opens."
    assert ("issued", NOTE["published"]) in {(one.property, one.value) for one in post.fields}


@pytest.mark.parametrize("data", [{**FEED, "items": []}, {**FEED, "version": "2"}, {"items": [1]}])
def test_an_object_that_is_no_feed_is_one_document(data, unfold):
    text = json.dumps({**data, "home": "https://jsonfeed.org"})
    assert set(unfold("a.json", text.encode())) == {"a.json"}
