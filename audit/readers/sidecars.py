"""What is declared beside a document: a file of its own, or its row in a table."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from audit.errors import ReadError
from audit.lines import Lines
from audit.model import Field, Source
from audit.readers.bounds.xml import Places
from audit.readers.bounds.xmp import xmp_fields

_LIMIT: Final = 1 << 20
_TAG: Final = 10_000
"""Characters of a tag in which its attributes are looked for."""
_SURER: Final = 0.1
"""By how much what is declared beside a document is surer than what a program wrote into it."""


def stamp(source: Source) -> str:
    """Return what tells one state of all that is declared of *source* from another.

    Three words: where and of when the file beside it is, its digest, and that of what tables say
    and of what the file is called; `-` stands for none of them. Empty where nothing is declared.
    """
    parts = (_state(source.sidecar), _digest(source.sidecar), _named(source))
    return " ".join(part or "-" for part in parts) if any(parts) else ""


def is_stamp(known: str, source: Source) -> bool:
    """Tell whether what is declared of *source* has the stamp that is *known*.

    The file beside it is read only where its times or its place are others.
    """
    state, digest, told = known.split(" ") if known else ("-", "-", "-")
    if told != (_named(source) or "-"):
        return False
    return state == (_state(source.sidecar) or "-") or digest == (_digest(source.sidecar) or "-")


def declared_digests(source: Source) -> tuple[str, ...]:
    """Return the digests of what is declared of *source*: the file beside it, its rows."""
    return tuple(found for found in (_digest(source.sidecar), _told(source)) if found)


def _named(source: Source) -> str:
    """Return a digest of what tables say, and of the name that findings give to the file beside."""
    told = _told(source)
    return hashlib.sha256(f"{source.beside} {told}".encode()).hexdigest() if source.beside else told


def _told(source: Source) -> str:
    told = (source.fields, source.records) if source.records else source.fields
    return hashlib.sha256(repr(told).encode()).hexdigest() if told else ""


def _digest(location: str) -> str:
    if not location:
        return ""
    try:
        return hashlib.sha256(_read(location)).hexdigest()
    except ReadError:
        return "unreadable"


def _state(location: str) -> str:
    if not location:
        return ""
    try:
        status = os.stat(location, follow_symlinks=False)  # noqa: PTH116  # a string
    except OSError:
        return "unreadable"
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ino}:{status.st_ctime_ns}"


def _read(location: str) -> bytes:
    """Return the bytes of a file up to one beyond the limit; raise ReadError."""
    try:
        with open(location, "rb", opener=_no_link) as file:
            return file.read(_LIMIT + 1)
    except OSError as error:
        raise ReadError(error.strerror or "cannot be read") from None


def _no_link(location: str, flags: int) -> int:
    return os.open(location, flags | getattr(os, "O_NOFOLLOW", 0))


def load_sidecar(location: str) -> str:
    """Return the decoded text of a small UTF-8 file; raise ReadError where that is impossible."""
    data = _read(location)
    if len(data) > _LIMIT:
        raise ReadError(f"over the limit of {_LIMIT} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8 at byte {error.start}") from None


def is_packet(source: Source) -> bool:
    """Tell whether the file beside *source* is XMP."""
    return source.sidecar.lower().endswith(".xmp")


def packet_fields(text: str, file: str) -> Iterator[Field]:
    """Yield what the XMP *text* of *file* declares, each with its place; raise ReadError."""
    places, lines = Places(text), Lines(text)
    fields = xmp_fields(places.bytes)
    at = {byte: places.character(byte) for byte in sorted({found.start for found in fields})}
    for found in fields:
        start, end = _span(text, at[found.start], found)
        line = lines.line(start)
        yield replace(
            found,
            place=f"declared in {file}, line {line}; {found.place}",
            confidence=found.confidence + _SURER,
            part="sidecar",
            start=start,
            end=end,
            line=line,
            column=lines.column(start),
            file=file,
        )


def _span(text: str, at: int, found: Field) -> tuple[int, int]:
    """Return where the value of *found* stands: characters at *at*, or an attribute of that tag."""
    stop = "<"
    if text.startswith("<", at):
        name = re.escape(found.place.rpartition(" ")[2])
        sign = re.compile(rf"[\s:](?:{name}|resource)\s{{0,9}}=\s{{0,9}}([\"'])")
        attribute = sign.search(text, at, at + _TAG)
        at, stop = (attribute.end(), attribute[1]) if attribute else (at, ">")
    end = text.find(stop, at)
    raw = text[at : end if end >= 0 else len(text)]
    start = at + len(raw) - len(raw.lstrip())
    return start, max(start, at + len(raw.rstrip()))
