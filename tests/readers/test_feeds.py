"""RSS and Atom: what a feed says of itself, of its items, and what is no text in it."""

import pytest

from audit.extractors import extract_all
from audit.lines import source_offset

STORY = "The harbour council met on Monday and spoke of the wall for three hours."
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Quay news</title>
<updated>2024-07-24T10:00:00Z</updated>{{}}<entry><title>The wall</title><author>
<name>Ola Nord</name></author><published>2024-07-20T10:00:00Z</published>
<updated>2024-07-28T10:00:00Z</updated><content>{STORY}</content></entry>{{}}</feed>"""
AUTHOR = "<author><name>Anna Berg</name></author>"
SECOND = f"""<entry><title>The ferry</title><author><name>Eva Lund</name></author>
<published>2024-06-01T10:00:00Z</published><content>{STORY}</content></entry>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Quay news</title>
<image><title>The badge</title></image><language>en</language>{{}}<item><media:title>M</media:title>
<title>Wall</title><dc:creator>Oda</dc:creator><pubDate>Sat, 20 Jul 2024 10:00:00 +0000</pubDate>
<description>{STORY}</description></item></channel></rss>"""
BUILT = "<lastBuildDate>Wed, 24 Jul 2024 10:00:00 +0000</lastBuildDate>"
ISSUED = "<pubDate>Tue, 23 Jul 2024 10:00:00 +0000</pubDate>"


def chosen(item) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    evidence = extract_all(item.document)
    assert evidence.conflicts == ()
    for claim in evidence.claims:
        if claim.chosen:
            found.setdefault(claim.property, []).append(claim.normalized)
    return found


DATES = ("issued", "modified", "captured", "created")


@pytest.mark.parametrize(
    ("data", "creators", "dates"),
    [
        (ATOM.format("", ""), ["Ola Nord"], {"issued": "2024-07-20", "modified": "2024-07-24"}),
        (ATOM.format(AUTHOR, ""), ["Anna Berg"],
         {"issued": "2024-07-20", "modified": "2024-07-24"}),
        (ATOM.format("", SECOND), ["Ola Nord", "Eva Lund"], {"modified": "2024-07-24"}),
        (RSS.format(""), ["Oda"], {"issued": "2024-07-20"}),
        (RSS.format(BUILT + ISSUED), ["Oda"], {"issued": "2024-07-23", "modified": "2024-07-24"}),
    ],
)  # fmt: skip
def test_what_a_feed_says_of_itself(data, creators, dates, unfold):
    found = chosen(unfold("a.xml", data.encode())["a.xml"])
    assert found["title"] == ["Quay news"]
    assert found["creator"] == creators
    assert {name: found[name][0] for name in DATES if name in found} == dates


def test_fields_and_text_of_a_feed_stand_where_they_do(unfold):
    document = unfold("a.xml", ATOM.format(AUTHOR, SECOND).encode())["a.xml"].document
    assert "2024" not in document.text
    for claim in extract_all(document).claims:
        if claim.extractor == "xml":
            assert document.markup[claim.start : claim.end] == claim.value


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (("<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><author><name>B</name></author>"
         "</feed>"), ["A", "B"]),
        ("<book><title>A</title><author>B</author><date>C</date></book>", ["A", "B", "C"]),
        ("<p>See <title>A</title> by <name>B</name>.</p>", ["See A by B."]),
        ("<TEI><text><p><title>A</title><name>B</name></p></text></TEI>", ["AB"]),
    ],
)  # fmt: skip
def test_elements_that_follow_each_other_are_not_glued(data, lines, unfold):
    text = unfold("a.xml", f"<?xml version='1.0'?>{data}".encode())["a.xml"].document.text
    assert text.splitlines() == lines


RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/">{}</rdf:RDF>"""


@pytest.mark.parametrize(
    "inner",
    [
        (
            "<channel><title>Quay news</title><dc:date>2024-07-24</dc:date></channel><item>"
            "<title>The wall</title><dc:date>2024-06-01</dc:date></item>"
            "<item><title>B</title></item>"
        ),
        (
            "<rdf:Description><dc:title>Quay news</dc:title><dc:date>2024-07-24</dc:date>"
            "</rdf:Description>"
        ),
    ],
)
def test_rdf_is_a_feed_or_a_description(inner, unfold):
    found = chosen(unfold("a.xml", RDF.format(inner).encode())["a.xml"])
    assert (found["title"], found["issued"]) == (["Quay news"], ["2024-07-24"])


