"""Recurring runs of one document: which of them count, and in which order they stand."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

LONG_LINE: Final = 5
"""A recurring line of so many tokens counts alone; a shorter one only in a run."""
SHORT_LINES: Final = 3
"""So many short lines in a row are a menu."""
SLOT: Final = 5
"""Words that may differ between two runs of one block: a date, a count."""

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Recurring runs of one document, each field of shape (hits,), in any order.

    *firsts* and *counts* are tokens, *documents* how many documents have the run, *keys* its
    hash, *lines* whether it is a whole line.
    """

    firsts: Numbers
    counts: Numbers
    documents: Numbers
    keys: Numbers
    lines: Flags

    def chosen(self, rows: npt.NDArray[np.intp] | Flags) -> "Hits":
        """Return the hits in *rows*, in their order."""
        return Hits(
            firsts=self.firsts[rows],
            counts=self.counts[rows],
            documents=self.documents[rows],
            keys=self.keys[rows],
            lines=self.lines[rows],
        )


def sequence(hits: Hits, size: int, slot: int = SLOT) -> Hits:
    """Return the *hits* that count in a document of *size* tokens, in their order.

    A short line counts in a run of short lines or beside a longer hit. A line that runs of words
    cover already is left out, because they say the same more exactly. A month that a few
    documents share would tear a block of many: what fills a slot between much commoner runs, and
    a line of which they say half, goes by the name of the next of them.
    """
    hits = hits.chosen(_admitted(hits, size))
    hits = hits.chosen(~_covered(hits, size))
    return _ordered(_renamed(_ordered(hits), size, slot))


def _ordered(hits: Hits) -> Hits:
    """Return the *hits* by place, those of one place by name."""
    return hits.chosen(np.lexsort((hits.documents, hits.keys, hits.counts, hits.firsts)))


def _admitted(hits: Hits, size: int) -> Flags:
    short = hits.lines & (hits.counts < LONG_LINE)
    if not short.any():
        return ~short
    group = _groups(hits, size)
    strong = np.bincount(group[~short], minlength=int(group.max()) + 1) > 0
    menu = np.bincount(group[short], minlength=int(group.max()) + 1) >= SHORT_LINES
    return np.asarray((strong | menu)[group])


def _groups(hits: Hits, size: int) -> Numbers:
    """Return for each hit the number of the connected stretch in which it stands."""
    depth = _depth(hits, size)
    begins = (depth > 0) & ~np.append(False, depth[:-1] > 0)
    return np.asarray((np.cumsum(begins) - 1)[hits.firsts])


def _covered(hits: Hits, size: int) -> Flags:
    """Tell which hits are lines that runs of words cover from end to end."""
    bare = np.concatenate([[0], np.cumsum(_depth(hits.chosen(~hits.lines), size) == 0)])
    return np.asarray(hits.lines & (bare[hits.firsts + hits.counts] == bare[hits.firsts]))


def _renamed(hits: Hits, size: int, slot: int) -> Hits:
    """Name what stands in the slots of much commoner runs like the next run that does not."""
    common = _commonest(hits.chosen(~hits.lines), size)
    slots = np.zeros(hits.firsts.size, dtype=np.bool_)
    slots[hits.lines] = _half_known(hits.chosen(hits.lines), common)
    slots[~hits.lines] = _in_slot(hits.chosen(~hits.lines), common, slot)
    named = np.flatnonzero(~slots & ~hits.lines)
    following = np.searchsorted(hits.firsts[named], hits.firsts)
    slots &= following < named.size
    slots[slots] = hits.firsts[named[following[slots]]] <= (hits.firsts + hits.counts + slot)[slots]
    if not slots.any():
        return hits
    names = np.arange(hits.firsts.size)
    names[slots] = named[following[slots]]
    keys, documents = hits.keys[names], hits.documents[names]
    return replace(hits, keys=keys, documents=documents)


def _half_known(lines: Hits, common: Numbers) -> Flags:
    """Tell of which *lines* half the tokens stand in runs that many more documents have."""
    counts = lines.counts
    if not counts.size:
        return np.zeros(0, dtype=np.bool_)
    begins = np.cumsum(counts) - counts
    tokens = np.repeat(lines.firsts - begins, counts) + np.arange(int(counts.sum()))
    known = 2 * common[tokens] > 3 * np.repeat(lines.documents, counts)
    return np.asarray(2 * np.add.reduceat(known, begins, dtype=np.int64) >= counts)


def _in_slot(runs: Hits, common: Numbers, slot: int) -> Flags:
    """Tell between which *runs* and their neighbours much commoner runs leave but a slot."""
    inside = np.zeros(runs.firsts.size, dtype=np.bool_)
    rarer = np.flatnonzero(_beside_commoner(runs, common, slot))
    inside[rarer] = _left_over(runs.chosen(rarer), common, slot)
    return inside


def _beside_commoner(runs: Hits, common: Numbers, slot: int) -> Flags:
    """Tell which of *runs* have, in their slots or themselves, a token of a commoner one."""
    reach = int(runs.counts.max(initial=0)) + 2 * slot
    # The most of every window of that size, by windows of half of it.
    most, width = np.pad(common, (slot, reach)), 1
    while width < reach:
        step = min(width, reach - width)
        most = np.maximum(most[:-step], most[step:])
        width += step
    return np.asarray(2 * most[runs.firsts] > 3 * runs.documents)


def _left_over(runs: Hits, common: Numbers, slot: int) -> Flags:
    width = int(runs.counts.max(initial=0))
    columns = np.arange(-slot, width + slot)
    common = np.pad(common, (slot, width + slot))
    known = 2 * common[runs.firsts[:, None] + columns + slot] > 3 * runs.documents[:, None]
    inside = (columns >= 0) & (columns < runs.counts[:, None])
    gap = inside & ~known
    first = np.where(gap, columns, columns.size).min(axis=1, initial=columns.size)[:, None]
    last = np.where(gap, columns, -1).max(axis=1, initial=-1)[:, None]
    before = (known & (columns < first) & (columns >= first - slot)).any(axis=1)
    after = (known & (columns > last) & (columns <= last + slot)).any(axis=1)
    return np.asarray(before & after & gap.any(axis=1) & (last - first < slot)[:, 0])


def _commonest(runs: Hits, size: int) -> Numbers:
    """Return for each token in how many documents the commonest run over it stands."""
    most = np.zeros(size, dtype=np.int64)
    order = np.argsort(runs.documents, kind="stable")
    counts = runs.counts[order]
    begins = np.cumsum(counts) - counts
    tokens = np.arange(int(counts.sum())) + np.repeat(runs.firsts[order] - begins, counts)
    # Of several values for one token the last is kept, and that is the greatest.
    most[tokens] = np.repeat(runs.documents[order], counts)
    return most


def _depth(hits: Hits, size: int) -> Numbers:
    """Return how many hits lie on every token, shape (size,)."""
    begins = np.bincount(hits.firsts, minlength=size + 1)
    ends = np.bincount(hits.firsts + hits.counts, minlength=size + 1)
    return np.cumsum((begins - ends)[:-1])
