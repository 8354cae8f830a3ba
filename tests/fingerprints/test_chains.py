"""Passages: planted runs are found where they stand, boilerplate is chained apart."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.fingerprints.chains import Chain, Reach, _covered, _distinct, passages
from audit.fingerprints.seeds import SEED
from audit.fingerprints.shelf import Shelf, Words

REACH = Reach()


def found(
    a: list[int], b: list[int], masked_a: slice | None = None, masked_b: slice | None = None
) -> list[Chain]:
    documents = []
    for words, masked in ((a, masked_a), (b, masked_b)):
        flags = np.zeros(len(words), dtype=np.bool_)
        if masked:
            flags[masked] = True
        documents.append(Words(hashes=np.array(words, dtype=np.uint64), masked=flags, shingle=5))
    (chains,) = passages(Shelf(documents), [(0, 1)], REACH)
    return chains


def own(number: int, size: int) -> list[int]:
    """Return words that stand nowhere else."""
    return list(range(number * 100_000, number * 100_000 + size))


@settings(max_examples=60)
@given(
    st.integers(15, 400),
    st.integers(0, 300),
    st.integers(0, 300),
    st.integers(0, 300),
    st.integers(0, 300),
)
def test_a_verbatim_run_is_found_exactly(size, a_before, a_after, b_before, b_after):
    run = own(9, size)
    a = own(1, a_before) + run + own(2, a_after)
    b = own(3, b_before) + run + own(4, b_after)
    (chain,) = found(a, b)
    assert (chain.a_first, chain.a_last) == (a_before, a_before + size)
    assert (chain.b_first, chain.b_last) == (b_before, b_before + size)
    assert chain.matched == chain.longest == size
    assert not chain.masked


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.integers(15, 60), st.integers(5, 40))
def test_a_verbatim_run_among_common_words_is_covered(seed, size, vocabulary):
    """Words of a small vocabulary recur, as function words do; the run is still found whole."""
    dice = random.Random(seed)
    noise = [dice.randint(1, vocabulary) for _ in range(300)]
    run = [dice.randint(1_000, 1_000 + 20 * vocabulary) for _ in range(size)]
    a = noise[:100] + run + noise[100:150]
    b = noise[150:200] + run + noise[200:300]
    assert any(
        chain.a_first <= 100
        and chain.a_last >= 100 + size
        and chain.b_first <= 50
        and chain.b_last >= 50 + size
        for chain in found(a, b)
    )


@pytest.mark.parametrize("size", [5, 8, 14])
def test_a_run_below_the_least_length_is_none(size):
    run = own(9, size)
    assert found(own(1, 50) + run + own(2, 50), own(3, 50) + run + own(4, 50)) == []


def test_an_edited_run_is_one_passage():
    run = own(9, 200)
    edited = list(run)
    for place in range(12, 190, 20):
        edited[place] = 77_777_000 + place
    del edited[100:103]
    edited[60:60] = [88_888_001, 88_888_002]
    (chain,) = found(own(1, 40) + run + own(2, 40), own(3, 60) + edited + own(4, 10))
    assert (chain.a_first, chain.a_last) == (40, 240)
    assert (chain.b_first, chain.b_last) == (60, 60 + len(edited))
    assert 180 <= chain.matched < 200


def test_two_runs_far_apart_are_two_passages():
    one, other = own(8, 30), own(9, 40)
    a = own(1, 20) + one + own(2, 100) + other
    b = other + own(3, 100) + one + own(4, 20)
    chains = found(a, b)
    assert [(chain.a_first, chain.b_first) for chain in chains] == [(20, 140), (150, 0)]


def test_boilerplate_is_chained_apart():
    footer, run = own(8, 40), own(9, 40)
    a = own(1, 30) + run + footer
    b = own(2, 50) + run + footer
    masked = found(a, b, slice(70, 110), slice(90, 130))
    assert [(chain.a_first, chain.a_last, chain.masked) for chain in masked] == [
        (30, 70, False),
        (70, 110, True),
    ]


def test_the_end_of_a_set_phrase_on_one_side_belongs_to_the_run():
    run = own(9, 16)
    a, b = own(1, 30) + run + own(2, 30), own(3, 30) + run + own(4, 30)
    (chain,) = found(a, b, slice(27, 33), None)
    assert (chain.a_first, chain.a_last, chain.masked) == (30, 46, False)


def test_what_is_boilerplate_on_one_side_only_is_no_passage_of_the_body():
    run = own(9, 40)
    for chain in found(run + own(1, 30), own(2, 30) + run, slice(0, 40), None):
        assert chain.masked


def test_a_run_that_stands_three_times_is_given_once():
    run = own(9, 40)
    a = own(1, 30) + run + own(2, 30)
    b = run + own(3, 50) + run + own(4, 50) + run
    chains = found(a, b)
    assert len(chains) == 1
    assert (chains[0].a_first, chains[0].a_last) == (30, 70)


def test_one_word_for_ever_ends():
    assert len(found([7] * 20_000, [7] * 20_000)) <= 1


words = st.lists(st.integers(1, 6), max_size=80)


@settings(max_examples=80)
@given(words, words, st.lists(st.integers(1, 6), min_size=15, max_size=40))
def test_every_passage_is_what_it_says(before, after, run):
    a, b = before + run + after, after + run + before
    chains = found(a, b)
    assert [chain.a_first for chain in chains] == sorted(chain.a_first for chain in chains)
    for chain in chains:
        size_a, size_b = chain.a_last - chain.a_first, chain.b_last - chain.b_first
        assert 0 <= chain.a_first < chain.a_last <= len(a)
        assert 0 <= chain.b_first < chain.b_last <= len(b)
        assert min(size_a, size_b) >= REACH.shortest
        assert chain.longest >= REACH.run
        assert a[chain.a_first : chain.a_first + SEED] == b[chain.b_first : chain.b_first + SEED]
        assert a[chain.a_last - SEED : chain.a_last] == b[chain.b_last - SEED : chain.b_last]


def test_no_chain_lies_mostly_in_a_longer_one_on_either_side():
    dice = random.Random(20_261_123)
    chains = []
    for _ in range(400):
        a, b, length = dice.randrange(3000), dice.randrange(3000), dice.randint(15, 200)
        ends = {"a_last": a + length, "b_last": b + length + dice.randrange(5)}
        shared = dice.randint(10, length)
        chain = Chain(a_first=a, b_first=b, **ends, matched=shared, longest=8, masked=False)
        chains.append(chain)
    kept: list[Chain] = []
    for chain in sorted(chains, key=lambda chain: (-chain.matched, chain.a_first, chain.b_first)):
        if not any(_covered(chain, other) for other in kept):
            kept.append(chain)
    assert 10 < len(kept) < 300
    assert _distinct(chains) == kept
