"""Passages: seeds (shared runs of words) chained over small differences, after passim and PAN."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shelf import Numbered, Shelf, grouped

SEED: Final = 5
"""Tokens in a seed."""
MOST_PLACES: Final = 16
"""A seed that stands more often on one side says nothing about where it belongs."""

Positions = npt.NDArray[np.int64]
Run = tuple[int, int, int, bool]
"""Place in a, place in b, length in tokens, and whether it is masked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How seeds become passages, in tokens."""

    gap: int = 30
    """The most that may stand between two runs of one passage, on either side."""
    shortest: int = 15
    """The least length of a passage, on both sides."""
    run: int = 8
    """The least length of its longest unbroken run."""
    density: float = 0.5
    """The least share of its longer side that is shared."""


@dataclass(slots=True, kw_only=True)
class Chain:
    """Tokens [a_first, a_last) of a that are tokens [b_first, b_last) of b but for small gaps."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    matched: int
    longest: int
    masked: bool


def passages(shelf: Shelf, pairs: Sequence[tuple[int, int]], reach: Reach) -> list[list[Chain]]:
    """Return for each of *pairs* (places on the shelf) its passages, by their place in a.

    Runs of boilerplate and runs of the body are chained apart. A part that stands in several
    places of the other document is given once, in its longest passage.
    """
    seeds = shelf.numbered(SEED)
    found: list[list[Chain]] = [[] for _ in pairs]
    swapped = [(b, a) for a, b in pairs]
    for b, others in grouped(swapped):
        index = _Places(seeds, b)
        for row, a in others:
            found[row] = _passages(index.runs(a), reach)
    return found


def _passages(runs: list[Run], reach: Reach) -> list[Chain]:
    if max((run[2] for run in runs), default=0) < reach.run:
        return []
    whole = [chain for chain in _chain(runs, reach) if _is_passage(chain, reach)]
    return sorted(_distinct(whole), key=lambda chain: (chain.a_first, chain.b_first))


class _Places:
    """Where every seed stands in one document b."""

    def __init__(self, seeds: Numbered, b: int) -> None:
        self.seeds = seeds
        numbers = seeds.every[b]
        self.masked = seeds.masked[b]
        self.order = np.argsort(numbers, kind="stable")
        self.count = np.bincount(numbers, minlength=seeds.total)
        self.first = np.zeros(seeds.total, dtype=np.int64)
        ordered = numbers[self.order]
        fresh = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])[: ordered.size])
        self.first[ordered[fresh]] = fresh

    def runs(self, a: int) -> list[Run]:
        """Return maximal shared runs as (place in a, place in b, length, masked), by place in a."""
        numbers = self.seeds.every[a]
        count = self.count[numbers]
        place_a = np.flatnonzero((count > 0) & (count <= MOST_PLACES))
        if not place_a.size:
            return []
        count = count[place_a]
        step = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        places_b = self.order[np.repeat(self.first[numbers[place_a]], count) + step]
        places_a = np.repeat(place_a, count)
        masked = self.seeds.masked[a][places_a] & self.masked[places_b]
        clear = ~self.seeds.masked[a][places_a] & ~self.masked[places_b]
        return sorted(
            [(*run, True) for run in _join(places_a[masked], places_b[masked])]
            + [(*run, False) for run in _join(places_a[clear], places_b[clear])]
        )


def _join(places_a: Positions, places_b: Positions) -> list[tuple[int, int, int]]:
    """Join seeds that continue each other into runs; a place belongs to its longest run alone."""
    if not places_a.size:
        return []
    order, starts, length = _diagonals(places_a, places_b)
    places_a, places_b = places_a[order], places_b[order]
    size = np.repeat(length, np.diff(np.append(starts, order.size)))
    best_a = np.zeros(int(places_a.max()) + 1, dtype=np.int64)
    best_b = np.zeros(int(places_b.max()) + 1, dtype=np.int64)
    np.maximum.at(best_a, places_a, size)
    np.maximum.at(best_b, places_b, size)
    best = (size == best_a[places_a]) & (size == best_b[places_b])
    places_a, places_b = places_a[best], places_b[best]
    order, starts, length = _diagonals(places_a, places_b)
    i, j = places_a[order][starts], places_b[order][starts]
    return list(zip(i.tolist(), j.tolist(), (length + SEED - 1).tolist(), strict=True))


def _diagonals(places_a: Positions, places_b: Positions) -> tuple[Positions, Positions, Positions]:
    """Return the order of seeds by diagonal, where each run begins in it, and its seeds."""
    diagonal = places_a - places_b
    order = np.lexsort((places_a, diagonal))
    i, d = places_a[order], diagonal[order]
    starts = np.flatnonzero(np.append(True, (np.diff(d) != 0) | (np.diff(i) != 1)))
    return order, starts, np.diff(np.append(starts, i.size))


def _chain(runs: list[Run], reach: Reach) -> list[Chain]:
    """Add each run to the open chain that it continues best, or begin a new one."""
    done: list[Chain] = []
    active: list[Chain] = []
    for i, j, length, masked in runs:
        alive = [chain for chain in active if chain.a_last + reach.gap >= i]
        done += [chain for chain in active if chain.a_last + reach.gap < i]
        active = alive
        best = min(
            (chain for chain in active if _follows(chain, (i, j, length, masked), reach)),
            key=lambda chain: abs((i - chain.a_last) - (j - chain.b_last)),
            default=None,
        )
        if best is None:
            active.append(_begin(i, j, length, masked))
        else:
            _extend(best, i, j, length)
    return done + active


def _follows(chain: Chain, run: Run, reach: Reach) -> bool:
    i, j, length, masked = run
    return (
        chain.masked == masked
        and chain.b_last - length < j <= chain.b_last + reach.gap
        and i + length > chain.a_last
        and j + length > chain.b_last
        and j >= chain.b_first
    )


def _begin(i: int, j: int, length: int, masked: bool) -> Chain:
    return Chain(
        a_first=i,
        a_last=i + length,
        b_first=j,
        b_last=j + length,
        matched=length,
        longest=length,
        masked=masked,
    )


def _extend(chain: Chain, i: int, j: int, length: int) -> None:
    overlap = max(chain.a_last - i, chain.b_last - j, 0)
    chain.a_last = i + length
    chain.b_last = j + length
    chain.matched += max(length - overlap, 0)
    chain.longest = max(chain.longest, length)


def _is_passage(chain: Chain, reach: Reach) -> bool:
    length_a = chain.a_last - chain.a_first
    length_b = chain.b_last - chain.b_first
    return (
        min(length_a, length_b) >= reach.shortest
        and chain.longest >= reach.run
        and chain.matched >= reach.density * max(length_a, length_b)
    )


def _distinct(chains: list[Chain]) -> list[Chain]:
    """Drop chains that lie mostly in what a longer one covers already, on either side."""
    kept: list[Chain] = []
    for chain in sorted(chains, key=lambda chain: (-chain.matched, chain.a_first, chain.b_first)):
        if not any(_covered(chain, other) for other in kept):
            kept.append(chain)
    return kept


def _covered(chain: Chain, other: Chain) -> bool:
    shared_a = min(chain.a_last, other.a_last) - max(chain.a_first, other.a_first)
    shared_b = min(chain.b_last, other.b_last) - max(chain.b_first, other.b_first)
    half_a = (chain.a_last - chain.a_first) / 2
    half_b = (chain.b_last - chain.b_first) / 2
    return shared_a > half_a or shared_b > half_b
