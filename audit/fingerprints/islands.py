"""Islands: where the recurring runs of one document join into pieces of boilerplate."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

LONG_LINE: Final = 5
"""A recurring line of so many tokens counts alone; a shorter one only in a run."""
SHORT_LINES: Final = 3
"""So many short lines in a row are a menu."""
SLOT: Final = 5
"""Tokens between two recurring runs that may differ: a date, a count."""
SHORTEST: Final = 5
"""Tokens below which a piece is joined to its neighbour."""
ALIKE: Final = 2 / 3
"""Least ratio of the numbers of documents of two neighbours in one piece."""

Numbers = npt.NDArray[np.int64]


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
    lines: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Tokens [first, first + count) of a document that are boilerplate, and what names them."""

    first: int
    count: int
    key: int


def pieces(hits: Hits, size: int) -> list[Piece]:
    """Return the boilerplate of a document of *size* tokens, in order.

    A piece is named by the least key among its most frequent runs, so that the same passage has
    the same name in every document.
    """
    hits = _admitted(hits, size)
    heat = _heat(hits, size)
    found = []
    for first, last in _stretches(heat):
        found += [_piece(hits, low, high) for low, high in _cut(heat, first, last)]
    return [piece for piece in found if piece is not None]


def _admitted(hits: Hits, size: int) -> Hits:
    """Leave out short lines that stand neither in a run of short lines nor beside a long hit."""
    short = hits.lines & (hits.counts < LONG_LINE)
    if not short.any():
        return hits
    group = _groups(hits, size)
    strong = np.bincount(group[~short], minlength=group.max() + 1) > 0
    menu = np.bincount(group[short], minlength=group.max() + 1) >= SHORT_LINES
    good = (strong | menu)[group]
    return Hits(
        firsts=hits.firsts[good],
        counts=hits.counts[good],
        documents=hits.documents[good],
        keys=hits.keys[good],
        lines=hits.lines[good],
    )


def _groups(hits: Hits, size: int) -> Numbers:
    """Number the connected stretches of hits, shape (hits,)."""
    touched = _heat(hits, size) > 0
    begins = touched & ~np.append(False, touched[:-1])
    return (np.cumsum(begins) - 1)[hits.firsts]


def _heat(hits: Hits, size: int) -> Numbers:
    """Return for every token the greatest number of documents of a hit on it, shape (size,)."""
    heat = np.zeros(size, dtype=np.int64)
    for length in np.unique(hits.counts).tolist():
        same = hits.counts == length
        level = np.zeros(size, dtype=np.int64)
        np.maximum.at(level, hits.firsts[same], hits.documents[same])
        np.maximum(heat, _dilated(level, length), out=heat)
    return heat


def _dilated(level: Numbers, length: int) -> Numbers:
    """Return the running maximum of *level* over the last *length* tokens, by doubling."""
    result, reached = level.copy(), 1
    while reached < length:
        step = min(reached, length - reached)
        result[step:] = np.maximum(result[step:], result[:-step])
        reached += step
    return result


def _stretches(heat: Numbers) -> list[tuple[int, int]]:
    """Return the stretches [first, last) of hot tokens, joined over slots."""
    hot = np.flatnonzero(heat)
    if not hot.size:
        return []
    breaks = np.flatnonzero(np.diff(hot) > SLOT + 1)
    firsts = np.append(hot[0], hot[breaks + 1])
    lasts = np.append(hot[breaks], hot[-1]) + 1
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


def _cut(heat: Numbers, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a stretch where the number of documents changes sharply, but leave no crumbs."""
    levels = heat[first:last]
    hot = np.flatnonzero(levels)
    before, after = levels[hot[:-1]], levels[hot[1:]]
    jumps = np.minimum(before, after) < ALIKE * np.maximum(before, after)
    edges = [0, *(hot[1:][jumps]).tolist(), last - first]
    kept = [0]
    for edge in edges[1:-1]:
        if edge - kept[-1] >= SHORTEST and edges[-1] - edge >= SHORTEST:
            kept.append(edge)
    return [
        (first + low, first + high)
        for low, high in zip(kept, [*kept[1:], edges[-1]], strict=True)
    ]


def _piece(hits: Hits, low: int, high: int) -> Piece | None:
    inside = (hits.firsts >= low) & (hits.firsts + hits.counts <= high)
    if not inside.any():
        inside = (hits.firsts < high) & (hits.firsts + hits.counts > low)
    documents, keys = hits.documents[inside], hits.keys[inside]
    if not keys.size:
        return None
    key = int(keys[documents == documents.max()].min())
    return Piece(first=low, count=high - low, key=key)
