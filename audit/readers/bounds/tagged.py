"""Texts in fields that are written in HTML, and the way from what is shown of them to the file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from audit.model import Chunk, Document, Source
from audit.readers import Limits, reader_for

_NAMES: Final = (
    "p|div|span|a|b|i|u|s|em|strong|small|sub|sup|code|pre|blockquote|ul|ol|li|dl|h[1-6]|table|tr|"
    "td|figure|section|article|main|html|body"
)
_begun = re.compile(rf"<({_NAMES})(?:\s[^<>]{{0,2000}})?>", re.IGNORECASE)
_ended = re.compile(rf"</({_NAMES})\s*>", re.IGNORECASE)
_sign = re.compile(r"<[a-z!/]|&#?\w{1,30};", re.IGNORECASE)
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


def page_in(text: str, source: Source, limits: Limits, *, is_page: bool = False) -> Document | None:
    """Return *text* as a reader of pages reads it, if it is HTML: plainly, or as it *is_page*."""
    reader = reader_for("text/html")
    if reader is None or not (_sign.search(text) if is_page else is_tagged(text)):
        return None
    page = reader.with_charset("utf-8").read(source, text.encode("utf-8", "replace"), "", limits)
    return page if page.markup == text and page.text.strip() else None


class Held:
    """The characters of an element, until it ends and shows whether they are HTML."""

    def __init__(self, *, is_page: bool) -> None:
        self._is_page = is_page
        self.pieces: list[tuple[str, int]] = []
        """Each with the place in the file at which it stands."""

    def add(self, text: str, at: int) -> None:
        """Add characters that stand at *at*."""
        self.pieces.append((text, at))

    def page(self, source: Source, limits: Limits) -> tuple[str, Sequence[Chunk]]:
        """Return what is shown of them and where that stands; nothing where they are no HTML."""
        starts = accumulate((len(text) for text, _ in self.pieces), initial=0)
        written = [Chunk(start, at) for start, (_, at) in zip(starts, self.pieces, strict=False)]
        said = "".join(text for text, _ in self.pieces)
        found = page_in(said, source, limits, is_page=self._is_page)
        if found is None:
            return "", ()
        return found.text, tuple(through(found.chunks, written, len(found.text)))


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
