"""The name of a case at law: `Berg v. Town Library`."""

from collections.abc import Iterator
from typing import final

from audit.claims.captions import caption
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class CaseCaption(Extractor):
    """Opinions and pleadings are called by their parties, not by the court that heads them."""

    id = "caption"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the parties on both sides of the `v.` in the caption."""
        page = page_of(document)
        found = None if page.is_html else caption(page.top)
        if found:
            worth = Worth(confidence=0.84, reason="the parties in the caption of a case")
            yield page.claim("title", Place(found.start, found.end), found.words, worth, self.id)
