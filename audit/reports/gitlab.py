"""GitLab code quality: a JSON array of issues."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, TextIO, final

from audit.model import Audit, Finding, Problem, Severity
from audit.reports import Report, by_severity, to_json
from audit.reports.files import FilePlace, Files

_SEVERITIES: Final = {
    Severity.ERROR: "critical",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
    Severity.OFF: "info",
}


@final
class GitLab(Report):
    """One issue a finding; GitLab drops equal fingerprints, so that repeats are numbered."""

    id = "gitlab"
    mark = '"check_name":'

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write the array, one issue a line."""
        lines = [to_json(issue) for issue in _numbered(_issues(audit))]
        out.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")


def _issues(audit: Audit) -> Iterator[dict[str, Any]]:
    files = Files(audit)
    for problem in audit.problems:
        yield _problem(problem, files.place(problem.location))
    for finding in by_severity(audit.findings):
        yield _issue(finding, files.place(finding.location))


def _problem(problem: Problem, found: FilePlace) -> dict[str, Any]:
    return {
        "description": found.said(f"{problem.stage}: {problem.message}"),
        "check_name": "problem",
        "fingerprint": f"{problem.stage}:{problem.path}",
        "severity": "blocker" if problem.incomplete else "info",
        "location": _location(found),
    }


def _issue(finding: Finding, found: FilePlace) -> dict[str, Any]:
    return {
        "description": found.said(finding.message),
        "check_name": finding.rule,
        "fingerprint": finding.key,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(found),
    }


def _location(found: FilePlace) -> dict[str, Any]:
    return {"path": found.file, "lines": {"begin": max(1, found.at.line)}}


def _numbered(issues: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for issue in issues:
        key = issue["fingerprint"]
        seen[key] += 1
        yield issue if seen[key] == 1 else {**issue, "fingerprint": f"{key}-{seen[key]}"}
