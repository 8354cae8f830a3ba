"""Dates with the name of their month: 24 July 2024, July 24, 2024, 2024. július 24."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from msgspec import structs

from audit.calendars import build
from audit.calendars.between import (
    AFTER_DAY,
    AFTER_MONTH,
    AFTER_YEAR,
    BEFORE_YEAR,
    ENDINGS,
    YEAR_WORDS,
    leading,
)
from audit.calendars.convert import hebrew_leap
from audit.calendars.dates import FoundDate, Reading
from audit.calendars.names import (
    LONGEST,
    Month,
    fold,
    key,
    months,
    never_alone,
    weekdays,
    words_of_months,
)
from audit.calendars.numeric import HIJRI_MARK
from audit.calendars.tokens import (
    Token,
    before_month,
    day_at,
    is_issue,
    number_of,
    skip,
    tokens_in,
)

_WORD = re.compile(r"[^\W\d_][^\s\d!-/:-@\[-`{-~‘’،؛–—|«»“”·•\u061c\u200e\u200f]*")
_CLOCK = re.compile(r"\s\d{1,2}:\d\d(?::\d\d)?(?:\s[A-Z]{1,5}|\s[+-]\d{4})?\s\Z")
"""The time of day before the year, as programs write it: `Mon May  3 10:15:00 UTC 2021`."""
_JOINERS: Final = frozenset("'’‘ʼ`-.")
_SHORT_MONTHS: Final = frozenset({"may", "mai", "maj", "mei", "май", "мая"})
"""Names so short that are names all the same, when no day stands beside them."""
_BESIDE: Final = frozenset(",(-–.")
_ORDINALS: Final = frozenset("12")
_SPELLED_OUT: Final = 4
"""Letters from which on the name of a month stands for itself: `mar` is a word too."""
_DAYS: Final = range(1, 32)
_TENS: Final = frozenset(("1", "2", "3"))
ADAR, ADAR_I, ADAR_II = 6, 13, 14
"""In a leap year it may be either Adar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What was found around a year: months it may be, the day or 0, and where it all stands."""

    months: tuple[Month, ...]
    day: int
    start: int
    end: int


def around(text: str, left: int, year: re.Match[str], right: int) -> FoundDate | None:
    """Read the date around the match *year*, looking no further than *left* and *right*."""
    if not year[0].isdecimal() or not _mentions_month(text, left, right):
        return None
    lead = _CLOCK.search(text, left, year.start()) or leading(text, left, year.start())
    before = tokens_in(text, left, lead.start() if lead else year.start())
    parts = _backward(before, year.end())
    if parts is None or not parts.day:
        parts = _forward(tokens_in(text, year.end(), right), year.start()) or parts
    if parts is None:
        return None
    if lead and lead.lastgroup and int(year[0]) not in build.BUDDHIST_YEARS:
        return None
    return _date(text, parts, int(year[0]))


def in_short(text: str, found: re.Match[str]) -> FoundDate | None:
    """Read the match of a day, the name of its month and two digits of its year."""
    names, day = months().get(fold(found["month"]), ()), int(found["day"])
    parts = Parts(months=names, day=day, start=found.start(), end=found.end())
    date = _date(text, parts, build.century(int(found["year"]))) if names and day else None
    return date and structs.replace(date, reason=f"{date.reason} in two digits")


def _mentions_month(text: str, left: int, right: int) -> bool:
    """Tell cheaply whether any word of the window belongs to the name of a month."""
    return not words_of_months().isdisjoint(map(fold, _WORD.findall(text, left, right)))


def _backward(tokens: Sequence[Token], end: int) -> Parts | None:
    """Read what stands before a year: `24 July`, `July 24,` or `July`."""
    at = skip(tokens, len(tokens) - 1, BEFORE_YEAR, 3)
    found, at_next = _in_brackets(tokens, at) or _month_before(tokens, at)
    if found:
        first = tokens[at_next + 1].start
        day = before_month(tokens, at_next)
        if day > 0 and fold(tokens[day].text) in weekdays():
            day = skip(tokens, day - 1, AFTER_DAY, 1)
        number = day_at(tokens, day)
        if number and not is_issue(tokens, day):
            return Parts(months=found, day=number, start=tokens[day].start, end=end)
        return Parts(months=found, day=0, start=first, end=end)
    at = number_of(tokens, skip(tokens, at, AFTER_DAY, 2))
    number = day_at(tokens, at)
    if not number:
        return None
    tens = tokens[at - 1].text if at and len(tokens[at].text) == 1 else ""
    if tens in _TENS and int(tens) * 10 + number in _DAYS:  # as torn scans have it: `JAN 2 2 2015`
        at, number = at - 1, int(tens) * 10 + number
    found, at_next = _month_before(tokens, skip(tokens, at - 1, AFTER_MONTH, 1))
    return (
        Parts(months=found, day=number, start=tokens[at_next + 1].start, end=end) if found else None
    )


def _in_brackets(tokens: Sequence[Token], at: int) -> tuple[tuple[Month, ...], int] | None:
    """Return the month that is named twice: `24 يوليو (تموز) 2024`."""
    if at < 0 or tokens[at].text != ")":
        return None
    twin, bracket = _month_before(tokens, at - 1)
    if not twin or bracket < 1 or tokens[bracket].text != "(":
        return None
    found, before = _month_before(tokens, bracket - 1)
    return (found, before) if set(twin) & set(found) else None


def _forward(tokens: Sequence[Token], start: int) -> Parts | None:
    """Read what stands after a year: `2024. július 24.`, `2024. gada 24. jūlijs`."""
    at = 0
    while at < min(4, len(tokens)) and fold(tokens[at].text) in AFTER_YEAR:
        at += 1
    if at + 1 >= len(tokens):
        return None
    if day_at(tokens, at) and any(fold(token.text) in YEAR_WORDS for token in tokens[:at]):
        return _day_then_month(tokens, at, start)
    found = months().get(fold(tokens[at].text), ())
    follow = at + 1
    if follow + 1 < len(tokens) and tokens[follow].text in _BESIDE:
        follow += 1
    number = day_at(tokens, follow)
    if not found or not number:
        return None
    return Parts(months=found, day=number, start=start, end=tokens[follow].end)


def _day_then_month(tokens: Sequence[Token], at: int, start: int) -> Parts | None:
    """Read `24. jūlijs` after the word for the year before it; not where its own year follows."""
    follow = at + 1
    while follow < min(at + 3, len(tokens)) and fold(tokens[follow].text) in AFTER_DAY | ENDINGS:
        follow += 1
    if follow >= len(tokens) or tokens[follow].text.isdecimal():
        return None
    found = months().get(fold(tokens[follow].text), ())
    years = [token for token in tokens[follow + 1 : follow + 3] if len(token.text) == len("2024")]
    if not found or any(token.text.isdecimal() for token in years):
        return None
    return Parts(months=found, day=day_at(tokens, at), start=start, end=tokens[follow].end)


def _month_before(tokens: Sequence[Token], at: int) -> tuple[tuple[Month, ...], int]:
    """Return the months whose name ends at *at*, and the token before the name."""
    words: list[str] = []
    best: tuple[tuple[Month, ...], int] = ((), at)
    while at >= 0 and len(words) < LONGEST:
        text = tokens[at].text
        if text in _JOINERS and words:
            at -= 1
            continue
        if not text[0].isalpha() and not (text in _ORDINALS and not words):
            break
        words.insert(0, text)
        at -= 1
        best = (months().get(key(words), best[0]), at) if key(words) in months() else best
    found, before = best
    if found and before >= 1 and tokens[before].text == "/":
        twin, earlier = _month_before(tokens, before - 1)
        if twin and set(twin) & set(found):
            return found, earlier
    return best


def _date(text: str, parts: Parts, year: int) -> FoundDate | None:
    mark = HIJRI_MARK.match(text, parts.end)
    readings: dict[Reading, str] = {}
    for calendar, month in parts.months:
        for reading, name in readings_of(calendar, month, parts.day, year):
            readings.setdefault(reading, name)
    if not readings or not (parts.day or _plain_month(text, parts)):
        return None
    calendar = next(iter(readings.values()))
    return FoundDate(
        start=parts.start,
        end=mark.end() if mark and calendar == "hijri" else parts.end,
        calendar=calendar,
        precision="day" if parts.day else "month",
        readings=tuple(sorted(readings)),
        reason=_reason(calendar, parts, year),
    )


def readings_of(calendar: str, month: int, day: int, year: int) -> Sequence[tuple[Reading, str]]:
    """Return what a day (0: none) of a month means, each with its calendar; empty for no such."""
    if calendar == "gregorian" and year in build.BUDDHIST_YEARS:
        calendar, year = "buddhist", build.thai_year(year, month)
    if calendar == "hebrew" and month == ADAR and hebrew_leap(year):
        return [
            *readings_of(calendar, ADAR_I, day, year),
            *readings_of(calendar, ADAR_II, day, year),
        ]
    base = "gregorian" if calendar == "buddhist" else calendar
    found = build.day(year, month, day, base) if day else build.month(year, month, base)
    return [(found, calendar)] if found else []


def _plain_month(text: str, parts: Parts) -> bool:
    """Tell whether a month without a day is spelled out enough to be one."""
    name = re.split(r"[\s,.]", text[parts.start : parts.end], maxsplit=1)[0]
    folded = fold(name)
    if folded in never_alone():
        return False
    return len(name) >= _SPELLED_OUT or folded in _SHORT_MONTHS


def _reason(calendar: str, parts: Parts, year: int) -> str:
    shape = "day, month by name and year" if parts.day else "month by name and year"
    if calendar == "gregorian":
        return shape
    if calendar == "hijri":
        from audit.calendars.convert import UMM_AL_QURA

        rule = (
            "Umm al-Qura calendar" if year in UMM_AL_QURA else "tabular rule, two days either way"
        )
        return f"{shape}; Hijri, turned into the Gregorian day by the {rule}"
    return f"{shape}; {calendar.capitalize()} year, turned into the Gregorian one"
