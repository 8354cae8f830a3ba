"""A year that is named in two calendars, and days outside of their era."""

import pytest

from audit.calendars import find_dates, leeway, parse_date


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024年(令和5年)7月24日", [("gregorian", "2024-07-24"), ("japanese", "2023-07-24")]),
        ("令和5年(2024年)7月24日", [("japanese", "2023-07-24"), ("gregorian", "2024-07-24")]),
        ("2024(R5)年7月24日", [("gregorian", "2024-07-24"), ("japanese", "2023-07-24")]),
        ("民國113年（2023年）7月24日", [("minguo", "2024-07-24"), ("gregorian", "2023-07-24")]),
        ("2024(R6)年7月24日", [("gregorian", "2024-07-24")]),
        ("令和元年(2019年)4月1日", [("japanese", "2019-04-01")]),
        ("2024年(3)7月24日", []),
        ("令和5年(平成30年)7月24日", []),
    ],
)
def test_both_years_are_read_where_they_do_not_agree(text, days):
    found = list(find_dates(text))
    assert [(date.calendar, date.normalized) for date in found] == days
    assert {(date.start, date.end) for date in found} <= {(0, len(text))}
    assert not any(date.flaw for date in found)


def test_one_value_that_names_two_years_is_not_read():
    assert parse_date("2024年(令和5年)7月24日") is None
    assert parse_date("昭和65年1月7日") is None


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("令和元年4月1日", "the era 令和 began on 2019-05-01"),
        ("令和元年4月", "the era 令和 began on 2019-05-01"),
        ("昭和65年1月7日", "the era 昭和 ended on 1989-01-07"),
        ("平成31年5月1日", "the era 平成 ended on 2019-04-30"),
        ("港湾局のお知らせ R1.4.1", "the era 令和 began on 2019-05-01"),
    ],
)
def test_a_day_outside_of_its_era_is_told(text, flaw):
    (found,) = find_dates(text)
    assert found.flaw.startswith(flaw)


@pytest.mark.parametrize(
    "text",
    [
        "令和元年5月1日",
        "令和元年5月",
        "昭和64年1月7日",
        "平成元年1月8日",
        "大正元年7月30日",
        "民國元年1月1日",
    ],
)
def test_the_first_and_the_last_day_of_an_era_are_in_it(text):
    (found,) = find_dates(text)
    assert not found.flaw


def test_only_days_that_begin_in_the_evening_may_differ_by_one():
    assert leeway("gregorian", "hijri") == leeway("hebrew", "gregorian") == 1
    assert leeway("gregorian", "jalali") == leeway("japanese", "gregorian") == 0


def test_the_weekday_beside_two_years_is_held_against_neither_if_it_fits_one():
    found = list(find_dates("2024年(令和5年)7月24日 水曜日"))
    assert [date.weekdays for date in found] == [(2,), ()]
    assert all(date.weekday_wrong for date in find_dates("2024年(令和5年)7月24日 金曜日"))
