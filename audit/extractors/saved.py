"""Saved pages: the address and the day that the saving program wrote into the page."""

from collections.abc import Iterator
from typing import final

from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class Saved(Extractor):
    """Where and when a page was saved, by SingleFile, HTTrack, the Wayback Machine and others."""

    id = "saved"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the address and the day of the capture, each with who wrote it."""
        page = page_of(document)
        for said in page.saved:
            worth = Worth(confidence=0.9, reason=f"written into the page by {said.by}")
            place = Place(said.start, said.end, "markup")
            yield page.claim(said.property, place, said.normalized, worth, self.id)
