"""Tar files, packed or not, and single packed files: every member a record."""

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final, final

from audit.errors import ReadError
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds import SpentError
from audit.readers.bounds.names import duplicates, member_name, shown

_HAS_NAME: Final = 0x08
_HAS_MORE: Final = 0x04
_NAMELESS: Final = "content"
_broken: Final = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)


@final
class Tarred(Container):
    """Take a tar file apart; names that lead out of it and links are refused."""

    id = "tar"
    media_types = ("application/x-tar",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the members in their order; raise ReadError where the file is broken."""
        yield from _members(file, budget)


@final
class Packed(Container):
    """Unpack gzip, bzip2 and xz: a tar in it is taken apart, anything else is one record."""

    id = "packed"
    media_types = ("application/gzip", "application/x-bzip2", "application/x-xz")

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the members of the tar, or the file itself; raise ReadError where it is broken."""
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        try:
            data = _unpacked(file, size, budget)
        except ReadError:
            raise
        except _broken as error:
            raise ReadError(f"broken: {error}") from None
        if data[257:262] == b"ustar":
            yield from _members(io.BytesIO(data), budget)
        else:
            yield Record(name=_stated_name(file), data=data)


def _stated_name(file: BinaryIO) -> str:
    """Return the name that a gzip header gives, `content` where it gives none or a bad one."""
    file.seek(0)
    head = file.read(1024)
    has_name = head.startswith(b"\x1f\x8b") and head[3] & _HAS_NAME and not head[3] & _HAS_MORE
    try:
        return (
            member_name(head[10:].partition(b"\0")[0].decode("latin-1")) if has_name else _NAMELESS
        )
    except ReadError:
        return _NAMELESS


def _unpacked(file: BinaryIO, size: int, budget: Budget) -> bytes:
    magic = file.read(3)
    file.seek(0)
    if magic.startswith(b"\x1f\x8b"):
        return budget.whole(gzip.GzipFile(fileobj=file), size)
    if magic.startswith(b"BZh"):
        return budget.whole(bz2.BZ2File(file), size)
    return budget.whole(lzma.LZMAFile(file), size)


def _members(file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
    seen: Counter[str] = Counter()
    try:
        with tarfile.open(fileobj=file, mode="r:", errors="surrogateescape") as archive:
            for info in archive:
                budget.another(budget.limits.members)
                yield from _member(archive, info, budget, seen)
    except ReadError:
        raise
    except _broken as error:
        raise ReadError(f"broken tar: {error}") from None
    for message in duplicates(seen):
        yield Remark(message=message, incomplete=False)


def _member(
    archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget, seen: Counter[str]
) -> Iterator[Record | Remark]:
    try:
        name = "" if info.isdir() else _name(info)
        stream = archive.extractfile(info) if name else None
        if stream is not None:
            yield Record(name=name, data=budget.take(stream, info.size))
            seen[name] += 1
    except SpentError:
        raise
    except ReadError as error:
        yield Remark(message=f"member {shown(info.name)}: {error}")


def _name(info: tarfile.TarInfo) -> str:
    if info.issym() or info.islnk():
        raise ReadError("it is a link; refused")
    if not info.isreg():
        raise ReadError("it is a device or a pipe; refused")
    return member_name(info.name)
