"""Saved pages: the address and the day that the saving program wrote into the page."""

from collections.abc import Iterator
from typing import final

from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.claims.saved import Saved as Written
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class Saved(Extractor):
    """Where and when a page was saved or printed, as browsers, HTTrack and others write."""

    id = "saved"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the address and the day of the capture, each with who wrote it."""
        page = page_of(document)
        part = "markup" if page.is_html else "text"
        first = {(said.property, said.by): said for said in reversed(page.saved)}
        for said in sorted(first.values(), key=_start):
            is_open = said.property == "captured" and "/" in said.normalized
            reason = f"written into the page by {said.by}"
            worth = Worth(confidence=0.45 if is_open else 0.9, reason=reason)
            place = Place(said.start, said.end, part)
            yield page.claim(said.property, place, said.normalized, worth, self.id)


def _start(said: Written) -> int:
    return said.start
