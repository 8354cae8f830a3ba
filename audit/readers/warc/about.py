"""What a web archive says of itself: its warcinfo record (ISO 28500, 6.2), the head of an ARC."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

from audit.errors import ReadError
from audit.model import Field, HeaderField
from audit.readers import About, Limits, Remark
from audit.readers.bounds.headers import check_number, kept
from audit.readers.warc.records import all_of

_FIELDS: Final = "application/warc-fields"
_NAME: Final = "its warcinfo record"
_READ: Final = 20
"""Such records of one file that are read."""
_DAY: Final = len("2024-07-24")
_folded: Final = re.compile(r"\r?\n[ \t]+")
_properties: Final = {"software": "generator", "publisher": "publisher"}


class Itself:
    """What all warcinfo records of a file say; several crawls may be in one file."""

    def __init__(self, limits: Limits, *, from_arc: bool) -> None:
        """Take what one of them may cost."""
        self._limits = limits
        self._kind = "arc" if from_arc else "warc"
        self._told: list[tuple[Field, ...]] = []
        self._headers: list[HeaderField] = []
        self._remarks: list[Remark] = []
        self._more = 0

    def add(self, record: Any) -> None:
        """Take what one record says."""
        if len(self._told) == _READ:
            self._more += 1
            return
        headers = record.rec_headers
        own, cut = kept(self._kind, headers.headers)
        try:
            said, more = kept("warcinfo", _written(record, self._limits.file))
            check_number(len(own) + len(said), self._limits.headers)
        except ReadError as error:
            self._remarks.append(Remark(message=f"{_NAME}: {error}"))
            return
        self._remarks += [
            Remark(message=f"{_NAME}: {each}", incomplete=False) for each in cut + more
        ]
        self._headers += [*own, *said]
        self._told.append(tuple(_fields(said, headers.get_header("WARC-Date") or "")))

    def found(self) -> Iterator[Remark | About]:
        """Yield the headers of all, the claims on which all agree, and what must be said."""
        yield from self._remarks
        if self._more:
            message = f"more records of what it says of itself, left out: {self._more:,}"
            yield Remark(message=message, incomplete=False)
        yield About(fields=tuple(_agreed(self._told)), headers=tuple(self._headers))


def _agreed(told: Sequence[tuple[Field, ...]]) -> Iterator[Field]:
    """Yield what the first record says, where no other one says another value of it."""
    values: dict[str, set[str]] = {}
    for field in chain.from_iterable(told):
        values.setdefault(field.property, set()).add(_value(field))
    yield from (field for field in chain(*told[:1]) if len(values[field.property]) == 1)


def _value(field: Field) -> str:
    return field.value[:_DAY] if field.property == "created" else field.value


def _written(record: Any, most: int) -> Iterator[tuple[str, str]]:
    """Yield the names and values of `application/warc-fields`; raise ReadError over *most*."""
    if not (record.rec_headers.get_header("Content-Type") or "").startswith(_FIELDS):
        return
    data = all_of(record.raw_stream, most)
    for line in _folded.sub(" ", data.decode("utf-8", "replace")).splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip():
            yield name.strip(), value.strip()


def _fields(said: tuple[HeaderField, ...], day: str) -> Iterator[Field]:
    if day:
        yield _field("created", day, "record header WARC-Date")
    for _, name, value in said:
        property_ = _properties.get(name.lower())
        if property_ and value:
            yield _field(property_, value, f"warcinfo record {name}")


def _field(property_: str, value: str, place: str) -> Field:
    value = value[:2_000]
    return Field(property=property_, value=value, by="warc", place=place, confidence=0.9)
