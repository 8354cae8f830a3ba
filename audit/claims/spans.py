"""Pairs of days that are the ends of something: a life, an exhibition, a term of office."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from audit.calendars import FoundDate
from audit.calendars.names import fold, months, weekdays
from audit.claims.words import MODIFIED, PUBLISHED

_LIFE: Final = 3650
_REACH: Final = 80
"""Characters between two days of one life, and before them."""
_TO: Final = (
    r"(?:[-–—−]|to|until|till|through|thru|bis(?:\szum)?|au|al|à|hasta(?:\sel)?|até|tot(?:\sen\smet)?|"
    r"t/m|till(?:\soch\smed)?|do|до|по)"
)
_JOINS: Final = re.compile(
    rf"(?:,|[^\S\n]){{0,3}}{_TO}\s{{0,3}}(?:(?P<word>[^\W\d_]{{2,14}})\.?,?\s{{1,2}})?",
    re.IGNORECASE,
)
"""All that stands between the ends of a span; a weekday may be there."""
_APART = re.compile(r"[-–—−†✝;]|\bd\.\s?\Z")
_FIRST_END = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:\.\d{{1,2}}\.|\.?\s(?P<month>[^\W\d_]{{3,12}})\.?|(?=\s[a-z]))\s{{0,2}}{_TO}"
    r"\s{0,2}(?:(?P<word>[^\W\d_]{2,12})\.?,?\s{1,2})?\Z",
    re.IGNORECASE,
)
"""The first end of a span that has its year in common with the last: `12 June to 3 August 2021`."""


def ends_of_spans(text: str, dates: Sequence[FoundDate]) -> set[int]:
    """Return where those of *dates* start that are an end of a span or of a life."""
    return {date.start for pair in pairwise(dates) if _is_span(text, *pair) for date in pair} | set(
        _lasts(text, dates)
    )


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
    return (in_brackets or bool(_APART.search(between))) and not _is_said(
        text, one.start, other.end
    )


def _is_said(text: str, start: int, end: int) -> bool:
    """Tell whether the line says that something was published or changed on these days."""
    line = text[text.rfind("\n", max(0, start - _REACH), start) + 1 : end + _REACH].partition("\n")[
        0
    ]
    return PUBLISHED.are_said(line) or MODIFIED.are_said(line)


def _lasts(text: str, dates: Sequence[FoundDate]) -> Iterator[int]:
    """Yield the starts of dates before which the first day of a span stands without its year."""
    for date in dates:
        before = text[max(0, date.start - 40) : date.start].rpartition("\n")[2]
        found = _FIRST_END.search(before) if before.strip() else None
        month, word = (found["month"], found["word"]) if found else ("", "")
        is_month = not month or fold(month) in months()
        if found and is_month and (not word or fold(word) in weekdays()):
            yield date.start
