"""Days of other calendars as days of the Gregorian one."""

# ruff: noqa: PLR2004 - a calendar is made of twelves and thirties, they have no other names

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

UMM_AL_QURA: Final = range(1343, 1501)
"""Hijri years of which the Umm al-Qura calendar is known day by day."""

_TABULAR_EPOCH: Final = 227_014
"""Proleptic ordinal of the day before 1 Muharram of year 1 (16 July 622 Julian)."""

_HEBREW_EPOCH: Final = -1_373_427
"""Proleptic ordinal of the day from which Hebrew years count (7 October 3761 BCE, Julian)."""

_BREAKS: Final = (
    *(-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262),
    *(2324, 2394, 2456, 3178),
)
"""Years in which the 33-year rhythm of Jalali leap years breaks (K. Borkowski, 1996)."""


def hijri(year: int, month: int, day: int) -> dt.date:
    """Return the Gregorian day of a Hijri one: Umm al-Qura where known, else the tabular rule.

    The tabular rule may be two days off. Raise ValueError where there is no such day.
    """
    if year in UMM_AL_QURA:
        return _umm_al_qura(year, month, day)
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 1600):
        raise ValueError("no such Hijri day")
    elapsed = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return dt.date.fromordinal(_TABULAR_EPOCH + elapsed + day)


def jalali(year: int, month: int, day: int) -> dt.date:
    """Return the Gregorian day of a Solar Hijri (Jalali) one.

    Raise ValueError where there is no such day.
    """
    longest = 31 if month <= 6 else 30
    if not (1 <= month <= 12 and 1 <= day <= longest and 1 <= year <= 3000):
        raise ValueError("no such Jalali day")
    days = (month - 1) * 31 - (month // 7) * (month - 7)
    found = dt.date.fromordinal(_nowruz(year).toordinal() + days + day - 1)
    if month == 12 and day == 30 and found == _nowruz(year + 1):
        raise ValueError("no such Jalali day")
    return found


def hebrew(year: int, month: int, day: int) -> dt.date:
    """Return the Gregorian day of a Hebrew one by the rules of the fixed calendar (since 1178).

    *month* counts from Tishri: 6 is Adar, in leap years 13 is Adar I and 14 Adar II. Raise
    ValueError where there is no such day.
    """
    lengths = _hebrew_months(year)
    if month not in lengths or not 1 <= day <= lengths[month]:
        raise ValueError("no such Hebrew day")
    before = list(lengths)[: list(lengths).index(month)]
    days = sum(lengths[earlier] for earlier in before)
    return dt.date.fromordinal(_rosh_hashanah(year) + days + day - 1)


def julian(year: int, month: int, day: int) -> dt.date:
    """Return the Gregorian day of a Julian one, whose year begins with January.

    Raise ValueError where there is no such day.
    """
    lengths = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1] and 1 <= year <= 9999):
        raise ValueError("no such Julian day")
    elapsed = 365 * (year - 1) + (year - 1) // 4 + sum(lengths[: month - 1])
    return dt.date.fromordinal(elapsed + day - 2)


def hebrew_leap(year: int) -> bool:
    """Tell whether *year* has an Adar I and an Adar II."""
    return (7 * year + 1) % 19 < 7


def _hebrew_months(year: int) -> Mapping[int, int]:
    """Return the days of each month of *year*, in their order."""
    if not 3762 <= year <= 9999:
        raise ValueError("no such Hebrew year")
    length = _rosh_hashanah(year + 1) - _rosh_hashanah(year)
    long_heshvan, short_kislev = length % 10 == 5, length % 10 == 3
    adar = {13: 30, 14: 29} if hebrew_leap(year) else {6: 29}
    start = {1: 30, 2: 30 if long_heshvan else 29, 3: 29 if short_kislev else 30, 4: 29, 5: 30}
    return start | adar | {7: 30, 8: 29, 9: 30, 10: 29, 11: 30, 12: 29}


@lru_cache(maxsize=1000)
def _rosh_hashanah(year: int) -> int:
    """Return the ordinal of 1 Tishri: the new moon, put off by the four old rules."""
    elapsed, before, after = (_new_moon(year + n) for n in (0, -1, 1))
    late = 2 if after - elapsed == 356 else 1 if elapsed - before == 382 else 0
    return _HEBREW_EPOCH + elapsed + late


def _new_moon(year: int) -> int:
    """Return the days to the mean new moon of Tishri; never a Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + (3 * (days + 1) % 7 < 3)


def _nowruz(year: int) -> dt.date:
    gregorian = year + 621
    leaps, previous, jump = -14, _BREAKS[0], 0
    for current in _BREAKS[1:]:
        jump = current - previous
        if year < current:
            break
        leaps += jump // 33 * 8 + jump % 33 // 4
        previous = current
    passed = year - previous
    leaps += passed // 33 * 8 + (passed % 33 + 3) // 4
    if jump % 33 == 4 and jump - passed == 4:
        leaps += 1
    theirs = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return dt.date(gregorian, 3, 1) + dt.timedelta(days=19 + leaps - theirs)


@cache
def _calendar() -> Any:
    from hijridate import Hijri

    return Hijri


def _umm_al_qura(year: int, month: int, day: int) -> dt.date:
    """Return the day by the tables, in which a month of the early years may have 31 days."""
    found = _calendar()(year, month, day).to_gregorian()
    return dt.date(found.year, found.month, found.day)
