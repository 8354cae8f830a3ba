"""Small readings of words: case folded once for patterns that would ignore it."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.words import (
    _SEPARATOR,
    fold_case,
    fold_title,
    heading_in,
    lowered,
    may_fold,
    starts_of,
    strip_site,
)

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüéáà"
EVERY = "".join(chr(n) for n in range(0x110000) if not 0xD800 <= n < 0xE000)


def test_folded_text_is_as_long_and_of_the_same_letters():
    folded = fold_case(EVERY)
    assert len(folded) == len(EVERY)
    for sign in (r"\w", r"\d", r"\s", r"[^\W\d_]"):
        one, other = ([f.start() for f in re.finditer(sign, text)] for text in (EVERY, folded))
        assert one == other


def test_small_letters_are_found_where_a_pattern_finds_them_that_ignores_case():
    folded = fold_case(EVERY)
    ignoring = [f.start() for f in re.finditer(f"[{LETTERS}]", EVERY, re.IGNORECASE)]
    assert [f.start() for f in re.finditer(f"[{LETTERS}]", folded)] == ignoring


@given(st.text("iİıIsſSkKK ö", max_size=8))
def test_odd_letters(text):
    pattern = r"\b(?:is|sk|ki)s?\b|ö$"
    found = re.search(pattern, text, re.IGNORECASE)
    folded = re.search(pattern, fold_case(text))
    assert (found and found.span()) == (folded and folded.span())


@given(st.text("aAbB`'&; ıÄ\u0301ﬁ#9", min_size=1, max_size=8).map(str.strip).filter(bool))
def test_no_title_is_passed_over(line):
    words = {fold_title(line).partition(" ")[0]}
    assert may_fold(line, words, starts_of(words))
    assert not may_fold("harbour", {"town"}, starts_of({"town"}))
    assert not may_fold("harbour", {"hull"}, starts_of({"hull"}))


def test_every_letter_is_small():
    assert all(lowered(letter) == letter.lower() for letter in EVERY)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("aBÉß“ΑΣς İ\udc80")))
def test_small_letters_are_those_of_the_language(text):
    assert lowered(text) == text.lower()


@pytest.mark.parametrize("sign", [" ", "\t", " .", " |", " :", "-", "» "])
def test_a_title_of_many_blanks_costs_little(sign):
    began = time.process_time()
    title = f"Tides{sign * 30_000}x"
    assert strip_site(title, ["herald"]) == heading_in(title, ["herald"]) == title
    assert time.process_time() - began < 1


@given(st.text(" \t|»:-–«>/ab", max_size=9))
def test_parts_of_a_title_are_told_apart_as_by_a_plain_pattern(title):
    plain = re.compile(r"\s+(?:[|–—\-·•»«›>/]|::|\|\|)\s+|\s*[|»]\s*|:\s+")
    found = [cut.span() for cut in _SEPARATOR.finditer(title)]
    assert found == [cut.span() for cut in plain.finditer(title)]
