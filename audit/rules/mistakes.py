"""Mistakes in a rules file: all of them, each with its line, a caret and a suggestion."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from audit.errors import RuleError

MOST: Final = 50
"""Mistakes that are printed; the rest are counted."""

_WIDTH: Final = 100
_BREAKS: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One rules file: the name that people know it by, its folder on this machine, its text."""

    name: str
    folder: str
    text: str

    def line(self, number: int) -> str:
        """Return line *number*, from 1, without its end; empty beyond the last."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


@lru_cache(maxsize=16)  # every rule asks for lines of the few files that are extended
def _lines(text: str) -> list[str]:
    return _BREAKS.split(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line and a column of a file, both from 1."""

    file: File
    line: int
    column: int

    def __str__(self) -> str:
        return f"{shown(self.file.name, 300)}:{self.line}:{self.column}"


@dataclass(slots=True)
class Mistakes:
    """The mistakes found so far, each said once; the only value here that changes."""

    found: dict[tuple[str, int, int, str], Place] = field(default_factory=dict)

    def add(self, place: Place, sentence: str) -> None:
        """Note one mistake at *place*."""
        self.found[place.file.name, place.line, place.column, sentence] = place

    def stop(self) -> None:
        """Raise RuleError with every mistake in the order of the files, if there is any."""
        if not self.found:
            return
        places = [(self.found[key], key[-1]) for key in sorted(self.found)]
        blocks = [f"{place}: {sentence}\n{_quote(place)}" for place, sentence in places[:MOST]]
        if len(places) > MOST:
            more = len(places) - MOST
            blocks.append(f"and {more} more mistake{'' if more == 1 else 's'}")
        raise RuleError("\n".join(blocks))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean “x”?` for the nearest of the *known* words, or nothing."""
    near = difflib.get_close_matches(word[:100].casefold(), sorted(known), n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


def shown(text: str, longest: int = 60) -> str:
    """Return *text* on one line, cut, with every control and invisible character made visible."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else _visible(c) for c in cut)


def _visible(character: str) -> str:
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def _quote(place: Place) -> str:
    source = place.file.line(place.line).replace("\t", " ")
    start = max(0, place.column - 1 - _WIDTH // 2)
    before, after = source[start : place.column - 1], source[place.column - 1 : start + _WIDTH]
    gutter = f"{place.line:>5} | "
    left = shown(before, _WIDTH)
    return f"{gutter}{left}{shown(after, _WIDTH)}\n{' ' * 6}| {' ' * _columns(left)}^"


def _columns(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    combining = sum(unicodedata.combining(character) > 0 for character in text)
    return len(text) + wide - combining
