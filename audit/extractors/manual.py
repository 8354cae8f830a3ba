"""A page of a manual: what it is about, who wrote it, and the day at its foot."""

from collections.abc import Iterator
from typing import final

from audit.claims.bodies import is_person
from audit.claims.manuals import manual
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.people import names
from audit.claims.top import TOP
from audit.extractors import Extractor
from audit.model import Claim, Document


@final
class ManualPage(Extractor):
    """Manuals of programs name themselves in their first section, not in a title."""

    id = "manual"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the sentence of the first section, the authors, and the day in the last line."""
        page = page_of(document)
        found = None if page.is_html else manual(page.top)
        if found is None:
            return
        place = Place(found.name[0].start, found.name[-1].end)
        words = " ".join(" ".join(line.text for line in found.name).split())
        worth = Worth(confidence=0.84, reason="the first section of a manual's page")
        yield page.claim("title", place, words, worth, self.id)
        worth = Worth(confidence=0.64, reason="the section of a manual that names its authors")
        for line in found.authors:
            for name in filter(is_person, names(line.text)):
                start = page.text.find(name, line.start, line.end)
                yield page.claim("creator", Place(start, start + len(name)), name, worth, self.id)
        if found.foot and len(page.top) < TOP:
            yield from _dated(page, found.foot.start)


def _dated(page: Page, start: int) -> Iterator[Claim]:
    """Yield the day in the last line, from *start* on."""
    worth = Worth(confidence=0.62, reason="the day in the last line of a manual's page")
    for date in page.dates:
        if date.start >= start and date.precision == "day" and not date.ambiguous:
            place = Place(date.start, date.end)
            yield page.claim("issued", place, date.normalized, worth, ManualPage.id)
