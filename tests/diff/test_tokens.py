"""Tokens: the text itself, cut where a reader sees words, numbers and marks."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.diff.tokens import Vocabulary, body, raws, sentence_ends, tokens
from audit.model import Span

TEXT = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from("ab1'’.,:-–  \r\n\té\x1c\x85\xa0/htps"), max_size=80),
    st.text(
        st.sampled_from("ae\u0301\u0308🇫🇷👩\u200d🔬\u0600क\u094dष漢字かなไทยа 1\n"), max_size=60
    ),
)


def bodies(text: str) -> list[str]:
    return [body(raw) for raw in raws(text)[1:]]


@settings(deadline=None)
@given(TEXT)
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(raws(text)) == text


@settings(deadline=None)
@given(TEXT)
def test_tokens_end_where_graphemes_do(text: str) -> None:
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    found = tokens(text, Vocabulary())
    assert set(found.starts) | set(found.ends) <= edges
    middles = {start + len(body(raw)) for start, raw in zip(found.starts, found.raws, strict=True)}
    assert middles <= edges


@settings(deadline=None)
@given(st.text(st.sampled_from("abÀé1'’.,:-–  \r\n\tжω/htps?"), max_size=80))
def test_plain_texts_and_others_are_cut_alike(text: str) -> None:
    assert raws(text + " 漢")[: len(raws(text))] == [*raws(text)[:-1], raws(text)[-1] + " "] or (
        raws(text)[-1:] == [""]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's 1,250 cm.", ["It's", "1,250", "cm", "."]),
        ("2019-11-13, 18:30", ["2019-11-13", ",", "18:30"]),
        ("1914–18: the 12th", ["1914–18", ":", "the", "12", "th"]),
        ("l’été d'or", ["l’été", "d'or"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("潮が185cm", ["潮", "が", "185", "cm"]),
        ("น้ำ", ["น้ำ"]),
        ("See https://example.org/a?b=1. Then", ["See", "https://example.org/a?b=1", ".", "Then"]),
        ("“Ahoy!” ", ["“", "Ahoy", "!", "”"]),
    ],
)
def test_words_numbers_and_marks(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harbour ", "harbour\n", True),
        ("it’s", "it's", True),
        ("“", '"', True),
        ("–", "-", True),
        ("caf\u00e9", "cafe\u0301", True),
        ("ﬁsh", "fish", True),
        ("café", "cafe", False),
        ("1,250", "1,520", False),
    ],
)
def test_guises_share_a_number(one: str, other: str, same: bool) -> None:
    vocabulary = Vocabulary()
    assert (vocabulary[one] == vocabulary[other]) is same


def test_folded_spans_leave_tokens_out() -> None:
    found = tokens("One. MENU ITEM Two.", Vocabulary(), [Span(start=5, end=14)])
    assert found.raws == ["", "One", ". ", "Two", "."]
    assert (list(found.folds), found.folded_words) == ([3], 2)


def test_sentences_end_with_marks_closing_quotes_and_paragraphs() -> None:
    found = tokens("A heading\n\n“It is late.” 3.5 days. End", Vocabulary())
    ends = sentence_ends(found)
    last = [body(raw) for raw, end in zip(found.raws, ends, strict=True) if end]
    assert last == ["", "heading", "”", ".", "End"]


def test_a_row_of_flags_is_cut_in_linear_time() -> None:
    assert len(raws("🇫🇷" * 100_000)) == 100_001
