"""Days of which several stand together: the ends of a life, an exhibition; what a line tells."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from audit.calendars import FoundDate
from audit.calendars.names import fold, months, weekdays
from audit.claims.words import MODIFIED, PUBLISHED

_LIFE: Final = 3650
"""Days from which on two days of one line are those of a life."""
_MANY: Final = 2
"""Days in a line beside the first of their calendar from which on none is the text's own."""
_LINE: Final = 400
_REACH: Final = 80
"""Characters between two days of one life, and before them."""
_BEFORE: Final = 40
_TO: Final = (
    r"(?:[-–—−]|to|until|till|through|thru|bis(?:\szum)?|au|al?|à|hasta(?:\sel)?|até|"
    r"tot(?:\sen\smet)?|t/m|till(?:\soch\smed)?|do|до|по)"
)
_AND: Final = r"(?:&|\+|and|und|et|y|e|og|och|i|и)"
_WORD: Final = r"(?:(?P<word>[^\W\d_]{2,14})\.?,?\s{1,2})?"
"""A weekday may stand there."""
_JOINS = re.compile(rf"(?:,|[^\S\n]){{0,3}}{_TO}\s{{0,3}}{_WORD}", re.IGNORECASE)
"""All that stands between the ends of a span."""
_APART = re.compile(r"[-–—−†✝;]|\bd\.\s?\Z")
_MONTH: Final = r"\.?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})\.?"
_FIRST_END = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}(?:\.\d{{1,2}}\.|{_MONTH}|\.?(?=\s[a-z]|\s?[-–—]))\s{{0,2}}{_TO}|"
    rf"\d{{1,2}},\s?\d{{1,2}},|(?P<day>\d{{1,2}})\.?\s{_AND})\s{{0,2}}{_WORD}\Z",
    re.IGNORECASE,
)
"""The first of two days that have their year in common: `12 June to 3 August 2021`."""


def ends_of_spans(text: str, dates: Sequence[FoundDate]) -> set[int]:
    """Return where those of *dates* start that stand together with others in a span or a line."""
    pairs = [pair for pair in pairwise(dates) if _is_span(text, *pair)]
    ends = {date.start for pair in pairs for date in pair}
    return ends | {date.start for date in dates if _is_last(text, date)} | {*_crowds(text, dates)}


def _is_span(text: str, one: FoundDate, other: FoundDate) -> bool:
    days = (other.readings[0].first - one.readings[0].last).days
    if days <= 0 or one.calendar != other.calendar or other.start - one.end > _REACH:
        return False
    between = text[one.end : other.start]
    joined = _JOINS.fullmatch(between)
    if joined and (not joined["word"] or fold(joined["word"]) in weekdays()):
        return not _is_said(text, one.start, other.end)
    if days < _LIFE or "\n" in between:
        return False
    before = text[max(0, one.start - _REACH) : one.start].rpartition("\n")[2]
    in_brackets = before.rfind("(") > before.rfind(")") and ")" not in between
    apart = in_brackets or _APART.search(between) is not None
    return apart and not _is_said(text, one.start, other.end)


def _is_said(text: str, start: int, end: int) -> bool:
    """Tell whether the line says that something was published or changed on these days."""
    first = text.rfind("\n", max(0, start - _REACH), start) + 1
    line = text[max(first, start - _REACH) : end + _REACH].partition("\n")[0]
    return PUBLISHED.are_said(line) or MODIFIED.are_said(line)


def _is_last(text: str, date: FoundDate) -> bool:
    """Tell whether the first day of a span, or of two, stands before *date* without its year."""
    before = text[max(0, date.start - _BEFORE) : date.start].rpartition("\n")[2]
    found = _FIRST_END.search(before) if any(map(str.isdecimal, before)) else None
    if found is None or (found["month"] and fold(found["month"]) not in months()):
        return False
    if found["day"] and int(found["day"]) >= date.readings[0].last.day:
        return False
    return not found["word"] or fold(found["word"]) in weekdays()


def _crowds(text: str, dates: Sequence[FoundDate]) -> Iterator[int]:
    """Yield the starts of dates of which three and more days stand in one line."""
    lines: dict[int, list[FoundDate]] = {}
    for date in dates:
        start = max(text.rfind("\n", max(0, date.start - _LINE), date.start), date.start - _LINE)
        lines.setdefault(start, []).append(date)
    for beside in lines.values():
        days = {(date.calendar, date.normalized) for date in beside if date.precision == "day"}
        several = len(days) - len({calendar for calendar, _ in days}) >= _MANY
        if several and not _is_said(text, beside[0].start, beside[-1].end):
            yield from (date.start for date in beside)
