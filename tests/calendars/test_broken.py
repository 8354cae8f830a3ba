"""Days that stand in two lines of a paragraph."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.calendars import find_dates, unbroken

LEAD = "The lamp of the old lighthouse of Lindby was lit again on"


def days(text):
    return [(date.normalized, text[date.start : date.end]) for date in find_dates(unbroken(text))]


@pytest.mark.parametrize(
    ("day", "normalized"),
    [
        ("12 May\n1921", "1921-05-12"),
        ("12\nMay 1921", "1921-05-12"),
        ("May\n12, 1921", "1921-05-12"),
        ("May 12,\n1921", "1921-05-12"),
        ("7.\nJanuar 2022", "2022-01-07"),
        ("7. Januar\n2022", "2022-01-07"),
        ("12th of\nMay 1921", "1921-05-12"),
        ("5 de\nmarzo de 1921", "1921-03-05"),
        ("1er\nmars 1921", "1921-03-01"),
        ("12 May\r\n1921", "1921-05-12"),
    ],
)
def test_a_day_that_the_end_of_a_line_parts_is_found(day, normalized):
    assert days(f"{LEAD} {day} by the harbour master.\n") == [(normalized, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Item 12\nMay 1921\n",
        f"{LEAD} the quay, where all ships of the 12\n\nMay 1921 was dry.",
        f"{LEAD} the quay by 12\nmen 1921 of them from the town.",
        f"{LEAD} the quay, as all may\n1921 ships were there.",
    ],
)
def test_lines_that_end_beside_each_other_are_no_days(text):
    assert [found for found in days(text) if found[0].count("-") > 1] == []


@given(
    st.lists(st.sampled_from([LEAD, " 12", " May", " 1921", ",", "\n", "\r\n", " "]), max_size=20)
)
def test_nothing_moves_and_only_line_ends_change(pieces):
    text = "".join(pieces)
    whole = unbroken(text)
    assert len(whole) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, whole, strict=True))


def test_many_line_ends_take_linear_time():
    before = time.process_time()
    unbroken(f"{LEAD} 12\nMay\n1921\n" * 20_000)
    assert time.process_time() - before < 3
