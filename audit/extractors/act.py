"""The titles of acts and bills, the long one and the short one, and who brings them in."""

from collections.abc import Iterator
from typing import Final, final

from audit.claims.acts import Title, name_above, short_title
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.sponsors import SPONSOR, sponsors
from audit.extractors import Extractor
from audit.model import Claim, Document

_LONG: Final = 0.82
_SHORT: Final = 0.83
"""The name that an act gives itself says more than `An act concerning schools`."""
_ABOVE: Final = 0.9
"""A line for itself, where the headline speaks for the long title."""
_SPONSOR: Final = 0.72


@final
class Act(Extractor):
    """Laws and bills name themselves in set words, with numbers at their lines or without."""

    id = "act"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the long title, the short one, then the names of those who bring it in."""
        page = page_of(document)
        if not page.may_be_act:
            return
        found = page.act
        if found:
            cut = ", cut behind its first clauses" if found.is_cut else ""
            worth = Worth(confidence=_LONG, reason=f"the long title of an act{cut}")
            yield page.claim("title", Place(found.start, found.end), found.words, worth, self.id)
            yield from _above(page, found)
        named = short_title(page.text)
        if named:
            worth = Worth(confidence=_SHORT, reason="what the act says it may be cited as")
            yield page.claim("title", Place(named.start, named.end), named.words, worth, self.id)
        if found:
            worth = Worth(confidence=_SPONSOR, reason=SPONSOR)
            for one in sponsors(page.text, page.top, found.start):
                yield page.claim("creator", Place(one.start, one.end), one.name, worth, self.id)


def _above(page: Page, found: Title) -> Iterator[Claim]:
    """Yield the name of the act on a line above its long title."""
    above = name_above(page.top, found)
    if above:
        worth = Worth(confidence=_ABOVE, reason="the name of the act above its long title")
        yield page.claim("title", Place(above.start, above.end), above.words, worth, Act.id)
