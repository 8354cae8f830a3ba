"""DOCX, ODT and EPUB: what a reader of the page sees, and what the file says of itself."""

import warnings

import pytest

from audit.extractors import extract_all
from audit.readers import Limits

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


@pytest.mark.parametrize(
    ("day", "days"), [("2013-12-23T23:15:00Z", []), ("2013-12-23T23:16:00Z", ["2013-12-23"])]
)
def test_what_a_library_left_in_its_template_is_said_by_nobody(day, days, unfold, zipped, claims):
    core = CORE.replace("Anna Berg", "python-docx").replace("1998-05-04T10:00:00Z", day)
    chosen = claims(unfold("a.docx", docx(zipped, ("docProps/core.xml", core)))["a.docx"])
    assert "creator" not in chosen
    assert [chosen[name].normalized for name in ("created",) if name in chosen] == days


def test_active_content_of_docx_is_said(unfold, zipped):
    rels = (
        '<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" '
        'Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    more = ("word/_rels/settings.xml.rels", rels), ("word/embeddings/oleObject1.bin", "x")
    data = docx(zipped, ("word/vbaProject.bin", "x"), *more)
    assert unfold("a.docx", data)["a.docx"].document.remarks == (
        "active content: macros (word/vbaProject.bin); never run",
        "active content: embedded objects, 1; never opened",
        "active content: attachedTemplate from outside (word/_rels/settings.xml.rels); not loaded",
        "tracked changes, read as accepted: 1",
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


def test_hidden_text_of_docx_is_left_out_and_said(unfold, zipped):
    before = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    runs = (
        "<w:r><w:t>The boats</w:t></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:tab/><w:t> never</w:t></w:r>",
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> come</w:t></w:r>",
        f"<w:r><w:rPr>{before}</w:rPr><w:t> in.</w:t></w:r>",
    )
    marked = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
    body = f"<w:document {W}><w:body><w:p>{marked}{''.join(runs)}</w:p></w:body></w:document>"
    document = unfold("a.docx", docx(zipped, body=body))["a.docx"].document
    assert document.text == "The boats come in.\n"
    assert document.remarks == ("hidden characters, left out: 6",)


def test_hidden_text_of_odt_is_left_out_and_said(unfold, zipped):
    style = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    content = (
        f"<office:document-content {TEXT} {style}><office:automatic-styles>"
        "<style:style style:name='T1' style:family='text'>"
        "<style:text-properties text:display='none'/></style:style>"
        "<style:style style:name='P1' style:family='paragraph'>"
        "<style:text-properties text:display='none'/></style:style>"
        "<style:style style:name='T1' style:family='paragraph'/></office:automatic-styles>"
        "<office:body><office:text><text:p text:style-name='T1'>The boats"
        "<text:span text:style-name='T1'> never</text:span> come in.</text:p>"
        "<text:p text:style-name='P1'>No.</text:p><text:p>Tides.</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    document = unfold("a.odt", zipped(("content.xml", content)))["a.odt"].document
    assert document.text == "The boats come in.\nTides.\n"
    assert document.remarks == ("hidden characters, left out: 9",)


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
    assert item.document.lost == [
        "chapter 'two.xhtml' is missing",
        "chapter 'OEBPS/a b.xhtml' is missing",
    ]


OPF2 = 'xmlns:opf="http://www.idpf.org/2007/opf"'
SUBTITLE = """<dc:title id="s">A history</dc:title><meta refines="#s" property="title-type">
subtitle</meta><dc:title id="m">Boats</dc:title><meta refines="#m" property="title-type">main</meta>
"""
OLA, EVA = (
    '<dc:creator id="o"{}>Ola Nord</dc:creator>',
    '<dc:creator id="e"{}>Eva Lund</dc:creator>',
)
ROLES = '<meta refines="#o" property="role">{}</meta><meta refines="#e" property="role">{}</meta>'
UUID = '<dc:identifier opf:scheme="uuid">7a0</dc:identifier>'
ISBN = '<dc:identifier opf:scheme="ISBN">9780306406157</dc:identifier>'


@pytest.mark.parametrize(
    ("inner", "property_", "chosen"),
    [
        (UUID + ISBN, "identifier", ["9780306406157"]),
        (UUID, "identifier", ["7a0"]),
        (SUBTITLE, "title", ["Boats"]),
        ("<dc:title>Boats</dc:title><dc:title>A history</dc:title>", "title", ["Boats"]),
        ('<dc:title opf:title-type="subtitle">A history</dc:title><dc:title>Boats</dc:title>',
         "title", ["Boats"]),
        ('<dc:title opf:title-type="collection">Tales</dc:title>', "title", ["Tales"]),
        (OLA + EVA + ROLES.format("aut", "ill"), "creator", ["Ola Nord"]),
        (OLA + EVA + ROLES.format("aut", "aut"), "creator", ["Eva Lund", "Ola Nord"]),
        (OLA + EVA + ROLES.format("edt", "ill"), "creator", ["Ola Nord"]),
        (OLA + EVA.format(' opf:role="ILL"'), "creator", ["Ola Nord"]),
        (OLA.format(' opf:role="edt"') + EVA.format(' opf:role="aut"'), "creator", ["Eva Lund"]),
        ('<meta property="dcterms:modified">2020-02-03T00:00:00Z</meta>',
         "modified", ["2020-02-03"]),
        ("<dc:title>Boats <b>and</b> bells</dc:title>", "title", ["Boats and bells"]),
        ('<dc:rights/><meta name="cover">All rights reserved</meta>', "rights", []),
        ('<dc:date opf:event="conversion">2019-01-01</dc:date>', "issued", []),
        ('<dc:date opf:event="modification">2019-01-01</dc:date>', "modified", ["2019-01-01"]),
    ],
)  # fmt: skip
def test_what_refines_the_metadata_of_a_book(inner, property_, chosen, unfold, zipped):
    start, end = OPF.index("<dc:title"), OPF.index("</metadata>")
    package = OPF[:start].replace("<package", f"<package {OPF2}") + inner.replace("{}", "")
    data = zipped(("META-INF/container.xml", CONTAINER), ("OEBPS/c.opf", package + OPF[end:]))
    found = extract_all(unfold("a.epub", data)["a.epub"].document).claims
    said = [claim.normalized for claim in found if claim.chosen and claim.property == property_]
    assert sorted(said) == chosen


@pytest.mark.parametrize("cut", [60, 200, -60])
def test_torn_office_files_are_problems(cut, unfold, zipped, said):
    data = docx(zipped, ("docProps/core.xml", CORE))[:cut]
    assert said(unfold("a.docx", data)["a.docx"])


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="p"'


def rels(*targets: tuple[str, str, str]) -> str:
    each = (f'<Relationship Id="{i}" Type="http://x/{k}" Target="{t}"/>' for i, k, t in targets)
    return f"<Relationships>{''.join(each)}</Relationships>"


def slide(*texts: str, place: str = "") -> str:
    kind = f'<p:nvPr><p:ph type="{place}"/></p:nvPr>' if place else ""
    lines = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in texts)
    return f"<p:sp>{kind}<p:txBody>{lines}</p:txBody></p:sp>"


def pptx(zipped, *more):
    order = (
        f'<p:presentation {R} xmlns:p="p"><p:sldId r:id="b"/><p:sldId r:id="a"/></p:presentation>'
    )
    first = slide("Harbour plans") + slide("Berth 4", "Berth 5") + slide("7", place="sldNum")
    return zipped(
        ("[Content_Types].xml", "<x/>"),
        ("ppt/presentation.xml", order),
        ("ppt/_rels/presentation.xml.rels",
         rels(("a", "slide", "slides/slide1.xml"), ("b", "slide", "/ppt/slides/slide2.xml"))),
        ("ppt/slides/slide1.xml", f"<p:sld {A}>{slide('The end')}</p:sld>"),
        ("ppt/slides/slide2.xml", f"<p:sld {A}>{first}</p:sld>"),
        ("ppt/slides/_rels/slide2.xml.rels",
         rels(("n", "notesSlide", "../notesSlides/notesSlide1.xml"))),
        ("ppt/notesSlides/notesSlide1.xml", f"<p:notes {A}>{slide('Say: in May.')}</p:notes>"),
        ("docProps/core.xml", CORE),
        *more,
    )  # fmt: skip


def test_slides_in_the_order_in_which_they_are_shown(unfold, zipped, claims, said):
    item = unfold("a.pptx", pptx(zipped))["a.pptx"]
    document = item.document
    assert document.text == "Harbour plans\nBerth 4\nBerth 5\n7\nSay: in May.\nThe end\n"
    (number,) = document.furniture
    assert document.text[number.start : number.end] == "7\n"
    assert claims(item)["title"].value == "Notes"
    assert claims(item)["title"].extractor == "pptx"
    few = unfold("a.pptx", pptx(zipped), Limits(pages=1))["a.pptx"]
    assert said(few) == ["2 slides, over the limit of 1 (limits: pages)"]


STYLES = (
    '<s><numFmts><numFmt numFmtId="164" formatCode="d. mmmm yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/></cellXfs></s>'
)
ROWS = (
    '<s><sheetData><row><c t="s"><v>1</v></c><c/><c t="s"><v>0</v></c></row>'
    '<row><c t="inlineStr"><is><t>in</t><t>line</t></is></c><c s="1"><v>45337</v></c>'
    '<c s="2"><v>45337.5</v></c><c s="3"><v>12</v></c><c t="b"><v>1</v></c></row>'
    '<row><c t="str"><f>A1&amp;"x"</f><v>boats x</v></c><c s="1"><v>1</v></c><c s="1"><v>61</v></c>'
    '<c t="s"><v>99</v></c><c s="1"><v>1e300</v></c></row></sheetData></s>'
)


def xlsx(zipped, *more, rows=ROWS, properties=""):
    book = (
        f'<w {R}>{properties}<sheets><sheet name="Boats" r:id="a"/>'
        '<sheet name="Costs" state="hidden" r:id="b"/></sheets></w>'
    )
    strings = (
        "<s><si><t>Berth</t></si><si><r><t>Bo</t></r><r><t>at</t></r><rPh><t>BO</t></rPh></si></s>"
    )
    return zipped(
        ("[Content_Types].xml", "<x/>"),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels",
         rels(("a", "worksheet", "worksheets/sheet1.xml"), ("b", "worksheet", "/xl/b.xml"))),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", rows),
        ("xl/b.xml", "<s><row><c><v>7</v></c></row></s>"),
        *more,
    )  # fmt: skip


def test_sheets(unfold, zipped):
    document = unfold("a.xlsx", xlsx(zipped))["a.xlsx"].document
    assert document.text == (
        "Boats\nBoat\tBerth\ninline\t2024-02-15\t2024-02-15T12:00:00\t12\tTRUE\n"
        "boats x\t1900-01-01\t1900-03-01\t1e300\nCosts\n7\n"
    )
    assert document.remarks == ("hidden sheets, read like the others: 1",)
    later = xlsx(zipped, properties='<workbookPr date1904="1"/>')
    assert "2028-02-16\t" in unfold("a.xlsx", later)["a.xlsx"].document.text


def test_one_text_in_a_million_cells(unfold, zipped, said):
    """The file has one long text, and the sheet refers to it again and again."""
    rows = "<s><row>" + '<c t="s"><v>0</v></c>' * 100_000 + "</row></s>"
    strings = ("xl/sharedStrings.xml", f"<s><si><t>{'Berth ' * 1_000}</t></si></s>")
    with warnings.catch_warnings(action="ignore"):
        data = xlsx(zipped, strings, rows=rows)
    (message,) = said(unfold("a.xlsx", data, Limits(ratio=10_000))["a.xlsx"])
    assert message == "over the limit of 20,000,000 characters of text (limits: text)"


def test_macros_and_links_of_sheets_are_said(unfold, zipped):
    data = xlsx(zipped, ("xl/vbaProject.bin", "x"))
    remarks = unfold("a.xlsx", data)["a.xlsx"].document.remarks
    assert remarks[0] == "active content: macros (xl/vbaProject.bin); never run"


def test_other_files_of_open_document(unfold, zipped, said):
    content = f"<o {TEXT}><text:p>Berth</text:p><text:p>4</text:p></o>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    members = (("mimetype", kind), ("content.xml", content))
    document = unfold("a.ods", zipped(*members))["a.ods"].document
    assert (document.text, document.media_type) == ("Berth\n4\n", kind)
    locked = ("META-INF/manifest.xml", "<m><encryption-data/></m>")
    assert said(unfold("a.ods", zipped(*members, locked))["a.ods"]) == [
        "it is locked with a password"
    ]
