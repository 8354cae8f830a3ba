"""Dates in lines as a reader sees them: without marks of direction and other signs of no width."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from msgspec import structs

from audit.calendars.dates import FoundDate
from audit.codes import beyond_ascii

_SIGNS: Final = (
    *("\u00ad", "\u061c", "\u180e", "\ufeff"),
    *map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F))),
    *map(chr, (*range(0x2060, 0x2065), *range(0x2066, 0x2070))),
)
_MARKS = re.compile(f"[{''.join(_SIGNS)}]")
Find = Callable[[str, int, int], Iterator[FoundDate]]
"""What yields the dates of a text from a start to an end."""


class _Bare(NamedTuple):
    """The line at [start, end) without what nobody sees: its sign `n` stands at `kept[n]`."""

    start: int
    end: int
    text: str
    kept: list[int]


def behind_marks(find: Find, text: str, start: int, stop: int) -> Iterator[FoundDate]:
    """Yield what *find* finds in *text* from *start* to *stop*, whatever nobody sees between."""
    is_whole = stop - start == len(text)
    if is_whole and not _MARKS.search(beyond_ascii(text)):  # five times as fast as in the text
        yield from find(text, start, stop)
        return
    done = start
    for line in _bare_lines(text, start, stop):
        yield from find(text, done, line.start)
        yield from _on_line(find, text, line)
        done = line.end
    yield from find(text, done, stop)


def _on_line(find: Find, text: str, line: _Bare) -> Iterator[FoundDate]:
    """Yield the dates of *line*; without its marks where they show no day."""
    plain = list(find(text, line.start, line.end))
    if any(date.precision == "day" for date in plain):
        yield from plain
        return
    for date in find(line.text, 0, len(line.text)):
        first, last = line.kept[date.start], line.kept[date.end - 1] + 1
        yield structs.replace(date, start=first, end=last)


def _bare_lines(text: str, start: int, stop: int) -> Iterator[_Bare]:
    while mark := _MARKS.search(text, start, stop):
        first = max(start, text.rfind("\n", start, mark.start()) + 1)
        last = text.find("\n", mark.end(), stop)
        last = stop if last < 0 else last
        kept = [at for at in range(first, last) if not _MARKS.match(text[at])]
        yield _Bare(first, last, "".join(text[at] for at in kept), kept)
        start = last
