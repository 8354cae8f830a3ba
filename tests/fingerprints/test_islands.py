"""Islands: which recurring runs of one document count, and in which order they stand."""

import random

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from audit.fingerprints.islands import LONG_LINE, Hits, sequence

Hit = tuple[int, int, int, int, bool]
NAMES = ("firsts", "counts", "documents", "keys", "lines")


def sequenced(hits: list[Hit], size: int) -> list[Hit]:
    columns = list(zip(*hits, strict=True)) if hits else [()] * 5
    kinds = [np.int64] * 4 + [np.bool_]
    arrays = {
        name: np.array(column, dtype=kind)
        for name, column, kind in zip(NAMES, columns, kinds, strict=True)
    }
    found = sequence(Hits(**arrays), size)
    return list(zip(*(getattr(found, name).tolist() for name in NAMES), strict=True))


def run(first: int, count: int, documents: int = 10) -> list[Hit]:
    """Return the shingles of 5 words that cover tokens [first, first + count)."""
    return [(at, 5, documents, at + 100, False) for at in range(first, first + count - 4)]


def test_runs_come_in_their_order():
    hits = run(10, 12)
    assert sequenced(hits[::-1], 40) == hits


def test_no_hits_are_none():
    assert sequenced([], 50) == []
    assert sequenced([], 0) == []


def test_a_short_line_alone_counts_for_nothing():
    assert sequenced([(10, 2, 9, 1, True), (30, 1, 9, 2, True)], 40) == []


def test_short_lines_in_a_row_are_a_menu():
    menu = [(10, 2, 9, 1, True), (12, 1, 9, 2, True), (13, 2, 9, 3, True)]
    assert sequenced(menu, 40) == menu
    assert sequenced(menu[:2], 40) == []


def test_a_long_line_counts_alone():
    line = (3, LONG_LINE, 4, 1, True)
    assert sequenced([line], 20) == [line]


def test_a_line_that_runs_cover_is_said_already():
    hits = run(10, 20)
    assert sequenced([*hits, (12, 9, 10, 7, True)], 60) == hits
    longer = (12, 19, 10, 7, True)
    assert longer in sequenced([*hits, longer], 60)


def test_a_line_at_the_end_of_the_document():
    line = (15, 5, 4, 1, True)
    assert sequenced([line], 20) == [line]


def test_what_fills_a_slot_goes_by_the_name_of_what_follows():
    hits = [*run(0, 20), *run(22, 20)]
    month = (18, 5, 3, 777, False)
    found = sequenced([*hits, month], 60)
    assert sorted(found) == sorted([*hits, (18, 5, 10, 122, False)])


def test_a_rare_run_beside_a_common_one_keeps_its_name():
    hits = [*run(0, 20), (20, 5, 3, 777, False)]
    assert sequenced(hits, 60) == hits


def test_a_rare_line_of_common_runs_goes_by_their_name():
    hits = [*run(10, 20), (10, 26, 3, 777, True)]
    assert (10, 26, 10, 110, True) in sequenced(hits, 60)


def runs_of(hits: list[Hit]) -> list[tuple[int, int]]:
    return sorted(hit[:2] for hit in hits if not hit[4])


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[Hit], int]:
    size = draw(st.integers(1, 80))
    hits = []
    for _ in range(draw(st.integers(0, 15))):
        first = draw(st.integers(0, size - 1))
        count = draw(st.integers(1, min(12, size - first)))
        line = draw(st.booleans())
        hits.append((first, count, draw(st.integers(3, 40)), draw(st.integers(0, 9)), line))
    return hits, size


RENAMED = [(32, 3, 4, 1, True), (32, 3, 3, 1, True), (22, 12, 5, 0, False), (32, 1, 3, 0, False)]


@given(pages(), st.randoms())
@example(page=(RENAMED, 35), dice=random.Random(1))
def test_order_counts_for_nothing_and_runs_of_words_always_count(page, dice):
    hits, size = page
    found = sequenced(hits, size)
    again = sequenced(dice.sample(hits, len(hits)), size)
    places = [(first, count, key) for first, count, _, key, _ in found]
    assert places == sorted(places)
    assert sorted(found) == sorted(again)
    assert runs_of(found) == runs_of(hits)
    assert {hit[:2] for hit in found} <= {hit[:2] for hit in hits}
    assert {hit[3] for hit in found} <= {hit[3] for hit in hits}
