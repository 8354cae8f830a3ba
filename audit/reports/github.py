"""GitHub workflow commands: annotations, and the whole list fenced against forged commands."""

import hashlib
from collections.abc import Sequence
from typing import Final, TextIO, final

from audit.model import Audit, Finding, Problem, Severity
from audit.reports import Report, by_severity, place, safe, safe_path, standing, total
from audit.reports.files import Files

SHOWN: Final = 10
"""Annotations of one level that GitHub shows of one step."""
SEEN: Final = 9
"""Places beside its own that an annotation names."""
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


@final
class GitHub(Report):
    """Every finding in the log, and the ten worst of each level as annotations.

    The log is fenced by `::stop-commands::`, because a name or a text may begin with `::`. The
    token is a digest of what it fences: the same report every time, and no text holds its own.
    """

    id = "github"
    mark = "::stop-commands::"

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write the fenced log, then the annotations."""
        lines = _log(audit)
        token = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]
        out.writelines(
            f"{line}\n" for line in (f"::stop-commands::{token}", *lines, f"::{token}::")
        )
        for level in _COMMANDS.values():
            out.writelines(f"{line}\n" for line in _limited(level, _annotations(audit, level)))


def _log(audit: Audit) -> list[str]:
    lines = [
        f"{place(at.location)} {at.severity.value} {_line(at.message)} [{_line(at.rule)}]"
        for at in standing(audit.findings)
    ]
    lines += [
        _line(f"{safe_path(problem.path)} {_word(problem)} {problem.message} [{problem.stage}]")
        for problem in audit.problems
    ]
    return [*lines, total(audit), *map(_line, (audit.run.guarantee, *audit.run.remarks))]


def _word(problem: Problem) -> str:
    return "incomplete" if problem.incomplete else "remark"


def _limited(level: str, annotations: Sequence[str]) -> Sequence[str]:
    """Return what GitHub shows; the last one says how many it does not."""
    if len(annotations) <= SHOWN:
        return annotations
    hidden = len(annotations) - SHOWN + 1
    more = f"and {hidden:,} more of this level: GitHub shows {SHOWN} a step, the log has all"
    return [*annotations[: SHOWN - 1], _command(level, {"title": "audit"}, more)]


def _annotations(audit: Audit, level: str) -> list[str]:
    files = Files(audit)
    problems = [
        _problem(problem, level, files)
        for problem in audit.problems
        if level == ("error" if problem.incomplete else "notice")
    ]
    helps = {rule.id: rule.help for rule in audit.rules}
    findings = [
        _annotation(finding, level, files, helps.get(finding.rule, ""))
        for finding in by_severity(audit.findings)
        if _COMMANDS[finding.severity] == level
    ]
    return problems + findings


def _problem(problem: Problem, level: str, files: Files) -> str:
    file, at, _ = found = files.place(problem.location)
    title = "not audited" if problem.incomplete else "remark"
    values = {"file": file, "line": str(at.line), "title": title}
    return _command(level, values, found.said(f"{problem.stage}: {problem.message}"))


def _annotation(finding: Finding, level: str, files: Files, advice: str) -> str:
    """Return one annotation; columns only where the place is on one line, else GitHub errs."""
    file, at, _ = found = files.place(finding.location)
    values = {"file": file, "line": str(at.line), "endLine": str(at.end_line)}
    if not found.record and at.line == at.end_line and at.end_column > at.column:
        values |= {"col": str(at.column), "endColumn": str(at.end_column)}
    seen = "".join(f"\nsee {place(other)}" for other in finding.places[:SEEN])
    said = found.said(safe(finding.message)) + seen + (f"\n{safe(advice)}" if advice else "")
    return _command(level, {**values, "title": finding.rule}, said)


def _command(level: str, values: dict[str, str], message: str) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    return f"::{level} {properties}::{_data(safe(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(safe_path(text)).replace(":", "%3A").replace(",", "%2C")


def _line(text: str) -> str:
    return safe(text, line=True)
