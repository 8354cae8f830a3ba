"""Dates written in numbers: 2024-07-24, 24.07.2024, 07/24/24."""

import re
from typing import Final

from msgspec import structs

from audit.calendars import build
from audit.calendars.dates import FoundDate, Reading
from audit.calendars.scripts import calendar_around, is_east_asian, is_persian, jalali_century

HIJRI_MARK: Final = re.compile(r"\s{0,2}(?:AH\b|A\.\s?H\.|H\b|هـ|ه(?!\w)|ھ(?!\w)|هجری)", re.ASCII)

_LETTER: Final = "[A-Za-zÀ-ÖØ-öø-ʯͰ-ϿЀ-ԯԱ-֏ა-ჿ]"
"""A letter of a script with blanks: right behind it stands no day, but a version or a number."""
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|\.\d)")
_KOREAN_DOTS = re.compile(r"(?<!\d)(\d{4})\.\s(\d{1,2})\.\s(\d{1,2})\.?(?!\d)")
_YEAR_LAST = re.compile(
    rf"(?:(?<![\d.,/-])(?<!\d[:'′])(?<!{_LETTER})|(?<=:\d\d))"
    r"(\d{1,2})(?:([-/])(\d{1,2})\2|(\.)\s?(\d{1,2})\.\s?)(\d{4}|\d{2})"
    r"(?![\d/]|\.\d|-(?!\d\d:\d))"
)
_ROMAN = re.compile(r"(?<![\w.,/-])(\d{1,2})([./-])\s?([IVX]{1,4})\2\s?(\d{4})(?!\d)")
_ROMAN_APART = re.compile(
    r"(?<![\w.,/-])(\d{1,2})(\s)([IVX]{1,4})\s(\d{4})(?!\d)(?P<said>\s?r(?:\.|oku\b))?"
)
_ROMAN_INSIDE = re.compile(
    r"(?<!\d)(\d{4})\.\s?([IVX]{1,4})\.\s?(\d{1,2})(?=\.|-[^\W\d]|\s*(?:\n|\Z))"
)
_LEADS = re.compile(
    r"(?:\A|[\n,;(–—-]|\b(?:dnia|dn\.|dne|den|am|le|il|el))\s{0,3}\Z", re.IGNORECASE
)
_BEFORE: Final = 12
"""What stands before a day whose month is set apart by blanks: not `Act 3 IV 1921`."""
_ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SPACED = re.compile(
    r"(?<![\w.,/-])(?<!\|\s)(\d{2})\s([|/-])\s(\d{2})\s\2\s(\d{4})(?!\s[|/-]|[\w/-]|\.\d)"
)
"""With signs set apart, `03 | 05 | 2021`; not the cells of a table."""
_UNSEEN_YEARS: Final = range(30, 69)
"""Years in two digits that in East Asia are rather those of an era."""
_SPACED_HIJRI = re.compile(r"(?<![\w.,/-])(\d{1,2})\s/\s(\d{1,2})\s/\s(\d{4})\Z")


def year_first(text: str, start: int) -> FoundDate | None:
    """Read the date whose year begins at *start*."""
    match = _YEAR_FIRST.match(text, start) or _KOREAN_DOTS.match(text, start)
    if match is None:
        return roman_inside(text, start)
    numbers = [int(group) for group in match.groups() if group.isdecimal()]
    year, month, number = numbers
    mark = HIJRI_MARK.match(text, match.end())
    if mark:
        return _found((match.start(), mark.end()), "hijri", build.day(year, month, number, "hijri"))
    if year not in build.NUMERIC_YEARS:
        return _by_script(text, match.span(), (year, month, number), "ymd")
    return _found((match.start(), match.end()), "gregorian", build.day(year, month, number), "ymd")


def year_last(text: str, start: int, end: int) -> FoundDate | None:
    """Read the date in [start, end) that stops at *end*, its year last."""
    touches = text[end : end + 1].isdecimal()
    match = _YEAR_LAST.search(text, max(0, start), end if touches else min(len(text), end + 5))
    if match is None or match.end() != end:
        return None
    a, b = int(match[1]), int(match[3] or match[5])
    year = int(match[6])
    two_digits = len(match[6]) == len("24")
    mark = HIJRI_MARK.match(text, end)
    if mark:
        return _found((match.start(), mark.end()), "hijri", build.day(year, b, a, "hijri"))
    if not two_digits and year not in build.NUMERIC_YEARS:
        return _by_script(text, (match.start(), end), (year, b, a), "dmy")
    persian = _in_persian(text, match.span(), (a, b, year)) if two_digits else None
    if persian:
        return persian
    if two_digits and is_east_asian(text, *match.span()):
        reason = "year in two digits, month, day, as the script around it has them"
        found = build.day(build.century(a), b, year) if a not in _UNSEEN_YEARS else None
        return _found((match.start(), end), "gregorian", found, "ymd", reason)
    year = build.century(year) if two_digits else year
    note = ", the year in two digits" if two_digits else ""
    dots = bool(match[4])
    return _either((match.start(), end), (build.day(year, b, a), build.day(year, a, b)), dots, note)


