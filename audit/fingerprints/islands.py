"""Recurring runs of one document: which of them count, and in which order they stand."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

LONG_LINE: Final = 5
"""A recurring line of so many tokens counts alone; a shorter one only in a run."""
SHORT_LINES: Final = 3
"""So many short lines in a row are a menu."""

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


def sequence(hits: Hits, size: int) -> Hits:
    """Return the *hits* that count in a document of *size* tokens, in their order.

    A short line counts in a run of short lines or beside a longer hit. A line that runs of words
    cover already is left out, because they say the same more exactly.
    """
    hits = hits.chosen(_admitted(hits, size))
    hits = hits.chosen(~_said(hits, size))
    return hits.chosen(np.lexsort((hits.keys, hits.counts, hits.firsts)))


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


def _said(hits: Hits, size: int) -> Flags:
    """Tell which hits are lines that runs of words cover from end to end."""
    bare = np.cumsum(_depth(hits.chosen(~hits.lines), size) == 0)
    sums = np.concatenate([[0], bare])
    uncovered = sums[hits.firsts + hits.counts] - sums[hits.firsts]
    return np.asarray(hits.lines & (uncovered == 0))


def _depth(hits: Hits, size: int) -> Numbers:
    """Return how many hits lie on every token, shape (size,)."""
    edges = np.zeros(size + 1, dtype=np.int64)
    np.add.at(edges, hits.firsts, 1)
    np.add.at(edges, hits.firsts + hits.counts, -1)
    return np.cumsum(edges[:-1])
