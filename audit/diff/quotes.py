"""Find out whether a place of a text stands inside quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

LONGEST: Final = 2_000
"""Characters after which a quotation mark was not an opening one."""

_MARK: Final = re.compile(r'["“”„‟«»「」『』]|\n[^\S\n]*\n')


class Quotes:
    """The quotations of one text: from a mark to the next one of the paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text

    def holds(self, start: int, end: int) -> bool:
        """Tell whether the characters [start, end), at least one, stand inside a quotation."""
        number = bisect_right(self._starts, start) - 1
        return start < end and number >= 0 and end <= self._ends[number]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return list(_quotations(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._spans]


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    start = -1
    for mark in _MARK.finditer(text):
        if mark[0][0] == "\n":
            start = -1
        elif start < 0 or mark.start() - start > LONGEST:
            start = mark.end()
        else:
            yield start, mark.start()
            start = -1
