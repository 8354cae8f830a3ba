"""Find passages that were taken out at one place and put in at another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Final

from audit.diff.anchors import Match, Piece, joined, runs, shared_once
from audit.diff.pair import Gap, Pair

SEED: Final = 5
"""Tokens of a run that must be unique in what was removed and in what was added."""
BREAK: Final = 8
"""Tokens that may differ between two runs of one moved passage."""
SHORTEST: Final = 12
"""Words of the shortest passage that counts as moved."""


@dataclass(slots=True)
class Moves:
    """What moved, what changed inside it, and which tokens of both sides that covers."""

    a: bytearray
    b: bytearray
    moved: list[Gap] = field(default_factory=list)
    inner: list[Gap] = field(default_factory=list)


def find_moves(pair: Pair, gaps: Sequence[Gap]) -> Moves:
    """Return the passages that went from one of the *gaps* to another place among them."""
    moves = Moves(bytearray(len(pair.a.tokens.keys)), bytearray(len(pair.b.tokens.keys)))
    for chain in _chains(pair, gaps):
        if sum(pair.a.words(run.a, run.a + run.size) for run in chain) >= SHORTEST:
            _take(moves, chain)
    return moves


def without(gaps: Iterable[Gap], moves: Moves) -> Iterator[Gap]:
    """Yield what is left of the *gaps* when the moved passages are gone."""
    for gap in gaps:
        a = _left(moves.a, gap.a, gap.a_end)
        b = _left(moves.b, gap.b, gap.b_end)
        ends = (gap.a_end, gap.a_end), (gap.b_end, gap.b_end)
        for one, other in zip_longest(a, b):
            yield Gap(*(one or ends[0]), *(other or ends[1]))


class _Free:
    """Which tokens of both sides were removed or added and belong to no run yet."""

    def __init__(self, pair: Pair, gaps: Sequence[Gap]) -> None:
        self.keys = pair.a.tokens.keys, pair.b.tokens.keys
        self.a = bytearray(len(self.keys[0]) + 1)
        self.b = bytearray(len(self.keys[1]) + 1)
        for gap in gaps:
            self.a[gap.a : gap.a_end] = b"\1" * (gap.a_end - gap.a)
            self.b[gap.b : gap.b_end] = b"\1" * (gap.b_end - gap.b)

    def __call__(self, a: int, b: int) -> bool:
        """Tell whether the two tokens are free; the one past the last never is."""
        return bool(self.a[a] and self.b[b])

    def grow(self, seed: Match) -> Match:
        """Return *seed* less what is taken already, grown as far as it is equal, and take it."""
        a, b, end = seed.a, seed.b, seed.a + seed.size
        while a < end and not self(a, b):
            a, b = a + 1, b + 1
        if a == end:
            return Match(a, b, 0)
        first, other = self._edge(a, b, -1)
        last, _ = self._edge(a, b, 1)
        run = Match(first, other, last - first + 1)
        self.a[run.a : run.a + run.size] = bytes(run.size)
        self.b[run.b : run.b + run.size] = bytes(run.size)
        return run

    def _edge(self, a: int, b: int, step: int) -> tuple[int, int]:
        while self(a + step, b + step) and self.keys[0][a + step] == self.keys[1][b + step]:
            a, b = a + step, b + step
        return a, b

    def between(self, run: Match, following: Match) -> bool:
        """Tell whether *following* carries on the passage of *run* after a short break."""
        a, b = slice(run.a + run.size, following.a), slice(run.b + run.size, following.b)
        return (
            0 <= a.stop - a.start <= BREAK
            and 0 <= b.stop - b.start <= BREAK
            and all(self.a[a])
            and all(self.b[b])
        )


def _chains(pair: Pair, gaps: Sequence[Gap]) -> Iterator[list[Match]]:
    free = _Free(pair, gaps)
    seeds = sorted(joined(_seeds(pair, gaps)), key=lambda seed: (-seed.size, seed.a))
    grown = sorted((free.grow(seed) for seed in seeds), key=lambda run: run.a)
    chain: list[Match] = []
    for run in grown:
        if not run.size:
            continue
        if chain and not free.between(chain[-1], run):
            yield chain
            chain = []
        chain.append(run)
    if chain:
        yield chain


def _seeds(pair: Pair, gaps: Sequence[Gap]) -> Iterator[Match]:
    return shared_once(
        _pieces(pair.a.tokens.keys, ((gap.a, gap.a_end) for gap in gaps)),
        _pieces(pair.b.tokens.keys, ((gap.b, gap.b_end) for gap in gaps)),
    )


def _pieces(keys: Sequence[int], ranges: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    for first, last in ranges:
        yield from runs(keys, range(first, last - SEED + 1), SEED)


def _take(moves: Moves, chain: Sequence[Match]) -> None:
    for run in chain:
        moves.moved.append(Gap(run.a, run.a + run.size, run.b, run.b + run.size))
    for gap, following in pairwise(moves.moved[-len(chain) :]):
        if gap.a_end < following.a or gap.b_end < following.b:
            moves.inner.append(Gap(gap.a_end, following.a, gap.b_end, following.b))
    first, last = chain[0], chain[-1]
    moves.a[first.a : last.a + last.size] = b"\1" * (last.a + last.size - first.a)
    moves.b[first.b : last.b + last.size] = b"\1" * (last.b + last.size - first.b)


def _left(taken: bytearray, first: int, last: int) -> list[tuple[int, int]]:
    """Return the stretches of [first, last) that are not taken."""
    stretches = []
    place = first
    while place < last:
        start = taken.find(0, place, last)
        if start < 0:
            break
        place = taken.find(1, start, last)
        place = last if place < 0 else place
        stretches.append((start, place))
    return stretches
