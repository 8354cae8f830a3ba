"""Patterns that are compiled when they are first asked: a hundred long ones take their time."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from sys import maxsize
from typing import Final

from audit.claims.words import fold_case

_NO_FLAG: Final = re.RegexFlag(0)
_folded: Final = lru_cache(maxsize=4)(fold_case)
"""Of one line a dozen patterns are asked in turn."""


class Late:
    """A pattern that is compiled late; *stems* spare it most searches.

    One of the stems, in small letters and parted by bars, stands in all that the pattern finds.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = _NO_FLAG, *, stems: str = "") -> None:
        self._pattern = pattern
        self._flags = flags
        self._stems = stems.split("|") if stems else ()
        self._ascii = tuple(filter(str.isascii, self._stems))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return what is found first, as a compiled pattern does."""
        may_be = not self._stems or self.may_be_in(text[start:end])
        return self._compiled.search(text, start, end) if may_be else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
        """Return all that is found."""
        may_be = not self._stems or self.may_be_in(text[start:end])
        return self._compiled.finditer(text, start, end) if may_be else ()

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return what stands right at *start*."""
        return self._compiled.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the whole *text*, if the pattern fits."""
        return self._compiled.fullmatch(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return *text* with something else for all that is found."""
        may_be = not self._stems or self.may_be_in(text)
        return self._compiled.sub(by, text) if may_be else text

    def may_be_in(self, text: str) -> bool:
        """Tell whether a stem stands in *text*; the pattern finds nothing where none does."""
        stems = self._ascii if text.isascii() else self._stems
        return not self._stems or any(map(_folded(text).__contains__, stems))

    def places(self, text: str) -> Iterator[int]:
        """Yield where in *text* a stem stands; what the pattern finds holds one of them."""
        folded = fold_case(text)
        for stem in self._stems:
            at = folded.find(stem)
            while at >= 0:
                yield at
                at = folded.find(stem, at + 1)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)
