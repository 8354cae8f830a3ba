"""Hebrew dates whose day and year are written in letters: י״ח בתמוז תשפ״ד."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import structs

from audit.calendars import build
from audit.calendars.beside import weekdays_near
from audit.calendars.dates import FoundDate, Reading
from audit.calendars.named import readings_of
from audit.calendars.names import key, months

_YEAR = re.compile(r"(?:ה['׳’]\s?)?(ת[א-ת]{0,2}[\"״”][א-ת])(?![א-ת])")
_DAY_AND_MONTH = re.compile(
    r"(?<![א-ת])(?:([א-ל]['׳’]|[א-ל][\"״”][א-ט]|\d{1,2})\s{1,2})?"
    r"(ב?[א-ת]{2,8}(?:\s(?:[אב]['׳’]?|ראשון|שני))?),?\s{1,2}\Z"
)
_BEFORE: Final = 40
_VALUES: Final = dict(
    zip(
        "אבגדהוזחטיכלמנסעפצקרשת",
        [*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400],
        strict=True,
    )
)
_THOUSANDS: Final = 5000
_LAST: Final = 30


def in_letters(text: str, start: int, stop: int) -> Iterator[FoundDate]:
    """Yield the dates in [start, stop) of *text* whose year is written in letters."""
    if "״" not in text and '"' not in text and "”" not in text:
        return
    for year in _YEAR.finditer(text, start, stop):
        left = max(start, year.start() - _BEFORE)
        left = max(left, text.rfind("\n", left, year.start()) + 1)
        found = _DAY_AND_MONTH.search(text[left : year.start()])
        date = found and _date(found, left, year)
        if date:
            line_end = text.find("\n", date.end)
            right = stop if line_end < 0 else min(stop, line_end)
            yield structs.replace(date, weekdays=weekdays_near(text, left, date, right))


def number(letters: str) -> int:
    """Return the number that Hebrew *letters* write: the sum of their values."""
    return sum(_VALUES.get(letter, 0) for letter in letters)


def _date(found: re.Match[str], left: int, year: re.Match[str]) -> FoundDate | None:
    name = re.sub(r"['׳’]", "", found[2])
    day = int(found[1]) if (found[1] or "").isdecimal() else number(found[1] or "")
    months_named = [m for c, m in months().get(key(name.split()), ()) if c == "hebrew"]
    if day > _LAST or not months_named:
        return None
    said = _THOUSANDS + number(year[1])
    readings: tuple[Reading, ...] = tuple(
        reading for month in months_named for reading, _ in readings_of("hebrew", month, day, said)
    )
    if not readings or said not in build.HEBREW_YEARS:
        return None
    return FoundDate(
        start=left + found.start(1 if found[1] else 2),
        end=year.end(),
        calendar="hebrew",
        precision="day" if day else "month",
        readings=readings,
        reason="Hebrew day, month and year in letters, turned into the Gregorian one",
    )
