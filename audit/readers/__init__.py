"""Readers: bytes to Document. One format a file; a new file here is a new format.

A `Reader` makes one document of a file, a `Container` gives the records that lie in it.

A reader gets the bytes of one file, never opens anything else, and raises `ReadError` with one
clear sentence where it cannot go on. What it had to guess, replace or cut it says: a remark.
"""

import hashlib
import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO, ClassVar, Final, TypeVar

from audit.errors import AuditError, ReadError
from audit.lines import longest_line
from audit.model import Document, Field, Source
from audit.readers.bounds import LIMITS, Budget, Limits
from audit.readers.formats import Format, identify, stated_as
from audit.registry import members

__all__ = [
    "HEAD",
    "LIMITS",
    "Budget",
    "Container",
    "Format",
    "Limits",
    "Loaded",
    "MissingExtraError",
    "Reader",
    "Record",
    "Remark",
    "check_text",
    "container_for",
    "identify",
    "load",
    "reader_for",
    "stated_as",
]


class MissingExtraError(ReadError):
    """Say which extra of the distribution reads this format; the file gets fixity only."""

    def __init__(self, extra: str) -> None:
        super().__init__(f"fixity only; to read it, install provenance-audit[{extra}]")


class Reader(ABC):
    """One format."""

    id: ClassVar[str]
    media_types: ClassVar[tuple[str, ...]]
    linear: ClassVar[bool] = False
    """Whether its time and memory are known to grow with the file, whatever the file holds."""

    def with_text_field(self, name: str) -> "Reader":  # noqa: ARG002  # for formats with fields
        """Return a reader that takes the text from the field *name*; most have no fields."""
        return self

    def with_charset(self, label: str) -> "Reader":  # noqa: ARG002  # for formats of characters
        """Return a reader of bytes whose container states the charset *label*; most see it."""
        return self

    def apart(self, data: bytes) -> "Container | None":  # noqa: ARG002  # most hold one document
        """Return what takes files apart whose content alone tells that they hold documents."""
        return None

    @abstractmethod
    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn *data* into a Document; raise ReadError where that is impossible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One file that lies in another; its container states *media_type* and *charset*, or not."""

    name: str
    data: bytes
    media_type: str = ""
    charset: str = ""
    fields: tuple[Field, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: str = ""
    """Why it gets fixity only, though its format is one that is read."""
    is_whole: bool = False
    """Whether it is all that its container holds, so that both are one document to people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a person must know about a container; *incomplete* where something was not read."""

    message: str
    incomplete: bool = True


class Container(ABC):
    """One format of files that hold several documents."""

    id: ClassVar[str]
    media_types: ClassVar[tuple[str, ...]]

    @abstractmethod
    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield what lies in *file*, drawing on *budget*; raise ReadError where it ends badly."""


HEAD: Final = 65_536
"""Bytes at the start of a file that tell its format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What one read of a file gave; *data* is None where it was too big to keep."""

    sha256: str
    size: int
    modified: int
    """Nanoseconds since the epoch."""
    inode: int
    changed: int
    """When the system last changed anything of the file; nanoseconds likewise."""
    head: bytes
    """The first bytes, enough to identify the format."""
    data: bytes | None


def reader_for(media_type: str) -> Reader | None:
    """Return the reader of *media_type*, or None: fixity is then all there is."""
    return _readers().get(media_type)


def container_for(media_type: str) -> Container | None:
    """Return what takes files of *media_type* apart, or None."""
    return _containers().get(media_type)


@cache
def _readers() -> Mapping[str, Reader]:
    found = members("audit.readers", Reader, (Container,))  # type: ignore[type-abstract]
    return _by_media_type(found)


@cache
def _containers() -> Mapping[str, Container]:
    found = members("audit.readers", Container, (Reader,))  # type: ignore[type-abstract]
    return _by_media_type(found)


Member = TypeVar("Member", Reader, Container)


def _by_media_type(classes: Mapping[str, type[Member]]) -> Mapping[str, Member]:
    found: dict[str, Member] = {}
    for identity, member in classes.items():
        for media_type in member.media_types:
            if media_type in found:
                raise AuditError(f"reader {identity!r}: {media_type} has a reader already")
            found[media_type] = member()
    return found


def load(location: str, limits: Limits = LIMITS) -> Loaded:
    """Read the file once for its SHA-256 and its bytes; over the limit the data is None.

    Memory is bounded by the limit. Raise ReadError where the file cannot be read, is no plain
    file, or changes meanwhile.
    """
    try:
        file = os.open(location, _flags)
        try:
            before = os.fstat(file)
            loaded = _loaded(file, before, limits.file)
            after = os.fstat(file)
        finally:
            os.close(file)
    except OSError as error:
        raise ReadError(_reason(error)) from error
    if _state(before) != _state(after):
        raise ReadError("changed while it was read")
    return loaded


def check_text(text: str, limits: Limits = LIMITS) -> None:
    """Raise ReadError where *text* is too long, or one of its lines is."""
    if len(text) > limits.text:
        raise ReadError(
            f"{len(text):,} characters of text, over the limit of {limits.text:,} (limits: text)"
        )
    if len(text) > limits.line:
        line, length = longest_line(text)
        if length > limits.line:
            most = f"{limits.line:,} (limits: line)"
            raise ReadError(f"line {line}: {length:,} characters, over the limit of {most}")


_flags: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put in the place of the file must not stop us
    | getattr(os, "O_BINARY", 0)
)
_block: Final = 1024 * 1024


def _loaded(file: int, status: os.stat_result, limit: int) -> Loaded:
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("is no longer a plain file")
    size = status.st_size
    data = _whole(file, size) if size <= limit else None
    digest, head = hashlib.sha256(data or b""), (data or b"")[:HEAD]
    left = size if data is None else 0
    while left > 0 and (block := os.read(file, min(left, _block))):
        digest.update(block)
        head = head or block[:HEAD]
        left -= len(block)
    return Loaded(
        sha256=digest.hexdigest(),
        size=size,
        modified=status.st_mtime_ns,
        inode=status.st_ino,
        changed=status.st_ctime_ns,
        head=head,
        data=data,
    )


def _state(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _whole(file: int, size: int) -> bytes:
    """Return the file with one read where the system gives it at once."""
    data = os.read(file, size)
    while len(data) < size and (more := os.read(file, size - len(data))):
        data += more
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "vanished before it could be read"
    if error.errno == getattr(os, "ELOOP", 40):
        return "became a link before it could be read"
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
