"""The rules: which are asked, how much each matters, what it says."""

from collections.abc import Sequence

from audit.model import RuleRecord
from audit.reports.terminal.grid import Column, draw
from audit.reports.terminal.sheet import Sheet


def write(rules: Sequence[RuleRecord], sheet: Sheet) -> None:
    """Write one row a rule, in the order of the rules file."""
    draw(sheet, _columns(), rules, "rules")


def _columns() -> list[Column[RuleRecord]]:
    return [
        Column(name="rule", value=lambda row: row.id, least=20),
        Column(name="severity", value=_severity, style=lambda name: name, least=8),
        Column(name="check", value=lambda row: row.check, priority=1, least=11),
        Column(name="summary", value=lambda row: row.summary, least=20),
        Column(name="help", value=lambda row: row.help, where="plain"),
        Column(name="url", value=lambda row: row.url, where="plain"),
    ]


def _severity(row: RuleRecord) -> str:
    return row.severity.value
