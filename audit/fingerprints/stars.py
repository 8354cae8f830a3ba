"""Stars: groups around a head to which every member is linked; a chain is no group."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.tokens import Hashes

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]
_ROUNDS: Final = 32
_TOGETHER: Final = 4_096
"""Hashes of all sets that are compared at once, which bounds the memory."""


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


def resemblances(sets: Sequence[Hashes]) -> Shares:
    """Return the exact resemblance of every two of *sets* of distinct hashes, shape (n, n)."""
    sizes = np.array([each.size for each in sets], dtype=np.int64)
    owners = np.repeat(np.arange(sizes.size), sizes)
    _, numbers = np.unique(np.concatenate([*sets, np.zeros(0, np.uint64)]), return_inverse=True)
    order = np.argsort(numbers, kind="stable")
    owners, numbers = owners[order], numbers[order]
    common = np.zeros((sizes.size, sizes.size))
    for low in range(0, int(numbers[-1]) + 1 if numbers.size else 0, _TOGETHER):
        part = slice(*np.searchsorted(numbers, (low, low + _TOGETHER)))
        holds = np.zeros((sizes.size, _TOGETHER), dtype=np.float32)
        holds[owners[part], numbers[part] - low] = 1
        common += holds @ holds.T
    union = sizes[:, None] + sizes[None, :] - common
    return np.divide(common, union, out=np.zeros_like(common), where=union > 0)


def close_groups(alike: Shares, least: float) -> list[tuple[list[int], float]]:
    """Return groups of two or more that all are *alike* by *least* or more, with their minimum.

    In their order, the first that is left heads a group, and every other that is like all who
    joined before joins it. Who is left over is in no group.
    """
    groups = []
    left = list(range(len(alike)))
    while left:
        head, *others = left
        group, lowest, nearest = [head], 1.0, alike[head].copy()
        for other in others:
            if nearest[other] >= least:
                group.append(other)
                lowest = min(lowest, float(nearest[other]))
                np.minimum(nearest, alike[other], out=nearest)
        joined = set(group)
        left = [place for place in left if place not in joined]
        if len(group) > 1:
            groups.append((group, lowest))
    return groups
