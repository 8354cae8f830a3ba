"""The header of a Word document, the File Information Block: what there is, and where."""

import struct
from typing import Final, NamedTuple

from audit.errors import ReadError

_IDENT: Final = 0xA5EC
_WORD_97: Final = 0xC0
"""The number of the format from which on it is that of Word 97."""
_olds: Final = (0xA5DC, 0xA697, 0xA698, 0xA699)
"""Signatures of Word before 97."""
_ENCRYPTED, _SECOND = 0x0100, 0x0200
_COUNTS: Final = 0x4C
_PLACES: Final = 0x98
"""How many places there are, and behind it the places."""
_KNOWN: Final = 34
"""Places up to that of the pieces."""


class Parts(NamedTuple):
    """How many characters each part of the document has, in the order in which they stand."""

    text: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


class Place(NamedTuple):
    """Where in the table stream something stands."""

    at: int
    size: int

    def of(self, table: bytes) -> bytes:
        """Return it as far as it is there."""
        return table[self.at : self.at + self.size]


class Fib(NamedTuple):
    """What the header says; nothing of it need be true."""

    table: str
    """The name of the stream with everything but the text."""
    parts: Parts
    styles: Place
    looks: Place
    """Where to find what characters look like, and paragraphs."""
    paragraphs: Place
    pieces: Place


def fib_of(data: bytes) -> Fib:
    """Return what the stream *data* says of itself; raise ReadError where it cannot be read."""
    if len(data) < _PLACES + 2 + 8 * _KNOWN:
        raise ReadError("no Word document: its header breaks off")
    ident, format_ = struct.unpack_from("<HH", data)
    (flags,) = struct.unpack_from("<H", data, 10)
    if ident in _olds or (ident == _IDENT and format_ < _WORD_97):
        raise ReadError(f"written for Word 6 or 95 (format {format_}), which is not read")
    if ident != _IDENT:
        raise ReadError("no Word document: its header has another signature")
    if flags & _ENCRYPTED:
        raise ReadError("it is locked with a password")
    parts = Parts(*struct.unpack_from("<8i", data, _COUNTS))
    if min(parts) < 0:
        raise ReadError("broken Word document: a part of it has fewer than no characters")
    return Fib(
        table="1Table" if flags & _SECOND else "0Table",
        parts=parts,
        styles=_place(data, 1),
        looks=_place(data, 12),
        paragraphs=_place(data, 13),
        pieces=_place(data, 33),
    )


def _place(data: bytes, number: int) -> Place:
    return Place(*struct.unpack_from("<II", data, _PLACES + 2 + 8 * number))
