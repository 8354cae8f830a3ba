"""Tar files, packed or not, and single packed files: every member a record."""

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
from audit.readers.bounds.names import duplicates, is_of_tools, left_out, member_name, shown
from audit.readers.bounds.packed import unpacking

_HAS_NAME: Final = 0x08
_HAS_MORE: Final = 0x04
_BLOCK: Final = 65_536
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
        stream = unpacking(file)
        try:
            data = budget.whole(stream, size)
        except ReadError:
            raise
        except _broken as error:
            raise ReadError(f"broken: {error}") from None
        if not data and stream.lacks:
            raise ReadError(f"broken: {stream.lacks}")
        if _is_tar(data):
            yield from _members(io.BytesIO(data), budget)
        else:
            yield Record(name=_stated_name(file), data=data, is_whole=True)
        if stream.lacks:
            yield Remark(message=f"broken: {stream.lacks}")


def _is_tar(data: bytes) -> bool:
    """Tell whether *data* begins with the header of a member, also of one before the standard."""
    try:
        tarfile.TarInfo.frombuf(data[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except tarfile.TarError:
        return data[257:262] == b"ustar"
    return True


def _stated_name(file: BinaryIO) -> str:
    """Return the name that a gzip header gives, empty where it gives none or a bad one."""
    file.seek(0)
    head = file.read(1024)
    has_name = head.startswith(b"\x1f\x8b") and head[3] & _HAS_NAME and not head[3] & _HAS_MORE
    try:
        return member_name(head[10:].partition(b"\0")[0].decode("latin-1")) if has_name else ""
    except ReadError:
        return ""


def _members(file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
    seen: Counter[str] = Counter()
    left: list[str] = []
    try:
        with tarfile.open(fileobj=file, mode="r:", errors="surrogateescape") as archive:
            for info in archive:
                budget.another(budget.limits.members)
                yield from _member(archive, info, budget, seen, left)
            lacks = _ending(file, archive.offset)
    except ReadError:
        raise
    except _broken as error:
        raise ReadError(f"broken tar: {error}") from None
    for message in (*left_out(left), *duplicates(seen)):
        yield Remark(message=message, incomplete=False)
    if lacks:
        yield Remark(message=lacks)


def _ending(file: BinaryIO, at: int) -> str:
    """Return what is wrong with the end of a tar, whose last header should be the zeros at *at*.

    To tarfile any header that it cannot read is the end, also one in the middle of a file.
    """
    file.seek(at)
    mark = file.read(tarfile.BLOCKSIZE)
    if not mark:
        return "it has no end mark: it may be cut off"
    if mark.strip(b"\0"):
        is_cut = len(mark) < tarfile.BLOCKSIZE
        how = "breaks off" if is_cut else "is damaged; what follows is not read"
        return f"the header of a member {how}"
    while block := file.read(_BLOCK):
        if block.strip(b"\0"):
            return "what follows its end mark is not read"
    return ""


def _member(
    archive: tarfile.TarFile,
    info: tarfile.TarInfo,
    budget: Budget,
    seen: Counter[str],
    left: list[str],
) -> Iterator[Record | Remark]:
    try:
        name = "" if info.isdir() else _name(info)
        if is_of_tools(name):
            left.append(name)
            return
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
