"""What looks like the date of a text and tells no day is said to be so, never chosen."""

import pytest

from audit.extractors import extract_all
from audit.model import Field

BODY = "\n\nThe old crane on the quay comes down after ninety years of work for the harbour.\n" * 3


def issued(document, line):
    claims = extract_all(document(f"The crane comes down\n\n{line}{BODY}")).claims
    return [claim for claim in claims if claim.property == "issued"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Published: 30 February 2024", "“30 February 2024” is no day"),
        ("31.06.2024", "“31.06.2024” is no day"),
        ("Friday, 31 April 2015", "“31 April 2015” is no day"),
        ("31 avril 2015, vendredi", "“31 avril 2015” is no day"),
        ("02/30/2024", "“02/30/2024” is no day: the month has not so many"),
        ("30/02/2024", "“30/02/2024” is no day: the month has not so many"),
        ("Published: 14/15/2024", "“14/15/2024” is no day: there is no month 14"),
        ("تاريخ النشر: ١٤٤٦/٠١/١٨", "2024-07-24 if it is Hijri"),
    ],
)
def test_it_is_said_and_not_chosen(document, line, why):
    (claim,) = issued(document, line)
    assert (claim.normalized, claim.chosen) == ("", False)
    assert why in claim.reason


@pytest.mark.parametrize(
    "line",
    ["Published: 24 July 2024, after 30 February 2024", "The plan of 30 February 2024 is void"],
)
def test_beside_a_day_or_in_a_sentence_it_is_not_looked_at(document, line):
    assert all(claim.extractor != "untold" for claim in issued(document, line))


def test_a_day_of_change_that_does_not_exist_is_one_of_change(document):
    text = f"The crane comes down\n\nUpdated: 31 November 2023{BODY}"
    (claim,) = [each for each in extract_all(document(text)).claims if each.extractor == "untold"]
    assert (claim.property, claim.normalized) == ("modified", "")


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        ("Published: 15 June 2024", []),
        ("Published: 15 May 2024", ["2024-06-01/2024-06-30 against 2024-05-15, 17 days apart"]),
    ],
)
def test_an_interval_that_is_declared_is_chosen_and_compared_as_a_whole(document, line, reasons):
    text = f"The crane comes down\n\n{line}{BODY}"
    evidence = extract_all(document(text, declared="issued: 2024-06-01/2024-06-30\n"))
    (chosen,) = [each for each in evidence.claims if each.property == "issued" and each.chosen]
    assert (chosen.normalized, chosen.extractor) == ("2024-06-01/2024-06-30", "sidecar")
    assert "an interval" in chosen.reason
    assert [each.reason for each in evidence.conflicts] == reasons


def test_a_date_that_is_open_and_declared_is_no_interval(document):
    evidence = extract_all(document(BODY.strip(), declared="issued: 03/04/2024\n"))
    assert [each.chosen for each in evidence.claims if each.property == "issued"] == [False]


FIELD = Field(property="issued", value="yesterday", place="header field Date", by="e-mail")
META = '<meta property="article:published_time" content="{day}">'
JSON_LD = (
    '<script type="application/ld+json">{{"@type": "Article", "datePublished": "{day}"}}</script>'
)


@pytest.mark.parametrize("head", [META, JSON_LD])
def test_what_stands_in_the_markup_where_a_date_should_is_said_to_be_none(document, head):
    page = f"<html><head>{head}</head><body><h1>The crane</h1><p>{BODY}</p></body></html>"
    told = extract_all(document(f"The crane\n{BODY}", markup=page.format(day="last spring"))).claims
    (claim,) = [each for each in told if each.property == "issued"]
    assert (claim.normalized, claim.chosen) == ("", False)
    assert claim.reason == "“last spring” is no date"
    for empty in ("", "{{ date }}", "null"):
        claims = extract_all(document(f"The crane\n{BODY}", markup=page.format(day=empty))).claims
        assert [each for each in claims if each.property == "issued"] == []


def test_a_field_of_a_date_that_holds_none_is_said_to_hold_none(document):
    claims = extract_all(document(BODY, fields=(FIELD,))).claims
    (claim,) = [each for each in claims if each.property == "issued"]
    assert claim.reason == "header field Date: “yesterday” is no date"
