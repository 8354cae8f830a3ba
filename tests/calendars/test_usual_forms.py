"""Dates in the forms that letters, minutes and registers of many languages have for them."""

import pytest

from audit.calendars import find_dates


def one(text):
    (found,) = find_dates(text)
    return found


def days(text):
    return [date.normalized for date in find_dates(text) if date.precision == "day"]


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("24 กรกฎาคม พ.ศ. 2567", "buddhist"),
        ("๒๔ กรกฎาคม พ.ศ.๒๕๖๗", "buddhist"),
        ("24 ก.ค. พ.ศ. 2567", "buddhist"),
        ("24 กรกฎาคม ค.ศ. 2024", "gregorian"),
        ("令和六年七月二十四日", "japanese"),
        ("令和6年七月廿四日", "japanese"),
        ("二〇二四年七月二十四日", "gregorian"),
        ("二零二四年七月廿四日 星期三", "gregorian"),
        ("中華民國一一三年七月二十四日", "minguo"),
        ("民國一百一十三年七月二十四日", "minguo"),
        ("港湾局のお知らせ R6.7.24", "japanese"),
        ("お知らせ　R06/07/24 港湾局", "japanese"),
        ("วันที่ ๒๔ เดือนกรกฎาคม พุทธศักราช ๒๕๖๗", "buddhist"),
        ("令和6年(2024年)7月24日", "japanese"),
        ("令和6(2024)年7月24日", "japanese"),
        ("2024年（令和6年）7月24日", "gregorian"),
        ("24 يوليو (تموز) 2024", "gregorian"),
        ("١٨ / ١ / ١٤٤٦ هـ", "hijri"),
        ("چهارشنبه، ۳ مرداد ماه ۱۴۰۳", "jalali"),
        ("۳ مردادماه ۱۴۰۳", "jalali"),
        ("۳ مرداد\u200cماه ۱۴۰۳", "jalali"),
        ("۳ مرداد ماه سال ۱۴۰۳", "jalali"),
        ("Rīgā, 2024. gada 24. jūlijā", "gregorian"),
        ("2024 gada 24 jūlijs", "gregorian"),
        ("2024 წლის 24 ივლისი", "gregorian"),
        ("2024 жылғы 24 шілде", "gregorian"),
        ("2024 ж. 24 шілдесі", "gregorian"),
        ("2024-yil 24-iyul", "gregorian"),
        ("2024-cü il iyulun 24-ü", "gregorian"),
        ("2024 թ. հուլիսի 24", "gregorian"),
        ("2024-ųjų liepos 24 d.", "gregorian"),
        ("2024 года, июля 24 дня", "gregorian"),
        ("июля 24 дня 2024 года", "gregorian"),
        ("24. juulil 2024. a.", "gregorian"),
    ],
)
def test_the_usual_forms_of_the_calendars_that_are_promised(text, calendar):
    found = one(text)
    assert (found.normalized, found.calendar, found.precision) == ("2024-07-24", calendar, "day")


@pytest.mark.parametrize(
    "text",
    [
        "the 24th of July, 2024",
        "this 24th day of July, in the year 2024",
        "July the 24th, 2024",
        "24:e juli 2024",
        "den 24:de juli 2024",
        "24ten Juli 2024",
        "24e juli 2024",
        "24ste juli 2024",
        "24de juli 2024",
        "24º de julio de 2024",
        "a los 24 días del mes de julio del año 2024",
        "aos 24 dias do mês de julho de 2024",
        "24° luglio 2024",
        "el 24 de juliol de 2024",
        "24. päivänä heinäkuuta 2024",
        "heinäkuun 24. päivänä 2024",
        "24ú Iúil 2024",
        "24ain o Orffennaf 2024",
        "24-го июля 2024 г.",
        "24-ти юли 2024 г.",
        "24-go lipca 2024 r.",
        "die 24 Julii 2024",
        "im Hafen am 24. Juli im Jahre 2024",
        "le 24 juillet de l'an 2024",
        "24 July A.D. 2024",
    ],
)
def test_ordinals_and_formal_words_between_day_month_and_year(text):
    found = one(text)
    assert (found.normalized, found.precision) == ("2024-07-24", "day")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 1er août 2024", "2024-08-01"),
        ("1.º de agosto de 2024", "2024-08-01"),
        ("1:a augusti 2024", "2024-08-01"),
        ("1r d'agost de 2024", "2024-08-01"),
        ("4. Octbr. 1855", "1855-10-04"),
        ("3 Maij 1742", "1742-05-03"),
        ("令和元年五月一日", "2019-05-01"),
        ("明治六年一月一日", "1873-01-01"),
        ("平成三十一年四月三十日", "2019-04-30"),
        ("中華民國元年一月一日", "1912-01-01"),
        ("12 มกราคม พ.ศ. 2480", "1938-01-12"),
        ("12 เมษายน พ.ศ. 2480", "1937-04-12"),
    ],
)
def test_first_days_and_first_years(text, day):
    assert one(text).normalized == day


@pytest.mark.parametrize(
    "text",
    [
        "R6.7.24",
        "Table S3.2.1",
        "M6.3.12 of the work plan",
        "お知らせ R6.7.24.1",
        "お知らせ H45.7.24",
        "v1.12.2021",
        "release1.12.21",
        "明治元年九月八日",
        "12 มกราคม พ.ศ. 2483",
        "12 มกราคม พ.ศ. 1983",
        "Berth 10: July",
        "令和6年(予定)7月24日",
        "24 يوليو (آذار) 2024",
        "in 2020 gada 45. jūlijs",
    ],
)
def test_what_looks_like_a_day_and_is_none(text):
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("в 2020 г. 24 июля 2021 г.", ["2021-07-24"]),
        ("2019. gada 24. jūlijs 2020", ["2020-07-24"]),
        ("Page 10: July 2024", []),
        ("10 t July 2024", []),
        ("load 10t July 2024", []),
        ("durée 24 mois, juillet 2024", []),
        ("a 24 day July 2024 sale", []),
        ("open at 10 the July 2024 fair", []),
        ("the peak of 2024 m 24 July", []),
        ("dopo il 2019 il 24 luglio si vota", []),
        ("durante 10 días de julio de 2024", []),
        ("発行24.07.2024", ["2024-07-24"]),
        ("วันที่24/07/2567", ["2024-07-24"]),
    ],
)
def test_words_that_stand_there_for_something_else(text, found):
    assert days(text) == found
