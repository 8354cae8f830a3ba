"""Pages that word processors saved: what they say of the document."""

import pytest

from audit.extractors import extract_all

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><title>{title}</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
{properties}
 </o:DocumentProperties>
</xml><![endif]--></head><body><p class=MsoTitle>The ferry bell</p></body></html>"""
LIBRE = """<html><head><title>The ferry bell</title>
<meta name="generator" content="LibreOffice 7.3 (Linux)"/>
{head}
</head><body><h1>The ferry bell</h1></body></html>"""


@pytest.fixture
def said(document):
    """Return the normalized claims of a page that the markup makes, by property."""

    def asked(markup):
        claims = extract_all(document("The ferry bell\n", markup=markup)).claims
        for claim in claims:
            if claim.part == "markup":
                assert markup[claim.start : claim.end] == claim.value
        return {
            (claim.property, claim.normalized)
            for claim in claims
            if claim.extractor in ("office", "html-meta")
        }

    return asked


def word(title="The ferry bell", **properties):
    rows = "\n".join(f"  <o:{name}>{value}</o:{name}>" for name, value in properties.items())
    return WORD.format(title=title, properties=rows)


def test_the_properties_of_word(said):
    page = word(
        Author="Ann Lind",
        LastAuthor="Ben Cole",
        Created="2021-03-12T09:30:00Z",
        LastSaved="2021-03-14T10:00:00Z",
        Company="Harbour &amp; Museum",
        Pages="2",
    )
    assert said(page) >= {
        ("creator", "Ann Lind"),
        ("created", "2021-03-12"),
        ("modified", "2021-03-14"),
        ("publisher", "Harbour & Museum"),
    }


def test_what_programs_fill_in_is_said_by_nobody(said):
    page = word(
        title="", Author="user", Created="1601-01-01T00:00:00Z", Title="Document1", Company=" "
    )
    assert said(page) == {("generator", "Microsoft Word 15"), ("title", "The ferry bell")}


def test_the_maker_of_a_machine_is_no_publisher(said):
    assert ("publisher", "Dell Inc.") not in said(word(Company="Dell Inc."))


def test_properties_that_do_not_end_are_none(said):
    page = word(Author="Ann Lind").replace("</o:DocumentProperties>", "")
    assert said(page) == {("generator", "Microsoft Word 15"), ("title", "The ferry bell")}


@pytest.mark.parametrize(
    ("created", "changed"),
    [
        ("2021-03-12T09:30:00", "2021-03-14T10:00:00.123000000"),
        ("20210312;9300000", "20210314;10000000"),
    ],
)
def test_the_days_of_writer(said, created, changed):
    head = (
        '<meta name="author" content="Ann Lind"/>'
        f'<meta name="created" content="{created}"/><meta name="changed" content="{changed}"/>'
    )
    found = said(LIBRE.format(head=head))
    assert found >= {("creator", "Ann Lind"), ("created", "2021-03-12"), ("modified", "2021-03-14")}


def test_the_paragraph_in_the_style_of_a_title_is_the_title(document):
    docs = (
        '<html><head></head><body class="c3 doc-content"><p class="c1 title"><span>The ferry bell'
        '</span></p><p class="c1 subtitle"><span>Ann Lind</span></p><h1 class="c1">The rope</h1>'
        "<p>It was made on the quay.</p><h1>The frame</h1></body></html>"
    )
    text = "The ferry bell\nAnn Lind\nThe rope\nIt was made on the quay.\nThe frame\n"
    for markup in (docs, word(title="", Title="Document1")):
        claims = extract_all(document(text, markup=markup)).claims
        (title,) = [claim for claim in claims if claim.property == "title" and claim.chosen]
        assert title.normalized == "The ferry bell"
    plain = docs.replace(" doc-content", "")
    assert not [
        c for c in extract_all(document(text, markup=plain)).claims if c.extractor == "office"
    ]


def test_word_gives_the_language_to_the_body(said):
    page = word(Author="Ann Lind").replace(
        "<body>", "<body lang=EN-GB style='tab-interval:36.0pt'>"
    )
    assert ("language", "EN-GB") in said(page)


def test_writer_without_a_user_or_a_clock(said):
    head = '<meta name="author" content="User"/><meta name="created" content="16010101;0"/>'
    found = said(LIBRE.format(head=head))
    assert not {property_ for property_, _ in found} & {"creator", "created"}
