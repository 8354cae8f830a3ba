"""DOCX, ODT and EPUB: what a reader of the page sees, and what the file says of itself."""

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
TEXT = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:office="o"'
BODY = (
    f"<w:document {W}><w:body><w:p><w:r><w:t>Harbour notes</w:t></w:r></w:p>"
    "<w:p><w:r><w:t xml:space='preserve'>The boats </w:t></w:r>"
    "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
    "<w:r><w:t>come</w:t><w:tab/><w:t>in.</w:t></w:r></w:p></w:body></w:document>"
)
CORE = (
    f"<cp:coreProperties xmlns:cp='c' {DC}><dc:title>Notes</dc:title>"
    "<dc:creator>Anna Berg</dc:creator><cp:category>Boats</cp:category>"
    "<dcterms:created>1998-05-04T10:00:00Z</dcterms:created></cp:coreProperties>"
)
OPF = (
    f"<package><metadata {DC}><dc:title>Book of boats</dc:title><dc:language>nb</dc:language>"
    "<dc:creator>Ola Nord</dc:creator><dc:date>1999-02-03</dc:date></metadata><manifest>"
    '<item id="one" href="a%20b.xhtml"/><item id="two" href="../two.xhtml"/>'
    '</manifest><spine><itemref idref="two"/><itemref idref="one"/></spine></package>'
)
CONTAINER = '<c><rootfiles><rootfile full-path="OEBPS/c.opf"/></rootfiles></c>'


def docx(zipped, *more, body=BODY):
    return zipped(("[Content_Types].xml", "<x/>"), ("word/document.xml", body), *more)


def test_docx(unfold, zipped, claims):
    footer = f"<w:ftr {W}><w:p><w:r><w:t>Town library</w:t></w:r></w:p></w:ftr>"
    data = docx(zipped, ("word/footer1.xml", footer), ("docProps/core.xml", CORE))
    item = unfold("a.docx", data)["a.docx"]
    document = item.document
    assert document.text == "Harbour notes\nThe boats come\tin.\nTown library\n"
    (furniture,) = document.furniture
    assert document.text[furniture.start : furniture.end] == "Town library\n"
    chosen = claims(item)
    assert chosen["title"].value == "Notes"
    assert chosen["title"].extractor == "docx"
    assert chosen["title"].reason == "docProps/core.xml, title"
    assert chosen["creator"].value == "Anna Berg"
    assert chosen["created"].normalized == "1998-05-04"
    assert chosen["section"].value == "Boats"


def test_active_content_of_docx_is_said(unfold, zipped):
    rels = (
        '<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" '
        'Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    data = docx(zipped, ("word/vbaProject.bin", "x"), ("word/_rels/settings.xml.rels", rels))
    assert unfold("a.docx", data)["a.docx"].document.remarks == (
        "active content: macros (word/vbaProject.bin); never run",
        "active content: attachedTemplate from outside (word/_rels/settings.xml.rels); not loaded",
    )


def test_odt(unfold, zipped, claims):
    content = (
        f"<office:document-content {TEXT}><office:body><office:text><text:h>Harbour notes</text:h>"
        '<text:p>Some<text:s text:c="2"/>words<text:line-break/>and more'
        "<office:annotation><text:p>not this</text:p></office:annotation></text:p>"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<m {DC} xmlns:meta='m'><meta:initial-creator>Ola Nord</meta:initial-creator>"
        "<dc:creator>An Editor</dc:creator><dc:date>2020-01-02T00:00:00</dc:date></m>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    data = zipped(("mimetype", kind), ("content.xml", content), ("meta.xml", meta))
    item = unfold("a.odt", data)["a.odt"]
    assert item.document.text == "Harbour notes\nSome  words\nand more\n"
    assert claims(item)["creator"].value == "Ola Nord"
    assert claims(item)["modified"].normalized == "2020-01-02"


def test_epub(unfold, zipped, claims):
    data = zipped(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/c.opf", OPF),
        ("OEBPS/a b.xhtml", "<html><body><h1>Second</h1><p>Last words.</p></body></html>"),
        ("two.xhtml", "<!DOCTYPE html><html><body><h1>First</h1></body></html>"),
    )
    item = unfold("a.epub", data)["a.epub"]
    assert item.document.text == "First\nSecond\nLast words.\n"
    chosen = claims(item)
    assert chosen["title"].value == "Book of boats"
    assert chosen["issued"].normalized == "1999-02-03"
    assert chosen["language"].normalized == "nb"


def test_a_book_that_lacks_a_chapter(unfold, zipped):
    members = [("META-INF/container.xml", CONTAINER), ("OEBPS/c.opf", OPF)]
    item = unfold("a.epub", zipped(("mimetype", "application/epub+zip"), *members))["a.epub"]
    assert item.document.remarks == [
        "chapter 'two.xhtml' is missing",
        "chapter 'OEBPS/a b.xhtml' is missing",
    ]


@pytest.mark.parametrize("cut", [60, 200, -60])
def test_torn_office_files_are_problems(cut, unfold, zipped, said):
    data = docx(zipped, ("docProps/core.xml", CORE))[:cut]
    assert said(unfold("a.docx", data)["a.docx"])
