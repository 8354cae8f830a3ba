"""Dates with marks in them that nobody sees: found where they stand, with the marks."""

import pytest

from audit.calendars import find_dates, parse_date


@pytest.mark.parametrize(
    "said",
    [
        "14\u200b March\u200b 2024",
        "14 Mar\u00adch 2024",
        "14\u2060 March 2\ufeff024",
        "\u206814\u2069 \u2068March\u2069 \u20682024\u2069",
        "2024\u200f-03\u200f-14",
        "14\u200f/\u200f03\u200f/\u200f2024",
        "\u200f١٤\u200f/\u200f٣\u200f/\u200f٢٠٢٤",
        "\u200f14\u200f مارس\u200f 2024",
        "۲۴\u200c اسفند\u200c ۱۴۰۲",
    ],
)
def test_a_date_is_found_behind_marks_that_nobody_sees(said):
    text = f"A note of the quay\n{said} \u200b\nThe walk\u200b is open."
    (date,) = find_dates(text)
    assert date.normalized == "2024-03-14"
    seen = text[date.start : date.end]
    assert seen in said
    assert len(seen) >= len(said.strip("\u200f\u2068\u2069"))
    assert parse_date(said).normalized == "2024-03-14"


def test_marks_join_no_numbers_where_a_date_is_seen():
    (date,) = find_dates("Sheet 12\u200b2024-03-14")
    assert (date.normalized, date.start) == ("2024-03-14", 9)


def test_a_part_of_a_text_is_looked_at_alone():
    text = "14\u200b March\u200b 2024\n15\u200b March\u200b 2024"
    assert [date.normalized for date in find_dates(text, 16)] == ["2024-03-15"]
    assert [date.normalized for date in find_dates(text, 0, 15)] == ["2024-03-14"]


def test_marks_without_end_take_no_time():
    assert not list(find_dates("\u200b" * 200_000))
    assert len(list(find_dates("3\u200b May\u200b 2024 and\n" * 5_000))) == 5_000