MARKED = (
    "<description>&lt;p&gt;The wall &amp;amp; the “quay”.&lt;/p&gt;"
    "&lt;p&gt;It&amp;#8217;s new.&lt;/p&gt;</description>"
)
CDATA = (
    "<description><![CDATA[<p>The wall &amp; the “quay”.</p>\n<p>It&#8217;s new.</p>]]>"
    "</description>"
)
PLAIN = "<description>The wall &amp;amp; the “quay”.&lt;br&gt;It’s new.</description>"


@pytest.mark.parametrize("said", [MARKED, CDATA, PLAIN])
def test_an_item_in_html_is_read_as_a_page(said, unfold):
    data = RSS.format("").replace(f"<description>{STORY}</description>", said)
    document = unfold("a.xml", data.encode())["a.xml"].document
    assert document.text.endswith("Oda\nThe wall & the “quay”.\nIt’s new.\n")
    for word in ("wall", "quay", "new"):
        begin = source_offset(document.chunks, document.text.index(word, len("Quay news")))
        assert document.markup.startswith(word, begin)


def test_atom_says_what_is_html(unfold):
    entry = "<title type='html'>The &lt;em&gt;wall&lt;/em&gt;</title>"
    data = ATOM.format("", "").replace("<title>The wall</title>", entry)
    assert "The wall\n" in unfold("a.xml", data.encode())["a.xml"].document.text
    plain = ATOM.format("", "").replace(STORY, "The tag &lt;em&gt; of a page")
    assert "The tag <em> of a page\n" in unfold("a.xml", plain.encode())["a.xml"].document.text


def test_the_days_of_the_pages_are_not_that_of_a_map_of_the_site(unfold):
    data = (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
        "<loc>https://quay.example/</loc><lastmod>2024-05-17</lastmod></url></urlset>"
    )
    item = unfold("sitemap.xml", data.encode())["sitemap.xml"]
    assert item.document.text == "https://quay.example/\n"
    assert "issued" not in chosen(item)


BY = "https://creativecommons.org/licenses/by/4.0/"
CC = (
    '<license xmlns="http://creativecommons.org/ns#" xmlns:r="http://www.w3.org/1999/02/'
    f'22-rdf-syntax-ns#" r:resource="{BY}"/>'
)
TUNES = '<t:author xmlns:t="http://www.itunes.com/dtds/podcast-1.0.dtd">Ada Berg</t:author>'


@pytest.mark.parametrize(
    ("data", "property_", "value"),
    [
        (ATOM.format(f'<link rel="license" href="{BY}"/>', SECOND), "rights", "CC-BY-4.0"),
        (ATOM.format("<rights>CC BY-SA 4.0</rights>", SECOND), "rights", "CC-BY-SA-4.0"),
        (RSS.format(CC), "rights", "CC-BY-4.0"),
        (RSS.format("<copyright>Public domain</copyright>"), "rights", "public-domain"),
        (ATOM.format("<id>urn:quay:1</id>", SECOND), "identifier", "urn:quay:1"),
        (ATOM.format('<link rel="self" href="https://quay.example/a"/><link href="/b"/>', SECOND),
         "url", "https://quay.example/a"),
        (RSS.format('<link xmlns="http://www.w3.org/2005/Atom" rel="self" href="https://q.example"/>'),
         "url", "https://q.example"),
        (RSS.format("<managingEditor>ada@q.example (Ada Berg)</managingEditor>"),
         "creator", "Ada Berg"),
        (RSS.format(TUNES), "creator", "Ada Berg"),
    ],
)  # fmt: skip
def test_rights_addresses_and_people_of_a_feed(data, property_, value, unfold):
    assert chosen(unfold("a.xml", data.encode())["a.xml"])[property_][0] == value


def test_a_title_in_html_is_told_as_it_is_read(unfold):
    title = '<title type="html">Quay &lt;b&gt;news&lt;/b&gt;</title>'
    data = ATOM.format("", "").replace("<title>Quay news</title>", title)
    assert chosen(unfold("a.xml", data.encode())["a.xml"])["title"] == ["Quay news"]


@pytest.mark.parametrize(
    "end",
    [
        "<expirationDate>Thu, 01 Aug 2024 10:00:00 GMT</expirationDate>",
        '<d:valid xmlns:d="http://purl.org/dc/terms/">end=2024-08-01T10:00+01:00</d:valid>',
    ],
)
def test_until_when_an_item_is_worth_reading_is_no_day_of_it(end, unfold):
    data = RSS.format(end).replace("<pubDate>Sat, 20 Jul 2024 10:00:00 +0000</pubDate>", "")
    item = unfold("a.xml", data.encode())["a.xml"]
    assert "2024" not in item.document.text
    assert {claim.property for claim in extract_all(item.document).claims}.isdisjoint(DATES)
