"""Dates of other calendars as ten languages write them, and what is not guessed."""

import time

import pytest

from audit.calendars import compare, find_dates


def one(text):
    (found,) = find_dates(text)
    return found


DATELINES = [
    ("en", "Wednesday, 24 July 2024", "gregorian"),
    ("de", "Mittwoch, den 24. Juli 2024", "gregorian"),
    ("fr", "mercredi 24 juillet 2024", "gregorian"),
    ("es", "miércoles, 24 de julio de 2024", "gregorian"),
    ("ru", "среда, 24 июля 2024 г.", "gregorian"),
    ("tr", "24 Temmuz 2024 Çarşamba", "gregorian"),
    ("ar", "الأربعاء 18 محرم 1446 هـ", "hijri"),
    ("ar", "الأربعاء ٢٤ يوليو ٢٠٢٤", "gregorian"),
    ("fa", "چهارشنبه ۳ مرداد ۱۴۰۳", "jalali"),
    ("fa", "چهارشنبه ۱۴۰۳/۰۵/۰۳", "jalali"),
    ("he", "יום רביעי, י״ח בתמוז תשפ״ד", "hebrew"),
    ("he", "יום רביעי, 18 בתמוז תשפ״ד", "hebrew"),
    ("en", "Wednesday, 18 Tammuz 5784", "hebrew"),
    ("th", "วันพุธ 24 กรกฎาคม 2567", "buddhist"),
    ("th", "วันที่ ๒๔/๐๗/๒๕๖๗", "buddhist"),
    ("ja", "令和6年7月24日（水曜日）", "japanese"),
    ("ja", "2024年7月24日（水）", "gregorian"),
    ("zh", "民國113年7月24日 星期三", "minguo"),
    ("zh", "2024年7月24日 星期三", "gregorian"),
    ("ko", "2024년 7월 24일", "gregorian"),
    ("ur", "24 جولائی 2024", "gregorian"),
    ("id", "Rabu, 24 Juli 2024", "gregorian"),
]


@pytest.mark.parametrize(("language", "text", "calendar"), DATELINES)
def test_one_day_in_the_datelines_of_many_languages(language, text, calendar):
    found = one(text)
    assert (found.normalized, found.calendar, found.precision) == ("2024-07-24", calendar, "day")
    assert not found.weekday_wrong


def test_a_number_of_a_persian_year_is_persian_only_in_persian():
    persian = "تاریخ انتشار گزارش: 1403/05/03 ساعت چهار"
    assert one(persian).normalized == "2024-07-24"
    assert "the script around it is Persian" in one(persian).reason
    for text in ("1403/05/03", "No. 1403/05/03 of the file", "تاريخ النشر: 1446/01/18 الساعة"):
        assert list(find_dates(text)) == []
    assert list(find_dates("شائع ہونے کی تاریخ ۱۴۴۶/۰۱/۱۸ ہے اور یہ ٹھیک ہے")) == []


def test_a_thai_year_in_numbers_is_thai_only_in_thai():
    assert one("เผยแพร่ 24/07/2567").normalized == "2024-07-24"
    assert list(find_dates("lot 24/07/2567")) == []


def test_a_plain_adar_of_a_leap_year_stays_open_until_the_weekday_decides():
    assert one("14 Adar 5784").normalized == "2024-02-23/2024-03-24"
    assert one("Sunday, 14 Adar 5784").normalized == "2024-03-24"
    assert one("14 Adar II 5784").normalized == "2024-03-24"
    assert one("י״ד באדר ב׳ תשפ״ד").normalized == "2024-03-24"
    assert one("14 Adar 5785").normalized == "2025-03-14"


def test_months_of_another_calendar_with_the_same_name():
    assert one("1 Nisan 2024").calendar == "gregorian"
    assert one("1 Nisan 5784").normalized == "2024-04-09"
    assert one("24 تموز 2024").normalized == "2024-07-24"


def test_hebrew_and_gregorian_in_one_line():
    a, b = find_dates("יום רביעי, י״ח בתמוז תשפ״ד (24 ביולי 2024)")
    assert (a.calendar, b.calendar, compare(a, b)) == ("hebrew", "gregorian", 0)


@pytest.mark.parametrize(
    "text", ["תשפ״ד", "בשנת תשפ״ד", "ל״ו בתמוז תשפ״ד", 'דו"ח ת"א', "5785-01-01"]
)
def test_letters_that_are_no_date(text):
    assert list(find_dates(text)) == []


def test_hostile_letters_take_linear_time():
    began = time.process_time()
    for piece in ("ת״א", "תשפ״ד ", "בתמוז ", "1403/05/03 پچگ", "24/07/2567 ก"):
        list(find_dates(piece * 10_000))
    assert time.process_time() - began < 5
