"""The head of a newspaper: it says who publishes the page, and when."""

from collections.abc import Iterator
from typing import final

from audit.claims.folios import folio
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class NewspaperHead(Extractor):
    """A page of a newspaper has its name at the top, above the number and the day."""

    id = "folio"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the name and the day."""
        page = page_of(document)
        found = None if page.is_html else folio(page.top, page.dates)
        if found is None:
            return
        place, day = Place(found.start, found.end), found.day
        worth = Worth(confidence=0.62, reason="the name of a newspaper above its number and day")
        yield page.claim("publisher", place, found.name, worth, self.id)
        if not (day.ambiguous or day.weekday_wrong or day.flaw):
            worth = Worth(confidence=0.74, reason="the day of a newspaper beside its number")
            yield page.claim("issued", Place(day.start, day.end), day.normalized, worth, self.id)
