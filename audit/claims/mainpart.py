"""Where the running prose of a text stands, as far as the lengths of its lines tell."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

PROSE = 120
"""Characters from which on a line is a paragraph, not a heading and no item of a menu."""
WRAPPED = 50
"""Characters from which on a line may be part of a paragraph that was broken into lines."""
_CLOSE = 2
"""Characters between two lines that follow each other at once."""
_RUN = 3
"""Lines of that length, each right under the other, that are a paragraph."""
_GAP = 5
"""Lines from one paragraph to the next of the same part: headings, captions, advertisements."""
_MAIN = 0.4
"""Share of the largest part from which on a part is the main one, if it is the first."""


class Part(NamedTuple):
    """Lines [first, last] that are mostly prose, and how many characters of prose they hold."""

    first: int
    last: int
    size: int


class Placed(Protocol):
    """What has a place in a text: a line."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def prose(lines: Sequence[Placed], inside: Sequence[bool]) -> list[bool]:
    """Tell of each line whether it is a paragraph, or part of a broken one; *inside* as `inner`."""
    found = [line.end - line.start > PROSE for line in lines]
    for number, is_inner in enumerate(inside):
        if is_inner:
            found[number - _RUN + 1 : number + 1] = [True] * _RUN
    return found


def inner(lines: Sequence[Placed]) -> list[bool]:
    """Tell of each line whether it is the third or a later one of a paragraph that was broken."""
    found, run, end = [], 0, -_GAP
    for line in lines:
        long = line.end - line.start >= WRAPPED
        run = (run + 1 if line.start - end <= _CLOSE else 1) if long else 0
        found.append(run >= _RUN)
        end = line.end
    return found


def main_part(lines: Sequence[Placed], is_prose: Sequence[bool]) -> Part | None:
    """Return the first part that holds not much less prose than the largest, if any does."""
    parts: list[Part] = []
    for number, line in enumerate(lines):
        if not is_prose[number]:
            continue
        size = line.end - line.start
        if parts and number - parts[-1].last <= _GAP:
            first, _, before = parts[-1]
            parts[-1] = Part(first, number, before + size)
        else:
            parts.append(Part(number, number, size))
    largest = max((part.size for part in parts), default=0)
    return next((part for part in parts if part.size >= _MAIN * largest), None)