def _in_persian(
    text: str, place: tuple[int, int], numbers: tuple[int, int, int]
) -> FoundDate | None:
    """Read a day in Persian digits and script, its year in two digits, first or last."""
    if not is_persian(text, *place):
        return None
    a, month, b = numbers
    orders = ((a, b), (b, a))
    days = [build.day(jalali_century(year), month, day, "jalali") for year, day in orders]
    readings = build.distinct(days)
    reason = "Jalali day in numbers, the year in two digits, for the script around it is Persian"
    found = _found(place, "jalali", readings[0], "", reason) if readings else None
    return found and structs.replace(found, readings=tuple(sorted(readings)))


def roman(text: str, start: int, end: int) -> FoundDate | None:
    """Read the date in [start, end) that stops at *end*, its month in Roman numerals.

    Set apart by blanks, one sign alone may be another thing: `10 X 2000`.
    """
    first = max(start, end - len("23. VIII. 2021"))
    match = _ROMAN.search(text, first, end) or _ROMAN_APART.search(text, first, end + len(" r."))
    if match is None or match.end(4) != end or match[3] not in _ROMANS:
        return None
    if match[2].isspace() and not match["said"]:
        led = _LEADS.search(text, max(0, match.start() - _BEFORE), match.start())
        if led is None or len(match[3]) == 1:
            return None
    return _in_roman((match.start(), end), match[4], match[3], match[1])


def roman_inside(text: str, start: int) -> FoundDate | None:
    """Read the date whose year begins at *start*, its month in Roman numerals: `1921. V. 3.`."""
    match = _ROMAN_INSIDE.match(text, start)
    if match is None or match[2] not in _ROMANS:
        return None
    return _in_roman(match.span(), match[1], match[2], match[3])


def _in_roman(place: tuple[int, int], year: str, month: str, day: str) -> FoundDate | None:
    reading = build.day(int(year), _ROMANS.index(month) + 1, int(day))
    return _found(place, "gregorian", reading, "dmy", "day, month in Roman numerals, year")


def spaced(text: str, start: int, end: int) -> FoundDate | None:
    """Read the date in [start, end) that stops at *end*, its two signs between blanks."""
    mark = HIJRI_MARK.match(text, end)
    hijri = _SPACED_HIJRI.search(text, max(start, end - 14), end) if mark else None
    if mark and hijri:
        day, month, year = map(int, hijri.groups())
        return _found((hijri.start(), mark.end()), "hijri", build.day(year, month, day, "hijri"))
    match = _SPACED.search(text, max(start, end - len("03 | 05 | 2021")), end + 2)
    if match is None or match.end() != end or int(match[4]) not in build.NUMERIC_YEARS:
        return None
    a, b, year = int(match[1]), int(match[3]), int(match[4])
    return _either((match.start(), end), (build.day(year, b, a), build.day(year, a, b)), False, "")


def _by_script(
    text: str, place: tuple[int, int], numbers: tuple[int, int, int], order: str
) -> FoundDate | None:
    """Read a year, month and day that no Gregorian calendar has, as the script around it does."""
    year, month, number = numbers
    calendar = calendar_around(text, *place, year)
    if not calendar:
        return None
    gregorian = build.thai_year(year, month) if calendar == "buddhist" else year
    base = "gregorian" if calendar == "buddhist" else calendar
    script = "Thai" if calendar == "buddhist" else "Persian"
    reason = f"{calendar.capitalize()} day in numbers, for the script around it is {script}"
    return _found(place, calendar, build.day(gregorian, month, number, base), order, reason)


def _either(
    place: tuple[int, int],
    readings: tuple[Reading | None, Reading | None],
    dots: bool,
    note: str,
) -> FoundDate | None:
    day_first, month_first = readings
    if day_first and (dots or month_first is None or day_first == month_first):
        why = "full stops, so the day first" if dots else "day, month, year"
        return _found(place, "gregorian", day_first, "dmy", why + note)
    if month_first and day_first is None:
        return _found(place, "gregorian", month_first, "mdy", "month, day, year" + note)
    if day_first is None or month_first is None:
        return None
    return FoundDate(
        start=place[0],
        end=place[1],
        calendar="gregorian",
        precision="day",
        readings=(day_first, month_first),
        reason="day and month could change places" + note,
        order="?",
    )


def _found(
    place: tuple[int, int],
    calendar: str,
    reading: Reading | None,
    order: str = "",
    reason: str = "",
) -> FoundDate | None:
    if reading is None:
        return None
    return FoundDate(
        start=place[0],
        end=place[1],
        calendar=calendar,
        precision="day",
        readings=(reading,),
        reason=reason or f"{calendar.capitalize()} day in numbers",
        order=order,
    )
