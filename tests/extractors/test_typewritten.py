"""Texts that were typed for a page of one width: reports, transcripts, plays, notes."""

import pytest

from audit.extractors import extract_all
from tests.extractors.test_centred import FURTHER, PROSE, middle

REPORT = (
    "\n".join(
        map(
            middle,
            (
                "ANNUAL REPORT",
                "of the",
                "LINDBY HARBOUR TRUST",
                "for the year ending 31 March 1921",
            ),
        )
    )
    + f"\n1.  THE LIGHTS\n\n{PROSE}\n2.  THE MOLES\n\n{FURTHER}"
)
NOTES = (
    "Tide Tables\n{line}\n\n"
    "A small program that prints the times of high and low water of the ports of\n"
    "this coast, from the tables of the harbour office.\n\n"
    "Copyright (c) 2019 Anna Lind\n"
)
HEARING = (
    middle("BEFORE THE HARBOUR COMMISSION OF LINDBY")
    + "\n"
    + middle("PUBLIC HEARING", "ON THE LIGHTS OF THE MOLES")
    + "\n"
    + middle("Tuesday, March 9, 1921")
    + "\n CHAIRMAN LIND: Good evening. We are here to speak of the two lights of\n"
    + " the moles. Mrs. Grey has the floor, and then Mr. Holm, who came late.\n\n"
    + " MRS. GREY: Thank you. My house is on the hill, and I see both lights of\n"
    + " the moles from my window. The inner one has been dark for three weeks.\n"
)


def values(document, text, property_):
    claims = extract_all(document(text)).claims
    return [c.normalized for c in claims if c.property == property_ and c.chosen]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (REPORT, "ANNUAL REPORT of the LINDBY HARBOUR TRUST"),
        (HEARING, "PUBLIC HEARING ON THE LIGHTS OF THE MOLES"),
        (NOTES.format(line="==========="), "Tide Tables"),
        (NOTES.format(line="-----------"), "Tide Tables"),
    ],
    ids=["report", "hearing", "underlined", "ruled"],
)
def test_the_title_of_a_typewritten_text_is_found(document, text, title):
    assert values(document, text, "title") == [title]


def test_the_last_day_of_the_year_of_a_report_is_not_the_day_of_its_issue(document):
    assert values(document, REPORT, "issued") == []


def test_the_day_of_a_hearing_is_its_day(document):
    assert values(document, HEARING, "issued") == ["1921-03-09"]


@pytest.mark.parametrize("line", ["-----", "--- - ---", "- one"])
def test_what_is_no_underline_marks_nothing(document, line):
    claims = extract_all(document(NOTES.format(line=line))).claims
    assert not [c for c in claims if c.property == "title" and "underlined" in c.reason]


def test_the_day_on_which_something_is_in_effect_is_not_that_of_a_bill(document):
    text = (
        "A BILL FOR AN ACT\n\nRELATING TO THE FERRIES OF THE HARBOUR.\n\n"
        "BE IT ENACTED BY THE TOWN OF LINDBY:\n\n"
        "SECTION 1. The ferries of the harbour shall stop for two hours of each night.\n\n"
        "SECTION 2. This Act shall take effect on July 1, 2015;\n\n"
        "provided that in the case of ferries covered by a collective\n\n"
        "bargaining agreement in effect on July 1, 2015, this Act shall\n\n"
        "take effect on the date on which the agreement ends.\n"
    )
    assert values(document, text, "issued") == []
