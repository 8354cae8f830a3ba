"""The styles of a Word document: which of them hide what is set in them."""

import struct
from typing import Final, NamedTuple

from audit.readers.bounds.word97.properties import HIDDEN, said_in

_HEAD: Final = struct.Struct("<HHH")
_LEAST: Final = 4
"""Bytes at the beginning of a style that tell its kind and its base."""
_PARAGRAPH, _CHARACTER = 1, 2
_NONE: Final = 0xFFF
_DEEP: Final = 20
"""Styles in styles; Word has at most eleven."""
_ON, _AS_BASE, _NOT_AS_BASE = 1, 0x80, 0x81


class _Style(NamedTuple):
    base: int
    hides: int
    """What it says of hiding, as properties say it."""


def hiding(sheet: bytes) -> frozenset[int]:
    """Return the numbers of the styles in *sheet* that hide; it need not be whole."""
    if len(sheet) < _HEAD.size:
        return frozenset()
    head, count, size = _HEAD.unpack_from(sheet)
    at = 2 + head
    styles: list[_Style] = []
    while len(styles) < count and at + 2 <= len(sheet):
        (length,) = struct.unpack_from("<H", sheet, at)
        styles.append(_style(sheet[at + 2 : at + 2 + length], size))
        at += 2 + length
    return frozenset(number for number in range(len(styles)) if _hides(styles, number, _DEEP))


def _hides(styles: list[_Style], number: int, deep: int) -> bool:
    if not deep or number >= len(styles):
        return False
    style = styles[number]
    if style.hides in (_AS_BASE, _NOT_AS_BASE):
        return _hides(styles, style.base, deep - 1) == (style.hides == _AS_BASE)
    return style.hides == _ON


def _style(data: bytes, size: int) -> _Style:
    """Return the style *data*, whose first *size* bytes are numbers; behind them is its name."""
    if len(data) < size + 2 or size < _LEAST:
        return _Style(_NONE, 0)
    kind = struct.unpack_from("<H", data, 2)[0]
    at = size + 2 * struct.unpack_from("<H", data, size)[0] + 4
    if kind & 0xF == _PARAGRAPH:
        at = _behind(data, at)  # what its paragraphs look like
    looks = data[at + 2 : _behind(data, at)] if kind & 0xF in (_PARAGRAPH, _CHARACTER) else b""
    said = dict(said_in(looks))
    return _Style(kind >> 4, said.get(HIDDEN, _AS_BASE))


def _behind(data: bytes, at: int) -> int:
    """Return where what follows the block at *at* begins, on an even place."""
    at += 2 + int.from_bytes(data[at : at + 2], "little")
    return at + at % 2
