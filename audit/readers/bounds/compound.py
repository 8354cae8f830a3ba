"""Compound files of OLE2 by olefile, which believes what they say of themselves: we do not."""

import io
import struct
from typing import Any, Final

from audit.errors import ReadError

_HEADER: Final = 512
_SHIFTS: Final = ((9, 6), (12, 6))
"""Powers of two that sectors and small sectors have."""
_ERRORS: Final = (
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    TypeError,
    AttributeError,
    RecursionError,
    struct.error,
)


class Compound:
    """The streams of a compound file; what is missing of those that were read is *lost*."""

    def __init__(self, data: bytes) -> None:
        """Open *data*; raise ReadError where that is impossible."""
        self.lost: list[str] = []
        self._most = len(data)
        try:
            _check_tables(data)
            self._ole: Any = _opened(data)
        except _ERRORS as error:
            raise ReadError(f"broken compound file (OLE2): {_line(error)}") from None

    def kids(self, *path: str) -> tuple[str, ...]:
        """Return the names in the storage at *path*, none where there is no such storage."""
        entry = self._entry(path)
        return tuple(kid.name for kid in entry.kids) if entry else ()

    def get(self, name: str) -> bytes:
        """Return the stream *name* of the root as far as it is there, empty where it is not."""
        entry = self._entry((name,))
        if entry is None or entry.entry_type != _STREAM:
            return b""
        stated = entry.size
        # What no file of this length can hold is not asked for.
        entry.size = min(stated, self._most)
        self._ole.root.size = min(self._ole.root.size, self._most)
        try:
            found: bytes = self._ole.openstream([name]).read()
        except _ERRORS as error:
            self.lost.append(f"{name.strip(_SIGN)} cannot be read: {_line(error)}")
            return b""
        if len(found) < stated:
            missing = stated - len(found)
            self.lost.append(f"{name.strip(_SIGN)} breaks off: {missing:,} bytes are missing")
        return found

    def _entry(self, path: tuple[str, ...]) -> Any:
        entry = self._ole.root
        for name in path:
            entry = entry.kids_dict.get(name.lower()) if entry else None
        return entry


_STREAM: Final = 2
_SIGN: Final = "\5"
"""With what the names of property sets begin."""


def _opened(data: bytes) -> Any:
    import olefile

    class Ole(olefile.OleFileIO):  # type: ignore[misc]  # the library has no types
        """Look for no streams that share their bytes: nothing is written, and it is quadratic."""

        def _check_duplicate_stream(self, first_sect: int, minifat: bool = False) -> None:
            pass

    ole = Ole(io.BytesIO(data))
    if ole.root is None:
        raise ValueError("no directory")
    return ole


def _check_tables(data: bytes) -> None:
    """Raise ValueError where the header speaks of more than a file of this length can have."""
    if len(data) < _HEADER:
        raise ValueError("its header breaks off")
    shift, small = struct.unpack_from("<HH", data, 30)
    if (shift, small) not in _SHIFTS:
        raise ValueError("sectors of an unknown size")
    sectors = len(data) >> shift
    tables = struct.unpack_from("<I", data, 44)[0]
    smalls, _, more = struct.unpack_from("<III", data, 64)
    # A table of sectors has four bytes for each; some writers keep a few in reserve.
    most = 2 * (sectors >> (shift - 2)) + 128
    if tables > most or more > most or smalls > sectors:
        raise ValueError("it speaks of more sectors than there are")


def _line(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    return " ".join(str(error).split())[:200] or type(error).__name__
