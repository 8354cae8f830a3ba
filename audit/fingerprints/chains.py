"""Passages: seeds (shared runs of words) chained over small differences, after passim and PAN."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.overlap import Side, spread
from audit.fingerprints.shingles import shingles

SEED: Final = 5
"""Tokens in a seed."""
MOST_PLACES: Final = 16
"""A seed that stands more often on one side says nothing about where it belongs."""

Positions = npt.NDArray[np.int64]


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


def passages(a: Side, b: Side, reach: Reach) -> list[Chain]:
    """Return the passages that *a* and *b* share, by their place in a.

    Runs of boilerplate and runs of the body are chained apart. A part of a that stands in
    several places of b is given once, in its longest passage.
    """
    runs = _runs(a, b)
    chains = _chain(runs, reach)
    whole = [chain for chain in chains if _is_passage(chain, reach)]
    return sorted(_distinct(whole), key=lambda chain: (chain.a_first, chain.b_first))


def _runs(a: Side, b: Side) -> list[tuple[int, int, int, bool]]:
    """Return maximal shared runs as (place in a, place in b, length, masked), by place in a."""
    found = []
    for masked in (False, True):
        places_a, places_b = _seeds(a, b, masked)
        if places_a.size:
            found += [(*run, masked) for run in _join(places_a, places_b)]
    return sorted(found)


def _seeds(a: Side, b: Side, masked: bool) -> tuple[Positions, Positions]:
    """Return all places (i, j) of seeds that a and b share, both masked or both not."""
    hashes_a, place_a = _kept(a, masked)
    hashes_b, place_b = _kept(b, masked)
    order = np.argsort(hashes_b, kind="stable")
    low = np.searchsorted(hashes_b[order], hashes_a, side="left")
    count = np.searchsorted(hashes_b[order], hashes_a, side="right") - low
    few = (count > 0) & (count <= MOST_PLACES)
    low, count, place_a = low[few], count[few], place_a[few]
    total = int(count.sum())
    step = np.arange(total) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(place_a, count), place_b[order][np.repeat(low, count) + step]


def _kept(side: Side, masked: bool) -> tuple[npt.NDArray[np.uint64], Positions]:
    every = shingles(side.hashes, SEED)
    if masked:
        inside = ~spread(~side.masked, SEED)
        return every[inside], np.flatnonzero(inside)
    outside = ~spread(side.masked, SEED)
    return every[outside], np.flatnonzero(outside)


def _join(places_a: Positions, places_b: Positions) -> list[tuple[int, int, int]]:
    """Join seeds that continue each other on one diagonal into maximal runs."""
    diagonal = places_a - places_b
    order = np.lexsort((places_a, diagonal))
    i, d = places_a[order], diagonal[order]
    starts = np.flatnonzero(np.append(True, (np.diff(d) != 0) | (np.diff(i) != 1)))
    ends = np.append(starts[1:], i.size) - 1
    length = i[ends] - i[starts] + SEED
    return list(zip(i[starts].tolist(), (i[starts] - d[starts]).tolist(), length.tolist(), strict=True))


def _chain(runs: list[tuple[int, int, int, bool]], reach: Reach) -> list[Chain]:
    """Add each run to the open chain that it continues best, or begin a new one."""
    done: list[Chain] = []
    active: list[Chain] = []
    for i, j, length, masked in runs:
        alive = [chain for chain in active if chain.a_last + reach.gap >= i]
        done += [chain for chain in active if chain.a_last + reach.gap < i]
        active = alive
        best = min(
            (chain for chain in active if chain.masked == masked and _follows(chain, i, j, length, reach)),
            key=lambda chain: abs((i - chain.a_last) - (j - chain.b_last)),
            default=None,
        )
        if best is None:
            active.append(_begin(i, j, length, masked))
        else:
            _extend(best, i, j, length)
    return done + active


def _follows(chain: Chain, i: int, j: int, length: int, reach: Reach) -> bool:
    return (
        chain.b_last - length < j <= chain.b_last + reach.gap
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
