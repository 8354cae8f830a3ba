"""Straight and typographic quotation marks in one document: it was put together, or half mended."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from audit.model import Span

_DOUBLE: Final = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_SINGLE: Final = "\u2019"
TYPOGRAPHIC: Final = re.compile(f"[{_DOUBLE}{_SINGLE}]")
"""The marks that no typewriter has."""
_QUOTATION = re.compile(f'["{_DOUBLE}](?:(?<!")|(?<![0-9\u2032=]")(?![0-9]{{1,3}}\\b))')
_APOSTROPHE = re.compile(f"['{_SINGLE}](?<=[^\\W\\d_].)(?=[^\\W\\d_])")
_STRAIGHT: Final = frozenset("\"'")
_MOST: Final = 20_000


def quotes(text: str) -> Iterator[Span]:
    """Yield the marks of the rarer style, where a document has straight and typographic ones."""
    if '"' in text and any(map(text.__contains__, _DOUBLE)):
        yield from _rarer(text, "quotation marks", _found(text, _QUOTATION))
    if "'" in text and _SINGLE in text:
        yield from _rarer(text, "apostrophes", _found(text, _APOSTROPHE))


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
