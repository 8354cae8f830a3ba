"""Word in one file of XML: that of 2003, and the package of later ones."""

import pytest

W = "http://schemas.microsoft.com/office/word/2003/wordml"
ROOT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    f'<w:wordDocument xmlns:w="{W}" xmlns:aml="urn:aml" xmlns:o="urn:o" xmlns:dt="urn:dt" '
    'w:macrosPresent="{}">'
)
META = (
    "<o:DocumentProperties><o:Title>Boats</o:Title><o:Author>Ada Berg</o:Author>"
    "<o:Company>Town Council</o:Company><o:Created>2009-03-04T05:06:07Z</o:Created>"
    "<o:Pages>7</o:Pages></o:DocumentProperties><o:CustomDocumentProperties>"
    '<o:Publisher dt:dt="string">Harbour Museum</o:Publisher><o:Shelf dt:dt="string">3</o:Shelf>'
    "</o:CustomDocumentProperties>"
)
STYLES = (
    '<w:styles><w:style w:type="paragraph" w:styleId="Dark"><w:rPr><w:vanish/></w:rPr>'
    "</w:style></w:styles>"
)


def run(words, look=""):
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


def line(*runs, style=""):
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}</w:pPr>{''.join(runs)}</w:p>"


def noted(kind, inner):
    return (
        f'<aml:annotation w:type="Word.{kind}"><aml:content>{inner}</aml:content></aml:annotation>'
    )


@pytest.fixture
def told(unfold):
    """Return a function that reads a body."""

    def tell(*lines, name="a.xml", macros="no"):
        body = f"<w:body><w:sect>{''.join(lines)}</w:sect></w:body></w:wordDocument>"
        return unfold(name, (ROOT.format(macros) + META + STYLES + body).encode())[name]

    return tell


def test_the_text_as_it_is_read(told):
    note = f"<w:r><w:footnote>{line(run('Note.'))}</w:footnote></w:r>"
    margins = (
        f"<w:sectPr><w:hdr>{line(run('Top'))}</w:hdr><w:ftr>{line(run('3'))}</w:ftr></w:sectPr>"
    )
    found = told(
        line(run("The qu"), run("ay"), note, noted("Insertion", run(" opens")), run(".")),
        line(noted("Deletion", run("never ")), noted("Comment", line(run("why?"))), run("Boats.")),
        line(run("Tides."), style="Dark"),
        line(
            run("At "), run("noon", "<w:vanish/>"), run("ten", noted("Formatting", "<w:vanish/>"))
        ),
        f"<w:p><w:pPr>{margins}</w:pPr></w:p>",
    ).document
    assert found.text == "The quay opens.\nBoats.\nAt ten\nNote.\nTop\n3\n"
    assert [found.text[span.start : span.end] for span in found.furniture] == ["Top\n3\n"]
    assert found.remarks == (
        "comments, not read: 1",
        "tracked changes, read as accepted: 2",
        "hidden characters, left out: 10",
    )
    assert found.lost == ()


def test_what_the_file_says_of_itself(told, claims):
    item = told(line(run("Boats.")), macros="yes")
    assert [(field.property, field.value) for field in item.document.fields] == [
        ("title", "Boats"),
        ("creator", "Ada Berg"),
        ("publisher", "Town Council"),
        ("created", "2009-03-04T05:06:07Z"),
        ("publisher", "Harbour Museum"),
    ]
    assert claims(item)["publisher"].value == "Harbour Museum"
    assert item.document.remarks == ("active content: macros (macrosPresent); never run",)


def test_the_name_of_an_older_word_is_another(told):
    item = told(line(run("Boats.")), name="a.doc")
    assert (item.media_type, item.document.text) == ("application/x-wordml+xml", "Boats.\n")
    assert item.document.fields[0].value == "application/msword"


LATER = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ada Berg</dc:creator></c>'


def part(name, inner):
    return f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{inner}</pkg:xmlData></pkg:part>'


def package(*parts):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f"{''.join(parts)}<pkg:part pkg:name='/word/vbaProject.bin'><pkg:binaryData>eA=="
        "</pkg:binaryData></pkg:part></pkg:package>"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_package_in_one_file(encoding, unfold):
    body = line(run("The qu"), run("ay."), style="Shown") + line(run("Tides."), style="Dark")
    parts = (
        part("word/document.xml", f"<w:document xmlns:w='{LATER}'>{body}</w:document>"),
        part("word/styles.xml", STYLES.replace("<w:styles", f"<w:styles xmlns:w='{LATER}'", 1)),
        part("docProps/core.xml", CORE),
    )
    data = package(*parts).replace("UTF-8", "utf-16" if encoding == "utf-16" else "UTF-8")
    found = unfold("a.xml", data.encode(encoding))["a.xml"].document
    assert found.media_type.endswith("wordprocessingml.document-flat-xml")
    assert found.text == "The quay.\n"
    assert [(field.property, field.value) for field in found.fields] == [("creator", "Ada Berg")]
    assert found.remarks == (
        "active content: macros (word/vbaProject.bin); never run",
        "hidden characters, left out: 6",
    )


@pytest.mark.parametrize(
    ("inner", "reason"),
    [("", "no word/document.xml in it"), (part("word/document.xml", "<w"), "broken XML: ")],
)
def test_a_package_that_is_broken_is_said(inner, reason, unfold, said):
    (message,) = said(unfold("a.xml", package(inner).encode())["a.xml"])
    assert message.startswith(reason)
