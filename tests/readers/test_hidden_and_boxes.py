"""DOCX and ODT: what styles and conditions hide is not read, and boxes stand beside the line."""

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "drawing")
)


def style(kind, name, look="", base=""):
    based = f"<w:basedOn w:val='{base}'/>" if base else ""
    return f"<w:style w:type='{kind}' w:styleId='{name}'>{based}{look}</w:style>"


VANISH, APPEAR = (f"<w:rPr><w:vanish{said}/></w:rPr>" for said in ("", " w:val='0'"))
SHEET = (
    f"<w:styles {W}>{style('paragraph', 'Normal')}{style('paragraph', 'Form', VANISH, 'Normal')}"
    f"{style('paragraph', 'Last', '', 'Form')}{style('character', 'Dark', VANISH)}"
    f"{style('paragraph', 'Lit', APPEAR, 'Form')}"
    f"{style('table', 'Form', f'<w:tblStylePr>{VANISH}</w:tblStylePr>')}"
    f"{style('paragraph', 'Grid', f'<w:tblStylePr>{VANISH}</w:tblStylePr>')}"
    f"{style('paragraph', 'Loop', '', 'Loop')}</w:styles>"
)


def run(words, look=""):
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def paragraph(*runs, style="", mark=""):
    name = f"<w:pStyle w:val='{style}'/>" if style else ""
    return f"<w:p><w:pPr>{name}<w:rPr>{mark}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def box(*paragraphs):
    return f"<w:drawing><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></w:drawing>"


@pytest.fixture
def word(unfold, zipped):
    """Return a function that reads a DOCX of paragraphs."""

    def read(*paragraphs, sheet=SHEET):
        body = f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        members = ("word/document.xml", body), ("word/styles.xml", sheet)
        return unfold("a.docx", zipped(("[Content_Types].xml", "<x/>"), *members))[
            "a.docx"
        ].document

    return read


DARK, SHOWN = "<w:rStyle w:val='Dark'/>", "<w:vanish w:val='0'/>"


@pytest.mark.parametrize(
    ("name", "look", "seen"),
    [
        ("Normal", "", True),
        ("Form", "", False),
        ("Last", "", False),
        ("Lit", "", True),
        ("Grid", "", True),
        ("Loop", "", True),
        ("Unknown", "", True),
        ("", DARK, False),
        ("Form", DARK, True),
        ("Form", SHOWN, True),
        ("", f"{DARK}{SHOWN}", True),
        ("Form", f"{DARK}<w:vanish/>", False),
    ],
)
def test_styles_of_docx_hide(name, look, seen, word):
    found = word(paragraph(run("Tides", look), style=name), paragraph(run("Boats.")))
    assert found.text == ("Tides\nBoats.\n" if seen else "Boats.\n")
    assert found.remarks == (() if seen else ("hidden characters, left out: 5",))


def test_diagrams_of_docx_are_said(unfold, zipped):
    body = f"<w:document {W}><w:body>{paragraph(run('Tides'))}</w:body></w:document>"
    drawn = (f"word/{name}.xml" for name in ("diagrams/data1", "charts/chart1", "diagrams/colors1"))
    data = zipped(("word/document.xml", body), *((name, "<x/>") for name in drawn))
    assert unfold("a.docx", data)["a.docx"].document.remarks == (
        "diagrams, formulas, charts and other documents in it, not read: 2",
    )


def test_the_mark_of_a_paragraph_hides_no_words(word):
    tabs = "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
    hidden = paragraph(run("Tides"), mark=f"{DARK}<w:vanish/>")
    assert word(hidden, f"{tabs}{run('Boats.')}</w:p>").text == "Tides\nBoats.\n"


def test_what_a_form_looks_like_hides_no_words(word):
    form = f"<w:sdt><w:sdtPr><w:rPr>{DARK}<w:vanish/></w:rPr></w:sdtPr>{{}}</w:sdt>"
    inner = form.format(f"<w:sdtContent>{run('Tides')}</w:sdtContent>")
    inside = box(f"<w:p>{inner}</w:p>")
    assert word(f"<w:p>{inner}<w:r>{inside}<w:t>Boats.</w:t></w:r></w:p>").text == (
        "TidesBoats.\nTides\n"
    )


