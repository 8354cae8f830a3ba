"""What looks like the date of a text and tells no day: `Published: 30 February 2024`."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, final

from audit.calendars import find_dates
from audit.calendars.names import fold, weekdays
from audit.calendars.untold import find_untold
from audit.claims.page import page_of
from audit.claims.parts import Place, Worth
from audit.claims.shown import NEAR
from audit.claims.words import MODIFIED, PUBLISHED
from audit.extractors import Extractor
from audit.model import Claim, Document

_LONGEST: Final = 120
"""Characters of a line that is no paragraph."""
_BESIDE: Final = " \t.,:;|()،"


@final
class Untold(Extractor):
    """A day that does not exist, or one of a calendar that nothing names, is said to be so."""

    id = "untold"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the first such words near the headline that are the date of the text."""
        page = page_of(document)
        if page.may_count:
            yield from islice(self._claims(document), 1)

    def _claims(self, document: Document) -> Iterator[Claim]:
        page = page_of(document)
        first = page.headline.number if page.headline else 0
        for line in page.top:
            if line.number - first not in NEAR or len(line.text) > _LONGEST or not line.numbered:
                continue
            for found in find_untold(line.text):
                words = line.text[found.start : found.end]
                is_late = MODIFIED.are_in(line.text)
                is_own = PUBLISHED.are_in(line.text) or _is_alone(line.text, words)
                if (is_own or is_late) and not any(True for _ in find_dates(line.text)):
                    place = Place(line.start + found.start, line.start + found.end)
                    worth = Worth(confidence=0.2, reason=found.why)
                    property_ = "modified" if is_late else "issued"
                    yield page.claim(property_, place, "", worth, self.id)


def _is_alone(line: str, words: str) -> bool:
    """Tell whether *words* fill the line, but for the day of the week."""
    beside = line.replace(words, "", 1).strip(_BESIDE)
    return not beside or fold(beside) in weekdays()
