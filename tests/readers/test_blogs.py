"""Exports of Blogger and outlines: what is in them, and under whose name."""

import pytest

from audit.lines import source_offset
from audit.readers import identify

WORDS = "The old crane comes down on Friday, come and see it go with us at the quay."
KIND = "http://schemas.google.com/blogger/2008/kind#"
HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>"
    '<?xml-stylesheet href="http://www.blogger.com/styles/atom.css" type="text/css"?>\n'
)


def entry(number, kind, said="", more=""):
    return (
        f"<entry><id>tag:blogger.com,1999:blog-1.post-{number}</id>"
        f"<published>2024-05-{number}T10:00:00.000+02:00</published>{more}"
        f"<category term='{KIND}{kind}'/><category term='mills'/><title type='text'>Crane {number}"
        f"</title><content type='html'>{said}</content><author><name>Bo Ray</name></author>"
        f"<link rel='replies' href='http://mill.example/replies'/></entry>"
    )


LINK = "<link rel='alternate' href='http://mill.example/crane.html'/>"
DRAFT = (
    "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>"
)
BLOG = (
    f"{HEAD}<feed xmlns='http://www.w3.org/2005/Atom'><title>Town Mill</title>"
    "<author><name>Ada Lund</name></author><generator version='7'>Blogger</generator>"
    f"{entry(10, 'template', '&lt;html&gt;')}"
    f"{entry(17, 'post', f'&lt;p&gt;{WORDS}&lt;/p&gt;', LINK)}"
    f"{entry(18, 'page', WORDS, DRAFT)}{entry(19, 'comment', 'Nice')}{entry(20, 'post')}</feed>"
)
TAKEN = (
    "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' "
    "xmlns:blogger='http://schemas.google.com/blogger/2018'><title>Town Mill</title><entry>"
    "<id>tag:blogger.com,1999:blog-1.post-17</id><blogger:type>POST</blogger:type>"
    f"<blogger:status>DRAFT</blogger:status><title>Crane</title><content type='html'>{WORDS}"
    "</content></entry></feed>"
)


@pytest.mark.parametrize("name", ["blog.xml", "feed.atom"])
def test_an_export_of_blogger_is_known_by_its_content(name):
    found = identify(name, BLOG.encode())
    assert (found.media_type, found.stated) == ("application/x-blogger+xml", "")


def test_posts_and_pages_of_blogger_are_documents(unfold, claims, said):
    found = unfold("blog.xml", BLOG.encode())
    post, page = "blog.xml!/http://mill.example/crane.html", "blog.xml!/page 18"
    assert set(found) == {"blog.xml", post, page}
    assert found[post].document.text == f"{WORDS}\n"
    chosen = {name: claim.normalized for name, claim in claims(found[post]).items()}
    assert chosen["title"] == "Crane 17"
    assert chosen["creator"] == "Bo Ray"
    assert chosen["publisher"] == "Town Mill"
    assert chosen["issued"] == "2024-05-17"
    assert chosen["url"] == "http://mill.example/crane.html"
    assert "issued" not in claims(found[page])
    assert said(found["blog.xml"]) == [
        "member 'page 18': its status is 'draft': perhaps nobody could read it",
        "comments of readers, not read: 1",
        "entries of the type 'post' without a text, left out: 1",
        "entries of the type 'template' which are no texts, left out: 1",
    ]


def test_an_export_of_today_says_what_an_entry_is(unfold, said):
    found = unfold("feed.atom", TAKEN.encode())
    assert found["feed.atom!/post 17"].document.text == f"{WORDS}\n"
    assert "status is 'DRAFT'" in said(found["feed.atom"])[0]


def test_an_export_that_breaks_off_is_told(unfold, said):
    found = unfold("blog.xml", BLOG[:-400].encode())
    assert "broken XML" in said(found["blog.xml"])[-1]
    assert len(found) > 1


def test_a_feed_with_a_style_is_a_feed():
    feed = f"{HEAD}<rss version='2.0'><channel><title>Town</title></channel></rss>"
    assert identify("a.xml", feed.encode()).media_type == "application/rss+xml"


OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Feeds of the library</title>
<dateCreated>Fri, 17 May 2024 10:00:00 GMT</dateCreated><ownerName>Ada Lund</ownerName></head><body>
<outline text="N\u00e4he"><outline type="rss" text="Town &amp; Mill" xmlUrl="https://mill.example/"/></outline>
<outline title="An idea" _note="Keep the crane"/></body></opml>"""


@pytest.mark.parametrize("name", ["a.opml", "a.xml"])
def test_an_outline_is_its_points(name, unfold, claims):
    item = unfold(name, OPML.encode())[name]
    assert (item.media_type, item.stated) == ("text/x-opml+xml", "")
    document = item.document
    assert document.text == "N\u00e4he\nTown & Mill\nAn idea\nKeep the crane\n"
    for word in ("N\u00e4he", "Town", "An idea", "Keep"):
        assert document.markup.startswith(
            word, source_offset(document.chunks, document.text.index(word))
        )
    chosen = claims(item)
    assert chosen["title"].normalized == "Feeds of the library"
    assert chosen["title"].line == 2
    assert chosen["creator"].normalized == "Ada Lund"
    assert chosen["created"].normalized == "2024-05-17"
    assert "issued" not in chosen
