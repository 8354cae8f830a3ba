"""From the numbers of a date to the Gregorian days that it means."""

import calendar as gregorian
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from audit.calendars import convert
from audit.calendars.dates import Reading

YEARS: Final = range(1400, 2101)
"""Gregorian years that are believed."""
NUMERIC_YEARS: Final = range(1600, 2101)
"""Gregorian years that are believed without the name of a month: 1446/01/18 may be Hijri."""
HIJRI_YEARS: Final = range(1100, 1601)
JALALI_YEARS: Final = range(1200, 1500)
HEBREW_YEARS: Final = range(5300, 6000)
_PIVOT: Final = 30
BUDDHIST_YEARS: Final = range(2400, 2644)
_BUDDHIST_ERA: Final = 543
_APRIL: Final = 4
_SHORT_YEAR: Final = 2483
"""The Buddhist year that ended with December; those before it with March."""

ERAS: Final[Mapping[str, tuple[str, int]]] = {
    "令和": ("japanese", 2018),
    "平成": ("japanese", 1988),
    "昭和": ("japanese", 1925),
    "大正": ("japanese", 1911),
    "明治": ("japanese", 1867),
    "民國": ("minguo", 1911),
    "民国": ("minguo", 1911),
}
"""The calendar of an era and the year before its first."""


def day(year: int, month: int, number: int, calendar: str = "gregorian") -> Reading | None:
    """Return the day, or None where *calendar* has none such or the year is not believed."""
    try:
        if calendar == "hijri":
            found = convert.hijri(year, month, number) if year in HIJRI_YEARS else None
        elif calendar == "jalali":
            found = convert.jalali(year, month, number) if year in JALALI_YEARS else None
        elif calendar == "hebrew":
            found = convert.hebrew(year, month, number) if year in HEBREW_YEARS else None
        else:
            found = dt.date(year, month, number) if year in YEARS else None
    except (ValueError, OverflowError):
        return None
    return Reading(first=found, last=found) if found else None


def month(year: int, number: int, calendar: str = "gregorian") -> Reading | None:
    """Return the month as its first and last day, or None as in `day`."""
    first = day(year, number, 1, calendar)
    if first is None:
        return None
    if calendar == "gregorian":
        length = gregorian.monthrange(year, number)[1]
        return Reading(first=first.first, last=first.first.replace(day=length))
    for length in (31, 30, 29):
        last = day(year, number, length, calendar)
        if last is not None:
            return Reading(first=first.first, last=last.last)
    return None


def whole_year(year: int) -> Reading | None:
    """Return the Gregorian year as its first and last day."""
    if year not in YEARS:
        return None
    return Reading(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31))


def thai_year(year: int, month: int) -> int:
    """Return the Gregorian year of a month of a Buddhist one; 0 where it has no such month.

    Until 1940 the year began with April in Siam.
    """
    if month >= _APRIL or year > _SHORT_YEAR:
        return year - _BUDDHIST_ERA
    return year - _BUDDHIST_ERA + 1 if year < _SHORT_YEAR else 0


def century(two_digits: int) -> int:
    """Return the year that two digits mean: 30 to 99 lie in the 1900s, as tables have it.

    Nothing that is read here was written far in the future; much was in the decades before 1969.
    """
    return two_digits + (1900 if two_digits >= _PIVOT else 2000)


def distinct(readings: Sequence[Reading | None]) -> tuple[Reading, ...]:
    """Return the readings that exist, each once, in their order."""
    return tuple(dict.fromkeys(reading for reading in readings if reading is not None))
