"""Fields of formats as properties: Dublin Core elements, and the dates that formats write."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Final

from audit.model import Field
from audit.readers.bounds import LIMITS, Limits
from audit.readers.bounds.xml import Handler, local, parse

DUBLIN_CORE: Final[Mapping[str, str]] = {
    "title": "title",
    "creator": "creator",
    "publisher": "publisher",
    "date": "issued",
    "issued": "issued",
    "created": "created",
    "modified": "modified",
    "language": "language",
    "rights": "rights",
    "license": "rights",
    "identifier": "identifier",
    "source": "source",
    "type": "type",
}
"""Elements of `dc:` and `dcterms:` that are understood."""
_dc: Final = ("http://purl.org/dc/elements/1.1", "http://purl.org/dc/terms/")
_pdf_date: Final = re.compile(
    r"D?:?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d)?'?(\d\d)?"
)
_longest: Final = 2_000
_COMPANY: Final = "company"
"""How a place ends where a program put the body that it is registered for."""
_REGISTERED: Final = 0.7
"""Less than for what a person called the publisher."""
_added: Final = frozenset(("property", "user-defined"))
"""Elements of properties that a person added; their name is an attribute."""


def dublin_core(name: str) -> str:
    """Return the property of the element *name* with its space, or empty."""
    space, _, element = name.rpartition("}")
    return DUBLIN_CORE.get(element, "") if space.rstrip("/") + "/" in _spaces else ""


_spaces: Final = frozenset(space.rstrip("/") + "/" for space in _dc)


def fields_of(
    data: bytes, by: str, place: str, names: Mapping[str, str], limits: Limits = LIMITS
) -> tuple[Field, ...]:
    """Return the fields of a small XML file; *names* maps more local names to properties."""
    found: list[Field] = []
    pieces: list[str] = []
    added = ""

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        nonlocal added
        pieces.clear()
        if local(name) in _added:
            added = next((of for key, of in attributes.items() if local(key) == "name"), "")

    def end(name: str, _at: int) -> None:
        nonlocal added
        property_ = names.get(local(name), dublin_core(name))
        value = "".join(pieces).strip()[:_longest]
        if property_ and value:
            found.append(field(property_, value, by, f"{place}, {local(name)}"))
        elif added and value:
            found.extend(custom(added, value, by, place))
        added = "" if local(name) in _added else added
        pieces.clear()

    if data:
        parse(data, Handler(start, end, lambda text, _at: pieces.append(text)), limits)
    return tuple(found)


def field(property_: str, value: str, by: str, place: str) -> Field:
    """Return one field that has no characters of its own."""
    found = Field(property=property_, value=value[:_longest], by=by, place=place)
    return replace(found, confidence=_REGISTERED) if place.lower().endswith(_COMPANY) else found


def custom(name: str, value: str, by: str, place: str) -> Iterator[Field]:
    """Yield the property *name* that a person added, where Dublin Core has one of this name."""
    property_ = DUBLIN_CORE.get(name.strip().casefold().removeprefix("dc:"), "")
    if property_ and value.strip():
        yield field(property_, value.strip(), by, f"{place}, {name.strip()}")


def mail_date(value: str) -> str:
    """Return a date of a message header as ISO 8601 with its zone, or empty."""
    try:
        return parsedate_to_datetime(value[:200]).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError, RecursionError):
        return ""


def pdf_date(value: str) -> str:
    """Return a date such as `D:20150403120000+02'00'` as ISO 8601, as precise as it is."""
    found = _pdf_date.match(value.strip()[:40])
    if not found:
        return ""
    year, month, day, hour, minute, second, zone, zone_minute = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not (day and hour):
        return date
    clock = f"{date}T{hour}:{minute}:{second or '00'}"
    return clock + (zone if zone == "Z" else f"{zone}:{zone_minute or '00'}" if zone else "")
