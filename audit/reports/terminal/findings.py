"""The findings: worst first, each document in one piece, with what to do next."""

import posixpath
import shlex
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from audit.model import Audit, Finding, Problem, RuleRecord
from audit.reports import advised, excuse, place, safe_path, standing, total
from audit.reports.terminal.sheet import SHORT, Sheet

SEEN: Final = 9
"""Places beside its own that a finding shows; machine formats have all of them."""


ADVISED: Final = 4
"""Rules of which a report for people says what to do."""


def write_full(audit: Audit, sheet: Sheet) -> None:
    """Write findings with their related places, then everything that closes a report."""
    found = standing(audit.findings)
    if sheet.page.statistics:
        _write_statistics(audit, sheet)
    else:
        _write_findings(standing(audit.findings, excused=sheet.page.waived), sheet)
    _write_problems(sheet, audit.problems)
    _write_end(audit, sheet)
    _write_help(advised(audit), sheet)
    for line in _advice(audit, found, sheet.page.paths):
        if safe_path(line) == line:  # what had to be made visible cannot be typed
            sheet.say(("next: ", "quiet"), line)


def _write_findings(found: Sequence[Finding], sheet: Sheet) -> None:
    shown = found[: SHORT if sheet.terminal else None]
    for _, group in groupby(shown, key=lambda finding: finding.location.path):
        _write_group(sheet, list(group))
        sheet.gap()
    if len(shown) < len(found):
        hidden = f"{len(found) - len(shown):,} more findings: "
        sheet.say((hidden, "quiet"), f"{sheet.page.command} -f concise")
        sheet.gap()


def write_concise(audit: Audit, sheet: Sheet) -> None:
    """Write one finding a line and nothing between them, then the total."""
    if sheet.page.statistics:
        _write_statistics(audit, sheet)
    else:
        for finding in standing(audit.findings, excused=sheet.page.waived):
            sheet.say(*_parts(finding))
    for problem in audit.problems:
        sheet.say(*_problem(problem))
    _write_end(audit, sheet)


def _write_help(rules: Sequence[RuleRecord], sheet: Sheet) -> None:
    """Write what to do about the worst findings; `audit explain RULE` has the rest."""
    if not rules:
        return
    sheet.gap()
    sheet.say(("what to do", "bold"))
    for rule in rules[:ADVISED]:
        sheet.wrap((f"  {rule.id}: ", "quiet"), rule.help, indent=4)
    if len(rules) > ADVISED:
        sheet.say((f"  and for {len(rules) - ADVISED:,} more: audit explain RULE", "quiet"))
    sheet.gap()


def _write_group(sheet: Sheet, group: Sequence[Finding]) -> None:
    for finding in group:
        sheet.wrap(*_parts(finding), (f" {finding.key}", "quiet"))
        for related in finding.places[:SEEN]:
            sheet.wrap(("    see ", "quiet"), (place(related), "quiet"), indent=8)
        if len(finding.places) > SEEN:
            sheet.say((f"    and {len(finding.places) - SEEN:,} more places", "quiet"))


def _parts(finding: Finding) -> list[tuple[str, str]]:
    severity = finding.severity.value
    return [
        (place(finding.location), "bold"),
        (f" {severity} ", severity),
        (finding.message, ""),
        (f" [{finding.rule}]", "quiet"),
        *([] if finding.counts else [(f" ({excuse(finding)})", "quiet")]),
    ]


def _write_statistics(audit: Audit, sheet: Sheet) -> None:
    """Write one row for each rule that found something, the worst and the most frequent first."""
    from audit.reports.terminal.statistics import write

    write(audit, sheet)


def _write_problems(sheet: Sheet, problems: Sequence[Problem]) -> None:
    for problem in problems[: SHORT if sheet.terminal else None]:
        sheet.wrap(*_problem(problem))
    if sheet.terminal and len(problems) > SHORT:
        hidden = f"{len(problems) - SHORT:,} more problems: "
        sheet.say((hidden, "quiet"), f"{sheet.page.command} -f concise")
    if problems:
        sheet.gap()


def _problem(problem: Problem) -> list[tuple[str, str]]:
    """Name the stage and not a severity: a problem is ours, a finding is the document's."""
    word = "incomplete" if problem.incomplete else "remark"
    style = "error" if problem.incomplete else "warning"
    return [
        (safe_path(problem.path), "bold"),
        (f" {word} ", style),
        (problem.message, ""),
        (f" [{problem.stage}]", "quiet"),
    ]


def _write_end(audit: Audit, sheet: Sheet) -> None:
    worst = next((finding.severity.value for finding in standing(audit.findings)), "")
    sheet.say((total(audit), worst or "bold"))
    for sentence in (audit.run.guarantee, *audit.run.remarks):
        if sentence:
            sheet.wrap((sentence, "quiet"), indent=0)


def _advice(audit: Audit, found: Sequence[Finding], paths: Sequence[str]) -> Iterator[str]:
    """Yield the next command: the two documents of the worst pair, or the worst document."""
    pair = next((f for f in found if f.related and f.related[0].path != f.location.path), None)
    if pair:
        ends = (pair.related[0].path, pair.location.path)
        yield _command("diff", *(posixpath.join(audit.run.root, end) for end in ends))
    if found:
        yield _command("show", found[0].location.path, *paths)
    elif not audit.problems:
        yield _command("sources", *paths)


def _command(name: str, *paths: str) -> str:
    return shlex.join(["audit", name, *paths])
