"""Dates near the headline that are told from another day: `2 days ago`, `gestern`."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, final

from audit.calendars import Relative as Told
from audit.calendars import find_relative
from audit.claims.capture import Capture, capture_of
from audit.claims.headline import Line
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.speech import languages
from audit.claims.words import CLOCK, MODIFIED, PUBLISHED, UNRELATED
from audit.extractors import Extractor
from audit.model import Claim, Document

MOST: Final = 5
"""Expressions of one document that become claims."""
_LONGEST: Final = 120
_BESIDE: Final = 40
"""Characters beside the expression in a line that does not say what it is the date of."""
_NEAR: Final = range(-4, 7)
"""Lines from the headline, or from the top, in which the date stands."""
_UNKNOWN: Final = "told from a day that nothing states, so it stays unresolved"


@final
class Relative(Extractor):
    """Resolved against the day of capture alone, where one is stated; never against today."""

    id = "relative"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the expressions near the headline in their order."""
        page = page_of(document)
        found = list(islice(_told(page), MOST))
        if any(told.languages for _, told in found):
            spoken = {tongue.language for tongue in languages(page.text, page.is_furniture)} - {""}
            found = [item for item in found if _is_spoken(item[1], spoken)]
        capture = capture_of(page) if found else None
        for number, (line, told) in enumerate(found):
            yield _claim(page, line, told, capture, is_first=number == 0)


def _told(page: Page) -> Iterator[tuple[Line, Told]]:
    title = page.headline
    first = title.number if title else 0
    for line in page.top:
        if line.number - first not in _NEAR or len(line.text) > _LONGEST:
            continue
        if UNRELATED.are_in(line.text):
            continue
        for told in find_relative(line.text):
            beside = len(line.text) - (told.end - told.start)
            cue = any(words.are_in(line.text) for words in (PUBLISHED, MODIFIED))
            cue = cue or CLOCK.search(line.text) is not None
            if cue or (beside <= _BESIDE and not told.languages) or (told.most and not beside):
                yield line, told


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
