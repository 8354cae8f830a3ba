"""What texts in markups that people read as they are say of themselves above their first line."""

import pytest

from audit.extractors import extract_all

BODY = (
    "\nThe old crane on the quay comes down after ninety years of work, and its chain goes to\n"
    "the museum, where it will hang in the hall beside the anchor.\n"
)
PANDOC = "% The crane\n% Ada Lund; Bo Ray\n% May 17, 2024\n"
ORG = "#+TITLE: The crane\n#+AUTHOR: Ada Lund\n#+DATE: <2024-05-17 Fri>\n"
REST = "The crane\n=========\n\n:Author: Ada Lund\n:Date: 2024-05-17\n:Copyright: CC BY 4.0\n"
ASCIIDOC = "= The crane\nAda Lund <ada@museum.example>\nv1.0, 2024-05-17\n:lang: en\n"
TEX = (
    "\\documentclass{article}\n\\title{The \\emph{crane}}\n\\author{Ada~Lund\\thanks{Museum} \\and "
    "Bo Ray}\n\\date{17 May 2024}\n\\begin{document}\n"
)
JSON = '{\n  "title": "The crane",\n  "date": "2024-05-17",\n  "author": "Ada Lund"\n}\n'
TOML = (
    '+++\ntitle = """The\ncrane"""\nauthors = [\n  "Ada Lund", # first\n  "Bo Ray",\n]\n'
    'date = 2024-05-17T10:00:00Z\n[params]\nauthor = "Cy Doe"\n+++\n'
)


def read(document, name, text):
    kind = "text/markdown" if name.endswith(".md") else "text/plain"
    return extract_all(document(text, path=name, media_type=kind)).claims


@pytest.mark.parametrize(
    ("name", "head", "people"),
    [
        ("a.md", PANDOC, ["Ada Lund", "Bo Ray"]),
        ("a.txt", PANDOC, ["Ada Lund", "Bo Ray"]),
        ("a.org", ORG, ["Ada Lund"]),
        ("a.txt", ORG, ["Ada Lund"]),
        ("a.rst", REST, ["Ada Lund"]),
        ("a.adoc", ASCIIDOC, ["Ada Lund"]),
        ("a.tex", TEX, ["Ada Lund", "Bo Ray"]),
        ("a.tex", TEX.replace(" \\and", "\\\\[3mm] Hallby \\and"), ["Ada Lund", "Bo Ray"]),
        ("a.md", JSON, ["Ada Lund"]),
        ("a.md", TOML, ["Ada Lund", "Bo Ray"]),
    ],
)
def test_a_head_says_who_wrote_what_and_when(document, name, head, people):
    claims = [each for each in read(document, name, head + BODY) if each.chosen]
    said = {kind: [c.normalized for c in claims if c.property == kind] for kind in
            ("title", "creator", "issued")}  # fmt: skip
    assert said == {"title": ["The crane"], "creator": people, "issued": ["2024-05-17"]}


@pytest.mark.parametrize("head", [PANDOC, ORG, TOML, JSON])
def test_what_a_head_says_stands_where_it_says_so(document, head):
    for claim in read(document, "a.md", head + BODY):
        if claim.extractor in {"text-head", "front-matter"} and claim.property == "creator":
            assert (head + BODY)[claim.start : claim.end] == claim.value == claim.normalized


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "= The crane =\nAda Lund\n" + BODY),
        ("a.txt", ":Author: of the crane is not known\n" + BODY),
        ("a.txt", "% a share\nand more\n" + BODY),
        ("a.tex", "\\title{No document}\n" + BODY),
        ("a.md", '{"title": "broken\n' + BODY),
        ("a.md", "{title}\n" + BODY),
    ],
)
def test_what_is_no_head_says_nothing(document, name, text):
    assert [c for c in read(document, name, text) if c.extractor == "text-head"] == []


def test_broken_toml_is_read_line_by_line(document):
    text = '+++\ntitle = "The crane"\ndate = = 2\n+++\n' + BODY
    titles = [c.normalized for c in read(document, "a.md", text) if c.property == "title"]
    assert titles[0] == "The crane"


