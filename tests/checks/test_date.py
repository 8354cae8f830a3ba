import datetime as dt

import msgspec
import pytest

from audit.checks import days
from audit.checks.date import Date


@pytest.fixture
def page(world):
    world.document(1, "2024/2024-07-20_note.txt")
    return world


def issued(page, normalized, value="", **more):
    page.add(
        "claims", doc=1, property="issued", value=value or normalized, normalized=normalized, **more
    )


@pytest.mark.parametrize(
    ("normalized", "reason"),
    [
        ("1979-12-31", "before 1980-01-01"),
        ("1980-01-01", ""),
        ("1980", ""),
        ("1979", "before 1980-01-01"),
        ("2024-12-31", ""),
        ("2025-01-01", "after 2024-12-31"),
        ("2024-12", ""),
        ("2025-01", "after 2024-12-31"),
        ("2024-12-31T23:59:59+02:00", ""),
        ("2024-12-03/2025-03-12", ""),
        ("18 Muharram", ""),
        ("", ""),
    ],
)
def test_bounds(page, normalized, reason):
    issued(page, normalized, value="that day", line=4)
    check = Date(after="1980-01-01", before="today").on(dt.date(2024, 12, 31))
    wanted = [("2024/2024-07-20_note.txt", 4, f"“that day”: {reason}")] if reason else []
    assert page.said(check) == wanted


def test_the_place_is_the_date_itself(page):
    page.add("lines", doc=1, number=4, line=4, start=100, end=140)
    issued(page, "2025-01-01", line=4, start=110, end=120)
    (one,) = page.ask(Date(before="2024-12-31"))
    at = one.location
    assert (at.line, at.column, at.end_column, at.start, at.end) == (4, 11, 21, 110, 120)


def test_a_day_of_grace(page):
    issued(page, "2025-01-01")
    assert page.ask(Date(before="2024-12-31", within="1 day")) == []


def test_other_dates_are_not_judged(page):
    page.add("claims", doc=1, property="modified", value="x", normalized="2030-01-01")
    assert page.ask(Date(before="2024-12-31")) == []
    assert len(page.ask(Date(before="2024-12-31", property="modified"))) == 1


@pytest.fixture
def dateline(page):
    page.add(
        "claims",
        doc=1,
        number=0,
        property="issued",
        value="12 Safar 1446",
        normalized="2024-08-16",
        reason="a date near the headline; Umm al-Qura calendar (Hijri)",
        line=3,
    )
    page.add(
        "claims",
        doc=1,
        number=1,
        property="issued",
        value="3 May 2024",
        normalized="2024-05-03",
        line=3,
    )
    page.add("conflicts", doc=1, property="issued", number=0, other_number=1, reason="apart")
    return page


def test_calendars_that_disagree(dateline):
    (one,) = dateline.ask(Date(calendars=("gregorian", "hijri"), within="2 days"))
    assert one.location.line == 3
    assert one.values["reason"] == (
        "“12 Safar 1446” is 2024-08-16, but the page also says “3 May 2024”, 105 days away"
    )


@pytest.mark.parametrize(
    "options",
    [
        {"calendars": ("gregorian", "jalali")},
        {"calendars": ("gregorian", "hijri"), "within": "105 days"},
    ],
)
def test_calendars_that_are_not_asked_or_near_enough(dateline, options):
    assert dateline.ask(Date(**options)) == []


def _two_days(page, calendar, value, day):
    said = {"doc": 1, "property": "issued", "line": 3}
    page.add("claims", number=0, value=value, normalized=day, reason=f"a day ({calendar})", **said)
    page.add("claims", number=1, value="2024年(令和5年)7月24日", normalized="2024-07-24", **said)
    page.add("conflicts", doc=1, property="issued", number=0, other_number=1, reason="apart")


def test_calendars_without_sightings_of_the_moon_have_no_grace(page):
    _two_days(page, "Jalali", "۱۴۰۳/۵/۲", "2024-07-23")
    (one,) = page.ask(Date(calendars=("gregorian", "jalali"), within="2 days"))
    assert one.values["days"] == "1"


def test_one_date_that_names_two_years_is_told_as_such(page):
    _two_days(page, "Japanese", "2024年(令和5年)7月24日", "2023-07-24")
    (one,) = page.ask(Date(calendars=("gregorian", "japanese"), within="2 days"))
    assert one.values["reason"] == (
        "“2024年(令和5年)7月24日” names two years, so that it is 2023-07-24 and 2024-07-24, "
        "366 days away"
    )


