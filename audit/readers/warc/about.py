"""What a web archive says of itself: its warcinfo record (ISO 28500, 6.2), the head of an ARC."""

import re
from collections.abc import Iterator
from typing import Any, Final

from audit.errors import ReadError
from audit.model import Field, HeaderField
from audit.readers import About, Remark
from audit.readers.bounds.headers import check_number, kept

_FIELDS: Final = "application/warc-fields"
_MOST: Final = 1_000_000
"""Bytes of a warcinfo record that are read."""
_folded: Final = re.compile(r"\r?\n[ \t]+")
_properties: Final = {"software": "generator", "publisher": "publisher"}


def about(record: Any, most: int, *, from_arc: bool) -> Iterator[About | Remark]:
    """Yield what *record* says of its file, in *most* fields at most, and what is not kept."""
    headers = record.rec_headers
    written = list[tuple[str, str]]()
    if (headers.get_header("Content-Type") or "").startswith(_FIELDS) and not from_arc:
        written = list(_written(record.raw_stream.read(_MOST)))
    try:
        check_number(len(headers.headers) + len(written), most)
    except ReadError as error:
        yield Remark(message=f"its warcinfo record: {error}")
        return
    own, cut = kept("arc" if from_arc else "warc", headers.headers)
    said, more = kept("warcinfo", written)
    for message in (*cut, *more):
        yield Remark(message=f"its warcinfo record: {message}", incomplete=False)
    day = headers.get_header("WARC-Date") or ""
    made = (_field("created", day, "Archive-date" if from_arc else "WARC-Date"),) if day else ()
    yield About(fields=(*made, *_fields(said)), headers=(*own, *said))


def _written(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the names and values of `application/warc-fields`."""
    for line in _folded.sub(" ", data.decode("utf-8", "replace")).splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip():
            yield name.strip(), value.strip()


def _fields(said: tuple[HeaderField, ...]) -> Iterator[Field]:
    for _, name, value in said:
        property_ = _properties.get(name.lower())
        if property_ and value:
            yield _field(property_, value, name)


def _field(property_: str, value: str, name: str) -> Field:
    place = f"warcinfo record {name}"
    return Field(property=property_, value=value[:2_000], by="warc", place=place, confidence=0.9)
