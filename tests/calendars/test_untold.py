"""Days that do not exist, calendars that are not said, and Persian years of two digits."""

import pytest

from audit.calendars import find_dates
from audit.calendars.untold import find_untold


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2024",
        "31st of June 2024",
        "June 31, 2024",
        "30.02.2024",
        "2024-02-30",
        "29 de febrero de 2023",
        "2024年2月30日",
        "2024년 6월 31일",
    ],
)
def test_a_day_that_does_not_exist(text):
    (found,) = find_untold(f"Published: {text}")
    assert found.why.startswith(f"“{text}” is no day")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("١٤٤٦/٠١/١٨", "2024-07-24 if it is Hijri"),
        ("18/01/1446", "2024-07-24 if it is Hijri"),
        ("1403/05/03", "1983-02-16 if it is Hijri and 2024-07-24 if it is Jalali"),
    ],
)
def test_a_calendar_that_is_not_said(text, meant):
    (found,) = find_untold(text)
    assert found.why == f"“{text}” is of a calendar that is not said: {meant}"


@pytest.mark.parametrize(
    "text", ["24 July 2024", "2024-13-01", "2024-02-45", "12/31/2024", "1.2.1446.3", "room 30 2024"]
)
def test_what_tells_a_day_or_nothing_at_all(text):
    assert list(find_untold(text)) == []


def test_two_digits_of_a_persian_year():
    (found,) = find_dates("تاریخ انتشار: ۰۳/۰۵/۰۳ شورا دیوار را تعمیر می‌کند")
    assert (found.normalized, found.calendar) == ("2024-07-24", "jalali")
    assert "Persian" in found.reason


def test_a_persian_day_whose_year_may_stand_first_or_last_is_open():
    (found,) = find_dates("تاریخ انتشار: ۰۲/۰۵/۰۳ شورا دیوار را تعمیر می‌کند")
    assert [str(reading.first) for reading in found.readings] == ["2023-07-25", "2024-07-23"]


def test_the_same_digits_in_urdu_are_not_jalali():
    (found,) = find_dates("تاریخ: ۲۴/۰۷/۲۴ بندرگاہ کی دیوار کے بارے میں")
    assert found.calendar == "gregorian"
