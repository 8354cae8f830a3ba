"""Office files as other programs write them and torn copies leave them."""

import zipfile

import pytest

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:v" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
RELATIONS = (
    '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="{}"/>'
    "</Relationships>"
)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def body(inner: str) -> str:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def docx(zipped, inner, *more, main="word/document.xml"):
    return zipped(("_rels/.rels", RELATIONS.format(main)), (main, body(inner)), *more)


BOX = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
CHOICE = f"<mc:AlternateContent>{{}}<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
HYPHENS = "<w:t>well</w:t><w:noBreakHyphen/><w:t>known har</w:t><w:softHyphen/><w:t>bour</w:t>"
SPOKEN = (
    "<w:rt><w:r><w:t>minato</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase>"
)
READ = [
    (f"<w:moveFrom>{paragraph('Moved.')}</w:moveFrom>{paragraph('Here.')}", "Here.\n"),
    (f"<w:moveTo>{paragraph('Moved.')}</w:moveTo>{paragraph('Here.')}", "Moved.\nHere.\n"),
    (f"<w:del>{paragraph('Gone.')}</w:del><w:ins>{paragraph('New.')}</w:ins>", "New.\n"),
    (
        f"<w:p>{CHOICE.format(f'<mc:Choice>{BOX}</mc:Choice>')}</w:p>{paragraph('After.')}",
        "In a box.\nAfter.\n",
    ),
    (CHOICE.format(""), "In a box.\n"),
    (f"<w:p><w:r>{HYPHENS}</w:r></w:p>", "well-known harbour\n"),
    (f"<w:p><w:r><w:ruby>{SPOKEN}</w:ruby></w:r></w:p>", "港\n"),
]


@pytest.mark.parametrize(("inner", "text"), READ)
def test_what_a_reader_of_the_page_sees(inner, text, unfold, zipped):
    found = unfold("a.docx", docx(zipped, inner))["a.docx"].document
    assert (found.text, list(found.lost)) == (text, [])


@pytest.mark.parametrize(
    "main", ["word/document2.xml", "word\\document.xml", "/word/document.xml", "Word/Document.xml"]
)
def test_the_main_part_under_another_name(main, unfold, zipped):
    data = docx(zipped, paragraph("The boats are in."), main=main)
    assert unfold("a.docx", data)["a.docx"].document.text == "The boats are in.\n"


def test_a_part_in_another_format_is_said(unfold, zipped):
    data = docx(zipped, '<w:altChunk r:id="r5" xmlns:r="r"/>')
    assert unfold("a.docx", data)["a.docx"].document.lost == (
        "a part of it in another format (altChunk) is not read",
    )


def broken(data: bytes, name: str) -> bytes:
    """Damage what is stored in the member *name*."""
    at = data.index(name.encode()) + len(name)
    return data[:at] + b"x" + data[at + 1 :]


@pytest.mark.parametrize("name", ["word/footer1.xml", "word/footnotes.xml", "docProps/core.xml"])
def test_a_damaged_part_beside_the_text_costs_that_part_alone(name, unfold, zipped):
    part = f"<w:ftr {W}>{paragraph('Town library')}</w:ftr>"
    data = zipped(
        ("word/document.xml", body(paragraph("The boats are in."))),
        (name, part),
        method=zipfile.ZIP_STORED,
    )
    found = unfold("a.docx", broken(data, name))["a.docx"].document
    assert found.text == "The boats are in.\n"
    assert f"member '{name}': it is broken" in found.lost[0]


SHEET = '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>'
BOOK = '<workbook xmlns:r="{}"><sheets><sheet name="One" r:id="r1"/></sheets></workbook>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        ([("xl/worksheets/sheet1.xml", SHEET)], "texts of cells that are missing: 1"),
        ([], "part 'xl/worksheets/sheet1.xml' is missing"),
    ],
)
def test_missing_parts_of_sheets_are_said(parts, lost, unfold, zipped):
    relations = RELATIONS.format("worksheets/sheet1.xml")
    data = zipped(
        ("xl/workbook.xml", BOOK.format(OFFICE)), ("xl/_rels/workbook.xml.rels", relations), *parts
    )
    assert list(unfold("a.xlsx", data)["a.xlsx"].document.lost) == [lost]


def test_missing_slides_are_said(unfold, zipped):
    ids = '<p:sldId r:id="r1"/><p:sldId r:id="r2"/>'
    main = f'<p:presentation xmlns:p="p" xmlns:r="{OFFICE}">{ids}</p:presentation>'
    relations = RELATIONS.format("slides/slide1.xml")
    data = zipped(("ppt/presentation.xml", main), ("ppt/_rels/presentation.xml.rels", relations))
    assert list(unfold("a.pptx", data)["a.pptx"].document.lost) == [
        "slides that are named and are not in it: 1",
        "part 'ppt/slides/slide1.xml' is missing",
    ]


CONTAINER = '<c><rootfiles><rootfile full-path="c.opf"/></rootfiles></c>'
OPF = (
    '<package><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>'
)
LOCKED = '<e><CipherReference URI="{}"/></e>'


@pytest.mark.parametrize(
    ("more", "lost", "remarks"),
    [
        ([("META-INF/encryption.xml", LOCKED.format("b.xhtml"))],
         "chapter 'b.xhtml' is encrypted", 0),
        ([("META-INF/encryption.xml", LOCKED.format("font.otf"))], "", 1),
    ],
)  # fmt: skip
def test_a_book_that_is_locked_in_part(more, lost, remarks, unfold, zipped):
    chapters = [("a.xhtml", "<p>The boats are in.</p>"), ("b.xhtml", "\x01\x02 and noise")]
    data = zipped(("META-INF/container.xml", CONTAINER), ("c.opf", OPF), *chapters, *more)
    found = unfold("a.epub", data)["a.epub"].document
    unknown = "chapters that the package names and does not list: 1"
    assert list(found.lost) == [unknown, *filter(None, [lost])]
    assert ("noise" in found.text) == (not lost)
    assert len([each for each in found.remarks if "encrypted" in each]) == remarks
