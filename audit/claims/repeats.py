"""Where a text names itself again: its headline stands twice, or in a list of several texts."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from audit.calendars import FoundDate
from audit.claims.headline import Line

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


def repeats(page: "Page", dates: Iterable[FoundDate], lines: Mapping[int, Line]) -> Repeats:
    """Return where the headline of *page* stands again; a short one may be a word of a menu.

    *lines* are those of the top by where they start.
    """
    title = page.headline
    if title is None or len(title.text) < _LEAST:
        return Repeats(frozenset(), frozenset(), 0)
    size, near = len(title.text), list(_copies(page, title, lines))
    longer = {line.number for line in near if len(line.text) > size}
    same = {line.number for line in near if len(line.text) == size}
    dated = {bisect_right(page.top_starts, date.start) - 1 for date in dates if same}
    above = {page.top[at].number for at in dated if at >= 0}
    below = {number + 1 for number in same if number - 1 not in above}
    return Repeats(frozenset(longer), frozenset(below), size)


def _copies(page: "Page", title: Line, lines: Mapping[int, Line]) -> Iterator[Line]:
    """Yield the other lines that begin with the headline and go on but a little."""
    at = page.text.find(title.text)
    while at >= 0:
        line = lines.get(at)
        if line and line is not title and len(line.text) <= len(title.text) + _MOST:
            yield line
        at = page.text.find(title.text, at + len(title.text))
