import msgspec
import pytest

from audit.checks.similar import Similar


@pytest.fixture
def pair(world):
    world.document(1, "a.txt", words=120)
    world.document(2, "b.txt", words=80)
    world.add(
        "pairs", a=1, b=2, relation="near-duplicate", body_resemblance=0.649,
        body_containment_a=0.7, body_containment_b=0.999, shared_words=75,
    )  # fmt: skip
    world.add("passages", a=1, b=2, number=0, a_line=9, b_line=4, words=40)
    world.add("passages", a=1, b=2, number=1, a_line=2, b_line=3, words=40, boilerplate=True)
    return world


def test_resemblance_is_rounded_down_and_located(pair):
    assert pair.said(Similar(threshold=0.5)) == [
        ("b.txt", 4, "64 % the same as a.txt; 75 words stand in passages of both")
    ]
    assert pair.ask(Similar(threshold=0.5))[0].related[0].line == 9


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
