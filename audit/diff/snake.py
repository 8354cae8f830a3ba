"""diff-match-patch with a budget of steps in place of its clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from diff_match_patch import diff_match_patch

STEPS: Final = 4_000_000
"""Steps of one comparison; two ordinary versions of a book need a twentieth of them."""
GAP_STEPS: Final = 400_000
"""Steps towards the middle of one gap, some 900 edits; texts that share less are not versions."""

_OUT: Final = -(1 << 60)

Edits = list[tuple[int, str]]


@dataclass(slots=True)
class Budget:
    """What a comparison may still spend, and how many blocks it had to give up."""

    left: int = STEPS
    coarse: int = 0


class _Front:
    """The furthest points that can be reached from one corner, by diagonal, edit after edit."""

    __slots__ = ("a", "b", "reach")

    def __init__(self, a: Iterable[str], b: Iterable[str]) -> None:
        self.a = [*map(ord, a), -1]  # what ends one equals nothing of the other
        self.b = [*map(ord, b), -2]
        self.reach = [_OUT] * (2 * max(len(self.a), len(self.b)) + 1)
        """For diagonals below 0 from the end; far below zero where nothing is reached."""
        self.reach[1] = 0

    def advance(self, edits: int, facing: "_Front | None") -> tuple[int, tuple[int, int] | None]:
        """Allow one more edit; return the steps made and the point where *facing* is met."""
        a, b, reach = self.a, self.b, self.reach
        width, height = len(a) - 1, len(b) - 1
        theirs, steps = facing.reach if facing else None, 0
        low = -edits + 2 * max(0, edits - height)
        for diagonal in range(low, edits - 2 * max(0, edits - width) + 1, 2):
            x = reach[diagonal - 1] + 1
            if x < reach[diagonal + 1]:  # noqa: PLR1730  # `max` takes as long as all the rest
                x = reach[diagonal + 1]
            y = x - diagonal
            if x < 0 or x > width or y > height:
                reach[diagonal] = _OUT
                continue
            steps -= x
            while a[x] == b[y]:
                x += 1
                y += 1
            steps += x + 1
            reach[diagonal] = x
            if theirs and x + theirs[width - height - diagonal] >= width:
                return steps, (x, y)
        return steps, None


def middle(a: str, b: str, budget: Budget) -> tuple[int, int] | None:
    """Return a point in the middle of a shortest way from *a* to *b*, None where it costs too much.

    Myers, An O(ND) difference algorithm and its variations, Algorithmica 1 (1986), section 4b.
    """
    width, height = len(a), len(b)
    rounds = (width + height + 1) // 2
    floor = max(0, budget.left - GAP_STEPS)
    forward = _Front(a, b)
    backward = _Front(reversed(a), reversed(b))
    odd = (width - height) % 2
    for edits in range(rounds + 1):
        if budget.left <= floor:
            return None
        steps, point = forward.advance(edits, backward if odd else None)
        budget.left -= steps
        if point:
            return point
        steps, point = backward.advance(edits, None if odd else forward)
        budget.left -= steps
        if point:
            return width - point[0], height - point[1]
    return None


class Aligner(diff_match_patch):  # type: ignore[misc]  # the library has no types
    """The engine of every gap: `diff_main` as shipped, but bounded by steps, never by time.

    A timeout of 0 also turns off `diff_halfMatch`, which is quadratic and unbounded.
    """

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.Diff_Timeout = 0
        self.budget = budget

    def edits(self, a: str, b: str) -> Edits:
        """Return (-1 removed, 0 same, 1 added) and the characters, in order."""
        found: Edits = self.diff_main(a, b, False)
        return found

    def diff_bisect(self, text1: str, text2: str, deadline: float) -> Edits:  # noqa: D102  # inherited
        point = middle(text1, text2, self.budget)
        if point is None:
            self.budget.coarse += 1
            return [(self.DIFF_DELETE, text1), (self.DIFF_INSERT, text2)]
        x, y = point
        head: Edits = self.diff_main(text1[:x], text2[:y], False, deadline)
        tail: Edits = self.diff_main(text1[x:], text2[y:], False, deadline)
        return head + tail
