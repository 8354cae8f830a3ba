"""Null and the like declare nothing, wherever a field stands; a heading may say what it likes."""

import json

import pytest

from audit.claims.nothing import is_nothing
from audit.claims.slips import slips
from audit.extractors import extract_all
from audit.model import Field

NULLS = (
    "null",
    "NULL",
    "~",
    "N/A",
    "n/a",
    "none",
    "-",
    "--",
    "—",
    "unknown",
    "(Unknown)",
    "?",
    "NA",
)
VALUES = (
    "100%",
    "${a} and {{b}}",
    "Unknown Pleasures",
    "None of Us",
    "Nil Holm",
    "Na",
    "na",
    "1984",
    "¿Qué?",
    "M",
    "å",
)
TEXT = "# The tide mill\n\nThe mill at the quay turned twice a day, and nobody paid for the sea.\n"


def said(found, name):
    return [claim.normalized for claim in found.claims if claim.property == name]


UNFILLED = ("{{ page.title }}", "${author}", "<%= title %>", "{% author %}", "%AUTHOR%")


@pytest.mark.parametrize("value", [*NULLS, *UNFILLED, "", " "])
def test_what_is_nothing(value):
    assert is_nothing(value)


@pytest.mark.parametrize("value", VALUES)
def test_what_is_something(value):
    assert not is_nothing(value)


@pytest.mark.parametrize("value", [*NULLS, '""'])
def test_front_matter_of_nulls_says_nothing(document, value):
    value = f'"{value}"' if value in {"-", "?"} else value  # signs of YAML by themselves
    head = f"title: {value}\nauthor: [{value}]\npublisher: {{name: {value}}}\ndate: {value}\n"
    found = extract_all(document(TEXT, markup=f"---\n{head}---\n{TEXT}"))
    assert found.problems == ()
    assert {claim.extractor for claim in found.claims}.isdisjoint({"front-matter"})
    toml = f'title = "{value}"\nauthor = {value}\n'.replace('""""', '""')
    found = extract_all(document(TEXT, markup=f"+++\n{toml}+++\n{TEXT}"))
    assert {claim.extractor for claim in found.claims}.isdisjoint({"front-matter"})


@pytest.mark.parametrize("value", [None, "null", "N/A", "", ["none", None]])
def test_a_file_beside_a_document_with_nulls_accuses_nobody(document, value):
    names = ("title", "creator", "publisher", "issued", "language", "url", "rights", "contact")
    beside = json.dumps(dict.fromkeys(names, value))
    found = extract_all(document("The tide mill\n\nBy Ada Lund\n\nIt turns.\n", declared=beside))
    assert found.problems == ()
    assert found.conflicts == ()
    assert said(found, "creator") == ["Ada Lund"]
    assert list(slips(beside)) == []


def test_fields_of_formats_and_tables_with_nulls_say_nothing(document):
    fields = [
        Field(property="creator", value=each, by="json", place="field author") for each in NULLS
    ]
    assert said(extract_all(document(TEXT, fields=fields)), "creator") == []


@pytest.mark.parametrize("value", ["null", "N/A", "unknown", "-"])
def test_the_head_of_a_page_with_nulls_says_nothing(document, value):
    thing = {
        "@type": "Article", "headline": value, "author": {"name": value}, "creator": value,
        "publisher": {"name": value}, "inLanguage": value, "articleSection": value,
    }  # fmt: skip
    names = ("og:title", "author", "og:site_name", "dc.language", "dc.rights", "generator")
    metas = "".join(f'<meta name="{name}" content="{value}">' for name in names)
    script = f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    page = f'<html lang="{value}"><head>{metas}{script}</head><body></body></html>'
    assert extract_all(document("", markup=page)).claims == ()


def test_a_heading_may_be_called_unknown(document):
    text = "# Unknown\n\nAt the quay stood a man whom nobody knew, and he looked at the tide.\n"
    found = extract_all(document(text, markup=text, media_type="text/markdown"))
    assert said(found, "title") == ["Unknown"]
