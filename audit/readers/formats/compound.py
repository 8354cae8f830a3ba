"""What a compound file of OLE2 holds, told by the names in its root; nothing in it is opened."""

import struct
from collections.abc import Iterator
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_families: Final = (
    ("WordDocument", "Word (doc)", "application/msword"),
    ("Workbook", "Excel (xls)", "application/vnd.ms-excel"),
    ("Book", "Excel (xls)", "application/vnd.ms-excel"),
    ("PowerPoint Document", "PowerPoint (ppt)", "application/vnd.ms-powerpoint"),
    ("__properties_version1.0", "Outlook (msg)", "application/vnd.ms-outlook"),
)
_HEADER: Final = 512
_shifts: Final = (9, 12)
"""Sectors have 512 bytes or 4,096."""
_FATS: Final = 109
"""Sectors of the table of sectors that the header itself names: those of the first 7 MB."""
_entry: Final = struct.Struct("<64sHBBIII16s")
_SIZE: Final = 128
_SECTORS: Final = 64
"""Sectors of the directory that are looked at."""


def ole_content(data: bytes) -> tuple[str, str] | None:
    """Return media type and name of what the compound file *data* holds, or None if unknown."""
    if not data.startswith(MAGIC) or len(data) < _HEADER:
        return None
    shift = int.from_bytes(data[30:32], "little")
    if shift not in _shifts:
        return None
    directory = b"".join(_sectors(data, shift))
    names = set(_names(directory))
    for name, called, media_type in _families:
        if name in names:
            return media_type, f"OLE2 with {name}: {called}"
    return None


def _sectors(data: bytes, shift: int) -> Iterator[bytes]:
    """Yield the sectors of the directory, as far as they are here."""
    number = _number(data, 48)
    for _ in range(_SECTORS):
        start = (number + 1) << shift
        sector = data[start : start + (1 << shift)]
        if not sector:
            return
        yield sector
        which, place = divmod(number * 4, 1 << shift)
        number = _number(data, ((_table(data, which, shift) + 1) << shift) + place)


def _table(data: bytes, which: int, shift: int) -> int:
    """Return in which sector the table of sectors number *which* is."""
    if which < _FATS:
        return _number(data, 76 + 4 * which)
    # The last number in a list of tables says where the next list is.
    last = (1 << shift) - 4
    hops, place = divmod((which - _FATS) * 4, last)
    number = _number(data, 68)
    for _ in range(hops):
        number = _number(data, ((number + 1) << shift) + last)
    return _number(data, ((number + 1) << shift) + place)


def _names(directory: bytes) -> Iterator[str]:
    """Yield the names in the root, which has what it holds in a tree."""
    waiting = [_number(directory, 76)]
    seen = set[int]()
    while waiting:
        number = waiting.pop()
        if number in seen or (number + 1) * _SIZE > len(directory):
            continue
        seen.add(number)
        name, length, _, _, left, right, _, _ = _entry.unpack_from(directory, number * _SIZE)
        yield name[: max(length - 2, 0)].decode("utf-16-le", "replace")
        waiting += (left, right)


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
