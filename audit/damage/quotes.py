"""Straight and typographic quotation marks in one document: it was put together, or half mended."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from audit.model import Span

_DOUBLE = re.compile('(?<![0-9\u2032=])"(?![0-9]{1,3}\\b)|[\u201c-\u201f\u00ab\u00bb]')
_SINGLE = re.compile("(?<=[^\\W\\d_])['\u2019](?=[^\\W\\d_])")
_STRAIGHT: Final = frozenset("\"'")
_MOST: Final = 20_000


def quotes(text: str) -> Iterator[Span]:
    """Yield the marks of the rarer style, where a document has straight and typographic ones."""
    if text.isascii():
        return
    yield from _rarer(text, "quotation marks", _found(text, _DOUBLE))
    yield from _rarer(text, "apostrophes", _found(text, _SINGLE))


def _found(text: str, pattern: re.Pattern[str]) -> Sequence[int]:
    found = []
    for match in pattern.finditer(text):
        found.append(match.start())
        if len(found) == _MOST:
            break
    return found


def _rarer(text: str, what: str, places: Sequence[int]) -> Iterator[Span]:
    straight = [at for at in places if text[at] in _STRAIGHT]
    curly = [at for at in places if text[at] not in _STRAIGHT]
    if not straight or not curly:
        return
    few, style, many, other = (
        (straight, "straight", curly, "typographic")
        if len(straight) <= len(curly)
        else (curly, "typographic", straight, "straight")
    )
    line = text.count("\n", 0, many[0]) + 1
    note = f"{style} {what}, where {len(many)} are {other}, the first in line {line}"
    for at in few:
        yield Span(start=at, end=at + 1, note=note)
