"""Where a text names itself again: its headline stands twice, or in a list of several texts."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from audit.calendars import FoundDate
from audit.claims.headline import Line
from audit.claims.words import fold_title

if TYPE_CHECKING:
    from audit.claims.page import Page

_LEAST: Final = 16
"""Characters of a headline that is no word of the menu."""
_MOST: Final = 60
"""Characters beside it in a line that names the text and its date."""


class Repeats(NamedTuple):
    """The numbers of lines that name the text again."""

    longer: frozenset[int]
    """Those that begin with the headline and go on a little."""
    below: frozenset[int]
    """Those right below a copy of the headline, of which the line above is not dated."""
    size: int
    """Characters of the headline."""

    def name(self, number: int) -> bool:
        """Tell whether a date in the line *number* is named as that of the text."""
        return number in self.longer or number in self.below


def repeats(page: "Page", dates: Iterable[FoundDate]) -> Repeats:
    """Return where the headline of *page* stands again; a short one may be a word of a menu."""
    title = page.headline
    if title is None or len(title.text) < _LEAST:
        return Repeats(frozenset(), frozenset(), 0)
    size, folded, first = len(title.text), fold_title(title.text), title.text[:1]
    near = [
        (line.number, fold_title(line.text))
        for line in page.top
        if line.text[:1] == first and size <= len(line.text) <= size + _MOST
    ]
    longer = {number for number, text in near if text != folded and text.startswith(folded)}
    dated = {bisect_right(page.top, date.start, key=_start_of) - 1 for date in dates}
    above = {page.top[at].number for at in dated if at >= 0}
    same = {number for number, text in near if text == folded} - {title.number}
    below = {number + 1 for number in same if number - 1 not in above}
    return Repeats(frozenset(longer), frozenset(below), size)


def _start_of(line: Line) -> int:
    return line.start
