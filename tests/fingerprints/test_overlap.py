"""Scores of pairs are those of plain sets, whatever else stands on the shelf."""

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints import overlap as kernel
from audit.fingerprints.overlap import cover
from audit.fingerprints.shelf import Shelf, Words, spread

Text = tuple[list[int], list[bool]]


class Overlap(NamedTuple):
    """What `Overlaps` says of one pair."""

    raw: tuple[float, float, float]
    body: tuple[float, float, float]
    raw_content: float
    body_content: float
    remainder: int
    remainder_resemblance: float
    blocks: int
    stretches: int
    framed: int


def overlaps(shelf: Shelf, pairs: list[tuple[int, int]]) -> list[Overlap]:
    found = kernel.overlaps(shelf, np.array(pairs, dtype=np.int64).reshape(-1, 2))
    raw, body = (map(tuple, scores.T.tolist()) for scores in (found.raw, found.body))
    rest = (getattr(found, name).tolist() for name in Overlap._fields[2:])
    return [Overlap(*row) for row in zip(raw, body, *rest, strict=True)]


Shingle = tuple[int, ...]


@st.composite
def documents(draw: st.DrawFn) -> list[Text]:
    """Draw documents over few words, some of them parts of each other."""
    pieces = draw(st.lists(st.lists(st.integers(1, 4), max_size=12), min_size=1, max_size=4))
    found = []
    for _ in range(draw(st.integers(2, 4))):
        words = [
            word for piece in draw(st.lists(st.sampled_from(pieces), max_size=4)) for word in piece
        ]
        masked = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
        found.append((words, masked))
    return found


def shelf(found: list[Text], *, shingle: int = 5) -> Shelf:
    return Shelf(
        [
            Words(
                hashes=np.array(words, dtype=np.uint64),
                masked=np.array(masked, dtype=np.bool_),
                shingle=shingle,
            )
            for words, masked in found
        ]
    )


def naive(text: Text, length: int, *, body: bool) -> set[Shingle]:
    words, masked = text
    places = range(len(words) - length + 1)
    return {
        tuple(words[at : at + length])
        for at in places
        if not (body and any(masked[at : at + length]))
    }


def scores(a: set[Shingle], b: set[Shingle]) -> tuple[float, float, float]:
    common = len(a & b)
    return (
        common / len(a | b) if a | b else 0.0,
        common / len(a) if a else 0.0,
        common / len(b) if b else 0.0,
    )


def content(a: set[Shingle], b: set[Shingle]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@pytest.mark.parametrize(("shingle", "length", "short"), [(5, 5, 3), (12, 12, 6)])
@given(found=documents())
def test_overlaps_are_those_of_sets(shingle, length, short, found):
    pairs = [(a, b) for a in range(len(found)) for b in range(a + 1, len(found))]
    for (a, b), overlap in zip(pairs, overlaps(shelf(found, shingle=shingle), pairs), strict=True):
        one, other = found[a], found[b]
        for body, given_scores in ((False, overlap.raw), (True, overlap.body)):
            long = [naive(text, length, body=body) for text in (one, other)]
            assert given_scores == pytest.approx(scores(*long))
        whole, bodies = (
            [naive(text, short, body=body) for text in (one, other)] for body in (False, True)
        )
        assert overlap.raw_content == pytest.approx(content(*whole))
        common = len(bodies[0] & bodies[1])
        smaller = min(map(len, whole))
        assert overlap.body_content == pytest.approx(common / smaller if smaller else 0.0)


@given(found=documents(), dice=st.randoms())
def test_the_order_of_pairs_counts_for_nothing(found, dice):
    pairs = [(a, b) for a in range(len(found)) for b in range(a + 1, len(found))]
    mixed = dice.sample(pairs, len(pairs))
    one = dict(zip(pairs, overlaps(shelf(found), pairs), strict=True))
    other = dict(zip(mixed, overlaps(shelf(found), mixed), strict=True))
    assert one == other


def test_a_template_is_told_from_a_text():
    """Two pages share a long footer and nothing else: what is left is large and differs."""
    footer = list(range(1_000, 1_030))
    one, other = list(range(1, 51)), list(range(101, 151))
    pages = [(one + footer, [False] * 80), (other + footer, [False] * 80)]
    (overlap,) = overlaps(shelf(pages), [(0, 1)])
    assert 0.3 <= overlap.raw_content < 0.6
    assert overlap.remainder == 50
    assert overlap.remainder_resemblance == 0.0
    assert overlap.blocks == 1


def test_masked_words_leave_the_body():
    footer = list(range(1_000, 1_030))
    masks = [False] * 50 + [True] * 30
    pages = [(list(range(1, 51)) + footer, masks), (list(range(101, 151)) + footer, masks)]
    (overlap,) = overlaps(shelf(pages), [(0, 1)])
    assert overlap.raw[0] > 0
    assert overlap.body == (0.0, 0.0, 0.0)
    assert overlap.body_content == 0.0


def test_a_page_that_is_all_boilerplate_has_no_score():
    words = list(range(1, 31))
    (overlap,) = overlaps(shelf([(words, [True] * 30), (words, [True] * 30)]), [(0, 1)])
    assert overlap.raw == (1.0, 1.0, 1.0)
    assert overlap.body == (0.0, 0.0, 0.0)


@given(st.lists(st.booleans(), max_size=30), st.integers(1, 6))
def test_spread_and_cover(masked, length):
    flags = spread(np.array(masked, dtype=np.bool_), length).tolist()
    places = range(len(masked) - length + 1)
    assert flags == [any(masked[at : at + length]) for at in places]
    covered = cover(np.array(flags, dtype=np.bool_), length, len(masked)).tolist()
    assert covered == [
        any(flags[at] for at in places if at <= word < at + length) for word in range(len(masked))
    ]


@pytest.mark.parametrize(("line", "framed"), [(4, 0), (5, 0), (6, 1)])
def test_a_line_at_the_top_frames_only_what_is_short_beside_it(line, framed):
    """A text of 48 words stands in the middle, and 60 of each alone."""
    words = iter(range(1, 10_000))
    top, middle = ([next(words) for _ in range(count)] for count in (line, 48))
    alone = [[next(words) for _ in range(30)] for _ in range(4)]
    texts = [top + alone[n] + middle + alone[n + 2] for n in (0, 1)]
    (overlap,) = overlaps(shelf([(text, [False] * len(text)) for text in texts]), [(0, 1)])
    assert (overlap.blocks, overlap.framed) == (2, framed)
