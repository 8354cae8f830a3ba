"""The headline in the text: the line that stands twice, the title-like line above the prose."""

from collections.abc import Iterator
from typing import Final, final

from audit.claims.headline import Candidate
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.claims.signs import LABEL
from audit.extractors import Extractor
from audit.model import Claim, Document

_LIMITS: Final = (0.2, 0.82)


@final
class Headline(Extractor):
    """Titles that a reader of the bare text would see."""

    id = "headline"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the best lines as titles, the best first."""
        page = page_of(document)
        for rank, item in enumerate(page.headlines):
            text = item.line.text
            label = LABEL.match(text)
            mark = label.end() if label else len(text) - len(text.lstrip("#* "))
            title = text[mark:].rstrip("#* ")
            clean = page.title(title)
            start = item.line.start + mark
            worth = Worth(confidence=_confidence(item, rank), reason=_reason(item, rank))
            if clean:
                yield page.claim("title", Place(start, start + len(title)), clean, worth, self.id)


def _confidence(item: Candidate, rank: int) -> float:
    low, high = _LIMITS
    grown = 0.42 + 0.05 * item.score - 0.15 * (rank > 0)
    return round(min(max(grown, low), high), 4)


def _reason(item: Candidate, rank: int) -> str:
    shape = ", ".join(item.reasons) or "a line shaped like a title"
    return f"{shape}; {'best' if rank == 0 else 'further'} candidate of the text"
