"""Fields of formats and containers, and of tables: Word, PDF, web archives, `metadata.csv`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, final

from msgspec import structs

from audit.calendars.untold import no_date
from audit.claims.declared import Entry, doubt, normalized
from audit.claims.nothing import is_left, is_maker, is_new, is_nothing, is_unset, is_user
from audit.claims.page import Page, page_of
from audit.claims.people import is_device
from audit.claims.support import DATES
from audit.extractors import Extractor
from audit.model import Claim, Document, Field, Origin

_COMPANY: Final = "company"
"""How the place of a field ends that says for whom a program is registered."""
_CLOCKED: Final = ("created", "modified")
_TAG: Final = re.compile(r"<[^>]{0,2000}>\s*|\"")


@final
class Embedded(Extractor):
    """The fields that the reader found; each kind of field is a voice of its own."""

    id = "embedded"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield a claim for every field in its order, but for those that declare nothing."""
        page = page_of(document)
        for number, field in enumerate(document.fields):
            if is_nothing(field.value):
                continue
            raw = Entry(property=field.property, value=field.value, start=0, end=0)
            plain = replace(raw, value=field.normalized or field.value)
            values = list(normalized(plain))
            if not values and field.property in DATES and (why := no_date(field.value)):
                claim = _claim(page, field, "", number)
                yield structs.replace(claim, confidence=0.2, reason=f"{field.place}: {why}")
            for said in values:
                claim = _claim(page, field, said, number)
                yield structs.replace(claim, reason=claim.reason + doubt(raw))


def _claim(page: Page, field: Field, said: str, number: int) -> Claim:
    is_placed = field.part != "fields"
    start, end = (number, number) if not is_placed else (field.start, field.end)
    if field.part in ("text", "markup"):
        source = page.text if field.part == "text" else page.markup
        start, end = narrowed(source, field.value, start, end)
    return Claim(
        property=field.property,
        value=field.value,
        normalized="" if not field.line and _is_filled_in(field, said) else said,
        extractor=field.by,
        origin=Origin.DECLARED if field.line else Origin.EMBEDDED,
        line=field.line or (page.line(start, field.part) if is_placed else 1),
        start=start,
        end=end,
        confidence=field.confidence,
        reason=field.place,
        part=field.part,
        file=field.file,
        column=field.column,
    )


def _is_filled_in(field: Field, said: str) -> bool:
    """Tell whether a program filled the field in: with its machine, its user, an unset clock."""
    if field.property in _CLOCKED:
        return is_unset(said) or is_left(field.value)
    if field.property == "title":
        return is_new(said)
    if field.property == "publisher":
        return field.place.lower().endswith(_COMPANY) and is_maker(said)
    return field.property == "creator" and (is_device(said) or is_user(said))


def narrowed(source: str, value: str, start: int, end: int) -> tuple[int, int]:
    """Return where *value* stands in [start, end) of *source*, an element or a quoted string.

    Where it is written otherwise there, with references or over several lines, its place is all
    that the element or the quotes hold.
    """
    quoted = source.find(f'"{value}"', start, end) + 1
    at = quoted or source.rfind(value, start, end)
    if at >= 0:
        return at, at + len(value)
    tag = _TAG.match(source, start, end)
    first = tag.end() if tag else start
    inside = source[first:end].rstrip().removesuffix('"' if source[start] == '"' else "")
    return first, first + len(inside)
