"""Old style and new style: Julian days, a year that began in March, two days for one date."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from msgspec import structs

from audit.calendars import build, convert
from audit.calendars.dates import FoundDate, Reading
from audit.calendars.names import fold, months

_OLD_MARK: Final = (
    r"(?:O\.\s?S\.|OS\b|old style|st\.\s?v\.|v\.\s?st\.|st\.\s?st\.|a\.\s?St\.|alten Stils|"
    r"vieux style|ancien style|ст\.\s?ст\.|(?:по\s)?стар(?:ому|ого)\sстил[юя])"
)
_OLD = re.compile(rf"\s{{0,2}}(?:г\.?|года)?\s{{0,2}}[(\[]?\s?{_OLD_MARK}", re.IGNORECASE)
FOREIGN: Final = re.compile(r"\s{0,2}[(\[]?(?:E\.\s?C\.|B\.\s?S\.|BS\b|V\.\s?S\.|Saka\b|ዓ|वि\.)")
"""What stands behind a year of a calendar that is not read: Ethiopian, Bikram Sambat, Saka."""
_TWO_YEARS = re.compile(r"/(\d{1,2}|\d{4})(?![\d/])")
_JULIAN: Final = range(1582, 1761)
"""Years in which a date may name two years: the old one ended in March."""
_MARCH: Final = 3
_END: Final = 1754
_EASTERN_END: Final = 1925
_EASTERN = re.compile("[Ͱ-ԯ]")
_LATEST: Final = 1940
"""Until this year a church or a state may have counted by the old style."""
_NEW: Final = "the day in the old and in the new style, of which the new one is meant"
_WORD: Final = r"[^\W\d_]{3,12}\.?"
_TWO_DAYS = re.compile(
    rf"(?<![\d./-])(?:(?P<a>\d{{1,2}})\.?\s?(?:/|(?P<open>\())\s?(?P<b>\d{{1,2}})\.?(?(open)\))\s(?P<month>{_WORD})|"
    rf"(?P<name>{_WORD})\s(?P<c>\d{{1,2}})\s?(?:/|(?P<opens>\())\s?(?P<d>\d{{1,2}})(?(opens)\))|"
    rf"(?P<e>\d{{1,2}})\.?\s(?P<one>{_WORD})\s?[(/]\s?(?P<f>\d{{1,2}})\.?\s(?P<other>{_WORD})"
    rf"(?:\s?{_OLD_MARK})?\)?),?\s{{1,2}}\Z",
    re.IGNORECASE,
)
"""Both days before the year: `10/21 February`, `February 10 (21),`, `25 October (7 November)`."""
_YEAR_TOO = re.compile(
    rf"\s?(?:г\.?|года)?,?\s?[(/]\s?(?P<day>\d{{1,2}})\.?\s(?P<month>{_WORD})\s(?P<year>\d{{4}})(?!\d)"
)
"""The same day in the new style behind it: `25 декабря 1917 г. (7 января 1918 г.)`."""


def both_days(text: str, left: int, year: re.Match[str]) -> FoundDate | None:
    """Read a date before the match *year* that is written in both styles, and only such a one."""
    before = text[left : year.start()]
    if ("/" not in before and "(" not in before) or not year[0].isdecimal():
        return None
    found = _TWO_DAYS.search(before)
    if found is None:
        return None
    second = _second_year(text, year.end(), int(year[0]))
    mark = _TWO_YEARS.match(text, year.end()) if second else None
    day = next(_in_both(found, second or int(year[0])), None)
    days = (day,) if day else _apart(found, int(year[0]))
    if not days:
        return None
    return FoundDate(
        start=left + found.start(),
        end=mark.end() if mark else year.end(),
        calendar="gregorian",
        precision="day",
        readings=tuple(Reading(first=day, last=day) for day in days),
        reason=_NEW if day else "two days, and neither is the other in the old style",
    )


def _apart(found: re.Match[str], year: int) -> tuple[dt.date, ...]:
    """Return both days of one month, the second in brackets, that are not one in two styles."""
    name = found["month"] or found["name"]
    if name is None or "(" not in found[0] or year > _LATEST:
        return ()
    month = _month(name)
    numbers = [int(found[group]) for group in "abcd" if found[group]]
    days = [build.day(year, month, number) for number in numbers] if month else []
    return tuple(sorted({each.first for each in days if each})) if all(days) else ()


def _in_both(found: re.Match[str], year: int) -> Iterator[dt.date]:
    """Yield the day if one of the two that are *found* is the other in the Julian calendar."""
    days = [int(found[name]) for name in "abcdef" if found[name]]
    names = [found[name] for name in ("month", "name", "one", "other") if found[name]]
    numbers = [_month(name) for name in names] * (2 // len(names))
    if not all(numbers):
        return
    pairs = list(zip(numbers, days, strict=True))
    for old, new in (pairs, pairs[::-1]):
        day = _julian(year, *old)
        if day and (day.month, day.day) == new and day.year == year:
            yield day


def _month(name: str) -> int:
    found = [
        number
        for calendar, number in months().get(fold(name.rstrip(".")), ())
        if calendar == "gregorian"
    ]
    return found[0] if len(found) == 1 else 0


def restyled(text: str, found: FoundDate) -> FoundDate:
    """Return a day whose month is named as the Gregorian one that its style means.

    Of two years that are named the second is meant, by the old style or by the new: both stay.
    """
    first = found.readings[0].first
    if found.calendar != "gregorian" or found.order or found.ambiguous or first.year > _LATEST:
        return found
    second = _second_year(text, found.end, first.year) if first.month <= _MARCH else 0
    if second:
        mark = _TWO_YEARS.match(text, found.end)
        found = structs.replace(found, end=mark.end() if mark else found.end)
    old = _julian(second or first.year, first.month, first.day)
    if old and _names_new(text, found.end, old):
        return _changed(found, (old,), "of the old style, and the new one stands behind it")
    if old and _OLD.match(text, found.end):
        return _changed(found, (old,), "of the old style, turned into the Gregorian day")
    if second and old:
        return _changed(
            found, (first.replace(year=second), old), "of the second year, in either style"
        )
    return found


def _names_new(text: str, end: int, day: dt.date) -> bool:
    """Tell whether *day*, with its own year, stands behind a date that ends at *end*."""
    twin = _YEAR_TOO.match(text, end)
    if twin is None or int(twin["year"]) != day.year:
        return False
    return (_month(twin["month"]), int(twin["day"])) == (day.month, day.day)


def by_weekday(text: str, found: FoundDate) -> FoundDate:
    """Return a day that falls on the weekday beside it by the old style alone, with both readings.

    The old style ended in 1753, in the lands of Cyrillic and Greek letters in 1924.
    """
    first = found.readings[0].first
    old = _julian(first.year, first.month, first.day)
    if found.calendar != "gregorian" or found.ambiguous or found.precision != "day" or not old:
        return found
    eastern = _EASTERN.search(text, found.start, found.end) is not None
    if first.year >= (_EASTERN_END if eastern else _END) or old.weekday() not in found.weekdays:
        return found
    return _changed(found, (first, old), "its weekday is that of the old style")


def _second_year(text: str, end: int, year: int) -> int:
    """Return the year after *year* where the text names it as well: 1731/2."""
    mark = _TWO_YEARS.match(text, end)
    if mark is None or year not in _JULIAN or not str(year + 1).endswith(mark[1]):
        return 0
    return year + 1


def _julian(year: int, month: int, day: int) -> dt.date | None:
    try:
        return convert.julian(year, month, day)
    except ValueError:
        return None


def _changed(found: FoundDate, days: tuple[dt.date, ...], why: str) -> FoundDate:
    readings = tuple(Reading(first=day, last=day) for day in days)
    return structs.replace(found, readings=readings, reason=f"{found.reason}; {why}")