def test_styles_of_docx_that_are_broken_are_said(word):
    found = word(paragraph(run("Tides"), style="Form"), sheet="<w:styles")
    assert found.text == "Tides\n"
    assert found.lost == (
        "its styles cannot be read: broken XML: unclosed token: line 1, column 0",
    )


def test_boxes_of_docx_follow_the_line_they_hang_on(word):
    inner = box(paragraph(run("Inner.")))
    outer = box(paragraph(run("Box"), inner, run(" one.")), paragraph(run("Box two.")))
    hanging = f"<w:r>{outer}</w:r>"
    found = word(paragraph(run("The quay"), hanging, run(" opens.")), paragraph(run("Boats.")))
    assert found.text == "The quay opens.\nBox one.\nInner.\nBox two.\nBoats.\n"


def test_a_hidden_run_in_a_box_hides_nothing_behind_it(word):
    hidden = box(paragraph(run("never", "<w:vanish/>")))
    found = word(f"<w:p><w:r>{hidden}<w:t>Boats.</w:t></w:r></w:p>")
    assert found.text == "Boats.\n"


LOOK = "<style:text-properties text:display='{}'/>"
COMMON = (
    "<office:styles><style:style style:name='Dark' style:family='paragraph'>"
    f"{LOOK.format('none')}</style:style>"
    "<style:style style:name='Dim' style:family='text'>"
    f"{LOOK.format('none')}</style:style></office:styles>"
)
OWN = (
    "<office:automatic-styles>"
    "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Dark'/>"
    "<style:style style:name='P2' style:family='paragraph' style:parent-style-name='Dark'>"
    f"{LOOK.format('true')}</style:style>"
    f"<style:style style:name='T1' style:family='text'>{LOOK.format('true')}</style:style>"
    "</office:automatic-styles>"
)


@pytest.fixture
def odt(unfold, zipped):
    """Return a function that reads an ODT of paragraphs."""

    def read(*paragraphs):
        shared = f"<office:document-styles {SPACES}>{COMMON}</office:document-styles>"
        body = f"<office:body><office:text>{''.join(paragraphs)}</office:text></office:body>"
        content = f"<office:document-content {SPACES}>{OWN}{body}</office:document-content>"
        flat = (
            f"<office:document {SPACES} office:mimetype='application/vnd.oasis.opendocument.text'>"
            f"{COMMON}{OWN}{body}</office:document>"
        )
        packed = zipped(("content.xml", content), ("styles.xml", shared))
        found = unfold("a.odt", packed)["a.odt"].document
        other = unfold("a.fodt", flat.encode())["a.fodt"].document
        assert (found.text, found.remarks) == (other.text, other.remarks)
        return found

    return read


SPAN = "<text:span text:style-name='{}'>{}</text:span>"
CONDITION = "text:display='condition' text:is-hidden='true'"
MET = f"<text:section {CONDITION}><text:p>{{}}</text:p></text:section>"
SOUND = "<text:ruby-text>みなと</text:ruby-text>"
RUBY = f"<text:ruby><text:ruby-base>港</text:ruby-base>{SOUND}</text:ruby>"


