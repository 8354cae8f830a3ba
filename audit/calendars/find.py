"""Find the dates of a text: only where a year stands, in a window of one line around it."""

import heapq
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import structs

from audit.calendars import build, east_asian, named, numeric, sighted, styles
from audit.calendars.beside import weekdays_near
from audit.calendars.dates import FoundDate, Reading, fits
from audit.calendars.digits import starts_of_numbers
from audit.calendars.unseen import behind_marks

BEFORE: Final = 48
AFTER: Final = 40
"""Characters of a line before and after a year in which its month and day are looked for."""

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MAYBE = re.compile(r"\d(?=\d[\d./-]|[./-][\d A-Za-z\u00a0-\uffff])(?<!\d\d)")
"""A cheap look at where an anchor may begin: the first digit of a number."""
_ANCHOR = re.compile(
    r"\d{4}(?!\d)|\d{1,2}([./-])\d{1,2}\1\d{2}(?![\d/-])|\d{1,2}\.\s\d{1,2}\.\s?\d{2}(?!\d)"
    r"|(?:19|20)\d\d(?=\d{1,2}\.?\s[^\W\d_]{3}|\d{1,2}:\d\d(?!\d)"
    r"|\d{1,2}([./-])\d{1,2}\2(?:19|20)\d\d(?!\d))"
    r"|(?<=[^\W\d_][\s,.])(?:19|20)\d\d(?=\d{1,3}(?!\d))|\d{3}(?=\s?(?:A\.?H\b|هـ))"
    r"|(?P<day>\d{1,2})(?P<sign>[./-])\s?(?P<month>[^\W\d_]{3,9})(?P=sign)"
    r"\s?(?P<year>\d\d)(?![\d/-])|(?<=[MTSHR])\d{1,2}(?P<point>[./-])\d{1,2}(?P=point)\d(?!\d)"
)
"""Where a year stands, or a date in numbers, or one whose year has two digits (`3-May-21`).

Two dates that touch (`3 May 20213 May 2021`) too, and a date that touches its clock
(`3 May 202110:15`) or a count of comments (`3 May 20210`).
"""
_LONGEST: Final = 200
"""Characters of one value that are read."""
_LONG: Final = 1_000
"""Characters from which on the numbers of a text are looked for all at once."""
_CONNECTORS: Final = frozenset("./-")
_ROMAN_SIGNS: Final = frozenset("IVX")
_SPACED: Final = frozenset("/-")
_YEAR_MARKS: Final = frozenset("年년(（")
_DEVANAGARI = re.compile("[\u0966-\u096f]")
_BIKRAM: Final = 2050
"""The year from which on one in digits of Nepal is rather of Bikram Sambat."""
_VIETNAMESE = re.compile(r"(?:\bnăm|(?:áng|\bthg\.?)\s\d{1,2},?)\s\Z", re.IGNORECASE)
_ISO = re.compile(
    r"\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ]\d{2}:?\d{2}.{0,24})?)?)?\s*\Z", re.DOTALL
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Yield the dates in *text* from *start* to *end*, in order, never across a line end.

    Linear in the length of the text, however it is made.
    """
    stop = len(text) if end is None else end
    return _found(text, start, stop) if text.isascii() else behind_marks(_found, text, start, stop)


def _found(text: str, start: int, stop: int) -> Iterator[FoundDate]:
    found = _with_numbers(text, start, stop)
    if text.find("ת", start, stop) >= 0:
        from audit.calendars.gematria import in_letters

        found = heapq.merge(found, in_letters(text, start, stop), key=_start)
    done = start
    for date in found:
        if date.start >= done:
            done = date.end
            read = _restored(text, date) if date.weekday_wrong else _by_weekday(date)
            yield from _both(read, read.rival) if read.rival else (read,)


def _restored(text: str, date: FoundDate) -> FoundDate:
    """Return a date that the weekday beside it does not fit as the day that it may mean."""
    moved = sighted.by_weekday(styles.by_weekday(text, date))
    if date.calendar != "hijri" or moved == date:
        return moved
    left, right = sighted.beside(text, date, BEFORE)
    others = (found.readings for found in _with_numbers(text, left, right))
    return date if sum(readings == date.readings for readings in others) > 1 else moved


def _both(date: FoundDate, rival: FoundDate) -> Iterator[FoundDate]:
    """Yield both of two dates that the same words name, with the weekday only where it fits."""
    twin = structs.replace(rival, weekdays=date.weekdays)
    fits_one = date.weekday_wrong != twin.weekday_wrong
    for each in (date, twin):
        yield structs.replace(each, weekdays=()) if fits_one and each.weekday_wrong else each


def _start(date: FoundDate) -> int:
    return date.start


def _with_numbers(text: str, start: int, stop: int) -> Iterator[FoundDate]:
    """Yield the dates whose year stands in digits."""
    done = start
    for anchor in _anchors(text, start, stop):
        if anchor.start() < done:
            continue
        found = _at(text, anchor, max(done, start), stop)
        if found is not None:
            done = found.end
            yield found


def parse_date(value: str) -> FoundDate | None:
    """Read one value of markup or front matter: ISO 8601 first, else the first date in it."""
    return _parsed(value[:_LONGEST])


@lru_cache(maxsize=500)
def _parsed(value: str) -> FoundDate | None:
    match = _ISO.match(value)
    if match is None:
        date = next(find_dates(value), None)
        return None if date and (date.rival or date.flaw) else date
    year, month, number = (int(group or 0) for group in match.groups())
    if number:
        precision, reading = "day", build.day(year, month, number)
    elif month:
        precision, reading = "month", build.month(year, month)
    else:
        precision, reading = "year", build.whole_year(year)
    return _iso(value, precision, reading) if reading else None


def _anchors(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    found = (_ANCHOR.match(text, at, stop) for at in _maybe(text, start, stop))
    anchors = (anchor for anchor in found if anchor is not None)
    if text.find("年", start, stop) < 0:
        return anchors
    eras = east_asian.ANCHOR.finditer(text, start, stop)
    return heapq.merge(anchors, eras, key=lambda anchor: anchor.start())


def _maybe(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where an anchor may begin; in a long text, of the numbers that it holds."""
    if stop - start < _LONG:
        yield from (found.start() for found in _MAYBE.finditer(text, start, stop))
        return
    for at in starts_of_numbers(text[start:stop]):
        if at or _MAYBE.match(text, start, stop):  # a number may have begun before
            yield start + at


def _iso(value: str, precision: str, reading: Reading) -> FoundDate:
    return FoundDate(
        start=len(value) - len(value.lstrip()),
        end=len(value.rstrip()),
        calendar="gregorian",
        precision=precision,
        readings=(reading,),
        reason="ISO 8601",
        order="ymd",
    )


def _at(text: str, anchor: re.Match[str], floor: int, stop: int) -> FoundDate | None:
    left = max(floor, anchor.start() - BEFORE)
    left = max(left, text.rfind("\n", left, anchor.start()) + 1)
    right = min(stop, anchor.end() + AFTER)
    cut = text.find("\n", anchor.end(), right)
    right = right if cut < 0 else cut
    found = (
        named.in_short(text, anchor)
        if anchor.lastgroup == "year"
        else _around(text, left, anchor, right)
    )
    if found and _is_foreign(text, found):
        return None
    if found and found.precision == "day":
        found = styles.restyled(text, found)
    if found is None or found.weekdays or found.precision != "day":
        touches = text[anchor.end() : anchor.end() + 1].isdecimal()
        return None if touches and found and found.precision != "day" else found
    days = weekdays_near(text, left, found, right)
    return structs.replace(found, weekdays=days) if days else found


def _around(text: str, left: int, anchor: re.Match[str], right: int) -> FoundDate | None:
    """Read the date around a year, in the first of the ways in which it can be read."""
    return (
        _lettered(text, left, anchor.start())
        or styles.both_days(text, left, anchor)
        or _numeric(text, left, anchor)
        or _east_asian(text, left, anchor, right)
        or named.around(text, left, anchor, right)
    )


def _is_foreign(text: str, found: FoundDate) -> bool:
    """Tell whether the year is one of a calendar that is not read."""
    late = found.readings[0].first.year >= _BIKRAM and found.calendar == "gregorian"
    if late and _DEVANAGARI.search(text, found.start, found.end):
        return True
    return styles.FOREIGN.match(text, found.end) is not None


def _lettered(text: str, left: int, start: int) -> FoundDate | None:
    """Read the date whose era is the letter before *start*."""
    behind = start > left and text[start - 1] in "MTSHR"
    return east_asian.lettered(text, start - 1) if behind else None


def _numeric(text: str, left: int, anchor: re.Match[str]) -> FoundDate | None:
    start, end = anchor.span()
    alone = end - start == len("2024")
    beside = text[max(left, start - 2) : start].strip()[-1:]
    if beside == "|" or (beside in _SPACED and text[start - 1 : start] == " "):
        found = numeric.spaced(text, left, end)
        if found:
            return found
    if not alone or beside in _CONNECTORS or beside in _ROMAN_SIGNS:
        found = numeric.year_last(text, max(left, end - 12), end)
        found = found or (numeric.roman(text, left, end) if alone else None)
        if found:
            return found
    return numeric.year_first(text, start) if text[end : end + 1] in _CONNECTORS else None


def _east_asian(text: str, left: int, anchor: re.Match[str], right: int) -> FoundDate | None:
    if text[anchor.end() : anchor.end() + 2].strip()[:1] in _YEAR_MARKS:
        return east_asian.named_numbers(text, anchor.start(), right)
    if _VIETNAMESE.search(text, max(left, anchor.start() - 16), anchor.start()):
        return east_asian.named_numbers(text, left, anchor.end())
    return None


def _by_weekday(found: FoundDate) -> FoundDate:
    """Let the weekday decide between readings."""
    if not (found.ambiguous and found.weekdays):
        return found
    fitting = tuple(reading for reading in found.readings if fits(reading, found.weekdays))
    if len(fitting) != 1:
        return found
    order = found.order
    if order == "?":
        order = "dmy" if fitting[0] == found.readings[0] else "mdy"
    name = _NAMES[fitting[0].first.weekday()]
    reason = f"{found.reason}; {name} decides"
    return structs.replace(found, readings=fitting, order=order, reason=reason)
