"""What two token sequences share: exact resemblance, containment and remainders."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import shingles
from audit.fingerprints.tokens import CHARACTERS_IN_SHINGLE, WORDS_IN_SHINGLE, Hashes

_PAIR: Final = 2

Flags = npt.NDArray[np.bool_]


class Side:
    """The tokens of one document, with what was computed from them kept for the next pair."""

    def __init__(self, hashes: Hashes, masked: Flags, shingle: int) -> None:
        """Hold *hashes* (n,), and *masked* (n,): true for tokens of boilerplate or furniture."""
        self.hashes = hashes
        self.masked = masked
        self.shingle = shingle
        self._sets: dict[int, tuple[Hashes, Hashes, Hashes]] = {}

    @cached_property
    def pairs(self) -> Hashes:
        """Return the hash of every two neighbours, shape (n - 1,)."""
        return shingles(self.hashes, _PAIR)

    def sets(self, length: int) -> tuple[Hashes, Hashes, Hashes]:
        """Return all shingles of *length* in order, the distinct ones, and those of the body."""
        if length not in self._sets:
            every = shingles(self.hashes, length)
            whole = np.unique(every)
            body = np.unique(every[~spread(self.masked, length)]) if self.masked.any() else whole
            self._sets[length] = every, whole, body
        return self._sets[length]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Exact scores of a pair, each 0 to 1, and the words outside the shared shingles."""

    raw: tuple[float, float, float]
    """Resemblance, containment of a in b, containment of b in a."""
    body: tuple[float, float, float]
    remainder_a: int
    remainder_b: int
    remainder_resemblance: float
    """Share of the smaller remainder's neighbouring words that the other remainder has."""


def overlap(a: Side, b: Side) -> Overlap:
    """Compare two documents by shingles of their common length (5 words, or 12 characters)."""
    both = a.shingle == b.shingle == CHARACTERS_IN_SHINGLE
    length = CHARACTERS_IN_SHINGLE if both else WORDS_IN_SHINGLE
    every_a, whole_a, body_a = a.sets(length)
    every_b, whole_b, body_b = b.sets(length)
    common = np.intersect1d(whole_a, whole_b, assume_unique=True)
    same_body = body_a is whole_a and body_b is whole_b
    shared_body = common if same_body else np.intersect1d(body_a, body_b, assume_unique=True)
    rest_a = ~cover(members(every_a, common), length, a.hashes.size)
    rest_b = ~cover(members(every_b, common), length, b.hashes.size)
    return Overlap(
        raw=_scores(common.size, whole_a.size, whole_b.size),
        body=_scores(shared_body.size, body_a.size, body_b.size),
        remainder_a=int(rest_a.sum()),
        remainder_b=int(rest_b.sum()),
        remainder_resemblance=_alike(_inner(a.pairs, rest_a), _inner(b.pairs, rest_b)),
    )


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


def _alike(a: Hashes, b: Hashes) -> float:
    smaller = min(a.size, b.size)
    return np.intersect1d(a, b, assume_unique=True).size / smaller if smaller else 0.0


def _scores(common: int, a: int, b: int) -> tuple[float, float, float]:
    union = a + b - common
    return (
        common / union if union else 0.0,
        common / a if a else 0.0,
        common / b if b else 0.0,
    )
