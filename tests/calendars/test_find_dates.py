import datetime as dt
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.calendars import compare, find_dates, habit, parse_date, settle
from audit.calendars.convert import hijri, jalali


def one(text):
    (found,) = find_dates(text)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "2024-07-24",
        "2024/07/24",
        "24 July 2024",
        "July 24, 2024",
        "July 24th, 2024",
        "24-Jul-2024",
        "24.07.2024",
        "24. 7. 2024",
        "24.07.24",
        "07/24/2024",
        "Mittwoch, 24. Juli 2024, 14:30 Uhr",
        "mercredi 24 juillet 2024",
        "24 de julio de 2024",
        "24 luglio 2024",
        "24 de julho de 2024",
        "24 juli 2024",
        "24. heinäkuuta 2024",
        "24 lipca 2024",
        "24 července 2024",
        "2024. július 24.",
        "2024 m. liepos 24 d.",
        "24 Temmuz 2024 Çarşamba",
        "24 июля 2024 г.",
        "24 липня 2024",
        "24η Ιουλίου 2024",
        "24 ביולי 2024",
        "24 जुलाई 2024",
        "٢٤ يوليو ٢٠٢٤",
        "24 تموز/يوليو 2024",
        "18 Muharram 1446",
        "18 Muḥarram 1446 AH",
        "الأربعاء 18 محرم 1446 هـ",
        "18 Muharrem 1446",
        "1446/01/18 هـ",
        "۳ مرداد ۱۴۰۳",
        "24 กรกฎาคม 2567",
        "2024年7月24日",
        "令和6年7月24日",
        "民國113年7月24日",
        "2024년 7월 24일",
        "ngày 24 tháng 7 năm 2024",
        "Harbour news24. Juli 20240",
        "July 24, 202412 comments",
        "24/07/2024-14:30",
        "24 | 07 | 2024\tHarbour | Quays",
        "24 / 07 / 2024",
        "24 Wednesday Jul 2024",
        "Date: 24.Jul.24",
        "24-JUL-24 14:30",
        "Wed Jul 24 14:30:00 UTC 2024",
        "July 24, 202414:30",
        "14:3024.07.2024",
        "24.VII.2024",
        "24. VII. 2024",
        "JUL 2 4 2024",
    ],
)
def test_one_day_in_many_hands(text):
    found = one(text)
    assert (found.normalized, found.precision) == ("2024-07-24", "day")


@pytest.mark.parametrize(
    "text",
    [
        "in 2015",
        "Copyright 2014-2015",
        "2010-11",
        "31 February 2024",
        "Ref. No. 2024/117",
        "1446/01/18",
        "11 out of 2015",
        "5 years ago 2015",
        "page 12 of 2015 pages",
        "in May 20240 ships came",
        "| 24 | 07 | 2024 |",
        "2019 - 2024",
        "24/07/2024-33",
        "2.Liga.24",
        "24.IIII.2024",
        "JUL 3 4 2024",
        "24 Wed 2024",
        "",
    ],
)
def test_what_is_no_date(text):
    assert list(find_dates(text)) == []


def test_of_two_dates_that_touch_the_first_is_read():
    assert [date.normalized for date in find_dates("24/07/202425/07/2024")] == ["2024-07-24"]


def test_a_weekday_between_day_and_month_checks_the_date():
    assert not one("24 Wednesday Jul 2024").weekday_wrong
    assert one("25 Wednesday Jul 2024").weekday_wrong
    assert not one("2 Mawrth 2021").weekdays  # a month and a day of the week in Welsh


def test_a_month_stays_a_month():
    assert (one("May 2015").normalized, one("May 2015").precision) == ("2015-05", "month")


def test_day_and_month_stay_open_until_the_weekday_decides():
    assert one("03/04/2015").normalized == "2015-03-04/2015-04-03"
    settled = one("Friday 03/04/2015")
    assert settled.normalized == "2015-04-03"
    assert "Friday decides" in settled.reason


def test_the_habit_of_a_document_settles_an_open_date():
    dates = list(find_dates("28/02/2015 and 03/04/2015"))
    order = habit(dates)
    assert order == "dmy"
    assert settle(dates[1], order, "as elsewhere").normalized == "2015-04-03"


def test_a_wrong_weekday_is_seen():
    assert one("Monday, 24 July 2024").weekday_wrong
    assert not one("Wednesday, 24 July 2024").weekday_wrong


def test_two_calendars_of_one_line_are_compared():
    a, b = find_dates("Wednesday, 18 Muharram 1446 | 2024/07/24")
    assert compare(a, b) == 0
    a, b = find_dates("18 Muharram 1446 (29 July 2024)")
    assert compare(a, b) == 5


def test_a_date_stays_in_its_line():
    assert list(find_dates("24 July\n2024")) == []


def test_values_of_markup():
    assert parse_date("2024-07-24T10:00:00+02:00").normalized == "2024-07-24"
    assert parse_date("2024-07").normalized == "2024-07"
    assert parse_date("2024").precision == "year"
    assert parse_date("Wed, 24 Jul 2024 10:00:00 GMT").normalized == "2024-07-24"
    assert parse_date("0000-00-00") is None


def test_umm_al_qura_and_the_rule_around_it():
    assert hijri(1446, 1, 18) == dt.date(2024, 7, 24)
    assert abs((hijri(1342, 12, 29) - hijri(1343, 1, 1)).days) <= 3
    assert hijri(1, 1, 1) == dt.date(622, 7, 19)
    with pytest.raises(ValueError, match="day must be"):
        hijri(1446, 1, 31)


def test_jalali_new_years():
    assert [jalali(y, 1, 1) for y in (1399, 1403, 1408)] == [
        dt.date(2020, 3, 20),
        dt.date(2024, 3, 20),
        dt.date(2029, 3, 20),
    ]
    with pytest.raises(ValueError, match="Jalali"):
        jalali(1402, 12, 30)


@given(st.dates(dt.date(1700, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day):
    for text in (day.isoformat(), f"{day.day}. {day.month}. {day.year}"):
        assert one(text).normalized == day.isoformat()


@given(st.text(alphabet="0123456789 ./-,MayjuliتموزH年月\n", max_size=300))
def test_places_are_true_and_ordered(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert "\n" not in text[found.start : found.end]
        end = found.end


def test_hostile_lines_take_linear_time():
    began = time.process_time()
    for text in (
        "2024 " * 20_000,
        "1 | 2024 " * 9_000,
        "1." * 50_000,
        "9" * 100_000,
        "1/" * 50_000,
        "a" * 200_000,
    ):
        list(find_dates(text))
    assert time.process_time() - began < 4


def test_a_long_value_that_was_read_is_not_kept():
    value = "3 May 2021, " * 50_000
    held = sys.getrefcount(value)
    assert parse_date(value).normalized == "2021-05-03"
    assert sys.getrefcount(value) == held
