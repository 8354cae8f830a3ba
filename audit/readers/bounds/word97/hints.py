"""Fields of a Word document: how they are made is left out, what they show is kept."""

import re
from dataclasses import dataclass, field
from typing import Final

from audit.readers.bounds.word97.ranges import Range

_mark: Final = re.compile("[\x13-\x15]")
_BEGIN, _RESULT = "\x13", "\x14"
_formula: Final = re.compile(r"\s{0,9}EQ\b", re.IGNORECASE)
_over: Final = re.compile(
    r"[^()]{0,300}\\o[^()]{0,20}\(\\s\\(?:up|do)[^()]{0,9}\([^()]{0,300}\)[,;]([^()]{0,300})\)",
    re.IGNORECASE,
)
"""How a word is written that has its sound above it."""


def written_below(field: str) -> str | None:
    """Return the word that the formula *field* puts a sound above, empty for others, or None."""
    if not _formula.match(field):
        return None
    word = _over.match(field)
    return word[1] if word else ""


@dataclass(slots=True)
class Hints:
    """What of a text says how its fields are made."""

    ranges: list[Range] = field(default_factory=list)
    open: int = 0
    """Fields that do not end."""
    formulas: int = 0

    def find(self, text: str, start: int, end: int) -> None:
        """Look through the part of *text* from *start* to *end*."""
        begun: list[list[int]] = []
        for mark in _mark.finditer(text, start, end):
            at, sign = mark.start(), mark[0]
            if sign == _BEGIN:
                begun.append([at])
            elif begun and sign == _RESULT:
                begun[-1].append(at)
            elif begun:
                self._add(text, at, *begun.pop())
        self.open += len(begun)

    def _add(self, text: str, end: int, first: int, *results: int) -> None:
        """Add the field from *first* to *end*; where it shows nothing, its formula is shown."""
        if results or not _formula.match(text, first + 1, end):
            self.ranges.append((first, results[0] if results else end))
        elif word := _over.match(text, first + 1, end):
            self.ranges += ((first, word.start(1)), (word.end(1), end))
        else:
            self.formulas += 1
            self.ranges.append((first, end))
