"""Several documents at once: their shingles in order, as sets, and as small numbers; all exact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import shingles_of_each, spread_of_each
from audit.fingerprints.tokens import CHARACTERS_IN_SHINGLE, Hashes

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
_LAST: Final = np.uint64(1)
_AT_ONCE: Final = 250_000
"""Shingles that are looked for together, some ten megabytes."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Shingles of one length in their order, document after document."""

    hashes: Hashes
    masked: Flags
    """Whether a shingle holds a masked word."""
    bounds: Numbers
    """The shingles of document n lie from bounds[n] to bounds[n + 1]."""

    def of(self, place: int) -> Hashes:
        """Return the shingles of one document, shape (max(n - length + 1, 0),)."""
        return self.hashes[self.bounds[place] : self.bounds[place + 1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Distinct shingles of each document, sorted, document after document."""

    hashes: Hashes
    body: Flags
    """Whether a shingle stands somewhere without a masked word."""
    bounds: Numbers
    """The set of document n lies from bounds[n] to bounds[n + 1]."""
    sizes: npt.NDArray[np.int64]
    """Shape (2, documents): shingles of the whole, and of the body."""

    def holds(self, place: int, hashes: Hashes) -> Flags:
        """Tell which of *hashes* are in the set of the document at *place*."""
        mine = self.hashes[self.bounds[place] : self.bounds[place + 1]]
        if not mine.size:
            return np.zeros(hashes.size, dtype=np.bool_)
        order = np.argsort(hashes)  # what is looked for in order is found in half the time
        wanted = hashes[order] & ~_LAST
        where = np.minimum(np.searchsorted(mine, wanted), mine.size - 1)
        found = np.empty(hashes.size, dtype=np.bool_)
        found[order] = mine[where] == wanted
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The shingles of one length that several documents have, document after document.

    What one document alone has, which is most, is shared with nobody and left out.
    """

    keys: Numbers
    """The place of the document times *total*, plus the number of the shingle; ascending."""
    total: int
    body: Flags
    """Whether a shingle stands somewhere in the document without a masked word."""
    bounds: Numbers
    """The keys of document n lie from bounds[n] to bounds[n + 1]."""

    def counts(self, a: Numbers, b: Numbers) -> Numbers:
        """Return what each place of *a* shares with that of *b*, shape (2, n): whole, body."""
        sizes = np.diff(self.bounds)
        fewer = sizes[b] < sizes[a]
        small, large = np.where(fewer, b, a), np.where(fewer, a, b)
        part = np.cumsum(sizes[small]) // _AT_ONCE
        cuts = np.flatnonzero(np.diff(part)) + 1
        pieces = zip(np.split(small, cuts), np.split(large, cuts), strict=True)
        return np.concatenate([self._shared(*piece) for piece in pieces], axis=1)

    def _shared(self, small: Numbers, large: Numbers) -> Numbers:
        many = np.diff(self.bounds)[small]
        owners = np.repeat(np.arange(small.size), many)
        index = np.arange(owners.size) + (self.bounds[small] - np.cumsum(many) + many)[owners]
        wanted = self.keys[index] + ((large - small) * self.total)[owners]
        where = np.searchsorted(self.keys, wanted)
        found = self.keys[np.minimum(where, self.keys.size - 1)] == wanted
        owners, index, where = owners[found], index[found], where[found]
        both = self.body[index] & self.body[where]
        return np.array(
            [np.bincount(each, minlength=small.size) for each in (owners, owners[both])]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Shingles of one length, numbered from 0 to *total*; a number is one shingle on the shelf."""

    total: int
    every: Sequence[Numbers]
    """For each document the numbers in order."""
    masked: Sequence[Flags]
    """For each document whether a shingle holds a masked word."""


class Shelf:
    """Documents that are compared with each other."""

    def __init__(self, documents: Sequence[Words]) -> None:
        """Hold *documents*; they are named by their place."""
        self.documents = documents
        self.sizes = np.array([each.hashes.size for each in documents], dtype=np.int64)
        self._runs: dict[int, Runs] = {}
        self._sets: dict[int, Sets] = {}
        self._common: dict[int, Common] = {}
        self._numbered: dict[int, Numbered] = {}

    def runs(self, length: int) -> Runs:
        """Return the shingles of *length* of all documents, in order."""
        if length not in self._runs:
            self._runs[length] = self._make_runs(length)
        return self._runs[length]

    def sets(self, length: int) -> Sets:
        """Return the shingles of *length* of all documents, as sets."""
        if length not in self._sets:
            self._sets[length] = _sets(self.runs(length))
        return self._sets[length]

    def common(self, length: int) -> Common:
        """Return the shingles of *length* that several documents have."""
        if length not in self._common:
            self._common[length] = _common(self.sets(length))
        return self._common[length]

    def numbered(self, length: int) -> Numbered:
        """Return the shingles of *length* of all documents, as numbers."""
        if length not in self._numbered:
            self._numbered[length] = _numbered(self.runs(length))
        return self._numbered[length]

    def _make_runs(self, length: int) -> Runs:
        words = _joined([each.hashes for each in self.documents], np.uint64)
        masked = _joined([each.masked for each in self.documents], np.bool_)
        hashes, counts = shingles_of_each(words, self.sizes, length)
        return Runs(
            hashes=hashes,
            masked=spread_of_each(masked, self.sizes, length),
            bounds=np.append(0, np.cumsum(counts)),
        )


def _sets(runs: Runs) -> Sets:
    # The last bit makes room for the mask, so that one sort finds the body's shingles too.
    keys = (runs.hashes & ~_LAST) | runs.masked
    for low, high in pairwise(runs.bounds.tolist()):
        keys[low:high].sort()
    hashes = keys & ~_LAST
    first = np.append(True, hashes[1:] != hashes[:-1])[: keys.size]
    first[runs.bounds[:-1][runs.bounds[:-1] < keys.size]] = True
    bounds = np.append(0, np.cumsum(first))[runs.bounds]
    body = keys[first] & _LAST == 0
    of_body = np.append(0, np.cumsum(body))[bounds]
    sizes = np.array([np.diff(bounds), np.diff(of_body)])
    return Sets(hashes=hashes[first], body=body, bounds=bounds, sizes=sizes)


def _common(sets: Sets) -> Common:
    ordered = np.sort(sets.hashes)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    several = twice[np.append(True, twice[1:] != twice[:-1])[: twice.size]]
    numbers = np.searchsorted(several, sets.hashes)
    kept = np.append(several, np.uint64(1))[numbers] == sets.hashes
    owners = np.repeat(np.arange(sets.bounds.size - 1), np.diff(sets.bounds))
    return Common(
        keys=(owners * several.size + numbers)[kept],
        total=several.size,
        body=sets.body[kept],
        bounds=np.append(0, np.cumsum(kept))[sets.bounds],
    )


def _numbered(runs: Runs) -> Numbered:
    order = np.argsort(runs.hashes)
    ordered = runs.hashes[order]
    fresh = np.append(True, ordered[1:] != ordered[:-1])[: ordered.size]
    numbers = np.empty(ordered.size, dtype=np.int64)
    numbers[order] = np.cumsum(fresh) - 1
    cuts = runs.bounds[1:-1]
    return Numbered(
        total=int(fresh.sum()),
        every=np.split(numbers, cuts),
        masked=np.split(runs.masked, cuts),
    )


def _joined(arrays: Sequence[Any], kind: Any) -> Any:
    return np.concatenate([*arrays, np.zeros(0, dtype=kind)])


def spread(masked: Flags, length: int) -> Flags:
    """Tell which shingles of *length* hold a masked word, shape (max(n - length + 1, 0),)."""
    return spread_of_each(masked, np.array([masked.size]), length)


def grouped(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield each first document with (row, second document) of its pairs."""
    groups: dict[int, list[tuple[int, int]]] = {}
    for row, (first, second) in enumerate(pairs):
        groups.setdefault(first, []).append((row, second))
    yield from groups.items()
