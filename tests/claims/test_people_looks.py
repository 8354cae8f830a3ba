"""Cheap looks before dear patterns of names: each is proved on what the pattern finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.claims import people
from audit.claims.inverted import unclear, upright
from audit.claims.words import fold_case

LOOKS = [
    pytest.param(people._LABEL, people._BEFORE_LABELS, id="label"),
    pytest.param(people._ADDRESS, people._ADDRESSES, id="address"),
    pytest.param(people._PLURAL, ("(",), id="plural"),
]


@pytest.mark.parametrize(("pattern", "words"), LOOKS)
@settings(max_examples=50)
@given(data=st.data())
def test_one_of_the_words_stands_in_all_that_is_found(pattern, words, data):
    found = re.sub(r"\s", " ", data.draw(st.from_regex(pattern)))
    if pattern.search(found):
        assert any(word in fold_case(found) for word in words)


@given(st.text(alphabet="ABab .-'y,", max_size=20).map(lambda text: text.replace(",", "")))
def test_no_name_without_a_comma_is_inverted(text):
    assert not upright(text)
    assert not unclear(text)
