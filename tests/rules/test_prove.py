"""How rules prove themselves: the four outcomes."""

import pytest

from audit.model import Finding, Location, Severity
from audit.rules import Outcome, parse, prove, unproved

TEXT = """\
audit: 1
rules:
  r:
    check: text
    forbid: {contains: [x]}
    tests: {passes: [a, xa], fails: [x, b]}
"""

SCENARIO = """\
audit: 1
rules:
  r:
    check: duplicate
    tests:
      scenarios:
        - name: copies
          given: {a.txt: one, b.txt: one}
          expect: [b.txt, {path: b.txt, line: 7, message: same}]
"""


def rules(text):
    return parse(text.encode(), name="audit.yml", base="")


def finding(path="b.txt", line=1, rule="r"):
    return Finding(
        rule=rule, severity=Severity.NOTE, message="the same as a.txt", related=(), key="k",
        location=Location(path=path, line=line),
    )  # fmt: skip


def test_texts_are_tested_at_once():
    outcomes = [(proof.case, proof.outcome) for proof in prove(rules(TEXT))]
    assert outcomes == [
        ("passes: a", Outcome.PROVED),
        ("passes: xa", Outcome.NOISY),
        ("fails: x", Outcome.PROVED),
        ("fails: b", Outcome.MISSING),
    ]


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ([finding(line=7), finding()], Outcome.PROVED),
        ([finding(), finding(line=7), finding(rule="other")], Outcome.PROVED),
        ([finding(), finding()], Outcome.MISSING),
        ([], Outcome.MISSING),
        ([finding(line=7), finding(), finding("a.txt")], Outcome.NOISY),
    ],
)
def test_a_scenario_expects_every_finding(found, outcome):
    seen = []

    def run(ruleset, scenario):
        seen.append((ruleset.rules[0].id, dict(scenario.given)))
        return found

    (proof,) = prove(rules(SCENARIO), run)
    assert proof.outcome == outcome
    assert seen == [("r", {"a.txt": "one", "b.txt": "one"})]


def test_what_nobody_runs_is_skipped():
    assert [proof.outcome for proof in prove(rules(SCENARIO))] == [Outcome.SKIPPED]


def test_a_text_for_a_check_of_collections_becomes_one():
    tests = "tests: {fails: [one], passes: [two]}"
    text = f"audit: 1\nrules:\n  r: {{check: length, {tests}, paths: [x/**]}}\n"

    def run(ruleset, scenario):
        assert ruleset.rules[0].plain.matches("document.txt")
        return [finding()] if scenario.given["document.txt"] == "one" else []

    assert [proof.outcome for proof in prove(rules(text), run)] == [Outcome.PROVED] * 2


def test_rules_that_nothing_fires_are_named():
    assert unproved(rules(TEXT)) == ()
    assert unproved(rules("audit: 1\nrules: {r: {check: duplicate}}\n")) == ("r",)
