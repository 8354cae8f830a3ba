"""Statistics: how often each rule found something, and how much of that counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from audit.model import Audit, Finding, Severity
from audit.reports.terminal.grid import Column, draw
from audit.reports.terminal.sheet import Sheet

_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The findings of one rule at one severity."""

    rule: str
    severity: Severity
    counted: int
    documents: int
    """Documents with a finding that counts."""
    waived: int
    known: int


def write(audit: Audit, sheet: Sheet) -> None:
    """Write one row a rule and severity, the worst first, then the most frequent."""
    whole = Sheet(sheet.out, replace(sheet.page, limit=0))
    draw(whole, _columns(), rows(audit.findings), "rules")
    whole.gap()


def rows(findings: Iterable[Finding]) -> list[Row]:
    """Return the counts of *findings*, the worst severity first, then the most frequent rule."""
    grouped: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        grouped.setdefault((finding.rule, finding.severity), []).append(finding)
    made = [_row(rule, severity, some) for (rule, severity), some in grouped.items()]
    return sorted(made, key=lambda row: (_ORDER.index(row.severity), -row.counted, row.rule))


def _row(rule: str, severity: Severity, findings: list[Finding]) -> Row:
    counted = [finding for finding in findings if finding.counts]
    return Row(
        rule=rule,
        severity=severity,
        counted=len(counted),
        documents=len({finding.location.path for finding in counted}),
        waived=sum(bool(finding.waived) for finding in findings),
        known=sum(finding.known for finding in findings),
    )


def _columns() -> list[Column[Row]]:
    return [
        Column(name="findings", value=lambda row: f"{row.counted:,}", kind="number"),
        Column(name="severity", value=lambda row: row.severity.value, style=str, least=8),
        Column(name="rule", value=lambda row: row.rule, least=20),
        Column(name="documents", value=lambda row: f"{row.documents:,}", kind="number"),
        Column(name="waived", value=lambda row: f"{row.waived:,}", kind="number"),
        Column(name="known", value=lambda row: f"{row.known:,}", kind="number"),
    ]
