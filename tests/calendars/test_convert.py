import datetime as dt

import pytest
from hijridate import Gregorian, Hijri

from audit.calendars.convert import UMM_AL_QURA, hebrew, hebrew_leap, hijri, jalali

FIRST, LAST = dt.date(1924, 8, 1), dt.date(2077, 11, 16)


def test_every_hijri_day_of_the_known_calendar_there_and_back():
    """The days of 1343 to 1500 AH follow each other without a gap and lead back to themselves."""
    expected = FIRST
    for year in UMM_AL_QURA:
        for month in range(1, 13):
            for day in range(1, Hijri(year, month, 1).month_length() + 1):
                found = hijri(year, month, day)
                assert found == expected, (year, month, day)
                back = Gregorian(found.year, found.month, found.day).to_hijri()
                assert back.datetuple() == (year, month, day)
                expected += dt.timedelta(days=1)
    assert expected == LAST + dt.timedelta(days=1)


@pytest.mark.parametrize("day", [(1446, 13, 1), (1446, 0, 1), (1446, 1, 31), (0, 1, 1)])
def test_days_that_are_none(day):
    with pytest.raises(ValueError, match=r"Hijri|month|day"):
        hijri(*day)


HEBREW_DAYS = [
    ((5700, 1, 1), "1939-09-14"),
    ((5708, 8, 5), "1948-05-14"),
    ((5784, 1, 10), "2023-09-25"),
    ((5784, 14, 14), "2024-03-24"),
    ((5784, 7, 15), "2024-04-23"),
    ((5784, 12, 29), "2024-10-02"),
    ((5785, 1, 1), "2024-10-03"),
    ((5785, 3, 25), "2024-12-26"),
]


@pytest.mark.parametrize(("day", "expected"), HEBREW_DAYS)
def test_hebrew_days_that_everybody_knows(day, expected):
    assert hebrew(*day).isoformat() == expected


def test_every_hebrew_day_of_three_centuries_follows_the_one_before():
    """Years have 353 to 355 or 383 to 385 days and never begin on Sunday, Wednesday or Friday."""
    expected = hebrew(5550, 1, 1)
    for year in range(5550, 5850):
        first = expected
        assert first.weekday() not in (6, 2, 4)
        adar = (13, 14) if hebrew_leap(year) else (6,)
        for month in (1, 2, 3, 4, 5, *adar, 7, 8, 9, 10, 11, 12):
            for day in range(1, 31):
                try:
                    found = hebrew(year, month, day)
                except ValueError:
                    assert day == 30
                    continue
                assert found == expected
                expected += dt.timedelta(days=1)
        length = (expected - first).days
        assert length in ((383, 384, 385) if hebrew_leap(year) else (353, 354, 355))


def test_every_jalali_day_of_two_centuries_follows_the_one_before():
    expected = jalali(1250, 1, 1)
    for year in range(1250, 1451):
        assert (expected.month, expected.day) in ((3, 20), (3, 21), (3, 22))
        for month in range(1, 13):
            for day in range(1, 32):
                try:
                    found = jalali(year, month, day)
                except ValueError:
                    assert day > 29
                    continue
                assert found == expected
                expected += dt.timedelta(days=1)


@pytest.mark.parametrize(
    "day", [(5784, 6, 1), (5785, 13, 1), (5785, 14, 1), (5785, 4, 30), (5785, 0, 1), (99, 1, 1)]
)
def test_hebrew_days_that_are_none(day):
    with pytest.raises(ValueError, match="Hebrew"):
        hebrew(*day)
