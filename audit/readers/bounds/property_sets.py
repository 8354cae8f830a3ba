"""Property sets of compound files: what Word, Excel and others say of a document."""

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from audit.readers.bounds.rtf_words import known_page

_SETS: Final = 8
"""Sets in a stream that are looked at; there are one or two."""
_MOST: Final = 1_000
"""Properties of a set that are looked at."""
_LONGEST: Final = 4_000
"""Bytes of a text."""
_HEADER, _HEAD = 28, 8
"""Bytes before the list of sets, and before a value."""
_NAMES, _PAGE = 0, 1
_INTEGER, _TEXT, _WIDE, _TIME = 2, 30, 31, 64
_UNICODE: Final = 1200
_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)


class Said(NamedTuple):
    """One property: its number, the name that a person gave it or empty, and its value."""

    number: int
    name: str
    value: str


def properties_of(data: bytes) -> Iterator[list[Said]]:
    """Yield the texts and times of every set in *data*; raise struct.error where it breaks off."""
    if not data:
        return
    (count,) = struct.unpack_from("<I", data, 24)
    for number in range(min(count, _SETS)):
        (at,) = struct.unpack_from("<I", data, _HEADER + 20 * number + 16)
        yield list(_set(data[at:]))


def _set(data: bytes) -> Iterator[Said]:
    """Yield the properties of the set that *data* begins."""
    (count,) = struct.unpack_from("<I", data, 4)
    count = min(count, _MOST, (len(data) - 8) // 8)
    numbers = struct.unpack_from(f"<{2 * count}I", data, 8)
    places = dict(zip(numbers[::2], numbers[1::2], strict=True))
    page = _page(data[places[_PAGE] :]) if _PAGE in places else 1252
    names = dict(_names(data[places[_NAMES] :], page)) if _NAMES in places else {}
    for number, at in places.items():
        if number > _PAGE and (value := _value(data[at : at + _LONGEST], page)):
            yield Said(number, names.get(number, ""), value)


def _page(data: bytes) -> int:
    """Return the number of the code page, which some write as if it were negative."""
    kind, number = struct.unpack_from("<IH", data)
    return int(number) if kind == _INTEGER else 1252


def _value(data: bytes, page: int) -> str:
    """Return the text or time that *data* begins, empty where it is neither."""
    if len(data) < _HEAD:
        return ""
    kind, size = struct.unpack_from("<HxxI", data)
    if kind == _TEXT:
        return _decoded(data[_HEAD : _HEAD + size], page)
    if kind == _WIDE:
        return _decoded(data[_HEAD : _HEAD + 2 * size], _UNICODE)
    return _time(data[4 : 4 + _HEAD]) if kind == _TIME else ""


def _names(data: bytes, page: int) -> Iterator[tuple[int, str]]:
    """Yield numbers and names of properties that people added."""
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(min(count, _MOST)):
        if len(data) < at + 8:
            return
        number, size = struct.unpack_from("<II", data, at)
        size = -(-2 * size // 4) * 4 if page == _UNICODE else size
        yield number, _decoded(data[at + 8 : at + 8 + min(size, _LONGEST)], page)
        at += 8 + size


def _decoded(raw: bytes, page: int) -> str:
    """Return the characters of *raw* up to a zero, as one line."""
    codec = "utf-16-le" if page == _UNICODE else known_page(page) or "cp1252"
    return " ".join(raw.decode(codec, "replace").partition("\0")[0].split())


def _time(raw: bytes) -> str:
    """Return a time in steps of 100 nanoseconds as ISO 8601; none and the first of all are none."""
    steps = int.from_bytes(raw, "little")
    try:
        time = _EPOCH + timedelta(microseconds=steps // 10)
    except OverflowError:
        return ""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time.year > _EPOCH.year else ""
