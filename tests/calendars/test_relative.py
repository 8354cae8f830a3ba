import datetime as dt
import time

import pytest

from audit.calendars import find_dates, find_relative, meet, until

SEEN = dt.date(2024, 7, 24)


def on(text):
    return [(text[told.start : told.end], told.on(SEEN).normalized) for told in find_relative(text)]


@pytest.mark.parametrize(
    "text",
    [
        *("2 days ago", "vor 2 Tagen", "il y a 2 jours", "hace 2 días", "2 giorni fa", "há 2 dias"),
        *("2 dias atrás", "2 dagen geleden", "för 2 dagar sedan", "2 dni temu", "2 дня назад"),
        *(
            "2 gün önce",
            "منذ 2 يوم",
            "2天前",
            "2日前",
            "2일 전",
            "vorgestern",
            "avant-hier",
            "anteayer",
        ),
        *("eergisteren", "позавчера", "前天", "一昨日", "Anteontem", "VORGESTERN", "٢ days ago"),
    ],
)
def test_two_days_before_the_capture(text):
    ((_, day),) = on(text)
    assert day == "2024-07-22"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("yesterday", "2024-07-23"),
        ("today", "2024-07-24"),
        ("11 hours ago", "2024-07-23/2024-07-24"),
        ("an hour ago", "2024-07-23/2024-07-24"),
        ("vor einer Woche", "2024-07-11/2024-07-17"),
        ("3 months ago", "2024-03-23/2024-05-01"),
        ("2 years ago", "2021-07-23/2022-07-25"),
    ],
)
def test_what_is_told_in_larger_units_stays_open(text, days):
    assert [day for _, day in on(text)] == [days]


@pytest.mark.parametrize(
    "text",
    [
        *("hierarchy", "ayer's rock of dünya", "2 dayside agony", "3.2 days agog", "1234 days ago"),
        *("vor dem Tag", "a day", "", "il y a un musée"),
    ],
)
def test_what_only_looks_like_it(text):
    assert [found for found in on(text) if found[0].lower() != "ayer"] == []


def test_hostile_lines_take_linear_time():
    began = time.process_time()
    for piece in ("an ", "2 ", "vor ", "il y a ", "3 day ", "hier", "vor 2 ", "1" * 50 + " "):
        list(find_relative(piece * 3_000 + " ago"))
    assert time.process_time() - began < 4


def test_an_open_date_is_settled_by_a_clear_one_and_by_the_capture():
    (date,) = find_dates("03/04/2015")
    (clear,) = find_dates("3 April 2015")
    met = meet(date, [clear], "as it stands elsewhere")
    assert (met.normalized, met.order) == ("2015-04-03", "dmy")
    assert met.reason.endswith("; as it stands elsewhere")
    before = until(date, dt.date(2015, 3, 20), "saved in March")
    assert (before.normalized, before.order) == ("2015-03-04", "mdy")
    assert until(date, dt.date(2015, 5, 1), "") == date
    assert until(date, dt.date(2014, 5, 1), "") == date
    assert meet(date, [date], "") == date
