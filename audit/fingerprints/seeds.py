"""Seeds: short runs of words that two documents share, joined into maximal shared runs."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shelf import Flags, Numbered

SEED: Final = 5
"""Tokens in a seed."""
SEED_OF_CHARACTERS: Final = 8
"""Characters in a seed where words are characters: about five words of Chinese or Japanese."""
MOST_PLACES: Final = 16
"""A seed that stands more often on one side says nothing about where it belongs."""

Positions = npt.NDArray[np.int64]
Run = tuple[int, int, int, bool]
"""Place in a, place in b, length in tokens, and whether it is masked."""


class Places:
    """Where every seed stands in one document b."""

    def __init__(self, seeds: Numbered, whole: Sequence[Flags], b: int, length: int) -> None:
        """Index the *seeds* of *b*, *length* long; *whole* are boilerplate from end to end."""
        self.seeds = seeds
        self.whole = whole
        self.b = b
        self.length = length
        numbers = seeds.every[b]
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
        whole_a, whole_b = self.whole[a][places_a], self.whole[self.b][places_b]
        some_a, some_b = self.seeds.masked[a][places_a], self.seeds.masked[self.b][places_b]
        masked = whole_a & whole_b
        # The end of a set phrase is no phrase: what only touches one on one side is the body's.
        clear = ~(some_a & some_b) & ~whole_a & ~whole_b
        return sorted(
            [(*run, True) for run in _join(places_a[masked], places_b[masked], self.length)]
            + [(*run, False) for run in _join(places_a[clear], places_b[clear], self.length)]
        )


def _join(places_a: Positions, places_b: Positions, seed: int) -> list[tuple[int, int, int]]:
    """Join seeds that continue each other into runs; a place belongs to its longest run alone.

    *places_a* ascend.
    """
    if not places_a.size:
        return []
    order = np.argsort(places_a - places_b, kind="stable")
    places_a, places_b = places_a[order], places_b[order]
    starts, length = _stretches(places_a, places_b)
    size = np.repeat(length, length)
    best_a = np.zeros(int(places_a.max()) + 1, dtype=np.int64)
    best_b = np.zeros(int(places_b.max()) + 1, dtype=np.int64)
    np.maximum.at(best_a, places_a, size)
    np.maximum.at(best_b, places_b, size)
    best = (size == best_a[places_a]) & (size == best_b[places_b])
    places_a, places_b = places_a[best], places_b[best]
    starts, length = _stretches(places_a, places_b)
    i, j = places_a[starts], places_b[starts]
    return list(zip(i.tolist(), j.tolist(), (length + seed - 1).tolist(), strict=True))


def _stretches(places_a: Positions, places_b: Positions) -> tuple[Positions, Positions]:
    """Return where each run of seeds on one diagonal begins, and how many it has.

    The seeds lie diagonal by diagonal, and in each by their place.
    """
    is_next = (np.diff(places_a - places_b) == 0) & (np.diff(places_a) == 1)
    starts = np.flatnonzero(np.append(True, ~is_next))
    return starts, np.diff(np.append(starts, places_a.size))
