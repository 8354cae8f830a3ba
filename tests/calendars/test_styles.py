"""Old and new style, months in Roman numerals, and calendars that are not read."""

import datetime as dt

import pytest

from audit.calendars import find_dates
from audit.calendars.convert import julian


def one(text):
    (found,) = find_dates(text)
    return found


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((1582, 10, 5), "1582-10-15"),
        ((1700, 2, 29), "1700-03-11"),
        ((1752, 9, 3), "1752-09-14"),
        ((1917, 10, 25), "1917-11-07"),
        ((1900, 2, 29), "1900-03-13"),
    ],
)
def test_julian_days(day, expected):
    assert julian(*day).isoformat() == expected


def test_every_julian_day_of_four_centuries_follows_the_one_before():
    expected = julian(1500, 1, 1)
    for year in range(1500, 1900):
        for month in range(1, 13):
            for day in range(1, 32):
                try:
                    found = julian(year, month, day)
                except ValueError:
                    continue
                assert found == expected
                expected += dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/21 February 1732", "1732-02-21"),
        ("10/21 February 1731/2", "1732-02-21"),
        ("February 10/21, 1732", "1732-02-21"),
        ("25 October (7 November) 1917", "1917-11-07"),
        ("25 октября (7 ноября) 1917 г.", "1917-11-07"),
        ("25 октября/7 ноября 1917 г.", "1917-11-07"),
        ("7 November (25 October O.S.) 1917", "1917-11-07"),
        ("10 February 1732 (O.S.)", "1732-02-21"),
        ("10 February 1731/2 O.S.", "1732-02-21"),
        ("25 октября 1917 г. (ст. ст.)", "1917-11-07"),
        ("25 октября 1917 года по старому стилю", "1917-11-07"),
        ("11 (24) июля 1913 г.", "1913-07-24"),
        ("11(24) июля 1913 года", "1913-07-24"),
        ("24 июля (6 августа) 1913 г.", "1913-08-06"),
        ("11 (24) July 1913", "1913-07-24"),
        ("July 11 (24), 1913", "1913-07-24"),
        ("11. (24.) Juli 1913", "1913-07-24"),
        ("11/24 июля 1913 г.", "1913-07-24"),
        ("11 (25) июля 1913 г.", "1913-07-11/1913-07-25"),
        ("den 10. Februar 1732 a. St.", "1732-02-21"),
        ("7 November 1917 (N.S.)", "1917-11-07"),
        ("Tuesday 21 February 1731/2", "1732-02-21/1732-03-03"),
        ("10 February 1731/2", "1732-02-10/1732-02-21"),
        ("10 February 1731/1732", "1732-02-10/1732-02-21"),
        ("10 February 1731/32", "1732-02-10/1732-02-21"),
        ("10 October 1731/2", "1731-10-10"),
        ("10 February 1987/8", "1987-02-10"),
        ("14/15 February 1732", "1732-02-15"),
    ],
)
def test_the_style_of_a_date(text, day):
    assert one(text).normalized == day


@pytest.mark.parametrize(
    "text", ["25 декабря 1917 г. (7 января 1918 г.)", "25 December 1917 (7 January 1918)"]
)
def test_a_day_of_the_old_style_before_the_same_day_with_its_own_year(text):
    assert [date.normalized for date in find_dates(text)] == ["1918-01-07", "1918-01-07"]


def test_both_days_are_the_value_and_the_new_one_is_said_to_be_meant():
    found = one("Казань, 11 (24) июля 1913 г.")
    assert (found.start, found.end) == (8, len("Казань, 11 (24) июля 1913"))
    assert "the new one is meant" in found.reason


def test_numbers_in_brackets_of_our_days_are_no_second_day():
    assert one("3 (24) July 2024").normalized == "2024-07-24"
    assert one("Лист 12 (24 июля 1913 г.)").normalized == "1913-07-24"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sunday, 24 July 1687", "1687-07-24/1687-08-03"),
        ("среда, 25 октября 1917 г.", "1917-10-25/1917-11-07"),
    ],
)
def test_a_weekday_of_the_old_style_is_not_wrong_but_leaves_the_day_open(text, days):
    assert one(text).normalized == days
    assert not one(text).weekday_wrong


def test_a_wrong_weekday_stays_wrong():
    assert one("Monday, 24 July 1687").weekday_wrong
    assert one("Wednesday, 25 October 1917").weekday_wrong


@pytest.mark.parametrize(
    "text",
    ["3.V.1921", "3. V. 1921", "3-V-1921", "3 V 1921 r.", "1921. V. 3.", "1921. V. 3-án"],
)
def test_a_month_in_roman_numerals(text):
    assert one(text).normalized == "1921-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "10 X 2000",
        "Act 3 IV 1921",
        "rooms 3 II 1921",
        "1921. V. 3 Bände",
        "lap 1:24.07.20",
        "3 IIII 1921",
        "Henry VIII 1921",
        "1921. V. 32.",
        "17/11/2016 E.C.",
        "17 Hamle 2016",
        "17 Tir 2016",
        "9 Shrawan 2081 B.S.",
        "2081-04-09 BS",
        "२०८१-०४-०९",
        "18 brumaire an VIII",
        "18 brumaire an 1805",
        "2 Shravana 1946 (Saka)",
        "2024-W30-3",
        "Build 2024.07.24.1",
        "10.11.12.13",
        "192.168.10.12",
        "01.02.03.04.05",
        "the 3rd inst. and the 27th ult.",
    ],
)
def test_what_belongs_to_another_calendar_or_to_none(text):
    assert list(find_dates(text)) == []
