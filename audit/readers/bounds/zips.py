"""Members of a zip file, read in memory and within a budget."""

import struct
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, Final

from audit.errors import ReadError
from audit.readers import Remark
from audit.readers.bounds import Budget, SpentError
from audit.readers.bounds.names import member_name, shown
from audit.readers.bounds.zip_faults import BROKEN, REACHES, reaches_beyond, why

_ENCRYPTED: Final = 0x1
_IS_UTF8: Final = 0x800
_UNICODE: Final = 0x7075
"""The extra field that has the name in UTF-8."""
_CHECKED: Final = 5
"""Bytes of it before the name: a version, a checksum of the other name."""
_LINK: Final = 0o120000
_KIND: Final = 0o170000
_SHARED: Final = "made of the bytes of other members; refused"
_UNLISTED: Final = "members that its directory does not list"
_MEMBER: Final = b"PK\x03\x04"
_BLOCK: Final = 1_048_576
_HEAD: Final = 30
"""Bytes at least before the name of a member."""
_offset: Final = attrgetter("header_offset")


def written(info: zipfile.ZipInfo) -> str:
    """Return the name of a member as it was meant: many programs write UTF-8 and do not say so."""
    name = info.orig_filename
    if name.isascii() or info.flag_bits & _IS_UTF8:
        return name
    raw = name.encode("cp437", "replace")
    try:
        return _stated(info.extra, raw) or raw.decode("utf-8")
    except UnicodeDecodeError:
        return name


def _stated(extra: bytes, raw: bytes) -> str:
    """Return the name in the extra field of Info-ZIP, if it is of the name *raw*; else empty."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        field = extra[at + 4 : at + 4 + size]
        if kind == _UNICODE and len(field) > _CHECKED:
            version, check = struct.unpack_from("<BI", field)
            if version == 1 and check == zlib.crc32(raw):
                return field[_CHECKED:].decode("utf-8")
        at += 4 + size
    return ""


class Zip:
    """An open zip file; nothing of it is ever written to the disk."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        """Read the directory; raise ReadError where there is none."""
        try:
            self._archive = zipfile.ZipFile(file)
        except BROKEN as error:
            raise ReadError(f"broken zip: {why(error)}") from None
        self._file, self._budget = file, budget
        self.lost: list[str] = []
        """What was asked for and could not be read."""
        self._shared = _shared(self._archive.infolist(), self._archive.start_dir)

    def members(self) -> Iterator[zipfile.ZipInfo]:
        """Yield the members that are no folders and not refused, as listed; raise SpentError."""
        for info in self._archive.infolist():
            if not info.is_dir() and info not in self._shared:
                self._budget.another(self._budget.limits.members)
                yield info

    def remarks(self) -> Iterator[Remark]:
        """Yield what to say of members that are made of the bytes of others."""
        refused = [one for one in self._archive.infolist() if one in self._shared]
        if refused:
            more = f" and {len(refused) - 1:,} more" if refused[1:] else ""
            yield Remark(message=f"member {shown(refused[0].orig_filename)}{more}: {_SHARED}")
        unlisted = sum(map(self._heads, self._gaps()))
        if unlisted:
            yield Remark(message=f"{_UNLISTED}: {unlisted:,}; not read")

    def _gaps(self) -> Iterator[tuple[int, int]]:
        """Yield where bytes stand that are of no member, as the directory has it, or few of one."""
        end = 0
        for info in sorted(self._archive.infolist(), key=_offset):
            if info.header_offset > end:
                yield end, info.header_offset
            size = _HEAD + len(info.orig_filename) + info.compress_size
            end = max(end, info.header_offset + size)
        yield end, self._archive.start_dir

    def _heads(self, gap: tuple[int, int]) -> int:
        """Return how many members begin in *gap*."""
        self._file.seek(gap[0])
        left, found, last = gap[1] - gap[0], 0, b""
        while left > 0 and (block := self._file.read(min(left, _BLOCK))):
            left -= len(block)
            found += (last + block).count(_MEMBER)
            last = block[1 - len(_MEMBER) :]
        return found

    def name(self, info: zipfile.ZipInfo) -> str:
        """Return the safe name of a member; raise ReadError where it is refused."""
        if (info.external_attr >> 16) & _KIND == _LINK:
            raise ReadError("it is a link; refused")
        # The name as it was written: zipfile cuts it at a NUL and swaps separators of Windows.
        return member_name(written(info))

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """Return the bytes of a member; raise ReadError where that is impossible."""
        if info.flag_bits & _ENCRYPTED:
            raise ReadError("it is encrypted")
        if info in self._shared:
            raise ReadError(_SHARED)
        try:
            self._check_end(info)
            with self._archive.open(info) as stream:
                return self._budget.take(stream, max(info.compress_size, 1))
        except ReadError:
            raise
        except BROKEN as error:
            raise ReadError(f"it is broken: {why(error)}") from None

    def _check_end(self, info: zipfile.ZipInfo) -> None:
        """Raise ReadError for a member that reaches into the next one or the directory."""
        following = bisect_right(self._places, info.header_offset)
        ends = [*self._places[following : following + 1], self._archive.start_dir]
        if reaches_beyond(self._file, info, ends[0]):
            raise ReadError(f"it is broken: {REACHES}")

    def get(self, name: str) -> bytes:
        """Return the bytes of the member *name*, nothing where there is none; raise ReadError.

        Some programs write other separators, capitals, or a slash before it.
        """
        info = self._archive.NameToInfo.get(name) or self._by_name.get(name.lower())
        try:
            return self.read(info) if info else b""
        except SpentError:
            raise
        except ReadError as error:
            raise ReadError(f"member {shown(name)}: {error}") from None

    def spare(self, name: str) -> bytes:
        """Return the bytes of a member that may be missing; note where it cannot be read."""
        try:
            return self.get(name)
        except SpentError:
            raise
        except ReadError as error:
            self.lost.append(str(error))
            return b""

    def wanted(self, name: str, what: str = "part") -> bytes:
        """Return the bytes of a member; note where it is missing or cannot be read."""
        count = len(self.lost)
        data = self.spare(name)
        if not data and len(self.lost) == count:
            self.lost.append(f"{what} {shown(name)} is missing")
        return data

    @property
    def names(self) -> list[str]:
        """Return the names of all members, with the usual separators."""
        return [_usual(name) for name in self._archive.namelist()]

    @cached_property
    def _places(self) -> list[int]:
        return sorted({info.header_offset for info in self._archive.infolist()})

    @cached_property
    def _by_name(self) -> Mapping[str, zipfile.ZipInfo]:
        """The members by their names in small letters; of equal names the last one."""
        return {_usual(info.filename).lower(): info for info in self._archive.infolist()}


def _usual(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _shared(members: list[zipfile.ZipInfo], end: int) -> set[zipfile.ZipInfo]:
    """Return the members whose packed bytes reach into those of another.

    One small piece of such an archive can unpack to any size, once for every member that has it
    (Fifield, A better zip bomb, WOOT 2019). Of members at one place the first listed is kept.
    """
    found: set[zipfile.ZipInfo] = set()
    following = end
    files = sorted((one for one in members if not one.is_dir()), key=_offset, reverse=True)
    for offset, listed in groupby(files, key=_offset):
        first, *others = listed
        size = _HEAD + len(first.orig_filename) + first.compress_size
        found.update(others)
        if offset + size > following:
            found.add(first)
        following = offset
    return found
