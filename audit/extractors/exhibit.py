"""The maker of a work, as a label of a museum names it."""

from collections.abc import Iterator
from typing import final

from audit.claims.exhibits import maker
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class Exhibit(Extractor):
    """Who made what a label tells of."""

    id = "exhibit"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the name above that of the work, with the years of a life."""
        page = page_of(document)
        found = None if page.is_html else maker(page.top)
        if found is not None:
            line, end = page.top[found[0]], found[1]
            place = Place(line.start, line.start + end)
            worth = Worth(confidence=0.68, reason="maker of the work that the label tells of")
            yield page.claim("creator", place, line.text[:end].rstrip(), worth, self.id)
