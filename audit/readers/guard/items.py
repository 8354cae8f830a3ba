"""One file or record: what it is, and the document of its reader, or why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from audit.errors import ReadError
from audit.model import Document, Field, HeaderField, Source
from audit.readers import (
    Container,
    Format,
    Limits,
    MissingExtraError,
    Record,
    Remark,
    container_for,
    identify,
    reader_for,
    stated_as,
)
from audit.readers.bounds import is_full

_ZEROS: Final = "nothing but zero bytes: what it held is lost"
_BYTES: Final = "application/octet-stream"
_OLE: Final = "application/x-ole-storage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What reading gave of one file or record; *state* is empty where it gave a document."""

    source: Source
    sha256: str
    media_type: str
    basis: str
    stated: str = ""
    state: str = ""
    document: Document | None = None
    fields: tuple[Field, ...] = ()
    """What its container says of it, wherever no document says it."""
    headers: tuple[HeaderField, ...] = ()
    problems: tuple[Remark, ...] = ()
    again: bool = False
    """Whether the same bytes may be read better another time: the machine was busy or full."""


def too_big(item: Item, limits: Limits) -> Item:
    """Return *item* as one that is over the limit of files."""
    message = (
        f"{item.source.size:,} bytes, over the limit of {limits.file:,} (limits: file): fixity only"
    )
    return replace(item, state="fixity-only", problems=(Remark(message=message),))


def fixity_only(item: Item, error: MissingExtraError) -> Item:
    """Return *item* as one that another extra reads."""
    remark = Remark(message=str(error), incomplete=False)
    return replace(item, state="fixity-only", problems=(remark,))


def document(item: Item, record: Record, text_field: str, limits: Limits) -> Item:
    """Return *item* with the document that its reader makes."""
    reader = reader_for(item.media_type)
    if record.data and (reader or item.stated) and not record.data.strip(b"\0"):
        return replace(item, problems=(Remark(message=_ZEROS),))
    if reader is None or not record.data:
        problems = tuple(_unlike_its_name(item, record))
        return replace(item, state="fixity-only" if record.data else "empty", problems=problems)
    try:
        reader = reader.with_text_field(text_field).with_charset(record.charset)
        found = reader.read(item.source, record.data, item.basis, limits)
    except MissingExtraError as error:
        return fixity_only(item, error)
    except Exception as error:  # noqa: BLE001  # libraries fail in their own ways
        return replace(item, problems=(Remark(message=why(error)),))
    if fields := (*_promised(item), *record.fields):
        found = replace(found, fields=(*fields, *found.fields))
    return replace(item, state="", document=found)


def apart(item: Item, record: Record, text_field: str) -> Container | None:
    """Return what takes *record* apart where its content alone tells that it holds documents."""
    reader = reader_for(item.media_type)
    try:
        return reader.with_text_field(text_field).apart(record.data) if reader else None
    except (ReadError, RecursionError):
        return None  # whoever reads it as a whole says why


def _promised(item: Item) -> Iterator[Field]:
    """Yield the format that the name or the container gives, where the content is another."""
    if item.stated:
        yield Field(
            property="format",
            value=item.stated,
            by="stated",
            place=item.basis,
            confidence=0.3,
        )


def _unlike_its_name(item: Item, record: Record) -> Iterator[Remark]:
    """Yield why bytes are not read that are nothing known, and called what is read.

    Servers call anything a page; whoever gives a file its name means it.
    """
    is_read = reader_for(item.stated) or container_for(item.stated)
    if not is_read or record.media_type or not record.data:
        return
    if item.media_type == _OLE:
        yield Remark(message=f"called {item.stated}, and perhaps locked with a password: not read")
    elif item.media_type == _BYTES:
        yield Remark(message=f"called {item.stated}, and nothing that is known: not read")


def why(error: Exception) -> str:
    """Return what went wrong, in one line."""
    if isinstance(error, ReadError):
        return str(error)
    if is_full(error):
        return "needs more memory than a reader may take (limits: memory)"
    if isinstance(error, RecursionError):
        return "nested too deep to be read"
    if isinstance(error, OSError):
        return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
    said = " ".join(f"its reader failed: {type(error).__name__}: {error}".split())
    return said[:300]


def format_of(record: Record) -> Format:
    """Return the format of *record*: its content first, then what its container says."""
    if record.unread and record.media_type:
        return Format(media_type=record.media_type, basis=f"stated as {record.media_type}")
    data = record.data
    return stated_as(record.media_type, data) if record.media_type else identify(record.name, data)
