"""Patterns that are compiled when they are first asked: a hundred long ones take their time."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from sys import maxsize
from typing import Final, Generic, TypeVar

from audit.claims.words import fold_case, plain_letters

_Told = TypeVar("_Told")
_NO_FLAG: Final = re.RegexFlag(0)
_folded: Final = lru_cache(maxsize=4)(fold_case)
"""Of one line a dozen patterns are asked in turn."""
_BEHIND: Final = 8
"""Letters before a line that a pattern may look at, at most."""


class Late:
    """A pattern that is compiled late; *stems* spare it most searches.

    One of the stems, in small letters and parted by bars, stands in all that the pattern finds.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = _NO_FLAG, *, stems: str = "") -> None:
        self._pattern = pattern
        self._flags = flags
        self.stems = tuple(stems.split("|")) if stems else ()
        self.ascii_stems = tuple(filter(str.isascii, self.stems))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return what is found first, as a compiled pattern does."""
        may_be = not self.stems or self.may_be_in(text[start:end])
        return self.compiled.search(text, start, end) if may_be else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
        """Return all that is found."""
        may_be = not self.stems or self.may_be_in(text[start:end])
        return self.finds(text, start, end) if may_be else ()

    def finds(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """Return all that is found, without a look for the stems."""
        return self.compiled.finditer(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return what stands right at *start*."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the whole *text*, if the pattern fits."""
        return self.compiled.fullmatch(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return *text* with something else for all that is found."""
        may_be = not self.stems or self.may_be_in(text)
        return self.compiled.sub(by, text) if may_be else text

    def may_be_in(self, text: str) -> bool:
        """Tell whether a stem stands in *text*; the pattern finds nothing where none does."""
        stems = self.ascii_stems if text.isascii() else self.stems
        return not self.stems or any(map(_folded(text).__contains__, stems))

    def places(self, text: str) -> Iterator[int]:
        """Yield where in *text* a stem stands; what the pattern finds holds one of them."""
        folded = fold_case(text)
        for stem in self.stems:
            at = folded.find(stem)
            while at >= 0:
                yield at
                at = folded.find(stem, at + 1)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, asked without a look for its stems."""
        return re.compile(self._pattern, self._flags)


class Small(Late):
    """A pattern that ignores case, in small letters itself: it is sought in small letters.

    That costs a third. The text itself is asked from there on where something was found.
    """

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return what is found first."""
        return next(iter(self.finditer(text, start, end)), None)

    def finds(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield all that is found, without a look for the stems."""
        first = max(start - _BEHIND, 0)
        folded = _folded(text[first:end])
        likely = self.small.search(folded, start - first)
        while likely:
            found = self.compiled.search(text, first + likely.start(), end)
            if found is None:
                break
            yield found
            likely = self.small.search(folded, found.end() - first)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return *text* with something else for all that is found."""
        return self.compiled.sub(by, text) if self.search(text) else text

    @cached_property
    def small(self) -> re.Pattern[str]:
        """The pattern that is asked of small letters."""
        return re.compile(plain_letters(self._pattern), self._flags & ~re.IGNORECASE)


class Sought(Generic[_Told]):
    """Patterns with stems that are asked of the same lines, and what tells of the finds of each.

    A line is looked through for the stems of all in one go.
    """

    def __init__(
        self, told: Mapping[Late, Callable[[re.Match[str], int], Iterable[_Told]]]
    ) -> None:
        self._all = tuple((late.stems, late, tell) for late, tell in told.items())
        self._ascii = tuple((late.ascii_stems, late, tell) for late, tell in told.items())

    def told(self, text: str, start: int, end: int, *, below: int = 0) -> Iterator[_Told]:
        """Yield what is told of finds in [start, end) of *text*, or before *below* if that is more.

        What tells of a find is given *end* too.
        """
        stop = max(end, below)
        line = _folded(text[start:stop])
        for stems, late, tell in self._ascii if line.isascii() else self._all:
            if any(map(line.__contains__, stems)):
                for found in late.finds(text, start, stop):
                    yield from tell(found, end)
