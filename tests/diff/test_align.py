"""The engine of the gaps and the anchors between them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.diff.anchors import Match, heaviest_chain, joined
from audit.diff.snake import Aligner, Budget

LETTERS = st.text("abcd", max_size=24)


def longest(a: str, b: str) -> int:
    row = [0] * (len(b) + 1)
    for letter in a:
        last, row = row, [0]
        for place, other in enumerate(b):
            row.append(last[place] + 1 if letter == other else max(last[place + 1], row[-1]))
    return row[-1]


@settings(deadline=None)
@given(LETTERS, LETTERS)
def test_the_engine_finds_a_longest_common_sequence(a: str, b: str) -> None:
    edits = Aligner(Budget()).edits(a, b)
    assert "".join(text for what, text in edits if what <= 0) == a
    assert "".join(text for what, text in edits if what >= 0) == b
    assert sum(len(text) for what, text in edits if what == 0) == longest(a, b)


def test_an_empty_budget_gives_a_coarse_block() -> None:
    budget = Budget(left=0)
    edits = Aligner(budget).edits("abcdef", "xaybzc")
    assert edits == [(-1, "abcdef"), (1, "xaybzc")]
    assert budget.coarse == 1


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 5)), max_size=12))
def test_a_chain_goes_forward_on_both_sides(triples: list[tuple[int, int, int]]) -> None:
    matches = [Match(*triple) for triple in sorted(triples)]
    a = b = 0
    for match in heaviest_chain(matches):
        assert match.a >= a
        assert match.b >= b
        a, b = match.a + match.size, match.b + match.size


def test_the_heavier_of_two_crossing_passages_stays() -> None:
    small, large = Match(0, 50, 10), Match(20, 0, 30)
    assert heaviest_chain([small, large]) == [large]


def test_touching_runs_are_one() -> None:
    assert list(joined([Match(0, 1, 4), Match(1, 2, 4), Match(9, 9, 2)])) == [
        Match(0, 1, 5),
        Match(9, 9, 2),
    ]
