"""The pieces of text of a Word document: where each stands, and its characters."""

import struct
import sys
from array import array
from itertools import pairwise
from typing import Final, NamedTuple

from audit.errors import ReadError
from audit.readers.bounds import Limits

_LOOKS, _TABLE = 1, 2
_COMPRESSED: Final = 0x4000_0000
_undefined: Final = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_narrow: Final = {
    byte: bytes((byte,)).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _undefined
}
"""Characters by their byte, the others by their number. The specification leaves out €, Ž and ž,
which Word did not have yet in 1997: nobody means the controls in their place."""


class Piece(NamedTuple):
    """Characters [start, end) of the document, which stand together in the file."""

    start: int
    end: int
    at: int
    width: int
    """Bytes of a character."""
    looks: int
    """What its characters look like besides, in few bits."""


class Pieces(NamedTuple):
    """The table of pieces, and what pieces refer to."""

    table: list[Piece]
    looks: list[bytes]


def pieces_of(data: bytes, limits: Limits) -> Pieces:
    """Return the pieces that *data* lists; raise ReadError past a limit or where it is broken."""
    looks: list[bytes] = []
    at = 0
    while data[at : at + 1] == bytes((_LOOKS,)) and len(data) >= at + 3:
        (size,) = struct.unpack_from("<H", data, at + 1)
        looks.append(data[at + 3 : at + 3 + size])
        at += 3 + size
    if data[at : at + 1] != bytes((_TABLE,)) or len(data) < at + 5:
        raise ReadError("broken Word document: it has no table of its pieces")
    (size,) = struct.unpack_from("<I", data, at + 1)
    return Pieces(_table(data[at + 5 : at + 5 + size], limits), looks)


def _table(data: bytes, limits: Limits) -> list[Piece]:
    count = (len(data) - 4) // 12
    if count < 1:
        raise ReadError("broken Word document: the table of its pieces is empty")
    starts = struct.unpack_from(f"<{count + 1}I", data)
    if any(end < start for start, end in pairwise(starts)):
        raise ReadError("broken Word document: its pieces stand in no order")
    if starts[-1] > limits.text:
        most = f"{limits.text:,} (limits: text)"
        raise ReadError(f"{starts[-1]:,} characters of text, over the limit of {most}")
    table = []
    for number, (start, end) in enumerate(pairwise(starts)):
        _, place, looks = struct.unpack_from("<HIH", data, 4 * (count + 1) + 8 * number)
        is_narrow = bool(place & _COMPRESSED)
        place &= _COMPRESSED - 1
        at = place // 2 if is_narrow else place
        table.append(Piece(start, end, at, 1 if is_narrow else 2, looks))
    return table


def text_of(data: bytes, pieces: list[Piece]) -> tuple[str, int]:
    """Return the characters of *pieces*, and how many are not there; each is two bytes of UTF-16.

    Zeros stand for what is not there, so that characters can be counted.
    """
    texts, missing = ["\0" * pieces[0].start], 0
    for piece in pieces:
        count = piece.end - piece.start
        text = _characters(data[piece.at : piece.at + count * piece.width], piece.width)
        missing += count - len(text)
        texts += (text, "\0" * (count - len(text)))
    return "".join(texts), missing


def _characters(raw: bytes, width: int) -> str:
    if width == 1:
        return raw.decode("latin-1").translate(_narrow)
    raw = raw[: len(raw) // 2 * 2]
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) * 2 == len(raw):
        return text
    units = array("H", raw)
    if sys.byteorder == "big":
        units.byteswap()
    return "".join(map(chr, units))
