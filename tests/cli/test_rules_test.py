"""`audit rules test` and `schema`: rules prove themselves, through the real pipeline."""

import json
from collections.abc import Mapping, Sequence

import pytest

from audit.model import Finding
from audit.pipeline.scenario import workshop
from audit.rules import Outcome, RuleSet, Scenario, load, prove, shipped, unproved

RULES = """\
audit: 1
documents: {include: [news/**]}
rules:
  copies:
    check: duplicate
    tests:
      scenarios:
        - name: a copy
          given: {a.txt: "one\\n", b/b.txt: "one\\n", c.txt: "two\\n"}
          expect: [b/b.txt]
"""


PACKS = ["archive", "strict", "web-captures", "press"]


def name_of(rules: RuleSet, scenario: Scenario) -> str:
    """Return what makes the findings of a scenario, its collection first."""
    forms = [
        (rule.id, one.options, one.message, one.paths) for rule in rules.rules for one in rule.forms
    ]
    return repr((sorted(scenario.given.items()), rules.documents, scenario, forms))


@pytest.fixture(scope="module")
def found() -> Mapping[str, Sequence[Finding]]:
    """Run the scenarios of all packs, those of one collection after each other: it is read once."""
    asked: dict[str, tuple[RuleSet, Scenario]] = {}

    def ask(rules: RuleSet, scenario: Scenario) -> Sequence[Finding]:
        asked[name_of(rules, scenario)] = rules, scenario
        return ()

    for pack in PACKS:
        prove(load(str(shipped() / f"{pack}.yml")), ask)
    with workshop() as run:
        return {name: run(*asked[name]) for name in sorted(asked)}


@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_that_is_shipped_is_proved(pack, found):
    rules = load(str(shipped() / f"{pack}.yml"))
    proofs = prove(rules, lambda *asked: found[name_of(*asked)])
    assert [one for one in proofs if one.outcome is not Outcome.PROVED] == []
    assert unproved(rules) == ()


def write(folder, text):
    (folder / "audit.yml").write_text(text)


def test_rules_that_are_proved(papers, run, tmp_path):
    write(tmp_path, RULES)
    shown = run("rules", "test", "--coverage")
    assert (shown.code, shown.out) == (0, "1 rule, 1 test proved\n")
    assert run("rules", "test", "-v").out.startswith("copies: proved: a copy\n")


def test_what_is_as_a_pack_has_it_is_left_to_the_pack(papers, run, tmp_path):
    own = "rules: {eels: {check: text, forbid: {contains: [eel]}, tests: {fails: [eel]}}}"
    write(tmp_path, f"audit: 1\nextends: [audit:archive]\n{own}\n")
    shown = run("rules", "test", "--coverage")
    assert (shown.code, shown.out) == (0, "1 rule, 1 test proved\n")
    assert "rules of shipped packs not tried; --all" in shown.err
    shown = run("rules", "test", "--select", "mojibake")
    assert (shown.code, shown.out.startswith("1 rule, "), shown.err) == (0, True, "")


def test_a_failure_is_a_difference(papers, run, tmp_path):
    write(tmp_path, RULES.replace("[b/b.txt]", "[{path: a.txt, line: 3, message: same}]"))
    shown = run("rules", "test")
    assert shown.code == 1
    assert shown.out.splitlines() == [
        "copies: missing: a copy",
        "  - a.txt:3: …same…",
        "  + b/b.txt:1: the same bytes as a.txt",
        "1 rule, 0 tests proved, 1 failed",
    ]


def test_a_rule_that_nothing_fires_is_named(papers, run, tmp_path):
    write(tmp_path, "audit: 1\nrules: {silent: {check: boilerplate}}\n")
    shown = run("rules", "test")
    assert (shown.code, "no rule has tests" in shown.err) == (0, True)
    shown = run("rules", "test", "--coverage")
    assert (shown.code, shown.out.splitlines()[0]) == (
        1,
        "silent: no test expects a finding of this rule",
    )


@pytest.mark.parametrize("path", ["../x.txt", "/x.txt", "a/../../x.txt", ""])
def test_a_scenario_stays_in_its_folder(papers, run, tmp_path, path):
    write(tmp_path, RULES.replace("b/b.txt:", f'"{path}":'))
    shown = run("rules", "test")
    assert (shown.code, "no path below its folder" in shown.err) == (2, True)


def test_today_is_fixed_and_sidecars_count(papers, run, tmp_path):
    rule = """\
audit: 1
rules:
  late:
    check: date
    before: today
    tests:
      scenarios:
        - name: tomorrow
          today: 2024-05-01
          given: {a.txt: "A note.\\n", a.meta.yml: "issued: 2024-05-02\\n"}
          expect: [a.txt]
        - name: yesterday
          today: 2024-05-03
          given: {a.txt: "A note.\\n", a.meta.yml: "issued: 2024-05-02\\n"}
"""
    write(tmp_path, rule)
    assert run("rules", "test").code == 0


def test_the_schema_is_json(papers, run):
    shown = run("rules", "schema")
    assert shown.code == 0
    assert json.loads(shown.out)["$schema"].startswith("https://json-schema.org/")


def test_an_unknown_rule_and_bad_rules(papers, run, tmp_path):
    assert run("rules", "test", "--select", "copes").code == 2
    write(tmp_path, "audit: 2\n")
    assert run("rules", "test").code == 2


def test_a_pattern_that_runs_away_is_named_with_its_test(papers, run, tmp_path):
    bomb = f"{{check: text, forbid: {{matches: '(a|aa)+c'}}, tests: {{fails: [{'a' * 60}bc]}}}}"
    write(tmp_path, f"audit: 1\nrules: {{bomb: {bomb}}}\n")
    shown = run("rules", "test")
    assert (shown.code, shown.err.count("\n")) == (2, 1)
    assert "rule bomb: a pattern ran out of time on its test fails: aaa" in shown.err
