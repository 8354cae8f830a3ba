"""Weekdays beside days of Hijri months, which begin when the moon is seen."""

import time

import pytest

from audit.calendars import find_dates


def one(text):
    (found,) = find_dates(text)
    return found


@pytest.mark.parametrize(
    ("text", "day", "why"),
    [
        ("Thursday, 18 Muharram 1446 AH", "2024-07-25", "Thursday decides: the month began a day"),
        ("الخميس ١٨ محرم ١٤٤٦ هـ", "2024-07-25", "the month began a day later"),
        ("Tuesday, 18 Muharram 1446 AH", "2024-07-23", "the month began a day earlier"),
        ("Monday, 3 Ramadan 1318 AH", "1900-12-24", "the month began a day earlier"),
        ("Thursday, 3 Ramadan 1318 AH", "1900-12-27", "the month began 2 days later"),
    ],
)
def test_the_weekday_tells_which_evening_the_month_began_with(text, day, why):
    found = one(text)
    assert not found.weekday_wrong
    assert found.normalized == day
    assert why in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Friday, 18 Muharram 1446 AH",
        "Saturday, 18 Muharram 1446 AH",
        "Friday, 3 Ramadan 1318 AH",
        "Thursday, 3 Mordad 1403",
        "Thursday, 24 July 2024",
    ],
)
def test_a_weekday_further_away_or_of_an_exact_calendar_is_wrong(text):
    assert one(text).weekday_wrong


def test_a_weekday_that_fits_moves_nothing():
    found = one("Wednesday, 18 Muharram 1446 AH")
    assert found.normalized == "2024-07-24"
    assert "decides" not in found.reason


def test_a_day_that_the_other_calendar_confirms_is_not_moved():
    hijri, gregorian = find_dates("Thursday, 18 Muharram 1446 AH / 24 July 2024")
    assert hijri.weekday_wrong
    assert hijri.normalized == gregorian.normalized == "2024-07-24"
    hijri, gregorian = find_dates("Thursday, 18 Muharram 1446 AH / 25 July 2024")
    assert hijri.normalized == gregorian.normalized == "2024-07-25"


def test_long_lines_of_such_days_are_read_in_linear_time():
    text = "Thursday, 18 Muharram 1446 AH, " * 4_000
    start = time.process_time()
    assert len(list(find_dates(text))) == 4_000
    assert time.process_time() - start < 4
