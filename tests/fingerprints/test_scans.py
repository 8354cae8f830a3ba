"""Scanned texts: what scanning confuses is one word, and every place stays what it was."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints.tokens import Tokens, tokenize


def read(text: str) -> Tokens:
    (tokens,) = tokenize([text], scanned=True)
    return tokens


def same(one: str, other: str) -> bool:
    return read(one).hashes.tolist() == read(other).hashes.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("modern", "modem"),
        ("clock vessel", "dock vessel"),
        ("winter", "vvinter"),
        ("Hall", "Ha1l"),
        ("OLD", "0ld"),
        ("quay tide", "quay tidc"),
        ("\u017fail fail", "sail sail"),
        ("caf\u00e9", "cafe"),
        ("cafe\u0301", "cafe"),
        ("\ufb01sh", "fish"),
        ("the har-\nbour", "the harbour"),
        ("the HAR\xac \n bour", "the harbour"),
        ("har.bour", "harbour"),
        ("\u03ac\u03bb\u03bb\u03bf", "\u03b1\u0301\u03bb\u03bb\u03bf"),
    ],
)
def test_what_scanning_confuses_is_one_word(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("10", "lo"), ("12", "13"), ("library", "museum"), ("end. The", "endThe"), ("cat", "dog")],
)
def test_other_words_stay_other_words(one, other):
    assert not same(one, other)


def test_places_are_those_of_the_text():
    tokens = read("modern clock,\nthe har-\n bour")
    assert tokens.starts.tolist() == [0, 7, 14, 18]
    assert tokens.ends.tolist() == [6, 12, 17, 28]


@given(st.text("abcdefilmnorstuvw01|!.'-\u0301\u00e9 \n", max_size=60))
def test_places_lie_in_the_text_and_in_order(text):
    tokens = read(text)
    places = list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True))
    assert all(0 <= low < high <= len(text) for low, high in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(st.lists(st.text("abcdefilmnorstuvw01 ", max_size=30), max_size=5))
def test_a_batch_is_its_texts_one_by_one(texts):
    together = tokenize(texts, scanned=True)
    assert [each.hashes.tolist() for each in together] == [
        read(text).hashes.tolist() for text in texts
    ]
