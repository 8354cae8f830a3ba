"""Reviewdog's diagnostic format: one JSON object with all diagnostics."""

from typing import Any, Final, TextIO, final

from audit.model import Audit, Finding, Location, Problem, Run, Severity
from audit.reports import Report, by_severity, from_here, to_json

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
        diagnostics = [_problem(problem, audit.run) for problem in audit.problems]
        diagnostics += [
            _diagnostic(finding, audit.run, urls.get(finding.rule, ""))
            for finding in by_severity(audit.findings)
        ]
        out.write(to_json({"source": {"name": "audit"}, "diagnostics": diagnostics}) + "\n")


def _problem(problem: Problem, run: Run) -> dict[str, Any]:
    return {
        "message": f"{problem.stage}: {problem.message}",
        "location": _location(problem.location, run),
        "severity": "ERROR" if problem.incomplete else "INFO",
        "code": {"value": "problem"},
    }


def _diagnostic(finding: Finding, run: Run, url: str) -> dict[str, Any]:
    related = [
        {"message": f"{at.path}:{at.line}", "location": _location(at, run)} for at in finding.places
    ]
    return {
        "message": finding.message,
        "location": _location(finding.location, run),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, **({"url": url} if url else {})},
        **({"related_locations": related} if related else {}),
    }


def _location(at: Location, run: Run) -> dict[str, Any]:
    lines = {"start": {"line": max(1, at.line)}, "end": {"line": max(1, at.line, at.end_line)}}
    return {"path": from_here(run, at.path), "range": lines}
