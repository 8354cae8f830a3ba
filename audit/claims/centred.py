"""Which lines of a plain text are set in the middle of its page, as title pages set them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

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
_TOUCH: Final = 1
"""Characters between two lines without a blank line between them, but for the margin."""
_MARGIN: Final = 4
"""Lines that begin below each other where a margin is, at least; lines in the middle seldom do."""
_MOST: Final = 0.5
"""Share of the lines up to which it says something that a line stands in the middle."""


def centred(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of the *lines* that stand in the middle between the margins.

    None where nothing shows the margins, as in texts whose paragraphs are one line each.
    """
    if all(line.indent < _APART for line in lines):
        return frozenset()
    long = [line for line in lines if _LONG <= len(line.text) <= _WIDEST]
    if len(long) < _FEW:
        return frozenset()
    left = min(line.indent for line in long)
    ends = sorted(map(_end, long))
    right = ends[len(ends) * 9 // 10]
    times = Counter(line.indent for line in lines)
    middle = {
        at
        for at, line in enumerate(lines)
        if times[line.indent] < _MARGIN and _is_middle(line, left, right)
    }
    found = frozenset(at for run in _runs(lines) if middle.issuperset(run) for at in run)
    return found if len(found) <= _MOST * len(lines) else frozenset()


def _end(line: Line) -> int:
    """Return how far from the left edge a line ends."""
    return line.indent + len(line.text)


def _is_middle(line: Line, left: int, right: int) -> bool:
    is_apart = line.indent >= left + _APART and _end(line) <= right - _APART
    off = abs(line.indent + _end(line) - left - right) / 2
    return is_apart and off <= _OFF * (right - left)


def _runs(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the places of lines without a blank line between them."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not _touches(lines[at - 1], lines[at]):
            yield range(start, at)
            start = at


def _touches(line: Line, below: Line) -> bool:
    return below.start - below.indent - line.end <= _TOUCH
