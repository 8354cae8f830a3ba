"""Texts that somebody signed at their end, with an address and a day."""

import pytest

from audit.extractors import extract_all

TEXT = (
    "The clock of the harbour\n------------------------\n\nIt is wound twice a week, and oiled.\n\n"
)


def chosen(evidence, property_):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == property_]


@pytest.mark.parametrize(
    "line",
    [
        " -- Ada Lind <ada@quay.example>  Fri, 15 Sep 2006 09:19:37 +0000\n",
        "-- Ada Lind <ada@quay.example>, 15 September 2006",
    ],
)
def test_who_signs_a_text_at_its_end_wrote_it_on_that_day(document, line):
    evidence = extract_all(document(TEXT + line))
    assert (chosen(evidence, "creator"), chosen(evidence, "issued")) == (
        ["Ada Lind"],
        ["2006-09-15"],
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT} -- Bo Ray <bo@quay.example>  2 Oct 2007\n\n -- Al <al@b.example>  5 May 2006\n",
        f"{TEXT}-- Ada Lind <ada@quay.example>  15 Sep 2006\n\nAnd more of the clock.\n",
        f"{TEXT}-- \nAda Lind\nHarbour office\n",
    ],
)
def test_another_end_is_no_signature(document, text):
    assert [c for c in extract_all(document(text)).claims if c.extractor == "signature"] == []
