"""Columns go before values are squeezed; a path keeps its file name."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from audit.reports.terminal.fit import GUTTER, Need, cut_end, cut_path, fit

TEXTS = st.text(st.sampled_from("ab/.-港é") | st.characters(categories=["L", "N", "P"]))


@given(TEXTS, st.integers(3, 60))
def test_what_is_cut_fits(text, width):
    assert cell_len(cut_end(text, width, "…")) <= width
    assert cell_len(cut_path(text, width, "…")) <= width
    if cell_len(text) <= width:
        assert cut_end(text, width, "…") == cut_path(text, width, "…") == text


def test_a_path_keeps_its_file_name():
    path = "museum/collection/history-of-the-harbour-clock.txt"
    assert cut_path(path, 40, "…") == "museum…/history-of-the-harbour-clock.txt"
    assert cut_path(path, 21, "…") == "history-of…-clock.txt"
    assert cut_path("港/時計についての記事.txt", 14, "...") == "時計...事.txt"


def test_the_least_important_column_goes_first():
    needs = [
        Need(wish=60, least=20, priority=0),
        Need(wish=10, least=10, priority=1),
        Need(wish=10, least=10, priority=2),
    ]
    assert fit(needs, 84) == {0: 60, 1: 10, 2: 10}
    assert fit(needs, 50) == {0: 26, 1: 10, 2: 10}
    assert fit(needs, 40) == {0: 28, 1: 10}
    assert fit(needs, 20) == {0: 20}


@given(
    st.lists(st.tuples(st.integers(1, 80), st.integers(1, 80), st.integers(0, 5)), min_size=1),
    st.integers(20, 200),
)
def test_columns_fit_or_are_the_last_that_must_stay(triples, width):
    needs = [Need(wish=max(a, b), least=min(a, b), priority=p) for a, b, p in triples]
    cells = fit(needs, width)
    used = sum(cells.values()) + GUTTER * (len(cells) - 1)
    assert used <= width or all(needs[index].priority == 0 for index in cells)
    assert all(needs[index].least <= size <= needs[index].wish for index, size in cells.items())
