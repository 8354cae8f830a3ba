"""Which lines are prose, told by their lengths, their full stops and what stands below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.headline import Line
from audit.claims.mainpart import WRAPPED, inner, is_dense, prose

SENTENCE = "The bell on the quay was rung at noon, and the ferry left with nobody on board. "


def lines(*sizes, gap=1):
    found, start = [], 0
    for number, size in enumerate(sizes):
        found.append(Line(number, start, start + size, (SENTENCE * 9)[:size]))
        start += size + gap
    return found


def kinds(*sizes, gap=1):
    made = lines(*sizes, gap=gap)
    return prose(made, inner(made))


def test_a_long_line_with_a_sentence_is_prose():
    assert kinds(4, 12, 150, 80) == [False, False, True, False]


@pytest.mark.parametrize(
    "text", ["Home News Tides Letters Notices Contact " * 4, "https://quay.example/" + "a" * 120]
)
def test_a_menu_or_an_address_is_none(text):
    line = Line(0, 0, len(text), text)
    assert prose([line], [False]) == [False]


def test_scripts_without_spaces():
    text = "蔡健雅出生于新加坡，现定居于台湾，词曲创作人。" * 6
    assert prose([Line(0, 0, len(text), text)], [False]) == [True]


def test_paragraphs_that_were_broken_into_lines():
    assert kinds(20, 70, 72, 68, 30) == [False, True, True, True, False]
    assert not any(kinds(20, 70, 72, 30, 30))
    assert not any(kinds(20, 70, 72, 68, 30, gap=9))


def test_lines_of_unlike_lengths_are_paragraphs_of_their_own():
    assert inner(lines(119, 76, 50)) == [False] * 3


@given(st.lists(st.integers(1, 400), max_size=40), st.integers(1, 5))
def test_what_is_broken_is_long_and_stands_close(sizes, gap):
    made = lines(*sizes, gap=gap)
    for number, is_inner in enumerate(inner(made)):
        assert not is_inner or min(sizes[number - 2 : number + 1]) >= WRAPPED


def test_scripts_that_divide_sentences_alone():
    text = "ร้านหนังสือเล็กๆ ริมคลองเปิดทุกวันยกเว้นวันจันทร์ เจ้าของร้านเลี้ยงแมวสามตัวและปลูกต้นมะลิไว้หน้าประตู " * 2
    assert prose([Line(0, 0, len(text), text)], [False]) == [True]


@given(st.text(alphabet="a é\u10ff\u1100港🚢\ud800", max_size=80))
def test_a_script_is_dense_where_most_of_its_signs_are_syllables_or_words(text):
    head = text[:60]
    many = 2 * sum(sign >= "\u1100" for sign in head) > len(head)
    assert is_dense(text) == (many and not text.isascii())
