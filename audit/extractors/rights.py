"""Rights lines in the text: the statement, and who holds the rights."""

from collections.abc import Iterator
from typing import final

from audit.claims.holders import SHORT, holder
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.rights import statements, years
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class Rights(Extractor):
    """Statements of rights and their holders, page furniture included."""

    id = "rights"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the statements line by line, each line once."""
        page = page_of(document)
        for start, end in page.rights_lines:
            yield from _line(page, start, end)


def _line(page: Page, start: int, end: int) -> Iterator[Claim]:
    raw = page.text[start:end]
    line = raw.strip()
    place = Place(start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()))
    short = len(line) <= SHORT
    span = years(line)
    dated = f", years {span[0]} to {span[1]}" if span and span[0] < span[1] else ""
    dated = f", year {span[1]}" if span and not dated else dated
    for normalized in statements(line):
        worth = Worth(
            confidence=0.72 if short else 0.45,
            reason=("rights line" if short else "a paragraph that speaks of rights") + dated,
        )
        yield page.claim("rights", place, normalized, worth, Rights.id)
    if short:
        yield from _holder(page, place)


def _holder(page: Page, line: Place) -> Iterator[Claim]:
    found = holder(page.text, line.start, line.end)
    if found is None:
        return
    place = Place(*found)
    clean = page.text[place.start : place.end]
    strong = Worth(confidence=0.74, reason="name in the rights line")
    yield page.claim("rights_holder", place, clean, strong, Rights.id)
    weak = Worth(confidence=0.52, reason="holder of the rights, so perhaps the publisher")
    yield page.claim("publisher", place, clean, weak, Rights.id)
