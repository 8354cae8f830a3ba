"""Fields of formats and containers, and of tables: Word, PDF, web archives, `metadata.csv`."""

from collections.abc import Iterator
from typing import final

from audit.claims.declared import Entry, normalized
from audit.claims.page import Page, page_of
from audit.extractors import Extractor
from audit.model import Claim, Document, Field, Origin


@final
class Embedded(Extractor):
    """The fields that the reader found; each kind of field is a voice of its own."""

    id = "embedded"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield a claim for every field in its order."""
        page = page_of(document)
        for number, field in enumerate(document.fields):
            value = field.normalized or field.value
            entry = Entry(property=field.property, value=value, start=0, end=0)
            for said in normalized(entry):
                yield _claim(page, field, said, number)


def _claim(page: Page, field: Field, said: str, number: int) -> Claim:
    is_placed = field.part != "fields"
    return Claim(
        property=field.property,
        value=field.value,
        normalized=said,
        extractor=field.by,
        origin=Origin.DECLARED if field.line else Origin.EMBEDDED,
        line=field.line or (page.line(field.start, field.part) if is_placed else 1),
        start=field.start if is_placed else number,
        end=field.end if is_placed else number,
        confidence=field.confidence,
        reason=field.place,
        part=field.part,
    )
