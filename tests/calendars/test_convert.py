import datetime as dt

import pytest
from hijridate import Gregorian, Hijri

from audit.calendars.convert import UMM_AL_QURA, hijri

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
