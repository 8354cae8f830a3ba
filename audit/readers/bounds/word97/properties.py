"""Properties of characters in a Word document, one behind the other."""

import struct
from collections.abc import Iterator
from typing import Final

DELETED, INSERTED, HIDDEN, STYLE, SYMBOL = 0x0800, 0x0801, 0x083C, 0x4A30, 0x6A09
TOLD: Final = (DELETED, INSERTED, HIDDEN, STYLE, SYMBOL)
SIGNS: Final = tuple(struct.pack("<H", code) for code in TOLD)
"""How a page that tells of them has to look."""
_sizes: Final = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes that follow a property, by the kind of it; 0: the first of them says how many."""
_TABLE: Final = 0xD608
"""A property whose length takes two bytes."""


def said_in(properties: bytes) -> Iterator[tuple[int, int]]:
    """Yield those of *properties* that are asked for, and their values."""
    at = 0
    while at + 3 <= len(properties):
        code, first = struct.unpack_from("<HB", properties, at)
        size = _sizes[code >> 13] or first + 1
        if code == _TABLE:
            size = int.from_bytes(properties[at + 2 : at + 4], "little") + 1
        if code in TOLD:
            yield code, int.from_bytes(properties[at + 2 : at + 2 + min(size, 2)], "little")
        at += 2 + size
