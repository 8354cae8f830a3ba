"""What looks like the date of a text and tells no day is said to be so, never chosen."""

import pytest

from audit.extractors import extract_all

BODY = "\n\nThe old crane on the quay comes down after ninety years of work for the harbour.\n" * 3


def issued(document, line):
    claims = extract_all(document(f"The crane comes down\n\n{line}{BODY}")).claims
    return [claim for claim in claims if claim.property == "issued"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Published: 30 February 2024", "“30 February 2024” is no day"),
        ("31.06.2024", "“31.06.2024” is no day"),
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
