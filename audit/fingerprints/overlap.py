"""What pairs of documents share: exact resemblance, containment and remainders."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shelf import Flags, Numbers, Shelf
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

Shares = npt.NDArray[np.float64]
Remainders = tuple[int, float, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Overlaps:
    """Exact scores of n pairs, each 0 to 1, and what tells a shared template from a shared text."""

    raw: Shares
    """Shape (3, n): resemblance, containment of a in b, containment of b in a."""
    body: Shares
    """The same of what is not boilerplate."""
    raw_content: Shares
    """Containment of the smaller in the larger by short shingles (3 words, or 6 characters)."""
    body_content: Shares
    """Share of the smaller whole that stands in the bodies of both, by the same shingles."""
    remainder: Numbers
    """Words outside the shared short shingles, on the side that has fewer."""
    remainder_resemblance: Shares
    """Share of the smaller remainder's neighbouring words that the other remainder has."""
    blocks: Numbers
    """In how many blocks the shared short shingles stand, on the side that has fewer."""
    stretches: Numbers
    """In how many they stand where no gap is small."""
    framed: Numbers
    """At how many ends, 0 to 2, both stand in words that they share, as pages of one template do;
    0 where a line at the ends is little beside what is shared between them.

    The last five are 0 where the content is not in doubt.
    """


def overlaps(shelf: Shelf, pairs: Numbers) -> Overlaps:
    """Compare *pairs* (places on the shelf, shape (n, 2)) by runs of 5 words or 12 characters."""
    found = _none(len(pairs))
    spaceless = np.array([each.spaceless for each in shelf.documents], dtype=np.bool_)
    characters = spaceless[pairs].all(axis=1)
    for wanted, lengths in (
        (False, (WORDS_IN_SHINGLE, WORDS_IN_CONTENT)),
        (True, (CHARACTERS_IN_SHINGLE, CHARACTERS_IN_CONTENT)),
    ):
        rows = np.flatnonzero(characters == wanted)
        if rows.size:
            _Comparison(shelf, *lengths).fill(found, rows, pairs[rows])
    return found


def _none(count: int) -> Overlaps:
    shares = np.zeros((9, count))
    numbers = np.zeros((4, count), dtype=np.int64)
    return Overlaps(
        raw=shares[:3],
        body=shares[3:6],
        raw_content=shares[6],
        body_content=shares[7],
        remainder=numbers[0],
        remainder_resemblance=shares[8],
        blocks=numbers[1],
        stretches=numbers[2],
        framed=numbers[3],
    )


class _Comparison:
    """Pairs compared by shingles of two lengths."""

    def __init__(self, shelf: Shelf, length: int, short: int) -> None:
        self.short = shelf.sets(short)
        self.shelf = shelf
        self.lengths = length, short

    def fill(self, found: Overlaps, rows: Numbers, pairs: Numbers) -> None:
        """Write what *pairs* share into the *rows* of *found*."""
        a, b = pairs[:, 0], pairs[:, 1]
        (whole, body), (short, short_body) = (
            self.shelf.common(length).counts(a, b) for length in self.lengths
        )
        sizes = self.shelf.sets(self.lengths[0]).sizes
        found.raw[:, rows] = _scores(sizes[0, a], sizes[0, b], whole)
        found.body[:, rows] = _scores(sizes[1, a], sizes[1, b], body)
        smaller = np.minimum(self.short.sizes[0, a], self.short.sizes[0, b])
        content = _shares(short, smaller)
        found.raw_content[rows] = content
        found.body_content[rows] = _shares(short_body, smaller)
        doubtful = np.flatnonzero((content >= DOUBTFUL[0]) & (content < DOUBTFUL[1]))
        for row, (x, y) in zip(rows[doubtful].tolist(), pairs[doubtful].tolist(), strict=True):
            (
                found.remainder[row],
                found.remainder_resemblance[row],
                found.blocks[row],
                found.stretches[row],
                found.framed[row],
            ) = self._remainders(x, y)

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
        shingles = self.shelf.runs(self.lengths[1]).of(place)
        size = int(self.shelf.sizes[place])
        return cover(self.short.holds(other, shingles), self.lengths[1], size)

    def _rest(self, place: int, covered: Flags) -> Hashes:
        outside = ~covered
        words = self.shelf.runs(_PAIR).of(place)
        return np.unique(words[outside[:-1] & outside[1:]])


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


def _scores(a: Numbers, b: Numbers, common: Numbers) -> Shares:
    shares = [_shares(common, a + b - common), _shares(common, a), _shares(common, b)]
    return np.array(shares)


def _shares(common: Numbers, sizes: Numbers) -> Shares:
    return np.divide(common, sizes, out=np.zeros(common.size), where=sizes > 0)
