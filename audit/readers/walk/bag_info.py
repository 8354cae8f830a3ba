"""`bag-info.txt`: what a BagIt package says of itself, and so of every document in it."""

import re
from collections.abc import Iterator
from typing import Final

from audit.calendars import parse_date
from audit.claims.nothing import is_nothing
from audit.lines import Lines
from audit.model import Field
from audit.readers.walk.registers import Entry, Said, Slip

_LABELS: Final = {
    "source-organization": ("source", 0.85),
    "contact-email": ("contact", 0.8),
    "bagging-date": ("captured", 0.55),
    "external-identifier": ("identifier", 0.6),
    "internal-sender-identifier": ("identifier", 0.5),
}
"""Labels of RFC 8493 that speak of the documents: the property and how far.

The day of bagging is one on which the documents were there: nothing in them is younger.
"""
_ENTRY = re.compile(
    r"([^:\r\n]{1,200}?)[ \t]{0,20}:[ \t]{0,20}"
    r"([^\r\n]{0,20000}(?:(?:\r\n|\r|\n)[ \t][^\r\n]{0,20000}){0,200})"
)
_LINE = re.compile(r"[^\r\n]+")


def bag_entries(path: str, text: str) -> Iterator[Entry]:
    """Yield one entry for every document of the bag, and the slips of the file."""
    lines = Lines(text)
    found: list[Field] = []
    at = 0
    while line := _LINE.search(text, at):
        entry = _ENTRY.match(text, line.start())
        at = entry.end() if entry else line.end()
        if entry is None:
            yield Slip(line.start(), "no label: a line must be `Label: value`")
            continue
        property_, confidence = _LABELS.get(entry[1].strip().lower(), ("", 0.0))
        value = " ".join(entry[2].split())
        if not property_ or is_nothing(value):
            continue
        if property_ == "captured" and parse_date(value) is None:
            yield Slip(entry.start(2), f"{entry[1]} {value[:40]!r} is no date")
        else:
            number = lines.line(entry.start())
            found.append(
                Field(
                    property=property_,
                    value=value,
                    by="bag-info",
                    place=f"{entry[1]} of {path}, line {number}",
                    confidence=confidence,
                    part="sidecar",
                    start=entry.start(2),
                    end=entry.end(2),
                    line=number,
                    column=lines.column(entry.start(2)),
                    file=path,
                )
            )
    yield Said("", 0, tuple(found))
