"""Lines of a text that hold words, whatever ends them."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints.textlines import TextLines, lines_of_each, text_lines
from audit.fingerprints.tokens import tokenize


def read(text: str) -> TextLines:
    (tokens,) = tokenize([text])
    return text_lines(text, tokens)


def shown(text: str) -> list[tuple[int, str]]:
    lines = read(text)
    return [
        (number, text[start:end])
        for number, start, end in zip(lines.numbers.tolist(), lines.starts, lines.ends, strict=True)
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(end):
    text = end.join(["The tide", "", "turns at", "- - -", "nine."])
    assert shown(text) == [(1, "The tide"), (3, "turns at"), (5, "nine.")]


def test_mixed_line_ends():
    text = "a\r\r\nb\n\rc\r\n\r\nd\n"
    assert shown(text) == [(1, "a"), (3, "b"), (5, "c"), (7, "d")]


def test_no_line_end_at_all():
    assert shown("one line") == [(1, "one line")]
    assert shown("") == []
    assert shown("\n\n---\n") == []


def test_digits_do_not_tell_lines_apart():
    lines = read("Page 3 of 12\nThe pier\nPage 10 of 12\nPage three of 12\n")
    first, _, third, fourth = lines.digests.tolist()
    assert first == third != fourth


def test_lines_of_numbers_alone_are_the_same_only_with_the_same_digits():
    lines = read("23.09.22\n31.01.22\n14 - 29 70 %\n30 - 44 50 %\n31.01.22\n7th\n8th\n")
    first, second, third, fourth, fifth, *words = lines.digests.tolist()
    assert len({first, second, third, fourth}) == 4
    assert second == fifth
    assert words[0] == words[1]


def test_a_hyphenated_word_belongs_to_its_first_line():
    text = "the har-\nbour is open\nfor all"
    lines = read(text)
    assert lines.counts.tolist() == [2, 2, 2]
    assert lines.first.tolist() == [0, 2, 4]


@given(st.text("ab 7-\r\n.\u2028\x0b\udc80", max_size=60))
def test_lines_are_those_of_a_naive_split(text):
    (tokens,) = tokenize([text])
    lines = text_lines(text, tokens)
    naive = re.split("\r\n|\r|\n", text)
    for number, start, end in zip(lines.numbers, lines.starts, lines.ends, strict=True):
        assert text[start:end] == naive[number - 1]
    assert int(lines.counts.sum()) == tokens.hashes.size
    owners = np.repeat(np.arange(lines.counts.size), lines.counts)
    assert (tokens.starts >= lines.starts[owners]).all()
    assert (tokens.starts < lines.ends[owners]).all()
    holding = {number for number, line in enumerate(naive, 1) if re.search("[ab7]", line)}
    assert set(lines.numbers.tolist()) <= holding


@given(st.lists(st.text("ab 7-\r\n\0\udc80", max_size=20), max_size=5))
def test_lines_of_many_texts_are_those_of_each(texts):
    tokens = tokenize(texts)
    together = lines_of_each(texts, tokens)
    alone = [text_lines(text, words) for text, words in zip(texts, tokens, strict=True)]
    fields = ("numbers", "starts", "ends", "first", "counts", "digests")
    assert [[getattr(each, name).tolist() for name in fields] for each in together] == [
        [getattr(each, name).tolist() for name in fields] for each in alone
    ]
