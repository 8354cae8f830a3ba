"""What programs export in one file: notes of Evernote, posts of WordPress, each a document."""

import io
import time

import pytest

from audit.readers import Budget, Limits, identify
from audit.readers.wordpress import WordPress

WORDS = "The tide mill at the quay turns twice a day, and nobody pays for the sea."
NOTE = f"""<note><title>The {{0}} mill</title><created>20240517T100000Z</created>
<updated>20240601T083000Z</updated><tag>mills</tag><note-attributes><author>Ada Lund</author>
<source-url>https://museum.example/mill</source-url></note-attributes><content><![CDATA[<?xml
version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">
<en-note><div>{WORDS}</div><div>It is&nbsp;open.</div><en-media hash="a"/></en-note>]]></content>
{{1}}</note>"""
PART = "<resource><data encoding='base64'>QUFBQQ==</data><mime>image/png</mime></resource>"
ENEX = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM '
    '"http://xml.evernote.com/pub/evernote-export3.dtd">\n<en-export export-date="20240701T000000Z"'
    f' application="Evernote">{NOTE.format("tide", PART)}{NOTE.format("wind", "")}</en-export>'
)
POST = f"""<item><title><![CDATA[The mill &amp; the quay]]></title><link>https://mill.example/{{0}}</link>
<pubDate>Fri, 17 May 2024 10:00:00 +0000</pubDate><dc:creator><![CDATA[ada]]></dc:creator>
<description></description><content:encoded><![CDATA[{WORDS}

It is <b>open</b>.]]></content:encoded><wp:post_id>7</wp:post_id>
<wp:post_modified_gmt><![CDATA[2024-06-01 08:30:00]]></wp:post_modified_gmt>
<wp:status><![CDATA[{{1}}]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
<wp:comment><wp:comment_content>First!</wp:comment_content></wp:comment></item>"""
PICTURE = """<item><title>a.png</title><content:encoded><![CDATA[]]></content:encoded>
<wp:post_type>attachment</wp:post_type></item>"""
WXR = (
    '<?xml version="1.0" encoding="UTF-8" ?><!-- generator="WordPress/6.5" -->\n'
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><title>Town Mill</title><link>https://mill.example</link><language>en</language>"
    "<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>Ada Lund"
    "</wp:author_display_name></wp:author>"
    f"{POST.format('one', 'publish')}{POST.format('two', 'draft')}{PICTURE}</channel></rss>"
)


def said(unfold, name, data, limits=None):
    found = unfold(name, data.encode(), limits)
    file = found.pop(name)
    return found, [(each.message, each.incomplete) for each in file.problems]


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.enex", ENEX, "application/enex+xml"),
        ("a.xml", ENEX, "application/enex+xml"),
        ("a.xml", WXR, "application/x-wxr+xml"),
        ("a.xml", WXR.replace("wordpress.org", "mill.example"), "application/rss+xml"),
    ],
)
def test_exports_are_known_by_their_content(name, data, media_type):
    found = identify(name, data.encode())
    assert (found.media_type, found.stated) == (media_type, "")


def test_every_note_is_a_document(unfold, claims):
    found, problems = said(unfold, "a.enex", ENEX)
    assert list(found) == ["a.enex!/1 The tide mill", "a.enex!/2 The wind mill"]
    assert problems == [("1 attachment is not read", False)]
    item = found["a.enex!/1 The tide mill"]
    assert item.document.text.split("\n")[:2] == [WORDS, "It is\u00a0open."]
    chosen = {name: claim.normalized for name, claim in claims(item).items()}
    assert chosen["title"] == "The tide mill"
    assert chosen["created"] == "2024-05-17"
    assert chosen["modified"] == "2024-06-01"
    assert chosen["creator"] == "Ada Lund"
    assert chosen["url"] == "https://museum.example/mill"


def test_every_post_is_a_document(unfold, claims):
    found, problems = said(unfold, "a.xml", WXR)
    assert list(found) == ["a.xml!/https://mill.example/one", "a.xml!/https://mill.example/two"]
    draft = "member 'https://mill.example/two': its status is 'draft': perhaps nobody could read it"
    assert set(problems) == {
        (draft, False),
        ("entries of the type 'attachment' without a text, left out: 1", False),
        ("comments of readers, not read: 2", False),
    }
    one, two = found.values()
    assert [line for line in one.document.text.split("\n") if line] == [WORDS, "It is open."]
    chosen = {name: claim.normalized for name, claim in claims(one).items()}
    assert chosen["title"] == "The mill & the quay"
    assert chosen["creator"] == "Ada Lund"
    assert chosen["issued"] == "2024-05-17"
    assert chosen["publisher"] == "Town Mill"
    assert "issued" not in claims(two)


def test_people_of_a_site_are_read_once_however_many_they_are_and_posts():
    login, name = (f"wp:author_{kind}" for kind in ("login", "display_name"))
    person = f"<{login}>{{0}}</{login}><{name}>N {{0}}</{name}>"
    people = "".join(person.format(number) for number in range(10_000))
    item = "<item><dc:creator>9999</dc:creator><content:encoded>x</content:encoded></item>"
    data = f"{WXR.partition('<wp:author>')[0]}{people}{item * 20_000}</channel></rss>".encode()
    start = time.process_time()
    records = list(WordPress().records(io.BytesIO(data), Budget()))
    assert time.process_time() - start < 6
    assert {each.value for each in records[-1].fields if each.property == "creator"} == {"N 9999"}


@pytest.mark.parametrize(("name", "data"), [("a.enex", ENEX), ("a.xml", WXR)])
def test_an_export_that_breaks_off_gives_what_it_has_and_says_so(name, data, unfold):
    found, problems = said(
        unfold, name, data[: data.rindex("The mill" if "rss" in data else "wind")]
    )
    assert len(found) == 1
    assert problems[-1][0].startswith("broken XML: ")
    assert problems[-1][1]


def test_limits_hold_for_exports(unfold):
    _, problems = said(unfold, "a.enex", ENEX, Limits(records=1))
    assert problems[-1] == ("more than 1 record (limits: records); the rest is not read", True)
    _, problems = said(unfold, "a.enex", ENEX, Limits(text=100))
    assert problems[-1] == ("an item is over the limit of 100 characters (limits: text)", True)
    _, problems = said(unfold, "a.enex", ENEX, Limits(depth=2))
    assert problems[-1] == ("elements nested deeper than 2 (limits: depth)", True)


def test_entities_of_an_export_are_refused(unfold):
    bomb = ENEX.replace('evernote-export3.dtd">', 'evernote-export3.dtd" [<!ENTITY a "b">]>')
    _, problems = said(unfold, "a.enex", bomb)
    assert problems == [("a DOCTYPE with declarations of its own; refused", True)]
