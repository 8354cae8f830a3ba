"""Properties that a person added to an office file by a name of Dublin Core."""

import pytest

DOCX = (
    '<Properties xmlns="u:custom" xmlns:vt="u:types">'
    '<property pid="2" name="publisher"><vt:lpwstr>Town Library</vt:lpwstr></property>'
    '<property pid="3" name="Rights"><vt:lpwstr>CC0-1.0</vt:lpwstr></property>'
    '<property pid="4" name="date"><vt:filetime>2024-03-14T00:00:00Z</vt:filetime></property>'
    '<property pid="5" name="Shelf"><vt:lpwstr>12</vt:lpwstr></property></Properties>'
)
META = (
    '<o:meta xmlns:o="o" xmlns:meta="u:meta">'
    '<meta:user-defined meta:name="publisher">Town Library</meta:user-defined>'
    '<meta:user-defined meta:name="rights">CC0-1.0</meta:user-defined>'
    '<meta:user-defined meta:name="date">2024-03-14</meta:user-defined>'
    '<meta:user-defined meta:name="Shelf">12</meta:user-defined>'
    "<meta:generator>Writer</meta:generator></o:meta>"
)
CONTENT = '<d xmlns:text="t"><text:p>The boats are in.</text:p></d>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{W}"><w:p><w:t>The boats are in.</w:t></w:p></w:document>'
SAID = {"publisher": "Town Library", "rights": "CC0-1.0", "issued": "2024-03-14"}


def test_properties_added_to_docx(unfold, zipped, claims):
    data = zipped(("word/document.xml", BODY), ("docProps/custom.xml", DOCX))
    found = claims(unfold("a.docx", data)["a.docx"])
    assert {name: found[name].normalized for name in SAID} == SAID
    assert found["publisher"].reason == "docProps/custom.xml, publisher"


def test_properties_added_to_odt(unfold, zipped, claims):
    mimetype = "application/vnd.oasis.opendocument.text"
    data = zipped(("mimetype", mimetype), ("content.xml", CONTENT), ("meta.xml", META))
    found = claims(unfold("a.odt", data)["a.odt"])
    assert {name: found[name].normalized for name in SAID} == SAID
    assert found["generator"].value == "Writer"


def app(company):
    return f"<Properties xmlns='u:app'><Company>{company}</Company></Properties>"


def test_what_a_person_calls_the_publisher_goes_before_the_company(unfold, zipped, claims):
    members = ("docProps/app.xml", app("Town Council")), ("docProps/custom.xml", DOCX)
    data = zipped(("word/document.xml", BODY), *members)
    found = claims(unfold("a.docx", data)["a.docx"])["publisher"]
    assert (found.normalized, found.extractor) == ("Town Library", "docx-custom")


@pytest.mark.parametrize("company", ["Hewlett-Packard Company", "DELL Inc.", "Microsoft", "Privat"])
def test_for_whom_a_program_came_registered_is_no_publisher(company, unfold, zipped, claims):
    plain = zipped(("word/document.xml", BODY), ("docProps/app.xml", app(company)))
    assert "publisher" not in claims(unfold("a.docx", plain)["a.docx"])
    own = DOCX.replace("Town Library", company)
    meant = zipped(("word/document.xml", BODY), ("docProps/custom.xml", own))
    assert claims(unfold("a.docx", meant)["a.docx"])["publisher"].value == company
    rtf = rf"{{\rtf1{{\info{{\company {company}}}}}The boats are in.}}".encode()
    assert "publisher" not in claims(unfold("a.rtf", rtf)["a.rtf"])


def test_the_company_is_the_publisher_where_nobody_says_otherwise(unfold, zipped, claims):
    data = zipped(("word/document.xml", BODY), ("docProps/app.xml", app("Town Council")))
    assert claims(unfold("a.docx", data)["a.docx"])["publisher"].value == "Town Council"
