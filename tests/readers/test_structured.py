"""XML, JSON and JSON Lines: the text, its place in the file, and the fields."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extractors import extract_all
from audit.extractors.embedded import narrowed
from audit.lines import source_offset
from audit.model import Source
from audit.readers import Limits, reader_for


def source() -> Source:
    return Source(uri="a", path="a", location="a", size=0, modified=0, inode=0)


TEI = """<?xml version="1.0" encoding="utf-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>The Øre harbour</title><author>Anna Berg</author></titleStmt>
<publicationStmt><publisher>Town Library</publisher><date when="1998-05-04">4 May</date>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC</licence>
</availability></publicationStmt></fileDesc></teiHeader>
<text><body><head>Øre harbour</head>
  <p>The <hi>old</hi> boats
     are in &amp; done.</p></body></text></TEI>"""


def test_tei(unfold, claims):
    item = unfold("a.xml", TEI.encode())["a.xml"]
    document = item.document
    assert document.media_type == "application/tei+xml"
    assert document.text == "Øre harbour\nThe old boats\nare in & done.\n"
    for word in ("Øre", "old", "boats", "are", "done"):
        at = source_offset(document.chunks, document.text.index(word))
        assert document.markup[at:].startswith(word)
    chosen = claims(item)
    assert chosen["title"].value == "The Øre harbour"
    assert chosen["title"].line == 3
    assert chosen["creator"].value == "Anna Berg"
    assert chosen["issued"].normalized == "1998-05-04"
    assert chosen["rights"].normalized == "CC-BY-4.0"
    for claim in (chosen["title"], chosen["creator"]):
        assert document.markup[claim.start : claim.end] == claim.value


def test_the_main_title_of_tei_comes_before_its_subtitle(unfold, claims):
    sub = TEI.replace("<titleStmt>", '<titleStmt><title type="sub">An edition</title>')
    assert claims(unfold("a.xml", sub.encode())["a.xml"])["title"].value == "The Øre harbour"


PROFILE = """<profileDesc><creation><date when="1821-03-04">4 March</date></creation></profileDesc>
<revisionDesc><change when="2020-06-07">a slip</change><listChange><change when="2021-01-02"/>
<change>who knows when</change></listChange></revisionDesc></teiHeader>"""


def test_tei_says_when_its_text_was_written_and_last_changed(unfold, claims):
    item = unfold("a.xml", TEI.replace("</teiHeader>", PROFILE).encode())["a.xml"]
    chosen = claims(item)
    assert chosen["created"].normalized == "1821-03-04"
    assert chosen["modified"].normalized == "2021-01-02"
    assert extract_all(item.document).conflicts == ()
    place = item.document.markup.index("2021-01-02")
    assert (chosen["modified"].start, chosen["modified"].end) == (place, place + 10)


def test_tei_says_the_language_of_its_text(unfold, claims):
    whole = TEI.replace("<TEI ", '<TEI xml:lang="sv" ')
    for data, line in ((whole, 2), (whole.replace("<text>", '<text xml:lang="da">'), 7)):
        item = unfold("a.xml", data.encode())["a.xml"]
        (claim,) = [c for c in claims(item).values() if c.property == "language"]
        assert item.document.markup[claim.start : claim.end] == claim.value
        assert (claim.value, claim.line) == ("sv" if line == 2 else "da", line)


@pytest.mark.parametrize(
    ("source", "value", "place"),
    [
        ('["Ann", "Ann Lee"]', "Ann", "Ann"),
        ('["Ann", "Ann Lee"]', "Ann Lee", "Ann Lee"),
        ('"A \\u0041 rope"', "A A rope", "A \\u0041 rope"),
        ("<date when='2001'>in 2001 ", "in 2001", "in 2001"),
        ("<title type='x'>\n  A &amp; B\n ", "A & B", "A &amp; B"),
        ("<date when='2001'/>", "2001", "2001"),
    ],
)
def test_a_field_stands_where_its_value_does(source, value, place):
    start, end = narrowed(source, value, 0, len(source))
    assert source[start:end] == place


def test_xml_with_dublin_core(unfold, claims):
    data = b"""<notice xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Boats</dc:title>
    <dc:date>2001-02-03</dc:date><body>The boats are in.</body></notice>"""
    item = unfold("a.xml", data)["a.xml"]
    assert "The boats are in." in item.document.text
    assert claims(item)["issued"].normalized == "2001-02-03"


@pytest.mark.parametrize(
    "data",
    [
        "<page><info><title type='link'>Bell</title></info><title>The bell</title><p>x</p></page>",
        "<chapter><title>The bell</title><sect1><title>Its rope</title></sect1></chapter>",
        "<book><bookinfo><title>The bell</title></bookinfo></book>",
        "<section><info><title>The bell</title></info><figure><title>A</title></figure></section>",
    ],
)
def test_the_title_of_a_book_or_a_part_of_one_in_xml(unfold, data):
    item = unfold("a.xml", f"<?xml version='1.0'?>{data}".encode())["a.xml"]
    assert [(f.property, f.value) for f in item.document.fields] == [("title", "The bell")]


def test_titles_of_the_things_of_a_list_are_not_that_of_the_list(unfold):
    data = b"<shelf><title>Ropes</title><title>Knots</title></shelf>"
    assert unfold("a.xml", data)["a.xml"].document.fields == ()


def test_xml_in_other_encodings(unfold):
    text = '<?xml version="1.0" encoding="iso-8859-1"?><n>Bår</n>'
    assert unfold("a.xml", text.encode("latin-1"))["a.xml"].document.text == "Bår\n"
    assert unfold("a.xml", text.replace("iso-8859-1", "utf-16").encode("utf-16"))[
        "a.xml"
    ].document.text == "Bår\n"  # fmt: skip


def test_entities_that_nobody_explains_are_said(unfold):
    data = b'<!DOCTYPE n PUBLIC "-//X//Y" "x.dtd"><n>B&aa;r</n>'
    item = unfold("a.xml", b"<?xml version='1.0'?>" + data)["a.xml"]
    assert item.document.text == "Br\n"
    assert item.document.remarks == ["entities that the file does not explain, left out: 1"]


@pytest.mark.parametrize("data", [b"<a><b></a>", b"<a>", b"<?xml version='1.0'?><a>\x01</a>"])
def test_broken_xml_is_a_problem(data, unfold, said):
    assert said(unfold("a.xml", data)["a.xml"])[0].startswith("broken XML")


def test_json_with_a_text(unfold, claims):
    data = json.dumps({"title": "Boats", "text": 'One é "line"\nTwo lines 🚣 on', "n": [1, {}],
                       "date": "2020-05-04", "author": ["Anna Berg", "Ola Nord"]})  # fmt: skip
    item = unfold("a.json", data.encode())["a.json"]
    document = item.document
    assert document.text == 'One é "line"\nTwo lines 🚣 on'
    for word in ("One", "line", "Two", "on"):
        at = source_offset(document.chunks, document.text.index(word))
        assert document.markup[at:].startswith(word)
    chosen = claims(item)
    assert chosen["issued"].normalized == "2020-05-04"
    assert chosen["title"].value == "Boats"
    assert {field.value for field in document.fields} >= {"Anna Berg", "Ola Nord"}


DEED = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("author", {"@type": "Person", "name": "Ada Lund"}, ["creator Ada Lund"]),
        ("author", {"givenName": "Ada", "familyName": "Lund"}, ["creator Ada Lund"]),
        ("author", [{"family": "Lund", "given": "Ada"}], ["creator Ada Lund"]),
        ("authors", ["Bo Ray", {"name": "Ada Lund"}, 7], ["creator Bo Ray", "creator Ada Lund"]),
        ("author", {"email": "ada@quay.example"}, []),
        (
            "publisher",
            {"name": "Quay Post", "url": "https://quay.example"},
            ["publisher Quay Post"],
        ),
        ("publisher", None, []),
        ("inLanguage", "sv", ["language sv"]),
        ("inLanguage", {"@type": "Language", "name": "Swedish"}, ["language sv"]),
        ("datePublished", {"@value": "2024-05-17"}, ["issued 2024-05-17"]),
        ("license", {"@id": DEED}, ["rights CC-BY-4.0"]),
        ("license", {"name": "CC BY", "url": DEED}, ["rights CC-BY-4.0"]),
        ("license", [{"name": "MIT"}], ["rights MIT"]),
        ("copyrightHolder", {"name": "Quay Post"}, ["rights_holder Quay Post"]),
    ],
)
def test_fields_of_json_may_be_things(key, value, said):
    data = json.dumps({"text": "In.", key: value, "n": {"author": {"name": "Bo"}}}).encode()
    document = reader_for("application/json").read(source(), data, "")
    found = [claim for claim in extract_all(document).claims if claim.extractor == "json"]
    assert [f"{claim.property} {claim.normalized}" for claim in found] == said
    for claim in found:
        assert document.markup[claim.start : claim.end] in (claim.value, json.dumps(value))


@pytest.mark.parametrize("text", ['{"a": [1, 2]}', "[1, 2]", '"text"', '{"text": 3}', "{broken"])
def test_other_json_is_read_as_it_is_written(text):
    document = reader_for("application/json").read(source(), text.encode(), "")
    assert document.text == text
    assert document.markup == ""


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=9)), st.text(min_size=1, max_size=20))
def test_the_text_of_json_is_what_json_says(members, text):
    data = json.dumps(members | {"text": text}).encode()
    document = reader_for("application/json").read(source(), data, "")
    assert document.text == text
    for at, character in enumerate(text):
        found = document.markup[source_offset(document.chunks, at) :]
        assert found[:1] in (character, "\\")


def test_lines_of_json_are_records(unfold, said, claims):
    lines = [{"text": "The boats are in.", "url": "https://harbour.example/1"}, {"text": "Out."}]
    data = "\n".join(["", *map(json.dumps, lines), "{torn", ""]).encode()
    found = unfold("a.jsonl", data)
    assert set(found) == {"a.jsonl", "a.jsonl!/2", "a.jsonl!/3", "a.jsonl!/4"}
    assert found["a.jsonl!/2"].document.text == "The boats are in."
    assert claims(found["a.jsonl!/2"])["url"].value == "https://harbour.example/1"
    assert found["a.jsonl!/4"].document.text == "{torn"
    assert said(unfold("a.jsonl", data, Limits(records=1))["a.jsonl"])


ENTRY = '{{"title": "Entry {0}", "text": "On day {0} the boats came in with nets and herring."}}'
AS_WRITTEN = "read as it is written"
AFTER = "after the end of its object"
TORN = '{"title": "torn", "text": "cut'


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
@pytest.mark.parametrize("at", [1, 2, 4, 7])
def test_a_broken_line_is_named_and_costs_no_other_record(name, at, unfold, claims):
    lines = [ENTRY.format(number) for number in range(1, 7)]
    lines.insert(at - 1, TORN)
    found = unfold(name, "\n".join(lines).encode())
    assert set(found) == {name, *(f"{name}!/{number}" for number in range(1, 8))}
    for number in range(1, 8):
        document = found[f"{name}!/{number}"].document
        if number == at:
            assert document.text == TORN
            assert list(document.lost) == [
                "broken JSON (column 27: unterminated string), read as it is written"
            ]
        else:
            assert list(document.lost) == []
            assert claims(found[f"{name}!/{number}"])["title"].value.startswith("Entry")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ('{"text": "one"}\n', ""),
        ('{"text": "one"}\n\n more', f"4 characters {AFTER}, left out, from line 3"),
        ('{"text":\n "one', f"broken JSON (line 2, column 2: unterminated string), {AS_WRITTEN}"),
        ("[1, 2", f"broken JSON (column 6: expecting ',' delimiter), {AS_WRITTEN}"),
        ('{"text": 3}', ""),
        ("[1, 2]", ""),
    ],
)  # fmt: skip
def test_what_of_json_is_lost_is_said(text, lost):
    document = reader_for("application/json").read(source(), text.encode(), "")
    assert "; ".join(document.lost) == lost


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ('{"title": "one", "text": "two"}', ()),
        ('{"title": "one", "title": "two", "title": "three", "text": "a"}',
         ("its field 'title' stands 3 times; the last one counts",)),
        ('{"text": "one", "n": {"a": 1, "a": 2}, "text": "two"}',
         ("its field 'text' stands 2 times; the last one counts",)),
        ('[{"text": "one"}, {"text": "two"}]',
         ("a list of 2 values, not taken apart as JSON Lines is: read as it is written",)),
        ("[1, 2]", ()),
        ('"text"', ()),
        ('{"article": {"text": "one"}}',
         ("no field called text or content or body in it: read as it is written",)),
    ],
)  # fmt: skip
def test_how_json_was_read_is_said(text, remarks):
    assert reader_for("application/json").read(source(), text.encode(), "").remarks == remarks


def test_a_field_on_the_way_that_stands_twice_is_said():
    data = b'{"a": {"text": "one"}, "a": {"b": "two", "b": "three"}}'
    reader = reader_for("application/json").with_text_field("a.b")
    assert reader.read(source(), data, "").remarks == (
        "its field 'a' stands 2 times; the last one counts",
        "its field 'b' stands 2 times; the last one counts",
    )


EDITION = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Letters from the quay</title><title level="s">Harbour papers</title><author>Ada Lund</author>
</titleStmt><publicationStmt><date when="2024-05-17"/><availability><p>All rights reserved.</p>
</availability></publicationStmt><sourceDesc><biblFull><titleStmt><title>Old letters</title>
<author>Bo Ray</author></titleStmt><publicationStmt><publisher>Old Press</publisher>
<date when="1860">1860</date></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader><text>
<body><p>The crane comes<lb/>down af<lb break="no"/>ter ninety <pb/>years of <choice><sic>wrok</sic>
<corr>work</corr></choice>.</p></body></text></TEI>"""

SAID = "The crane comes down after ninety years of wrok."


def test_a_tei_edition_is_not_what_it_edits(unfold, claims):
    item = unfold("a.xml", f'<?xml version="1.0"?>{EDITION}'.encode())["a.xml"]
    chosen = {name: claim.normalized for name, claim in claims(item).items()}
    assert chosen["creator"] == "Ada Lund"
    assert chosen["title"] == "Letters from the quay"
    assert chosen["issued"] == "2024-05-17"
    assert chosen["rights"] == "all-rights-reserved"
    assert "publisher" not in chosen
    assert item.document.text.split() == SAID.split()