@pytest.mark.parametrize(
    ("paragraph", "text", "hidden"),
    [
        ("<text:p text:style-name='Dark'>Tides</text:p>", "", 5),
        ("<text:p text:style-name='P1'>Tides</text:p>", "", 5),
        ("<text:p text:style-name='P2'>Tides</text:p>", "Tides\n", 0),
        (f"<text:p>At {SPAN.format('Dim', 'noon')}.</text:p>", "At .\n", 4),
        (f"<text:p text:style-name='P1'>At {SPAN.format('T1', 'noon')}</text:p>", "noon\n", 3),
        (f"<text:p>{SPAN.format('Dim', SPAN.format('T1', 'noon'))}</text:p>", "noon\n", 0),
        ("<text:section text:display='none'><text:p>Tides</text:p></text:section>", "", 5),
        (MET.format(SPAN.format("T1", "Tides")), "", 5),
        ("<text:section text:is-hidden='false'><text:p>A</text:p></text:section>", "A\n", 0),
        (
            "<text:p>A<text:hidden-text text:is-hidden='true'>b</text:hidden-text></text:p>",
            "A\n",
            1,
        ),
        (
            "<text:p>A<text:hidden-text text:is-hidden='false'>b</text:hidden-text></text:p>",
            "Ab\n",
            0,
        ),
        ("<text:p>At <text:hidden-paragraph text:is-hidden='true'/>noon</text:p>", "", 7),
        ("<text:p>At <text:hidden-paragraph text:is-hidden='false'/>noon</text:p>", "At noon\n", 0),
        (f"<text:p>{RUBY}</text:p>", "港\n", 0),
    ],
)
def test_what_odt_hides(paragraph, text, hidden, odt):
    found = odt(paragraph, "<text:p>Boats.</text:p>")
    assert found.text == f"{text}Boats.\n"
    assert found.remarks == ((f"hidden characters, left out: {hidden}",) if hidden else ())


def test_styles_of_odt_that_are_broken_are_said(unfold, zipped):
    body = "<office:body><office:text><text:p>Boats.</text:p></office:text></office:body>"
    content = f"<office:document-content {SPACES}>{body}</office:document-content>"
    torn = f"<office:document-styles {SPACES}><office:master-styles><text:p>"
    data = zipped(("content.xml", content), ("styles.xml", torn))
    found = unfold("a.odt", data)["a.odt"].document
    assert found.text == "Boats.\n"
    (lost,) = found.lost
    assert lost.startswith("styles.xml cannot be read: broken XML: no element found")


def test_long_chains_of_styles(word):
    count = 5_000
    styles = (style("paragraph", f"s{at}", "", f"s{at + 1}") for at in range(count))
    last = style("paragraph", f"s{count}", VANISH)
    lines = (paragraph(run("x"), style=f"s{at}") for at in range(count))
    found = word(*lines, sheet=f"<w:styles {W}>{''.join(styles)}{last}</w:styles>")
    assert (found.text, found.remarks) == ("", ("hidden characters, left out: 5,000",))


def test_boxes_of_odt_follow_the_line_they_hang_on(odt):
    inner = "<drawing:text-box><text:p>Inner.</text:p></drawing:text-box>"
    lines = f"<text:p>Box{inner} one.</text:p><text:p>Two.</text:p>"
    outer = f"<drawing:text-box>{lines}</drawing:text-box>"
    note = "<text:note><text:note-body><text:p>Note.</text:p></text:note-body></text:note>"
    found = odt(f"<text:p>The quay{outer} opens{note}.</text:p>", "<text:p>Boats.</text:p>")
    assert found.text == "The quay opens.\nBox one.\nInner.\nTwo.\nBoats.\nNote.\n"


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("The\n    quay  opens\tat", "The quay opens at\n"),
        ("\n  The <text:span> quay </text:span> opens", "The quay opens\n"),
        ("The <text:s text:c='2'/> quay<text:tab/> opens", "The    quay\t opens\n"),
        ("\n \n", ""),
    ],
)
def test_blanks_of_odt_in_a_row_are_one(paragraph, text, odt):
    assert odt(f"<text:p>{paragraph}</text:p>").text == text


def test_objects_in_odt_are_said(odt):
    inner = "<office:document><text:p>Axis</text:p></office:document>"
    found = odt(
        f"<text:p>A<drawing:object>{inner}</drawing:object>b<drawing:object-ole/>c.</text:p>"
    )
    assert found.text == "Abc.\n"
    assert found.remarks == (
        "diagrams, formulas, charts and other documents in it, not read: 1",
        "active content: embedded objects, 1; never opened",
    )


def test_a_box_on_a_hidden_paragraph_is_hidden(odt):
    box = "<drawing:text-box><text:p>Box.</text:p></drawing:text-box>"
    hidden = f"<text:p text:style-name='P1'>The quay{box}</text:p>"
    assert odt(hidden, "<text:p>Boats.</text:p>").text == "Boats.\n"
