"""What two token sequences share: exact resemblance, containment and remainders."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import shingles
from audit.fingerprints.tokens import CHARACTERS_IN_SHINGLE, WORDS_IN_SHINGLE, Hashes

WORDS_IN_CONTENT: Final = 3
CHARACTERS_IN_CONTENT: Final = 6
_PAIR: Final = 2
_GAP: Final = 5

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sets:
    """The shingles of one length: in order, the distinct ones sorted, and those of the body."""

    every: Hashes
    whole: Hashes
    body: Hashes


class Side:
    """The tokens of one document, with what was computed from them kept for the next pair."""

    def __init__(self, hashes: Hashes, masked: Flags, shingle: int) -> None:
        """Hold *hashes* (n,), and *masked* (n,): true for tokens of boilerplate or furniture."""
        self.hashes = hashes
        self.masked = masked
        self.shingle = shingle
        self._sets: dict[int, Sets] = {}

    @cached_property
    def pairs(self) -> Hashes:
        """Return the hash of every two neighbours, shape (n - 1,)."""
        return shingles(self.hashes, _PAIR)

    def sets(self, length: int) -> Sets:
        """Return the shingles of *length*."""
        if length not in self._sets:
            every = shingles(self.hashes, length)
            whole = np.unique(every)
            body = np.unique(every[~spread(self.masked, length)]) if self.masked.any() else whole
            self._sets[length] = Sets(every, whole, body)
        return self._sets[length]

    def covered(self, common: Hashes, length: int) -> Flags:
        """Tell which tokens lie in a shingle of *length* that is in the sorted *common*."""
        return cover(members(self.sets(length).every, common), length, self.hashes.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Exact scores of a pair, each 0 to 1, and what tells a shared template from a shared text."""

    raw: tuple[float, float, float]
    """Resemblance, containment of a in b, containment of b in a."""
    body: tuple[float, float, float]
    raw_content: float
    """Containment of the smaller in the larger by short shingles (3 words, or 6 characters)."""
    body_content: float
    remainder: int
    """Words outside the shared short shingles, on the side that has fewer."""
    remainder_resemblance: float
    """Share of the smaller remainder's neighbouring words that the other remainder has."""
    blocks: int
    """In how many blocks the shared short shingles stand, on the side that has fewer."""


def overlap(a: Side, b: Side) -> Overlap:
    """Compare two documents by shingles of their common length (5 words, or 12 characters)."""
    both = a.shingle == b.shingle == CHARACTERS_IN_SHINGLE
    length = CHARACTERS_IN_SHINGLE if both else WORDS_IN_SHINGLE
    short = CHARACTERS_IN_CONTENT if both else WORDS_IN_CONTENT
    common = shared(a.sets(short).whole, b.sets(short).whole)
    covered_a, covered_b = a.covered(common, short), b.covered(common, short)
    inner = _inner(a.pairs, ~covered_a), _inner(b.pairs, ~covered_b)
    return Overlap(
        raw=_scores(a.sets(length).whole, b.sets(length).whole),
        body=_scores(a.sets(length).body, b.sets(length).body),
        raw_content=_of_smaller(a.sets(short).whole, b.sets(short).whole),
        body_content=_of_smaller(a.sets(short).body, b.sets(short).body),
        remainder=int(min((~covered_a).sum(), (~covered_b).sum())),
        remainder_resemblance=_of_smaller(*inner),
        blocks=min(_blocks(covered_a), _blocks(covered_b)),
    )


def shared(a: Hashes, b: Hashes) -> Hashes:
    """Return what two sorted sets have in common, sorted."""
    common: Hashes = np.intersect1d(a, b, assume_unique=True)
    return common


def members(every: Hashes, chosen: Hashes) -> Flags:
    """Tell which of *every* are in the sorted *chosen*, shape of *every*."""
    if not chosen.size:
        return np.zeros(every.size, dtype=np.bool_)
    place = np.minimum(np.searchsorted(chosen, every), chosen.size - 1)
    return chosen[place] == every


def cover(flags: Flags, length: int, size: int) -> Flags:
    """Tell which of *size* tokens lie in a flagged shingle of *length*, shape (size,)."""
    edges = np.zeros(size + 1, dtype=np.int64)
    begins = np.flatnonzero(flags)
    np.add.at(edges, begins, 1)
    np.add.at(edges, np.minimum(begins + length, size), -1)
    return np.cumsum(edges[:-1]) > 0


def spread(masked: Flags, length: int) -> Flags:
    """Tell which shingles of *length* hold a masked token, shape (max(n - length + 1, 0),)."""
    count = max(masked.size - length + 1, 0)
    if not count:
        return np.zeros(0, dtype=np.bool_)
    sums = np.concatenate([[0], np.cumsum(masked)])
    return np.asarray(sums[length : length + count] - sums[:count] > 0)


def _inner(pairs: Hashes, rest: Flags) -> Hashes:
    return np.unique(pairs[rest[:-1] & rest[1:]])


def _of_smaller(a: Hashes, b: Hashes) -> float:
    smaller = min(a.size, b.size)
    return shared(a, b).size / smaller if smaller else 0.0


def _blocks(covered: Flags) -> int:
    """Count stretches of covered tokens, joined over small gaps."""
    places = np.flatnonzero(covered)
    return int(np.count_nonzero(np.diff(places) > _GAP + 1)) + 1 if places.size else 0


def _scores(a: Hashes, b: Hashes) -> tuple[float, float, float]:
    common = shared(a, b).size
    union = a.size + b.size - common
    return (
        common / union if union else 0.0,
        common / a.size if a.size else 0.0,
        common / b.size if b.size else 0.0,
    )
