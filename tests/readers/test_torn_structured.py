"""XML and JSON that are not quite what they should be, and OpenDocument in one file."""

import pytest

READ = [
    ('\r\n\n<?xml version="1.0"?><r><p>The boats are in.</p></r>', "The boats are in.\n"),
    ('<?xml version="1.0"?><r><p>The caf&eacute;&nbsp;of A&amp;B</p></r>', "The café\xa0of A&B\n"),
    ('<!DOCTYPE r SYSTEM "r.dtd"><r><p>The caf&eacute;</p></r>', "The café\n"),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_xml_with_what_every_reader_knows(text, said, unfold):
    found = unfold("a.xml", text.encode())["a.xml"].document
    assert (found.text, list(found.remarks)) == (said, [])
    start = said.index(" ")
    first = [chunk for chunk in found.chunks if chunk.start <= start][-1]
    assert found.markup[first.source + start - first.start] == " "


def test_entities_that_nobody_knows_cost_themselves_alone(unfold):
    found = unfold("a.xml", b"<?xml version='1.0'?><r><p>The &boat; is in.</p></r>")
    document = found["a.xml"].document
    assert document.text == "The  is in.\n"
    assert list(document.remarks) == ["entities that the file does not explain, left out: 1"]


def test_the_first_field_that_says_something_is_the_text(unfold):
    text = b'{"text": " ", "content": "The boats are in.", "body": "More."}'
    assert unfold("a.json", text)["a.json"].document.text == "The boats are in."
    assert unfold("a.json", b'{"text": "", "content": null}')["a.json"].document.text == ""


ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:style="{ODF}:style:1.0" '
    f'xmlns:draw="{ODF}:drawing:1.0" xmlns:svg="{ODF}:svg-compatible:1.0" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
HEADER = (
    "<office:master-styles><style:master-page><style:header><text:p>Town library</text:p>"
    "</style:header></style:master-page></office:master-styles>"
)
BODY = (
    "<office:body><office:text><text:tracked-changes><text:changed-region><text:deletion>"
    "<text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    "<text:p>The boats<office:annotation><dc:creator>Per</dc:creator><text:p>Are they?</text:p>"
    "</office:annotation> are in.<draw:frame><svg:desc>A boat</svg:desc><office:binary-data>iVBO"
    "</office:binary-data></draw:frame></text:p></office:text></office:body>"
)
META = "<office:meta><dc:title>Boats</dc:title><dc:creator>Anna Berg</dc:creator></office:meta>"
KIND = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("name", ["a.fodt", "a.xml", "a.odt", "a"])
def test_open_document_in_one_file(name, unfold, claims):
    text = (
        f'<office:document {SPACES} office:mimetype="{KIND}">{META}{HEADER}{BODY}</office:document>'
    )
    item = unfold(name, f'<?xml version="1.0"?>\n{text}'.encode())[name]
    document = item.document
    assert document.text == "The boats are in.\nTown library\n"
    (furniture,) = document.furniture
    assert document.text[furniture.start : furniture.end] == "Town library\n"
    assert document.media_type == f"{KIND}-flat-xml"
    assert claims(item)["title"].value == "Boats"


@pytest.mark.parametrize(
    ("name", "kind"), [("a.odt", KIND), ("a.ott", f"{KIND}-template"), ("a.ott", "")]
)
def test_headers_and_templates_of_open_document(name, kind, unfold, zipped):
    parts = [
        ("content.xml", f"<office:document-content {SPACES}>{BODY}</office:document-content>"),
        ("styles.xml", f"<office:document-styles {SPACES}>{HEADER}</office:document-styles>"),
    ]
    data = zipped(*([("mimetype", kind)] if kind else []), *parts, method=0)
    document = unfold(name, data)[name].document
    assert document.text == "The boats are in.\nTown library\n"
    assert len(document.furniture) == 1
