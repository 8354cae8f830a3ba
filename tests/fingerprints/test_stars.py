"""Stars: greedy groups around heads, the same as one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints.stars import close_groups, resemblances, stars


def one_by_one(size: int, links: list[tuple[int, int]]) -> list[int]:
    """Return the head of each node, node by node."""
    beside: list[set[int]] = [set() for _ in range(size)]
    for x, y in links:
        beside[x].add(y)
        beside[y].add(x)
    heads: list[int] = []
    found = []
    for node in range(size):
        near = [head for head in heads if head in beside[node]]
        if not near:
            heads.append(node)
        found.append(near[0] if near else node)
    return found


def starred(size: int, links: list[tuple[int, int]], step: int = 7) -> list[int]:
    ends = np.array(links, dtype=np.int64).reshape(-1, 2) * step
    heads = stars(np.arange(size, dtype=np.int64) * step, ends[:, 0], ends[:, 1])
    return [int(head) // step for head in heads]


@given(st.integers(1, 14), st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99))))
def test_every_node_joins_the_first_head_it_is_linked_to(size, links):
    links = [(x % size, y % size) for x, y in links]
    assert starred(size, links) == one_by_one(size, links)


def test_a_chain_is_no_star():
    assert starred(3, [(0, 1), (1, 2)]) == [0, 0, 2]


def test_a_long_chain_is_many_stars():
    size = 5_001
    chain = [(node, node + 1) for node in range(size - 1)]
    assert starred(size, chain) == one_by_one(size, chain)


def test_nothing_has_no_stars():
    assert starred(0, []) == []
    assert starred(2, [(1, 1)]) == [0, 1]


sets_of_words = st.lists(st.sets(st.integers(0, 30), max_size=12), min_size=1, max_size=8)


@given(sets_of_words, st.floats(0.1, 1.0))
def test_groups_are_close_and_their_minimum_is_exact(sets, least):
    def alike(a, b):
        union = len(sets[a] | sets[b])
        return len(sets[a] & sets[b]) / union if union else 0.0

    shares = resemblances([np.array(sorted(each), dtype=np.uint64) for each in sets])
    seen = set()
    for group, minimum in close_groups(shares, least):
        found = min(alike(a, b) for a in group for b in group if a < b)
        assert minimum == pytest.approx(found)
        assert minimum >= least
        assert not seen & set(group)
        seen |= set(group)


def test_sets_larger_than_a_part_of_the_comparison():
    a, b = np.arange(9_000, dtype=np.uint64), np.arange(3_000, 12_000, dtype=np.uint64)
    assert resemblances([a, b])[0, 1] == pytest.approx(6_000 / 12_000)
