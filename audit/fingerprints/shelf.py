"""Several documents at once: their shingles as small numbers, so that sets are fast and exact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import shingles_of_each, spread_of_each
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
    def whole(self) -> "Sets":
        """Return for each document the distinct numbers."""
        return _sets(self.total, self.every)

    @cached_property
    def body(self) -> "Sets":
        """Return for each document the distinct numbers of shingles without a masked word."""
        rows = zip(self.every, self.masked, strict=True)
        return _sets(self.total, [numbers[~masked] for numbers, masked in rows])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Sets of numbers, sorted, end to end in *flat*; set n lies in *bounds* n to n + 1."""

    flat: Numbers
    bounds: Numbers

    def __getitem__(self, place: int) -> Numbers:
        """Return one set."""
        return self.flat[self.bounds[place] : self.bounds[place + 1]]

    def sizes(self, places: Numbers) -> Numbers:
        """Return how many numbers the sets at *places* have."""
        return np.asarray(self.bounds[places + 1] - self.bounds[places])

    def common(self, flags: Flags, places: Numbers) -> Numbers:
        """Return how many numbers of each of the sets at *places* are flagged."""
        sizes = self.sizes(places)
        ends = np.cumsum(sizes)
        index = np.arange(sizes.sum()) + np.repeat(self.bounds[places] - ends + sizes, sizes)
        sums = np.append(0, np.cumsum(flags[self.flat[index]]))
        return np.asarray(sums[ends] - sums[ends - sizes])


def _sets(total: int, numbers: Sequence[Numbers]) -> Sets:
    sizes = [each.size for each in numbers]
    owners = np.repeat(np.arange(len(sizes)), sizes)
    keys = distinct(np.concatenate([*numbers, np.zeros(0, dtype=np.int64)]) + owners * total)
    bounds = np.searchsorted(keys, np.arange(len(sizes) + 1) * total)
    return Sets(flat=keys % max(total, 1), bounds=bounds)


class Shelf:
    """Documents that are compared with each other."""

    def __init__(self, documents: Sequence[Words]) -> None:
        """Hold *documents*; they are named by their place."""
        self.documents = documents
        self._sizes = np.array([each.hashes.size for each in documents], dtype=np.int64)
        self._hashes = _joined([each.hashes for each in documents], np.uint64)
        self._masked = _joined([each.masked for each in documents], np.bool_)
        self._numbered: dict[int, Numbered] = {}

    def numbered(self, length: int) -> Numbered:
        """Return the shingles of *length* of all documents."""
        if length not in self._numbered:
            self._numbered[length] = self._number(length)
        return self._numbered[length]

    def _number(self, length: int) -> Numbered:
        together, counts = shingles_of_each(self._hashes, self._sizes, length)
        masked = spread_of_each(self._masked, self._sizes, length)
        order = np.argsort(together)
        ordered = together[order]
        fresh = np.append(True, ordered[1:] != ordered[:-1])[: ordered.size]
        numbers = np.empty(together.size, dtype=np.int64)
        numbers[order] = np.cumsum(fresh) - 1
        cuts = np.cumsum(counts)[:-1]
        return Numbered(
            total=int(fresh.sum()), every=np.split(numbers, cuts), masked=np.split(masked, cuts)
        )


def _joined(arrays: Sequence[Any], kind: Any) -> Any:
    return np.concatenate([*arrays, np.zeros(0, dtype=kind)])


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
