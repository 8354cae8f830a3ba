"""Judge: every rule's SELECT, its rows as findings, and the waivers."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from audit.baselines import recognized
from audit.engines import Engine
from audit.errors import EngineError
from audit.model import Finding, Severity
from audit.pipeline.expect import expect
from audit.pipeline.given import ONE, Given
from audit.pipeline.ground import Ground
from audit.pipeline.observed import observe
from audit.pipeline.since import Since
from audit.rules import RuleSet, Variant, fingerprint
from audit.tables import FRESH, Query
from audit.waivers import mark

WORST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
MOST: Final = 99
"""Places beside its own that a finding keeps."""

DIGESTS: Final = "select path, sha256 from documents"
ANY: Final = 'select 1 from "{table}" limit 1'
NEW_ROWS: Final = "select f.* from ({sql}) as f join fresh n on n.path = f.path"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The findings, worst first and then by place, and what must be said of them."""

    findings: list[Finding]
    remarks: list[str]


def judge(engine: Engine, ground: Ground, since: Since | None = None, *, complete: bool) -> Judged:
    """Return the findings *since* some time, and what must be said of waivers and baseline.

    *complete* tells that every rule is asked, so that a waiver without a finding is superfluous.
    """
    rules = ground.rules
    variants = rules.variants(ground.today)
    digests = {row["path"]: row["sha256"] for row in engine.rows(Query(sql=DIGESTS))}
    if since:
        fresh = {"path": [path for path in digests if since.names(path)]}
        engine.apply(Given(FRESH, fresh), ONE, FRESH)
    observe(engine, variants, only_new=since is not None)
    expect(engine, ground)
    filled = _filled(engine, sorted({variant.check.rests_on for variant in variants}))
    asked = [variant for variant in variants if variant.check.rests_on in filled]
    found = [finding for variant in asked for finding in _findings(engine, variant, since)]
    # What was not asked cannot tell that a waiver, or an entry of the baseline, is of no use.
    whole = complete and since is None
    marked, remarks = mark(
        distinct(sorted(found, key=_order)), rules.waivers, ground.today, digests, complete=whole
    )
    known, more = recognized(marked, ground.known, complete=whole)
    findings, older = _since(known, since)
    idle = _idle(rules, digests)
    return Judged(findings=list(findings), remarks=[*remarks, *more, *older, *idle])


def _idle(rules: RuleSet, paths: Collection[str]) -> list[str]:
    """Return what must be said of rules that ask nothing of the documents at *paths*."""
    live = [rule for rule in rules.rules if {form.severity for form in rule.forms} - {Severity.OFF}]
    if not live:
        return [f"{rules.name}: no rule is in force, so nothing is asked of the documents"]
    said = "no document fits the paths of the {} {}; they are relative to the path given"
    asked = [(rule.place, "rule", rule.id, rule.plain.matches) for rule in live]
    asked += [
        (step.place, "override of", rule.id, step.matches) for rule in live for step in rule.steps
    ]
    return [
        f"{place}: {said.format(what, id_)}"
        for place, what, id_, matches in asked
        if paths and not any(map(matches, paths))
    ]


def _since(findings: Sequence[Finding], since: Since | None) -> tuple[Sequence[Finding], list[str]]:
    """Return the findings that are about something new, and what else was not looked for."""
    if since is None:
        return findings, []
    number = len(since.documents)
    many = f"{number:,} new or changed document{'' if number == 1 else 's'} since {since.said}"
    new = [finding for finding in findings if since.about(finding)]
    return new, [f"{many}; findings on others are not reported"]


def distinct(findings: Sequence[Finding]) -> list[Finding]:
    """Return *findings*, in their order, so that no two have one key.

    What is said twice of one document becomes one finding, at the first place, with the other
    places beside it. What is said of several documents in the same words (a third copy, a passage
    that two others quote) is numbered.
    """
    times = Counter(finding.key for finding in findings)
    kept = [finding for finding in findings if times[finding.key] == 1]
    matters: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        if times[finding.key] > 1:
            places = matters.setdefault(finding.key, {})
            places.setdefault(finding.location.path, []).append(finding)
    kept += [
        _numbered(_joined(same), number)
        for documents in matters.values()
        for number, same in enumerate(documents.values(), 1)
    ]
    return sorted(kept, key=_order)


def _joined(same: Sequence[Finding]) -> Finding:
    first, *others = same
    if not others:
        return first
    places = [place for one in others for place in (one.location, *one.related)]
    related = dict.fromkeys((*first.related, *places))
    related.pop(first.location, None)
    beside = dict.fromkeys(place for one in same for place in one.beside)
    return replace(first, related=tuple(related)[:MOST], beside=tuple(beside)[:MOST])


def _numbered(finding: Finding, number: int) -> Finding:
    if number == 1:
        return finding
    return replace(finding, key=fingerprint(finding.rule, (finding.key, str(number))))


def _order(finding: Finding) -> tuple[int | str, ...]:
    place = finding.location
    severity = WORST_FIRST.index(finding.severity)
    at = (severity, place.path, place.line, place.column)
    return *at, finding.rule, finding.key, finding.message


def _findings(engine: Engine, variant: Variant, since: Since | None) -> Iterator[Finding]:
    asked = variant.check.select(variant.id)
    if since and variant.check.alone:
        asked = Query(sql=NEW_ROWS.format(sql=asked.sql), values=asked.values)
    try:
        for row in engine.rows(asked):
            finding = variant.judge(since.turned(row) if since else row)
            if finding:
                yield finding
    except EngineError as error:
        raise EngineError(f"rule {variant.rule}, check “{variant.check.id}”: {error}") from error


def _filled(engine: Engine, tables: Collection[str]) -> Collection[str]:
    """Return those of *tables* that have rows; a SELECT of what rests on others is not asked."""
    return [table for table in tables if engine.value(Query(sql=ANY.replace("{table}", table)))]
