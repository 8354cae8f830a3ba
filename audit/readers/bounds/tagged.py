"""Texts in fields that are written in HTML, and the way from what is shown of them to the file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from audit.model import Chunk

_NAMES: Final = (
    "p|div|span|a|b|i|u|s|em|strong|small|sub|sup|code|pre|blockquote|ul|ol|li|dl|h[1-6]|table|tr|"
    "td|figure|section|article|main|html|body"
)
_begun = re.compile(rf"<({_NAMES})(?:\s[^<>]{{0,2000}})?>", re.IGNORECASE)
_ended = re.compile(rf"</({_NAMES})\s*>", re.IGNORECASE)
_broken = re.compile(r"\S<br\s*/?>", re.IGNORECASE)
_first = re.compile(rf"\s*(?:<!doctype html|<(?:{_NAMES})\b)", re.IGNORECASE)


def is_tagged(text: str) -> bool:
    """Tell whether *text* is plainly HTML: it begins with a tag, has a link, or breaks a line.

    A text about HTML, or the program of a page, does none of these.
    """
    if "<" not in text:
        return False
    begun = {found.lower() for found in _begun.findall(text)}
    both = begun & {found.lower() for found in _ended.findall(text)}
    is_whole = bool(both) and ("a" in both or _first.match(text) is not None)
    return is_whole or _broken.search(text) is not None


def through(shown: Sequence[Chunk], written: Sequence[Chunk], length: int) -> Iterator[Chunk]:
    """Yield where each piece of a text stands in the file that holds its HTML in pieces itself.

    *shown* leads from the text, of *length* characters, to the HTML, *written* from there to the
    file.
    """
    starts = [chunk.start for chunk in written]
    ends = [*(chunk.start for chunk in shown[1:]), length]
    for chunk, end in zip(shown, ends, strict=True):
        first = bisect_right(starts, chunk.source)
        last = bisect_left(starts, chunk.source + end - chunk.start)
        at = written[max(first - 1, 0)]
        yield Chunk(start=chunk.start, source=at.source + chunk.source - at.start)
        for piece in written[first:last]:
            yield Chunk(start=chunk.start + piece.start - chunk.source, source=piece.source)
