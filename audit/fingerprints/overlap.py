"""What pairs of documents share: exact resemblance, containment and remainders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from audit.fingerprints.shelf import Flags, Numbers, Sets, Shelf, grouped
from audit.fingerprints.tokens import CHARACTERS_IN_SHINGLE, WORDS_IN_SHINGLE, Hashes

WORDS_IN_CONTENT: Final = 3
CHARACTERS_IN_CONTENT: Final = 6
DOUBTFUL: Final = (0.3, 1.0)
"""Contents that may come from a template: below nobody asks, above nobody doubts."""
_PAIR: Final = 2
_GAP: Final = 5
_EDGE: Final = 5
_FRAME: Final = 10
"""The blocks at the ends hold one in so many of the shared words, or they are no frame."""

Remainders = tuple[int, float, int, int, int]
_CLEAR: Final[Remainders] = (0, 0.0, 0, 0, 0)

_Counts = tuple[int, int, int, int, int, int]
"""Sizes of a and of b, and what they share: of the wholes, then of the bodies."""

Scores = tuple[float, float, float]
"""Resemblance, containment of a in b, containment of b in a."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Exact scores of a pair, each 0 to 1, and what tells a shared template from a shared text."""

    raw: Scores
    body: Scores
    raw_content: float
    """Containment of the smaller in the larger by short shingles (3 words, or 6 characters)."""
    body_content: float
    """Share of the smaller whole that stands in the bodies of both, by the same shingles."""
    remainder: int = 0
    """Words outside the shared short shingles, on the side that has fewer."""
    remainder_resemblance: float = 0.0
    """Share of the smaller remainder's neighbouring words that the other remainder has."""
    blocks: int = 0
    """In how many blocks the shared short shingles stand, on the side that has fewer."""
    stretches: int = 0
    """In how many they stand where no gap is small."""
    framed: int = 0
    """At how many ends, 0 to 2, both stand in words that they share, as pages of one template do;
    0 where a line at the ends is little beside what is shared between them.

    The last five are 0 where the content is not in doubt.
    """


def overlaps(shelf: Shelf, pairs: Sequence[tuple[int, int]]) -> list[Overlap]:
    """Compare each of *pairs* (places on the shelf) by shingles of 5 words, or of 12 characters."""
    found: dict[int, Overlap] = {}
    spaceless = [shelf.documents[a].spaceless and shelf.documents[b].spaceless for a, b in pairs]
    for wanted, lengths in (
        (False, (WORDS_IN_SHINGLE, WORDS_IN_CONTENT)),
        (True, (CHARACTERS_IN_SHINGLE, CHARACTERS_IN_CONTENT)),
    ):
        rows = [row for row, each in enumerate(spaceless) if each is wanted]
        if rows:
            comparison = _Comparison(shelf, *lengths)
            for first, others in grouped([pairs[row] for row in rows]):
                for row, overlap in comparison.of(first, others):
                    found[rows[row]] = overlap
    return [found[row] for row in range(len(pairs))]


class _Comparison:
    """Pairs compared by shingles of two lengths."""

    def __init__(self, shelf: Shelf, length: int, short: int) -> None:
        self.long = shelf.sets(length)
        self.short = shelf.sets(short)
        self.shelf = shelf
        self.length = short

    def of(self, a: int, others: Sequence[tuple[int, int]]) -> list[tuple[int, Overlap]]:
        """Compare *a* with each of *others*, which are (row, place)."""
        places = np.array([b for _, b in others], dtype=np.int64)
        shared = zip(_counts(self.long, a, places), _counts(self.short, a, places), strict=True)
        return [
            (row, self._overlap(a, b, *counts))
            for (row, b), counts in zip(others, shared, strict=True)
        ]

    def _overlap(self, a: int, b: int, long: _Counts, short: _Counts) -> Overlap:
        content = _share(short[2], min(short[:2]))
        look = DOUBTFUL[0] <= content < DOUBTFUL[1]
        remainders = self._remainders(a, b) if look else _CLEAR
        remainder, resemblance, blocks, stretches, framed = remainders
        return Overlap(
            raw=_scores(*long[:3]),
            body=_scores(*long[3:]),
            raw_content=content,
            body_content=_share(short[5], min(short[:2])),
            remainder=remainder,
            remainder_resemblance=resemblance,
            blocks=blocks,
            stretches=stretches,
            framed=framed,
        )

    def _remainders(self, a: int, b: int) -> Remainders:
        covered_a, covered_b = self._covered(a, b), self._covered(b, a)
        rest_a, rest_b = self._rest(a, covered_a), self._rest(b, covered_b)
        common = np.intersect1d(rest_a, rest_b, assume_unique=True).size
        return (
            int(min((~covered_a).sum(), (~covered_b).sum())),
            _share(common, min(rest_a.size, rest_b.size)),
            min(_blocks(covered_a, _GAP), _blocks(covered_b, _GAP)),
            min(_blocks(covered_a, 0), _blocks(covered_b, 0)),
            _framed(covered_a, covered_b),
        )

    def _covered(self, place: int, other: int) -> Flags:
        """Tell which words of the document at *place* stand in short shingles of the *other*."""
        shingles = self.shelf.runs(self.length).of(place)
        size = int(self.shelf.sizes[place])
        return cover(self.short.holds(other, shingles), self.length, size)

    def _rest(self, place: int, covered: Flags) -> Hashes:
        outside = ~covered
        words = self.shelf.runs(_PAIR).of(place)
        return np.unique(words[outside[:-1] & outside[1:]])


def _counts(sets: Sets, a: int, places: Numbers) -> Iterator[_Counts]:
    """Yield for *a* and each of *places* the sizes and what is shared, of wholes and of bodies."""
    sizes = sets.sizes.tolist()
    for b, common in zip(places.tolist(), sets.common(a, places).T.tolist(), strict=True):
        whole, body = common
        yield sizes[0][a], sizes[0][b], whole, sizes[1][a], sizes[1][b], body


def cover(flags: Flags, length: int, size: int) -> Flags:
    """Tell which of *size* words lie in a flagged shingle of *length*, shape (size,)."""
    edges = np.zeros(size + 1, dtype=np.int64)
    begins = np.flatnonzero(flags)
    edges[begins] += 1
    edges[begins + length] -= 1
    return np.cumsum(edges[:-1]) > 0


def _share(common: int, size: int) -> float:
    return common / size if size else 0.0


def _framed(a: Flags, b: Flags) -> int:
    """Count the ends where both are covered; none where most of what they share is elsewhere."""
    begins = bool(a[:_EDGE].any() and b[:_EDGE].any())
    ends = bool(a[-_EDGE:].any() and b[-_EDGE:].any())
    heavy = all(_FRAME * _at_ends(each, begins, ends) >= each.sum() for each in (a, b))
    return begins + ends if heavy else 0


def _at_ends(covered: Flags, begins: bool, ends: bool) -> int:
    """Count the covered words of the first block, of the last, or of both."""
    places = np.flatnonzero(covered)
    breaks = np.flatnonzero(np.diff(places) > _GAP + 1)
    if not breaks.size:
        return places.size
    return begins * int(breaks[0] + 1) + ends * int(places.size - breaks[-1] - 1)


def _blocks(covered: Flags, gap: int) -> int:
    """Count stretches of covered words, joined over gaps of so many."""
    places = np.flatnonzero(covered)
    return int(np.count_nonzero(np.diff(places) > gap + 1)) + 1 if places.size else 0


def _scores(a: int, b: int, common: int) -> Scores:
    return _share(common, a + b - common), _share(common, a), _share(common, b)
