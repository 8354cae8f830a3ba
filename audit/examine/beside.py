"""A document with what is declared of it: by the file beside it, and by tables."""

from dataclasses import replace

from audit.calendars import parse_date
from audit.claims.support import DATES
from audit.errors import ReadError
from audit.model import Document, Field, Source
from audit.readers.sidecars import is_packet, load_sidecar, packet_fields
from audit.readers.walk import visible


def with_declared(
    document: Document, source: Source, problems: list[tuple[str, str, bool]]
) -> Document:
    """Return *document* with what is declared of *source*, add to *problems* what is lost of it."""
    if not source.sidecar and not source.fields:
        return document
    declared, told = "", tuple[Field, ...]()
    try:
        declared = load_sidecar(source.sidecar) if source.sidecar else ""
        if is_packet(source):
            declared, told = "", tuple(packet_fields(declared, visible(source.beside)))
            problems += map(_lost, filter(_is_no_date, told))
    except ReadError as error:
        problems.append(("read", f"the file beside it: {error}", True))
        declared = ""
    return replace(document, declared=declared, fields=(*source.fields, *told, *document.fields))


def _is_no_date(field: Field) -> bool:
    return field.property in DATES and parse_date(field.value) is None


def _lost(field: Field) -> tuple[str, str, bool]:
    """Return what to say of a date of a program that is none: often one that nobody set."""
    return "extract", f"{field.value[:40]!r}, {field.place}, is no date", False
