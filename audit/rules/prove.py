"""Run the tests that rules carry: texts that must pass or fail, and small collections.

A rule proves itself in its own file:

    tests:
      passes: [a text that must be left alone]
      fails: [a text that must be caught]
      scenarios:
        - name: a copy in another folder
          given: {a.txt: "...", old/a.txt: "...", a.meta.yml: "title: ..."}
          today: 2026-01-31              # what `today` means; may be left out
          expect: [old/a.txt]            # or {path: old/a.txt, line: 1, message: part of it}

`expect` lists every finding of the rule in the collection; an empty list is a proof as well.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from audit.errors import PatternError
from audit.globs import matcher
from audit.model import Finding, Severity
from audit.rules.mistakes import shown
from audit.rules.ruleset import Rule, RuleSet
from audit.rules.shapes import Documents, Expected, Scenario

RunScenario = Callable[[RuleSet, Scenario], Sequence[Finding]]
"""Write the files of a scenario into an empty folder, audit it by the rules, give the findings."""

ALONE: Final = "document.txt"
"""The name of a text that is tested alone."""


class Outcome(StrEnum):
    """What became of one test."""

    PROVED = "proved"
    MISSING = "missing"
    """A finding was expected and did not come."""
    NOISY = "noisy"
    """A finding came and was not expected."""
    SKIPPED = "skipped"
    """The rule is off, or nobody could run the scenario."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One test of one rule; *detail* has a line for each difference, - expected and + found."""

    rule: str
    case: str
    outcome: Outcome
    detail: str = ""


def prove(ruleset: RuleSet, run: RunScenario | None = None) -> tuple[Proof, ...]:
    """Run every test of every rule; without *run* only those of single texts."""
    return tuple(proof for rule in ruleset.rules for proof in _proofs(ruleset, rule, run))


def unproved(ruleset: RuleSet) -> tuple[str, ...]:
    """Return the ids of the rules of which no test expects a finding."""
    return tuple(
        rule.id
        for rule in ruleset.rules
        if not rule.tests.fails and not any(one.expect for one in rule.tests.scenarios)
    )


def _proofs(ruleset: RuleSet, rule: Rule, run: RunScenario | None) -> Iterator[Proof]:
    for text in rule.tests.passes:
        yield _text(rule, text, run, expected=False)
    for text in rule.tests.fails:
        yield _text(rule, text, run, expected=True)
    alone = replace(ruleset, rules=(rule,), waivers=(), boilerplate=())
    alone = replace(alone, documents=Documents(metadata=ruleset.documents.metadata))
    for scenario in rule.tests.scenarios:
        if run is None or rule.plain.severity == Severity.OFF:
            yield Proof(rule=rule.id, case=scenario.name, outcome=Outcome.SKIPPED)
        else:
            outcome, detail = _compare(scenario, rule.id, run(alone, scenario))
            yield Proof(rule=rule.id, case=scenario.name, outcome=outcome, detail=detail)


def _text(rule: Rule, text: str, run: RunScenario | None, *, expected: bool) -> Proof:
    case = f"{'fails' if expected else 'passes'}: {shown(text, 40)}"
    try:
        broken = rule.plain.check.breaks(text)
    except TimeoutError:
        raise PatternError(
            f"rule {rule.id}: a pattern ran out of time on its test {case}"
        ) from None
    if broken is None and run is not None and rule.plain.severity != Severity.OFF:
        scenario = Scenario(name=case, given={ALONE: text})
        broken = bool(run(_everywhere(rule), scenario))
    if broken is None:
        return Proof(rule=rule.id, case=case, outcome=Outcome.SKIPPED)
    if broken == expected:
        return Proof(rule=rule.id, case=case, outcome=Outcome.PROVED)
    return Proof(rule=rule.id, case=case, outcome=Outcome.NOISY if broken else Outcome.MISSING)


def _everywhere(rule: Rule) -> RuleSet:
    """Return a set of *rule* alone, without paths and overrides."""
    form = replace(rule.plain, matches=matcher(["**"]))
    return RuleSet(
        name="",
        base="",
        rules=(replace(rule, forms=(form,), steps=()),),
        documents=Documents(),
        boilerplate=(),
        waivers=(),
        digest="",
    )


def _compare(scenario: Scenario, rule: str, findings: Sequence[Finding]) -> tuple[Outcome, str]:
    left = [finding for finding in findings if finding.rule == rule]
    wanted = [Expected(path=one) if isinstance(one, str) else one for one in scenario.expect]
    unmet = []
    # The most exact first, so that a bare path does not take another's finding.
    for one in sorted(wanted, key=lambda one: (one.line == 0, one.message == "")):
        match = next((finding for finding in left if _fits(finding, one)), None)
        if match is None:
            unmet.append(one)
        else:
            left.remove(match)
    detail = "\n".join(
        [*(f"- {_wanted(one)}" for one in unmet), *(f"+ {_said(one)}" for one in left)]
    )
    if unmet:
        return Outcome.MISSING, detail
    return (Outcome.NOISY, detail) if left else (Outcome.PROVED, "")


def _wanted(one: Expected) -> str:
    place = f"{one.path}:{one.line}" if one.line else one.path
    return f"{place}: …{shown(one.message, 200)}…" if one.message else place


def _fits(finding: Finding, one: Expected) -> bool:
    place = finding.location
    return place.path == one.path and one.line in {0, place.line} and one.message in finding.message


def _said(finding: Finding) -> str:
    return f"{finding.location.path}:{finding.location.line}: {shown(finding.message, 200)}"
