"""Which days a reader of a page sees as its own: the date of publication is one of them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from audit.calendars import FoundDate, Relative, compare, find_relative, may_tell
from audit.claims.dated import FEW, Dated, placed
from audit.claims.events import CLOCK
from audit.claims.headline import Line
from audit.claims.lists import listed
from audit.claims.words import MODIFIED, PUBLISHED, UNRELATED

if TYPE_CHECKING:
    from audit.claims.page import Page

_LONGEST: Final = 120
_BESIDE: Final = 40
"""Characters beside an expression in a line that does not say what it is the date of."""
NEAR: Final = range(-4, 7)
"""Lines from the headline, or from the top, in which the date of a text stands."""


def days_shown(page: "Page") -> Sequence[tuple[FoundDate, bool]]:
    """Return the days of the text that are not those of a list or of comments."""
    found = placed(page, [date for date in page.dates if date.precision == "day"])
    apart = {id(item) for item in listed(found)}
    return [
        (item.date, _stands_out(page, item))
        for item in found
        if not item.remark and id(item) not in apart
    ]


def _stands_out(page: "Page", item: Dated) -> bool:
    """Tell whether a date is more than one in a sentence somewhere in the text."""
    if item.others <= FEW or item.from_title in NEAR:
        return True
    line = item.line(page)
    return PUBLISHED.are_said(line) or MODIFIED.are_said(line)


def shows(page: "Page", date: FoundDate) -> bool:
    """Tell whether a reader sees *date*, or the day beside it (another clock), or `2 days ago`.

    In the middle of a sentence it must be that very day.
    """
    seen = any(compare(day, date) <= int(stands_out) for day, stands_out in page.days_shown)
    return seen or any(not told.languages for _, told in page.days_told)


def days_told(page: "Page") -> Iterator[tuple[Line, Relative]]:
    """Yield the expressions near the headline that tell a day from another, with their lines."""
    title = page.headline
    first = title.number if title else 0
    near = [each for each in page.top if each.number - first in NEAR]
    lines = [each for each in near if len(each.text) <= _LONGEST]
    if not may_tell("\n".join([each.text for each in lines])):
        return
    for line in lines:
        if UNRELATED.are_in(line.text):
            continue
        for found in find_relative(line.text):
            beside = len(line.text) - (found.end - found.start)
            cue = any(words.are_in(line.text) for words in (PUBLISHED, MODIFIED))
            cue = cue or CLOCK.search(line.text) is not None
            if cue or (beside <= _BESIDE and not found.languages) or (found.most and not beside):
                yield line, found
