"""Observations are made in worker processes, of hostile texts."""

import pickle

import pyarrow as pa
import pytest

from audit.checks import MOST, Check
from audit.checks.duplicate import Duplicate
from audit.checks.text import Text, Wanted
from audit.errors import CheckError, PatternError
from audit.observe import Observe
from audit.rules import Variant

BOMB = Text(forbid=Wanted(matches="(?:a|aa)+$"))


def looked(check, text):
    rows = {"doc": [-7], "path": ["a.txt"], "text": [text]}
    rows |= {name: [None] for name in ("starts", "lines", "columns")}
    batch = pa.RecordBatch.from_pydict(rows)
    return Observe((("r", check),))(batch).to_pylist()


def test_it_travels():
    observe = Observe((("r", Text(forbid=Wanted(contains=("x",)))),))
    assert pickle.loads(pickle.dumps(observe)) == observe


def test_equal_values_are_counted():
    rows = looked(Text(forbid=Wanted(contains=("ab", "b"))), "ab\nab")
    assert [(row["value"], row["nth"], row["line"], row["column"]) for row in rows] == [
        ("ab", 1, 1, 1), ("b", 1, 1, 2), ("ab", 2, 2, 1), ("b", 2, 2, 2),
    ]  # fmt: skip
    assert {row["doc"] for row in rows} == {-7}


def test_a_pattern_that_runs_away_names_rule_and_document():
    with pytest.raises(PatternError, match=r"rule slow: .* on papers/a\.txt"):
        list(Observe((("slow#2", BOMB),)).document(-7, "papers/a.txt", ("a" * 60 + "b") * 9))


class Leaky(Check, frozen=True, kw_only=True):
    """A check of others that fails on some texts."""

    id = "leaky"
    names = ()
    message = "m"

    def look(self, text):
        raise ZeroDivisionError(f"no {text}\n")

    def select(self, rule):
        raise NotImplementedError

    def violation(self, row):
        raise KeyError("tide")


def test_a_check_that_fails_names_rule_and_document():
    said = "rule r: check “leaky” failed on papers/a.txt: ZeroDivisionError: no tide"
    with pytest.raises(CheckError, match=said) as caught:
        list(Observe((("r#1", Leaky()),)).document(1, "papers/a.txt", "tide"))
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_check_that_fails_on_a_row_names_rule_and_document():
    variant = Variant(id="r", rule="r", check=Leaky(), owner=None, options="{}")
    for row in ({"path": "a.txt"}, {"a_path": "a.txt", "b_path": "b.txt"}):
        with pytest.raises(CheckError, match=r"check “leaky” failed on a\.txt: KeyError: 'tide'"):
            variant.judge(row)


def test_places_are_limited():
    assert len(looked(Text(forbid=Wanted(contains=("x",))), "x" * (MOST + 9))) == MOST


def test_a_long_place_is_kept_in_part():
    (row,) = looked(Text(forbid=Wanted(matches="x+")), "x" * 5000)
    assert (row["end"], len(row["value"])) == (5000, 1000)


def test_most_checks_look_at_nothing():
    assert looked(Duplicate(), "x") == []
