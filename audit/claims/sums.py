"""How much the lines of a text hold, and how far it is from each to the next of a kind."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

NOWHERE: Final = 1_000
"""How far away is what is nowhere."""


class Sums:
    """How much the first so many lines hold, with room at both ends."""

    room: Final = 40

    def __init__(self, amounts: Iterable[int]) -> None:
        sums = list(accumulate(amounts, initial=0))
        self.total = sums[-1]
        self.sums = [0] * self.room + sums + [sums[-1]] * self.room

    def between(self, start: int, end: int) -> int:
        """Return how much the lines [start, end) hold, both within the room."""
        return self.sums[end + self.room] - self.sums[start + self.room]

    def around(self, lines: Sequence[int], start: int, end: int) -> Sequence[int]:
        """Return how much stands from *start* lines behind each of *lines* to *end* behind it."""
        sums, first, last = self.sums, start + self.room, end + self.room
        return [sums[line + last] - sums[line + first] for line in lines]

    def below(self, start: int) -> int:
        """Return how much the lines from *start* on hold."""
        return self.total - self.sums[start + self.room]


def padded(told: Sequence[bool], looked: range, size: int) -> Sequence[bool]:
    """Return what is *told* of the lines *looked* at, and no of the others of *size* lines."""
    return [*[False] * looked.start, *told, *[False] * (size - looked.stop)]


def distances(kinds: Sequence[bool]) -> list[int]:
    """Return for every line how many lines below it the next of its kind stands; none: many."""
    found, distance = [NOWHERE] * len(kinds), NOWHERE
    for number in range(len(kinds) - 1, -1, -1):
        found[number] = distance
        distance = 1 if kinds[number] else distance + 1
    return found
