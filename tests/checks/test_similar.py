import msgspec
import pytest

from audit.checks.similar import Similar
from audit.model import Location


@pytest.fixture
def pair(world):
    world.document(1, "a.txt", words=120)
    world.document(2, "b.txt", words=80)
    world.add(
        "pairs", a=1, b=2, relation="near-duplicate", body_resemblance=0.649,
        body_containment_a=0.7, body_containment_b=0.999, shared_words=75,
    )  # fmt: skip
    own = {"a_line": 9, "a_start": 80, "a_end": 95, "b_line": 4, "b_start": 42, "b_end": 57}
    menu = {"a_line": 2, "a_start": 10, "a_end": 30, "b_line": 3, "b_start": 25, "b_end": 40}
    world.add("passages", a=1, b=2, number=0, words=40, **own)
    world.add("passages", a=1, b=2, number=1, words=40, boilerplate=True, **menu)
    for doc, line, start, end in ((1, 9, 75, 90), (1, 10, 91, 99), (2, 4, 41, 70)):
        world.add("lines", doc=doc, number=line, line=line, start=start, end=end)
    return world


def test_resemblance_is_rounded_down_and_located(pair):
    assert pair.said(Similar(threshold=0.5)) == [
        ("b.txt", 4, "64 % the same as a.txt; 75 words stand in passages of both")
    ]


def test_the_place_is_the_first_passage_that_is_not_boilerplate(pair):
    (one,) = pair.ask(Similar(threshold=0.5))
    assert one.location == Location(
        path="b.txt", line=4, column=2, end_line=4, end_column=17, start=42, end=57
    )
    assert one.related[0] == Location(
        path="a.txt", line=9, column=6, end_line=10, end_column=5, start=80, end=95
    )


def test_passages_in_another_order_are_met_at_the_first_of_the_accused(pair):
    moved = {"a_line": 1, "a_start": 1, "a_end": 5, "b_line": 8, "b_start": 90, "b_end": 99}
    pair.add("passages", a=1, b=2, number=2, words=20, **moved)
    assert [one.location.start for one in pair.ask(Similar(threshold=0.5))] == [42]
    pair.add("claims", doc=1, property="issued", normalized="2024")
    pair.add("claims", doc=2, property="issued", normalized="2023")
    (one,) = pair.ask(Similar(threshold=0.5))
    assert (one.location.path, one.location.start, one.related[0].start) == ("a.txt", 1, 90)


def test_without_a_passage_the_document_is_the_place(pair):
    pair.database.execute("delete from passages")
    (one,) = pair.ask(Similar(threshold=0.5))
    assert one.location == Location(path="b.txt")


def test_below_the_threshold_is_quiet(pair):
    assert pair.ask(Similar(threshold=0.65)) == []


def test_containment_names_part_and_whole(pair):
    (one,) = pair.ask(Similar(contains=0.9, below=0.65))
    assert (one.values["part"], one.values["whole"], one.values["score"]) == (
        "b.txt",
        "a.txt",
        "99 %",
    )


@pytest.mark.parametrize("options", [{"below": 0.6}, {"words": 76, "below": 1}, {"contains": 1.0}])
def test_containment_leaves_the_rest_to_others(pair, options):
    assert pair.ask(Similar(**({"contains": 0.9} | options))) == []


def test_the_key_is_the_same_from_both_sides(pair):
    before = pair.ask(Similar(threshold=0.5))[0].key
    pair.add("claims", doc=1, property="issued", normalized="2024")
    pair.add("claims", doc=2, property="issued", normalized="2023")
    (one,) = pair.ask(Similar(threshold=0.5))
    assert one.location.path == "a.txt"
    assert one.key == before


def test_copies_are_left_to_another_check(world):
    world.document(1, "a.txt")
    world.document(2, "b.txt")
    world.add("pairs", a=1, b=2, relation="same-text", body_resemblance=1.0)
    assert world.ask(Similar(threshold=0.5)) == []


@pytest.mark.parametrize("options", [{}, {"threshold": 0.5, "contains": 0.5}])
def test_one_question_a_rule(options):
    with pytest.raises((ValueError, msgspec.ValidationError), match="either"):
        Similar(**options)
