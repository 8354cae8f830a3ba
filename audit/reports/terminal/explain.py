"""Explanations: one finding with the words that prove it, one rule with its manual page."""

from collections.abc import Sequence
from typing import Final

from audit.model import Finding, RuleRecord
from audit.model.judgements import Evidence, Manual, Quote
from audit.reports import excuse, place, safe_path
from audit.reports.terminal.sheet import Sheet
from audit.reports.terminal.words import several

_NAME: Final = 12
"""Columns of a name before its value."""


def write_finding(finding: Finding, rule: RuleRecord, evidence: Evidence, sheet: Sheet) -> None:
    """Write *finding* in full: what, where, both passages, what to do."""
    severity = finding.severity.value
    sheet.say((place(finding.location), "bold"), (f" {severity}", severity), f" [{finding.rule}]")
    sheet.wrap(finding.message, indent=0)
    _fact(sheet, "fingerprint", finding.key)
    for other in finding.places:
        _fact(sheet, "see", place(other))
    if not finding.counts:
        _fact(sheet, "excused", excuse(finding))
    for passage in evidence.passages:
        sheet.gap()
        for quote in passage:
            _quote(quote, sheet)
    if evidence.more:
        sheet.say((f"{several(evidence.more, 'more passage')}: audit passages", "quiet"))
    sheet.gap()
    for name, text in (("help", rule.help), ("url", rule.url), ("rule", _see(rule))):
        if text:
            _fact(sheet, name, text)


def write_rule(manual: Manual, sheet: Sheet) -> None:
    """Write the settings of a rule, where they are written, and the manual page of its check."""
    sheet.say((manual.rule, "bold"), (f" {manual.severity}", manual.severity.value))
    _fact(sheet, "written in", manual.place)
    for name, value in manual.settings:
        _fact(sheet, name, value)
    for where, changes in manual.overrides:
        _fact(sheet, "override", f"{where}: {', '.join(changes)}")
    sheet.gap()
    write_check(manual.check, manual.page, (), sheet)


def write_check(name: str, page: str, rules: Sequence[str], sheet: Sheet) -> None:
    """Write the manual page of a check, and the *rules* in force that have it."""
    sheet.say((f"check: {name}", "bold"))
    for line in page.splitlines():
        sheet.say(line)
    if rules:
        sheet.gap()
        _fact(sheet, "in force", ", ".join(rules))


def _see(rule: RuleRecord) -> str:
    return f"audit explain {rule.id}" if rule.check else ""


def _fact(sheet: Sheet, name: str, value: str) -> None:
    sheet.wrap((f"  {name:<{_NAME}} ", "quiet"), value, indent=_NAME + 3)


def _quote(quote: Quote, sheet: Sheet) -> None:
    sheet.say((safe_path(quote.path), "bold"))
    for number, line in enumerate(quote.text.splitlines() or [""], quote.line):
        sheet.wrap((f"{number:>6} | ", "quiet"), line, indent=9)
