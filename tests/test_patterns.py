"""Patterns: the look for literals never loses a match, and the time limit holds."""

import time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import Span
from audit.patterns import compiled, fits, needed, spans

# One string reads better than a list of quotes.
PIECES = r"a b ab ( ) | ? * + {2} { } [ab] [^a] \a \. (?: (?= (?! (?i) . ^ $ \x61 \b {0,1} ] (?#"
PIECES = [*PIECES.split(), r"\p{L}", "[a|b]", "[[:alpha:]]", "[[:^digit:]b]"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.text("abAB{}.|", max_size=8))
def test_the_look_for_literals_loses_no_match(source, text):
    try:
        wanted = [match.span() for match in regex.finditer(source, text) if match.group()]
    except regex.error:
        return
    assert [(span.start, span.end) for span in spans(source, text)] == wanted


@pytest.mark.parametrize(
    ("source", "literals"),
    [
        ("Ã[\x80-\xbf]|â€[™œ]", ("Ã", "â€")),
        (r"a\.b(c|d)e", ("a.b",)),
        ("(?i)abc", ()),
        ("a|b*", ()),
        (r"\p{Arabic}+sale", ("sale",)),
        ("abx{|y}", ()),
        ("[[:upper:]]lue", ()),
    ],
)
def test_the_literals_of_a_pattern(source, literals):
    assert needed(source) == literals


def test_letters_of_every_script_are_letters():
    assert list(spans(r"\bسلام\b", "قال سلام له")) == [Span(start=4, end=8)]


def test_a_pattern_that_runs_away_is_stopped():
    started = time.process_time()
    with pytest.raises(TimeoutError):
        fits("(?:a|aa)+", "a" * 80 + "b")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "source", ["(", "[z-a]", "a" * 2001, r"\p{Nonsense}", "(?P<a>", "(" * 1900]
)
def test_what_is_no_pattern_says_so(source):
    with pytest.raises(ValueError, match="pattern"):
        compiled(source)
