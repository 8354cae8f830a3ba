"""Connected components by hooking roots and jumping pointers (Shiloach and Vishkin 1982)."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


def components(nodes: Numbers, x: Numbers, y: Numbers) -> Numbers:
    """Return for each of the sorted, distinct *nodes* the least node of its component.

    *x* and *y* are the ends of the links, shape (links,), all of them among *nodes*.
    """
    parent = np.arange(nodes.size)
    ends_x, ends_y = np.searchsorted(nodes, x), np.searchsorted(nodes, y)
    while True:
        roots_x, roots_y = parent[ends_x], parent[ends_y]
        if np.array_equal(roots_x, roots_y):
            return np.asarray(nodes[parent])
        np.minimum.at(parent, np.maximum(roots_x, roots_y), np.minimum(roots_x, roots_y))
        parent = _rooted(parent)


def _rooted(parent: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Let every node point to its root."""
    while not np.array_equal(parent, above := parent[parent]):
        parent = above
    return parent