def test_a_bare_number_is_of_the_calendar_that_its_claim_names(page):
    said = {"doc": 1, "property": "issued", "line": 3}
    page.add("claims", **said, value="1403/05/03", normalized="2024-07-24", reason="x (Jalali)")
    page.add("claims", **said, number=1, value="2024-07-29", normalized="2024-07-29")
    page.add("conflicts", doc=1, property="issued", number=0, other_number=1)
    (one,) = page.ask(Date(calendars=("gregorian", "jalali")))
    assert one.values["reason"] == (
        "“1403/05/03” is 2024-07-24, but the page also says “2024-07-29”, 5 days away"
    )


def test_two_dates_of_one_calendar_are_no_matter_of_calendars(page):
    page.add(
        "claims", doc=1, number=0, property="issued", value="3 May 2024", normalized="2024-05-03"
    )
    page.add(
        "claims", doc=1, number=1, property="issued", value="4 June 2024", normalized="2024-06-04"
    )
    page.add("conflicts", doc=1, property="issued", number=0, other_number=1)
    assert page.ask(Date(calendars=("gregorian", "hijri"))) == []


def test_weekday(dateline):
    assert dateline.ask(Date(weekday=True)) == []
    dateline.add("conflicts", doc=1, property="issued", number=1, other_number=1)
    (one,) = dateline.ask(Date(weekday=True))
    assert one.values["reason"] == "2024-05-03 was a Friday"


def test_the_weekday_that_is_stated_is_named(page):
    stated = "a date; the weekday beside it is another day's: Monday; far down"
    page.add("claims", doc=1, property="issued", normalized="2024-05-03", reason=stated)
    page.add("conflicts", doc=1, property="issued", number=0, other_number=0)
    (one,) = page.ask(Date(weekday=True))
    assert one.values["reason"] == "2024-05-03 was a Friday, not a Monday"


def test_a_weekday_beside_a_date_that_nobody_believes_is_not_judged(page):
    page.add("claims", doc=1, property="issued", normalized="2024-05-03", confidence=0.05)
    page.add("conflicts", doc=1, property="issued", number=0, other_number=0)
    assert page.ask(Date(weekday=True)) == []


@pytest.mark.parametrize(
    ("captured", "found"), [("2024-07-24", 0), ("2024-07-23", 0), ("2024-07-22", 1)]
)
def test_published_after_it_was_captured(page, captured, found):
    issued(page, "2024-07-24")
    page.add("claims", doc=1, number=1, property="captured", value=captured, normalized=captured)
    assert len(page.ask(Date(before_capture=True))) == found


def test_what_contradicts_the_capture_is_told_where_it_is_not_chosen(page):
    issued(page, "2024-07-24", chosen=False, reason="meta element date, but no reader sees it")
    captured = {"property": "captured", "value": "2024-07-20", "normalized": "2024-07-20"}
    page.add("claims", doc=1, number=1, **captured)
    assert page.ask(Date(before_capture=True)) == []
    page.add("conflicts", doc=1, property="issued", number=0, other_number=1)
    (one,) = page.ask(Date(before_capture=True))
    assert one.values["reason"] == (
        "the page was captured on 2024-07-20; that date is not chosen: meta element date,"
        " but no reader sees it"
    )


@pytest.mark.parametrize(
    ("normalized", "found"), [("2024-07-20", 0), ("2024-07", 0), ("2024", 0), ("2024-07-21", 1)]
)
def test_the_date_in_the_file_name(page, normalized, found):
    issued(page, normalized)
    assert len(page.ask(Date(file_name=True))) == found


def test_a_file_name_without_a_day_says_nothing(world):
    world.document(1, "20241399.txt")
    world.document(2, "page-123456789.txt")
    for doc in (1, 2):
        world.add("claims", doc=doc, property="issued", normalized="2024-01-01")
    assert world.ask(Date(file_name=True)) == []


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"weekday": True, "after": "2024-01-01"},
        {"before": "2024-02-30"},
        {"calendars": ["hijri"]},
        {"before": "tomorrow"},
        {"weekday": True, "within": "soon"},
    ],
)
def test_refused(options):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(options, Date)


@pytest.mark.parametrize(
    ("normalized", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-03-04/2024-04-03", "2024-03-04", "2024-04-03"),
        ("2024-07-24T10:00:00Z", "2024-07-24", "2024-07-24"),
    ],
)
def test_days(normalized, first, last):
    assert days(normalized) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "2024-7", "99999", "٢٠٢٤", "2024/x"]
)
def test_no_days(text):
    assert days(text) is None
