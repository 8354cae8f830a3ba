"""Several documents at once: their shingles as small numbers, so that sets are fast and exact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import shingles
from audit.fingerprints.tokens import CHARACTERS_IN_SHINGLE, Hashes

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one document: *hashes* (n,), *masked* (n,) true in boilerplate or furniture."""

    hashes: Hashes
    masked: Flags
    shingle: int

    @property
    def spaceless(self) -> bool:
        """Tell whether words are characters here."""
        return self.shingle == CHARACTERS_IN_SHINGLE


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """Shingles of one length, numbered from 0 to *total*; a number is one shingle on the shelf."""

    total: int
    every: Sequence[Numbers]
    """For each document the numbers in order."""
    masked: Sequence[Flags]
    """For each document whether a shingle holds a masked word."""

    @cached_property
    def whole(self) -> Sequence[Numbers]:
        """Return for each document the distinct numbers."""
        return [distinct(numbers) for numbers in self.every]

    @cached_property
    def body(self) -> Sequence[Numbers]:
        """Return for each document the distinct numbers of shingles without a masked word."""
        return [
            distinct(numbers[~masked]) if masked.any() else whole
            for numbers, masked, whole in zip(self.every, self.masked, self.whole, strict=True)
        ]


class Shelf:
    """Documents that are compared with each other."""

    def __init__(self, documents: Sequence[Words]) -> None:
        """Hold *documents*; they are named by their place."""
        self.documents = documents
        self._numbered: dict[int, Numbered] = {}

    def numbered(self, length: int) -> Numbered:
        """Return the shingles of *length* of all documents."""
        if length not in self._numbered:
            self._numbered[length] = self._number(length)
        return self._numbered[length]

    def _number(self, length: int) -> Numbered:
        hashes = [shingles(document.hashes, length) for document in self.documents]
        together = np.concatenate(hashes) if hashes else np.zeros(0, dtype=np.uint64)
        order = np.argsort(together)
        ordered = together[order]
        fresh = np.append(True, ordered[1:] != ordered[:-1])[: ordered.size]
        numbers = np.empty(together.size, dtype=np.int64)
        numbers[order] = np.cumsum(fresh) - 1
        cuts = np.cumsum([each.size for each in hashes])[:-1]
        return Numbered(
            total=int(fresh.sum()),
            every=np.split(numbers, cuts),
            masked=[spread(document.masked, length) for document in self.documents],
        )


def distinct(numbers: Numbers) -> Numbers:
    """Return the distinct *numbers*, sorted."""
    ordered = np.sort(numbers)
    fresh = np.append(True, ordered[1:] != ordered[:-1])[: ordered.size]
    return np.asarray(ordered[fresh])


def spread(masked: Flags, length: int) -> Flags:
    """Tell which shingles of *length* hold a masked word, shape (max(n - length + 1, 0),)."""
    count = max(masked.size - length + 1, 0)
    sums = np.concatenate([[0], np.cumsum(masked)])
    return np.asarray(sums[length : length + count] - sums[:count] > 0)


def grouped(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield each first document with (row, second document) of its pairs."""
    groups: dict[int, list[tuple[int, int]]] = {}
    for row, (first, second) in enumerate(pairs):
        groups.setdefault(first, []).append((row, second))
    yield from groups.items()
