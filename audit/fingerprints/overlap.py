"""What pairs of documents share: exact resemblance, containment and remainders."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from audit.fingerprints.shelf import Flags, Numbers, Shelf, distinct, grouped
from audit.fingerprints.tokens import CHARACTERS_IN_SHINGLE, WORDS_IN_SHINGLE

WORDS_IN_CONTENT: Final = 3
CHARACTERS_IN_CONTENT: Final = 6
DOUBTFUL: Final = (0.3, 0.9)
"""Contents that may come from a template: below nobody asks, above nobody doubts."""
_PAIR: Final = 2
_GAP: Final = 5
_EDGE: Final = 5

Remainders = tuple[int, float, int, int]
_CLEAR: Final[Remainders] = (0, 0.0, 0, 0)

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
    framed: int = 0
    """At how many ends, 0 to 2, both stand in words that they share, as pages of one template do.

    The last four are 0 where the content is not in doubt.
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
        self.long = shelf.numbered(length)
        self.short = shelf.numbered(short)
        self.shelf = shelf
        self.length = short
        self.sizes = [document.hashes.size for document in shelf.documents]
        self.in_long = np.zeros((2, self.long.total), dtype=np.bool_)
        self.in_short = np.zeros((2, self.short.total), dtype=np.bool_)

    def of(self, a: int, others: Sequence[tuple[int, int]]) -> list[tuple[int, Overlap]]:
        """Compare *a* with each of *others*, which are (row, place)."""
        self._mark(a, present=True)
        answers = [(row, self._overlap(a, b)) for row, b in others]
        self._mark(a, present=False)
        return answers

    def _mark(self, a: int, *, present: bool) -> None:
        for flags, numbered in ((self.in_long, self.long), (self.in_short, self.short)):
            flags[0][numbered.whole[a]] = present
            flags[1][numbered.body[a]] = present

    def _overlap(self, a: int, b: int) -> Overlap:
        short, long = self.short, self.long
        content = _of_smaller(self.in_short[0], short.whole[a], short.whole[b])
        look = DOUBTFUL[0] <= content < DOUBTFUL[1]
        remainder, resemblance, blocks, framed = self._remainders(a, b) if look else _CLEAR
        return Overlap(
            raw=_scores(self.in_long[0], long.whole[a], long.whole[b]),
            body=_scores(self.in_long[1], long.body[a], long.body[b]),
            raw_content=content,
            body_content=_share(
                self.in_short[1], short.body[b], min(short.whole[a].size, short.whole[b].size)
            ),
            remainder=remainder,
            remainder_resemblance=resemblance,
            blocks=blocks,
            framed=framed,
        )

    def _remainders(self, a: int, b: int) -> Remainders:
        in_b = np.zeros(self.short.total, dtype=np.bool_)
        in_b[self.short.whole[b]] = True
        covered_a = cover(in_b[self.short.every[a]], self.length, self.sizes[a])
        covered_b = cover(self.in_short[0][self.short.every[b]], self.length, self.sizes[b])
        rest_a, rest_b = self._rest(a, covered_a), self._rest(b, covered_b)
        in_rest = np.zeros(self.shelf.numbered(_PAIR).total, dtype=np.bool_)
        in_rest[rest_a] = True
        return (
            int(min((~covered_a).sum(), (~covered_b).sum())),
            _of_smaller(in_rest, rest_a, rest_b),
            min(_blocks(covered_a), _blocks(covered_b)),
            _framed(covered_a, covered_b),
        )

    def _rest(self, place: int, covered: Flags) -> Numbers:
        outside = ~covered
        words = self.shelf.numbered(_PAIR).every[place]
        return distinct(words[outside[:-1] & outside[1:]])


def cover(flags: Flags, length: int, size: int) -> Flags:
    """Tell which of *size* words lie in a flagged shingle of *length*, shape (size,)."""
    edges = np.zeros(size + 1, dtype=np.int64)
    begins = np.flatnonzero(flags)
    edges[begins] += 1
    edges[begins + length] -= 1
    return np.cumsum(edges[:-1]) > 0


def _share(in_a: Flags, b: Numbers, size: int) -> float:
    return int(np.count_nonzero(in_a[b])) / size if size else 0.0


def _of_smaller(in_a: Flags, a: Numbers, b: Numbers) -> float:
    smaller = min(a.size, b.size)
    return int(np.count_nonzero(in_a[b])) / smaller if smaller else 0.0


def _framed(a: Flags, b: Flags) -> int:
    begins = bool(a[:_EDGE].any() and b[:_EDGE].any())
    ends = bool(a[-_EDGE:].any() and b[-_EDGE:].any())
    return begins + ends


def _blocks(covered: Flags) -> int:
    """Count stretches of covered words, joined over small gaps."""
    places = np.flatnonzero(covered)
    return int(np.count_nonzero(np.diff(places) > _GAP + 1)) + 1 if places.size else 0


def _scores(in_a: Flags, a: Numbers, b: Numbers) -> Scores:
    common = int(np.count_nonzero(in_a[b]))
    union = a.size + b.size - common
    return (
        common / union if union else 0.0,
        common / a.size if a.size else 0.0,
        common / b.size if b.size else 0.0,
    )
