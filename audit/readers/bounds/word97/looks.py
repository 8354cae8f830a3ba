"""What characters of a Word document look like: which of them no reader of the page sees."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from audit.readers.bounds.word97.pieces import Piece, Pieces
from audit.readers.bounds.word97.properties import (
    DELETED,
    HIDDEN,
    INSERTED,
    SIGNS,
    STYLE,
    SYMBOL,
    said_in,
)
from audit.readers.bounds.word97.ranges import Range, either, merged, without

_short: Final[Mapping[int, int]] = {0x41: DELETED, 0x42: INSERTED, 0x5C: HIDDEN}
"""What pieces say in seven bits."""
_PAGE: Final = 512
_PLACE: Final = 13
"""Bytes in which a page of paragraphs tells where their properties stand."""
_OFF, _ON, _OTHER = 0, 1, 0x81
"""The last: other than in the style."""

Ranges = Mapping[int, list[Range]]
"""Ranges by the property they have."""
Runs = Callable[[bytes], Iterator[tuple[int, int, bytes]]]


class Pages(NamedTuple):
    """The lists of pages that tell what characters and paragraphs look like."""

    characters: bytes
    paragraphs: bytes
    hiding: frozenset[int]
    """The styles that hide."""


def looks_of(data: bytes, pages: Pages) -> Ranges:
    """Return what the bytes of *data* look like, which *pages* in it tell."""
    found: dict[tuple[int, int], list[Range]] = {}
    for start, end, properties in _runs(data, pages.characters, _of_characters):
        for code, value in said_in(properties):
            if code == STYLE:
                value = value in pages.hiding  # noqa: PLW2901
            elif code == SYMBOL:
                value = _ON  # noqa: PLW2901
            found.setdefault((code, value), []).append((start, end))
    sets = {key: merged(ranges) for key, ranges in found.items()}
    styled = either(_paragraphs(data, pages), sets.get((STYLE, _ON), []))
    hidden = either(styled, sets.get((HIDDEN, _OTHER), []))
    shown = without(hidden, sets.get((HIDDEN, _OFF), []))
    return {
        HIDDEN: merged(shown, sets.get((HIDDEN, _ON), [])),
        **{
            code: merged(sets.get((code, _ON), []), sets.get((code, _OTHER), []))
            for code in (DELETED, INSERTED, SYMBOL)
        },
    }


def in_characters(pieces: Pieces, looks: Ranges) -> Ranges:
    """Return *looks* of bytes as those of the characters of *pieces*, some of which say more."""
    shared = [dict(said_in(properties)) for properties in pieces.looks]
    more = [_of_piece(piece, shared) for piece in pieces.table]
    both = list(zip(pieces.table, more, strict=True))
    found: dict[int, list[Range]] = {}
    for code, ranges in looks.items():
        open_ = (piece for piece, own in both if code not in own)
        whole = ((piece.start, piece.end) for piece, own in both if own.get(code) in (_ON, _OTHER))
        found[code] = merged(_within(open_, ranges), whole)
    return found


def _within(pieces: Iterable[Piece], ranges: Sequence[Range]) -> Iterator[Range]:
    """Yield the characters of *pieces* whose bytes lie in *ranges*."""
    ends = [end for _, end in ranges]
    for piece in pieces:
        last = piece.at + (piece.end - piece.start) * piece.width
        at = bisect_right(ends, piece.at)
        while at < len(ranges) and ranges[at][0] < last:
            start, end = max(ranges[at][0], piece.at), min(ranges[at][1], last)
            first, behind = start - piece.at, end - piece.at + piece.width - 1
            yield piece.start + first // piece.width, piece.start + behind // piece.width
            at += 1


def _of_piece(piece: Piece, shared: Sequence[Mapping[int, int]]) -> Mapping[int, int]:
    """Return what *piece* says of all its characters: one property, or which of those *shared*."""
    if piece.looks & 1:
        which = piece.looks >> 1
        return shared[which] if which < len(shared) else {}
    code = _short.get(piece.looks >> 1 & 0x7F)
    return {code: piece.looks >> 8} if code else {}


def _paragraphs(data: bytes, pages: Pages) -> list[Range]:
    """Return the paragraphs whose style hides them."""
    if not pages.hiding:
        return []
    return merged(
        (start, end)
        for start, end, properties in _runs(data, pages.paragraphs, _of_paragraphs)
        if int.from_bytes(properties[:2], "little") in pages.hiding
    )


def _runs(data: bytes, listed: bytes, runs: Runs) -> Iterator[tuple[int, int, bytes]]:
    """Yield from where to where bytes have the same properties, of each page that is *listed*."""
    count = (len(listed) - 4) // 8
    numbers = struct.unpack_from(f"<{count}I", listed, 4 * (count + 1)) if count > 0 else ()
    # A page that is listed twice says nothing new.
    for number in {number & 0x3F_FFFF for number in numbers}:
        page = data[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            yield from runs(page)


def _of_characters(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    if not any(sign in page for sign in SIGNS):
        return
    for start, end, at in _places(page, 1):
        yield start, end, page[at + 1 : at + 1 + page[at]] if at else b""


def _of_paragraphs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    for start, end, at in _places(page, _PLACE):
        yield start, end, page[at + 1 + (not page[at]) :] if at else b""


def _places(page: bytes, size: int) -> Iterator[tuple[int, int, int]]:
    """Yield from where to where bytes have the same properties, and where on *page* these are."""
    count = page[-1]
    first = 4 * count + 4
    if first + size * count >= _PAGE:
        return
    edges = struct.unpack_from(f"<{count + 1}I", page)
    words = page[first : first + size * count : size]
    for start, end, word in zip(edges, edges[1:], words, strict=False):
        if start < end:
            yield start, end, 2 * word
