"""Where the prose of a text begins, told by the lengths of its lines."""

from hypothesis import given
from hypothesis import strategies as st

from audit.claims.headline import Line
from audit.claims.mainpart import PROSE, inner, main_part, prose


def lines(*sizes, gap=1):
    found, start = [], 0
    for number, size in enumerate(sizes):
        found.append(Line(number, start, start + size, "x" * size))
        start += size + gap
    return found


def parts(*sizes, gap=1):
    made = lines(*sizes, gap=gap)
    return main_part(made, prose(made, inner(made)))


def test_a_menu_has_no_main_part():
    assert parts(4, 8, 12, 6) is None


def test_the_first_part_that_is_not_much_smaller_than_the_largest():
    assert parts(5, 130, 5, 5, 5, 5, 5, 5, 900, 800, 5)[:2] == (8, 9)
    assert parts(5, 500, 5, 5, 5, 5, 5, 5, 900, 5)[:2] == (1, 1)


def test_paragraphs_that_were_broken_into_lines():
    assert parts(20, 70, 72, 68, 30)[:2] == (1, 3)
    assert parts(20, 70, 72, 30, 30) is None
    assert parts(20, 70, 72, 68, 30, gap=9) is None


@given(st.lists(st.integers(1, 400), max_size=40), st.integers(1, 5))
def test_every_main_part_begins_and_ends_with_prose(sizes, gap):
    made = lines(*sizes, gap=gap)
    is_prose = prose(made, inner(made))
    assert all(is_prose[n] for n, size in enumerate(sizes) if size > PROSE)
    part = main_part(made, is_prose)
    assert (part is None) == (not any(is_prose))
    if part:
        assert is_prose[part.first]
        assert is_prose[part.last]
        assert part.size <= sum(sizes)
