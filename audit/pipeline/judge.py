"""Judge: every rule's SELECT, its rows as findings, and the waivers."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from audit.engines import Engine
from audit.manifests import expected_rows
from audit.model import Finding, Severity
from audit.observe import Observe
from audit.pipeline.ground import Ground
from audit.pipeline.ingest import ONE, Given
from audit.rules import RuleSet, Variant
from audit.tables import EXPECTED, OBSERVATIONS, Query
from audit.waivers import mark

WORST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
TEXT: Final = "select t.doc, t.text from texts t join selected s on s.doc = t.doc"


def judge(engine: Engine, ground: Ground, *, complete: bool) -> tuple[list[Finding], list[str]]:
    """Return the findings, worst first and then by place, and what must be said of the waivers.

    *complete* tells that every rule is asked, so that a waiver without a finding is superfluous.
    """
    rules = ground.rules
    variants = rules.variants(ground.today)
    _observe(engine, variants)
    _expect(engine, ground, rules)
    found = {
        (finding.key, finding.location.path): finding
        for variant in variants
        for finding in _findings(engine, variant)
    }
    findings, remarks = mark(
        sorted(found.values(), key=_order), rules.waivers, ground.today, complete=complete
    )
    return list(findings), list(remarks)


def _order(finding: Finding) -> tuple[int, str, int, int, str, str]:
    place = finding.location
    severity = WORST_FIRST.index(finding.severity)
    return severity, place.path, place.line, place.column, finding.rule, finding.key


def _findings(engine: Engine, variant: Variant) -> Iterator[Finding]:
    for row in engine.rows(variant.check.select(variant.id)):
        finding = variant.judge(row)
        if finding:
            yield finding


def _observe(engine: Engine, variants: Sequence[Variant]) -> None:
    """Fill `observations` with what the checks of texts see in the texts of this run."""
    looking = tuple((variant.id, variant.check) for variant in variants if variant.check.looks)
    engine.apply(Observe(looking), Query(sql=TEXT), OBSERVATIONS)


def _expect(engine: Engine, ground: Ground, rules: RuleSet) -> None:
    """Fill `expected` with what the manifests of the rules say."""
    columns: dict[str, list[object]] = {name: [] for name in EXPECTED.columns}
    root = ground.root
    for manifest in rules.manifests:
        rows = expected_rows(str(Path(root) / manifest), root)
        for name, values in rows.items():
            columns[name] += values
    engine.apply(Given(EXPECTED, columns), ONE, EXPECTED)
