"""Reviewdog's diagnostic format: one JSON object with all diagnostics."""

from typing import Any, Final, TextIO, final

from audit.model import Audit, Finding, Problem, Severity
from audit.reports import Report, by_severity, to_json
from audit.reports.files import FilePlace, Files

_SEVERITIES: Final = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.NOTE: "INFO",
    Severity.OFF: "INFO",
}


@final
class RdJson(Report):
    """Lines but no columns: reviewdog counts columns in bytes, and only the document knows them."""

    id = "rdjson"
    mark = '"source":{"name":"audit"}'

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write problems, then findings, the worst first."""
        urls = {rule.id: rule.url for rule in audit.rules if rule.url}
        files = Files(audit)
        diagnostics = [_problem(problem, files) for problem in audit.problems]
        diagnostics += [
            _diagnostic(finding, files, urls.get(finding.rule, ""))
            for finding in by_severity(audit.findings)
        ]
        out.write(to_json({"source": {"name": "audit"}, "diagnostics": diagnostics}) + "\n")


def _problem(problem: Problem, files: Files) -> dict[str, Any]:
    found = files.place(problem.location)
    return {
        "message": found.said(f"{problem.stage}: {problem.message}"),
        "location": _location(found),
        "severity": "ERROR" if problem.incomplete else "INFO",
        "code": {"value": "problem"},
    }


def _diagnostic(finding: Finding, files: Files, url: str) -> dict[str, Any]:
    related = [
        {"message": f"{at.path}:{at.line}", "location": _location(files.place(at))}
        for at in finding.places
    ]
    found = files.place(finding.location)
    return {
        "message": found.said(finding.message),
        "location": _location(found),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, **({"url": url} if url else {})},
        **({"related_locations": related} if related else {}),
    }


def _location(found: FilePlace) -> dict[str, Any]:
    at = found.at
    lines = {"start": {"line": max(1, at.line)}, "end": {"line": max(1, at.line, at.end_line)}}
    return {"path": found.file, "range": lines}
