"""Which lines of a plain text are set in the middle of its page, as title pages set them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audit.claims.headline import Line

_LONG: Final = 50
"""Characters from which on a line may reach from margin to margin."""
_WIDEST: Final = 132
"""Characters of a line of a page, at most; longer ones were never broken to fit one."""
_FEW: Final = 3
"""Such lines that show where the margins are, at least."""
_APART: Final = 8
"""Blanks between a margin and a line in the middle, at least."""
_OFF: Final = 0.08
"""Share of the page by which the middle of a line is off that of the page, at most."""
_EVEN: Final = 2
"""Twice the characters by which lines are off that stand in the middle of each other, at most."""
_TOUCH: Final = 1
"""Characters between two lines without a blank line between them, but for the margin."""
_BLANK: Final = 2
"""The same with one blank line between them."""
_FULL: Final = 30
"""Characters of a line for whose next word there may have been no room; shorter ones are whole."""
_OPEN: Final = (",", ":", ";")
_ARTICLES: Final = " a an the der die das la le les el il "
_BEFORE: Final = (
    " and concerning for from in of on or to with des und von zu zur de del du et di da dos y e en "
    "mit "
)
"""Words behind which a title goes on in the next line, articles as well; before them it is cut."""
_MARGIN: Final = 4
"""Lines that begin below each other where a margin is, at least; lines in the middle seldom do."""
_MOST: Final = 0.75
"""Share of the lines up to which it says something that a line stands in the middle."""


def centred(lines: "Sequence[Line]") -> frozenset[int]:
    """Return the places of the *lines* that stand in the middle: of the page, or of each other.

    None where nothing shows the margins, as in texts whose paragraphs are one line each.
    """
    if all(line.column < _APART for line in lines):
        return frozenset()
    long = [line for line in lines if _LONG <= len(line.text) <= _WIDEST]
    if len(long) < _FEW:
        return frozenset()
    ends = sorted(map(_end, long))
    page = range(min(line.column for line in long), ends[len(ends) * 9 // 10])
    times = Counter(line.column for line in lines)
    able = [
        at
        for at, line in enumerate(lines)
        if times[line.column] < _MARGIN and _stands_apart(line, page)
    ]
    middle = {at for at in able if _is_middle(lines[at], page)} | _of_one_axis(lines, able)
    found = frozenset(at for run in _runs(lines) if middle.issuperset(run) for at in run)
    return found if len(found) <= _MOST * len(lines) else frozenset()


def _of_one_axis(lines: "Sequence[Line]", able: Sequence[int]) -> frozenset[int]:
    """Return those of the lines that stand in the middle of each other, where most of them do."""
    sums = [lines[at].column + _end(lines[at]) for at in able]
    axis = max(
        sums, key=lambda one: (sum(abs(one - each) <= _EVEN for each in sums), -one), default=0
    )
    found = [at for at, each in zip(able, sums, strict=True) if abs(axis - each) <= _EVEN]
    is_axis = len(found) >= _FEW and 2 * len(found) > len(able)
    differ = len({lines[at].column for at in found}) > 1
    return frozenset(found) if is_axis and differ else frozenset()


def beside(lines: "Sequence[Line]", middle: Collection[int], number: int) -> range:
    """Return the places of the lines over which a title in the *middle* goes on at *number*."""
    first = last = number
    while number in middle and first - 1 in middle and _go_on(lines[first - 1], lines[first]):
        first -= 1
    while number in middle and last + 1 in middle and _go_on(lines[last], lines[last + 1]):
        last += 1
    return range(first, last + 1)


def _go_on(line: "Line", below: "Line") -> bool:
    """Tell whether two lines are of one title: full and all in capitals or none, or cut."""
    gap = below.start - below.indent - line.end
    if is_cut(line.text) or begins_within(below.text):
        return gap <= _BLANK
    is_full = len(line.text) >= _FULL and line.text.isupper() == below.text.isupper()
    return is_full and gap <= _TOUCH


def goes_on(lines: "Sequence[Line]", middle: Collection[int], number: int) -> bool:
    """Tell whether a line in the *middle* ends in the midst of a title that the next one ends."""
    return number + 1 in middle and _go_on(lines[number], lines[number + 1])


def is_cut(text: str) -> bool:
    """Tell whether a line ends in the midst of a title: `The Life of`."""
    end = text.rsplit(None, 1)[-1].lower()
    return end.endswith(_OPEN) or f" {end} " in _BEFORE + _ARTICLES


def begins_within(text: str) -> bool:
    """Tell whether a line begins in the midst of a title: `of the Lamp`."""
    return f" {text.split(None, 1)[0].lower()} " in _BEFORE


def _end(line: "Line") -> int:
    """Return how far from the left edge a line ends."""
    return line.column + len(line.text)


def _stands_apart(line: "Line", page: range) -> bool:
    """Tell whether a line stands away from both margins of the *page*."""
    return line.column >= page.start + _APART and _end(line) <= page.stop - _APART


def _is_middle(line: "Line", page: range) -> bool:
    off = abs(line.column + _end(line) - page.start - page.stop) / 2
    return off <= _OFF * len(page)


def _runs(lines: "Sequence[Line]") -> Iterator[range]:
    """Yield the places of lines without a blank line between them."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not _touches(lines[at - 1], lines[at]):
            yield range(start, at)
            start = at


def _touches(line: "Line", below: "Line") -> bool:
    return below.start - below.indent - line.end <= _TOUCH
