"""A document with what is declared of it: by the file beside it, and by tables."""

from collections.abc import Callable
from dataclasses import replace

from audit.errors import ReadError
from audit.model import Document, Field, Source
from audit.readers.sidecars import is_packet, load_sidecar, packet_fields
from audit.readers.walk import visible


def with_declared(document: Document, source: Source, fail: Callable[[str, str], None]) -> Document:
    """Return *document* with what is declared of *source*; *fail* is told what cannot be read."""
    if not source.sidecar and not source.fields:
        return document
    declared, told = "", tuple[Field, ...]()
    try:
        declared = load_sidecar(source.sidecar) if source.sidecar else ""
        if is_packet(source):
            declared, told = "", tuple(packet_fields(declared, visible(source.beside)))
    except ReadError as error:
        fail("read", f"the file beside it: {error}")
        declared = ""
    return replace(document, declared=declared, fields=(*source.fields, *told, *document.fields))