MAN = (
    '.\\" The clock of the harbour\n.TH CLOCK\\-BELL 1 "17 May 2024" "quay 6.03"\n.SH NAME\nclock\n'
)
MDOC = '.Dd May 17, 2024\n.Dt "CLOCK-BELL" 1\n.Os\n.Sh NAME\n.Nm clock\n'


@pytest.mark.parametrize("head", [MAN, MDOC])
def test_a_page_of_a_manual_is_called_by_its_title_line(document, head):
    claims = [each for each in read(document, "clock.1", head + BODY) if each.chosen]
    said = {kind: [c.normalized for c in claims if c.property == kind] for kind in
            ("title", "issued")}  # fmt: skip
    assert said == {"title": ["CLOCK-BELL"], "issued": ["2024-05-17"]}


def test_a_page_of_a_manual_without_a_day_has_none(document):
    claims = read(document, "clock.1", '.TH "CLOCK" "1" "" "quay 252" "clock"\n.SH NAME\n' + BODY)
    assert [c.normalized for c in claims if c.extractor == "text-head"] == ["CLOCK"]


def test_a_sign_that_links_to_a_heading_is_no_part_of_the_title(document):
    text, markup = "The tides of the quay¶\n", "<title>Tides</title><h1>The tides of the quay¶</h1>"
    found = extract_all(document(text + BODY, markup=f"{markup}<p>{BODY}</p>"))
    titles = [c.normalized for c in found.claims if c.property == "title" and c.chosen]
    assert titles == ["The tides of the quay"]


PYTHON = (
    "Metadata-Version: 2.1\nName: quay-bells\nVersion: 1.2\nSummary: Rings the bells of a quay\n"
    'Author-email: "Ada Lund" <ada@quay.example>, Bo Ray <bo@quay.example>\n'
    "License: Apache 2.0\nClassifier: Topic :: Harbours\n"
)
DEBIAN = "Package: quay-bells\nVersion: 1.2-1\nMaintainer: Ada Lund <ada@quay.example>\n"
R = (
    "Package: quaybells\nTitle: Bells of a Quay\nVersion: 1.2\n"
    "Author: Ada Lund [aut, cre],\n    Bo Ray [ctb]\nLicense: MIT + file LICENSE\n"
)
COPYRIGHT = (
    "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
    "Upstream-Name: quay-bells\nSource: https://quay.example/\n"
)


@pytest.mark.parametrize(
    ("head", "title", "people", "rights"),
    [
        (PYTHON, "quay-bells", ["Ada Lund", "Bo Ray"], ["Apache-2.0"]),
        (PYTHON.replace("License: Apache", "License-Expression: MIT\nLicense: Apache"),
         "quay-bells", ["Ada Lund", "Bo Ray"], ["MIT"]),
        (PYTHON.replace("Apache 2.0", "UNKNOWN"), "quay-bells", ["Ada Lund", "Bo Ray"], []),
        (DEBIAN, "quay-bells", [], []),
        (R, "Bells of a Quay", ["Ada Lund"], ["MIT"]),
        (COPYRIGHT, "quay-bells", [], []),
    ],
)  # fmt: skip
def test_a_package_says_what_it_is_called_and_who_made_it(document, head, title, people, rights):
    said = {"title": [title], "creator": people, "rights": rights}
    for name in ("METADATA", "PKG-INFO.txt", "a.md"):
        claims = [
            c for c in read(document, name, f"{head}\nFeatures\n========\n{BODY}") if c.chosen
        ]
        assert {k: [c.normalized for c in claims if c.property == k] for k in said} == said


@pytest.mark.parametrize(
    "head",
    [
        "Package: from the harbour\nTo: the museum\n",
        "Name: quay-bells\nVersion: 1.2\n",
        "The bells\n\nMetadata-Version: 2.1\nName: quay-bells\nVersion: 1.2\n",
    ],
)
def test_other_fields_are_those_of_no_package(document, head):
    assert not [c for c in read(document, "a.txt", head + BODY) if c.extractor == "text-head"]


def test_comments_of_tex_are_no_head_of_pandoc(document):
    text = "% crane.tex\n% Copyright 2024 Ada Lund\n%\n\\input{crane}\n"
    for name, made in (("a.tex", False), ("a.txt", True)):
        assert any(c.extractor == "text-head" for c in read(document, name, text)) is made
