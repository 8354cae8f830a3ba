"""Shingles name runs of words; winnowing keeps enough of them to keep its promise."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints.shingles import (
    digest,
    run_digests,
    shingles,
    shingles_of_each,
    winnow,
    winnow_each,
)

numbers = st.lists(st.integers(0, 5), max_size=60)


def array(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.uint64)


def runs(values: list[int], length: int) -> list[tuple[int, ...]]:
    return [tuple(values[at : at + length]) for at in range(len(values) - length + 1)]


@given(numbers, st.integers(1, 12))
def test_equal_runs_have_equal_hashes_and_others_do_not(values, length):
    found = shingles(array(values), length).tolist()
    names = runs(values, length)
    assert len(found) == len(names)
    assert len(set(zip(found, names, strict=True))) == len(set(found)) == len(set(names))


@given(numbers, st.integers(1, 10))
def test_winnowing_keeps_the_rightmost_least_of_every_window(values, window):
    kept = winnow(array(values), window).tolist()
    expected = {
        max(range(at, at + window), key=lambda place: (-values[place], place))
        for at in range(len(values) - window + 1)
    }
    if len(values) < window and values:
        expected = {max(range(len(values)), key=lambda place: (-values[place], place))}
    assert kept == sorted(expected)


@given(st.lists(numbers, max_size=6), st.integers(1, 12), st.integers(1, 9))
def test_several_documents_at_once_are_as_each_alone(several, length, window):
    sizes = np.array([len(values) for values in several], dtype=np.int64)
    words = array([value for values in several for value in values])
    alone = [shingles(array(values), length) for values in several]
    together, counts = shingles_of_each(words, sizes, length)
    assert counts.tolist() == [each.size for each in alone]
    assert together.tolist() == [each for one in alone for each in one.tolist()]
    kept = [winnow(each, window).tolist() for each in alone]
    positions, counts = winnow_each(together, counts, window)
    assert counts.tolist() == [len(each) for each in kept]
    assert positions.tolist() == [place for each in kept for place in each]


@given(numbers)
def test_a_window_of_one_keeps_everything(values):
    assert winnow(array(values), 1).tolist() == list(range(len(values)))


@given(
    st.lists(st.integers(0, 50), max_size=25),
    st.lists(st.integers(0, 50), max_size=25),
    st.integers(1, 6),
    st.integers(1, 6),
    st.data(),
)
def test_the_guarantee(before, after, length, window, data):
    """Any run of k + w - 1 words that two texts share keeps one fingerprint in both."""
    size = length + window - 1
    run = data.draw(st.lists(st.integers(0, 50), min_size=size, max_size=size + 20))
    one, other = before + run + after, after + run + before
    kept = [
        {int(found[place]) for place in winnow(found, window)}
        for found in (shingles(array(text), length) for text in (one, other))
    ]
    inside = {int(each) for each in shingles(array(run), length)}
    assert kept[0] & kept[1] & inside


@given(st.lists(st.integers(0, 3), max_size=12), st.lists(st.integers(0, 3), max_size=12))
def test_digests_tell_sequences_apart(one, other):
    assert (digest(array(one)) == digest(array(other))) == (one == other)


@given(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=6), max_size=12))
def test_digests_of_runs(parts):
    values = [number for part in parts for number in part]
    first = np.cumsum([0] + [len(part) for part in parts])[:-1]
    found = run_digests(array(values), first).tolist()
    assert len(found) == len(parts)
    named = {tuple(part): number for part, number in zip(parts, found, strict=True)}
    assert [named[tuple(part)] for part in parts] == found
    assert len(set(found)) == len(named)


def test_nothing_has_no_shingles():
    for values in ([], [1], [1, 2, 3, 4]):
        assert shingles(array(values), 5).size == 0
    assert winnow(array([]), 8).size == 0
    assert run_digests(array([]), np.zeros(0, dtype=np.intp)).size == 0
