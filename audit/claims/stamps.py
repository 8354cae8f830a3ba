"""Stamps of captures: lines at the very top of nothing but the day on which a page was saved."""

import re
from collections.abc import Sequence
from typing import Final

from audit.claims.cues import is_given
from audit.claims.dated import NO_TITLE, Dated
from audit.claims.page import Page
from audit.claims.words import MODIFIED, PUBLISHED

_STAMP_LINES: Final = 2
_STAMP: Final = 24
"""Characters of a capture stamp that are no date."""
_SEEN = re.compile(
    r"(captur|saved|retriev|print|archiv|access|fetch|download|page|abgerufen|gedruckt|"
    r"gespeichert|consulté|imprimé|http|www)|[^\W\d_]",
    re.IGNORECASE,
)
"""A letter, and the words of a stamp."""
_PLACED = re.compile(r"\s?(?:г\.|года|р\.|року|r\.|roku)?,\s[^\W\d_a-z]\w{2}")
"""A place behind a day, which no stamp names."""
_WEB: Final = 1990
"""Before this year nobody captured a page."""


def stamps_of(page: Page, found: Sequence[Dated]) -> list[Dated]:
    """Return the dates of a capture stamp: a line at the very top of nothing but dates."""
    lines: set[int] = set()
    stamps: list[Dated] = []
    for item in found:
        above = all(number in lines for number in range(item.number))
        first = page.text[item.start : item.date.start]
        is_first = item.number in lines or not _says_more(item, first)
        if item.from_title == NO_TITLE and not above:
            break
        if item.number < _STAMP_LINES and is_first and _is_stamp(page, item):
            lines.add(item.number)
            stamps.append(item)
    return stamps


def _says_more(item: Dated, before: str) -> bool:
    """Tell whether words stand before a date that are not its weekday, nor those of a stamp."""
    found = _SEEN.search(before)
    return found is not None and not (item.date.weekdays or found[1])


def says_seen(before: str) -> bool:
    """Tell whether words stand before a stamp that name it: `Saved:`, `Captured`."""
    found = _SEEN.search(before)
    return found is not None and found[1] is not None


def _is_stamp(page: Page, item: Dated) -> bool:
    return (
        item.date.precision == "day"
        and item.date.readings[0].first.year >= _WEB
        and item.from_title < 0
        and item.others <= _STAMP
        and not _PLACED.match(item.after)
        and not (item.of_life or item.date.flaw or is_given(page.text, item.start, item.date))
        and not MODIFIED.are_in(item.line(page))
        and not PUBLISHED.are_said(item.line(page))
    )
