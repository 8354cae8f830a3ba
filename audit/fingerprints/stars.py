"""Stars: groups around a head to which every member is linked; a chain is no group."""

from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_ROUNDS: Final = 32


def stars(nodes: Numbers, x: Numbers, y: Numbers) -> Numbers:
    """Return for each of the sorted, distinct *nodes* the head of its star.

    In their order, a node that is linked to no head before it is a head; every other node joins
    the first head that it is linked to. *x* and *y* are the ends of the links, all among *nodes*.
    """
    ends = np.searchsorted(nodes, x), np.searchsorted(nodes, y)
    low, high = np.minimum(*ends), np.maximum(*ends)
    heads = _heads(nodes.size, low, high)
    first = np.where(heads, np.arange(nodes.size), nodes.size)
    np.minimum.at(first, high[heads[low]], low[heads[low]])
    return np.asarray(nodes[first])


def _heads(size: int, low: Numbers, high: Numbers) -> Flags:
    """Tell which nodes are linked to no head before them, all at once that have none open."""
    heads = np.zeros(size, dtype=np.bool_)
    still = np.ones(size, dtype=np.bool_)
    low, high = low[low != high], high[low != high]
    for _ in range(_ROUNDS):
        if not low.size:
            return heads | still
        found = still.copy()
        found[high] = False
        heads |= found
        still &= ~found
        still[high[found[low]]] = False
        left = still[low] & still[high]
        low, high = low[left], high[left]
    return heads | _one_by_one(still, low, high)


def _one_by_one(still: Flags, low: Numbers, high: Numbers) -> Flags:
    """Do the same node by node: long chains open one head a round."""
    order = np.argsort(low, kind="stable")
    for one, other in zip(low[order].tolist(), high[order].tolist(), strict=True):
        if still[one]:
            still[other] = False
    return still
