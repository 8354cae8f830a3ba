"""Readers: bytes to Document. One format a file; a new file here is a new format.

A `Reader` makes one document of a file, a `Container` gives the records that lie in it.

A reader gets the bytes of one file, never opens anything else, and raises `ReadError` with one
clear sentence where it cannot go on. What it had to guess, replace or cut it says: a remark.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO, ClassVar, TypeVar

from audit.errors import AuditError, ReadError
from audit.lines import longest_line
from audit.model import Document, Field, HeaderField, Source
from audit.readers.bounds import LIMITS, Budget, Limits
from audit.readers.bounds.loading import HEAD, Loaded, load
from audit.readers.formats import Format, identify, stated_as
from audit.registry import members

__all__ = [
    "HEAD",
    "LIMITS",
    "About",
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
    headers: tuple[HeaderField, ...] = ()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a container says of itself, and none of its records."""

    fields: tuple[Field, ...] = ()
    headers: tuple[HeaderField, ...] = ()


class Container(ABC):
    """One format of files that hold several documents."""

    id: ClassVar[str]
    media_types: ClassVar[tuple[str, ...]]

    @abstractmethod
    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark | About]:
        """Yield what lies in *file*, drawing on *budget*; raise ReadError where it ends badly."""


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
