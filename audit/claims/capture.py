"""The day on which a document was captured, as far as anything beside its prose says so."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from audit.calendars import find_dates, parse_date
from audit.claims.declared import yaml_entries
from audit.claims.page import Page
from audit.claims.words import MODIFIED, PUBLISHED

_FRONT = re.compile(
    r"^(?:captured|accessed|retrieved|capture_date):[ \t]{0,20}[\"']?([^\n\"']{4,60})", re.MULTILINE
)
_HEAD: Final = 4_000
_BESIDE: Final = 24
"""Characters of a capture stamp that are no date."""


class Capture(NamedTuple):
    """A day, and who says that it is that of the capture."""

    day: dt.date
    said: str


def capture_of(page: Page) -> Capture | None:
    """Return the capture of *page*: declared, written by who saved it, or on its first line."""
    return next((capture for capture in _captures(page) if capture), None)


def _captures(page: Page) -> Iterator[Capture | None]:
    document = page.document
    beside = declared_values(document.declared, "captured")
    yield from (_read(value, "the file beside it") for value in beside)
    for field in document.fields:
        if field.property == "captured":
            yield _read(field.normalized or field.value, field.place)
    for said in page.saved:
        if said.property == "captured":
            yield _read(said.normalized, said.by)
    whole = document.markup or document.text
    if whole.startswith("---"):
        found = _FRONT.search(whole, 0, _HEAD)
        yield _read(found[1], "its front matter") if found else None
    yield _stamp(page)


def declared_values(text: str, property_: str) -> Iterator[str]:
    """Yield what the file beside a document declares as *property_*."""
    if not text.strip():
        return
    try:
        found = [entry.value for entry in yaml_entries(text) if entry.property == property_]
    except ValueError:
        return
    yield from found


def _read(value: str, said: str) -> Capture | None:
    date = parse_date(value)
    if date is None or date.precision != "day" or date.ambiguous:
        return None
    return Capture(date.readings[0].first, said)


def _stamp(page: Page) -> Capture | None:
    """Read a first line of nothing but dates that agree."""
    line = page.top[0].text if page.top else ""
    dates = [date for date in find_dates(line) if date.precision == "day"]
    beside = len(line) - sum(date.end - date.start for date in dates)
    if not dates or beside > _BESIDE or PUBLISHED.are_in(line) or MODIFIED.are_in(line):
        return None
    days = {date.normalized for date in dates}
    if len(days) != 1 or dates[0].ambiguous or dates[0].flaw:
        return None
    return Capture(dates[0].readings[0].first, "the stamp on its first line")
