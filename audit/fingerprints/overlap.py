"""What pairs of documents share: exact resemblance, containment and remainders."""

from collections.abc import Iterator, Sequence
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

_Shared = list[tuple[int, int, int]]
"""Sizes of a and of b, and what they share: long shingles of the whole, of the body, short ones."""

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
        places = np.array([b for _, b in others], dtype=np.int64)
        answers = [
            (row, self._overlap(a, b, shared))
            for (row, b), shared in zip(others, self._shared(a, places), strict=True)
        ]
        self._mark(a, present=False)
        return answers

    def _shared(self, a: int, places: Numbers) -> Iterator[_Shared]:
        """Yield what *a* shares with each of the documents at *places*."""
        alone = np.array([a])
        columns = [
            numbers
            for sets, flags in (
                (self.long.whole, self.in_long[0]),
                (self.long.body, self.in_long[1]),
                (self.short.whole, self.in_short[0]),
                (self.short.body, self.in_short[1]),
            )
            for numbers in (
                np.repeat(sets.sizes(alone), places.size),
                sets.sizes(places),
                sets.common(flags, places),
            )
        ]
        rows = np.array(columns, dtype=np.int64).reshape(4, 3, places.size)
        for row in range(places.size):
            yield [tuple(counts) for counts in rows[:, :, row].tolist()]

    def _mark(self, a: int, *, present: bool) -> None:
        for flags, numbered in ((self.in_long, self.long), (self.in_short, self.short)):
            flags[0][numbered.whole[a]] = present
            flags[1][numbered.body[a]] = present

    def _overlap(self, a: int, b: int, shared: _Shared) -> Overlap:
        long, long_body, short, short_body = shared
        content = _of_smaller(*short)
        look = DOUBTFUL[0] <= content < DOUBTFUL[1]
        remainder, resemblance, blocks, framed = self._remainders(a, b) if look else _CLEAR
        return Overlap(
            raw=_scores(*long),
            body=_scores(*long_body),
            raw_content=content,
            body_content=_share(short_body[2], min(short[:2])),
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
            _of_smaller(rest_a.size, rest_b.size, int(np.count_nonzero(in_rest[rest_b]))),
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


def _share(common: int, size: int) -> float:
    return common / size if size else 0.0


def _of_smaller(a: int, b: int, common: int) -> float:
    return _share(common, min(a, b))


def _framed(a: Flags, b: Flags) -> int:
    begins = bool(a[:_EDGE].any() and b[:_EDGE].any())
    ends = bool(a[-_EDGE:].any() and b[-_EDGE:].any())
    return begins + ends


def _blocks(covered: Flags) -> int:
    """Count stretches of covered words, joined over small gaps."""
    places = np.flatnonzero(covered)
    return int(np.count_nonzero(np.diff(places) > _GAP + 1)) + 1 if places.size else 0


def _scores(a: int, b: int, common: int) -> Scores:
    return _share(common, a + b - common), _share(common, a), _share(common, b)
