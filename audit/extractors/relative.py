"""Dates near the headline that are told from another day: `2 days ago`, `gestern`."""

from collections.abc import Iterator
from typing import Final, final

from audit.calendars import Relative as Told
from audit.claims.capture import Capture, capture_of
from audit.claims.headline import Line
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.words import MODIFIED
from audit.extractors import Extractor
from audit.model import Claim, Document

MOST: Final = 5
"""Expressions of one document that become claims."""
_UNKNOWN: Final = "told from a day that nothing states, so it stays unresolved"


@final
class Relative(Extractor):
    """Resolved against the day of capture alone, where one is stated; never against today."""

    id = "relative"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the expressions near the headline in their order."""
        page = page_of(document)
        found = page.days_told[:MOST]
        if any(told.languages for _, told in found):
            spoken = {tongue.language for tongue in page.languages} - {""}
            found = [item for item in found if _is_spoken(item[1], spoken)]
        capture = capture_of(page) if found else None
        for number, (line, told) in enumerate(found):
            yield _claim(page, line, told, capture, is_first=number == 0)


def _is_spoken(told: Told, spoken: set[str]) -> bool:
    return not (told.languages and spoken) or bool(told.languages & spoken)


def _claim(page: Page, line: Line, told: Told, capture: Capture | None, *, is_first: bool) -> Claim:
    place = Place(line.start + told.start, line.start + told.end)
    property_ = "modified" if MODIFIED.are_in(line.text) else "issued"
    if capture is None:
        return page.claim(property_, place, "", Worth(confidence=0.2, reason=_UNKNOWN), Relative.id)
    date = told.on(capture.day)
    worth = Worth(confidence=0.56 if is_first else 0.3, reason=f"{date.reason} by {capture.said}")
    return page.claim(property_, place, date.normalized, worth, Relative.id)
