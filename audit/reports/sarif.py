"""SARIF 2.1.0, with what GitHub demands of it beyond the standard."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, TextIO, final

from audit.model import Audit, Finding, Location, Problem, RuleRecord, Run, Severity
from audit.reports import Report, by_severity, to_json, uri
from audit.reports.files import FilePlace, Files

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
READ: Final = 25_000
"""Results that GitHub reads of one run; a longer file is refused."""
KEPT: Final = 5_000
"""Results that GitHub keeps of those, by severity."""
PLACES: Final = 99
"""Related locations that GitHub keeps beside the first one."""
TEXT: Final = 1_024
"""Characters of a rule's description that GitHub takes."""
_SEMANTIC: Final = re.compile(r"\d{1,9}\.\d{1,9}\.\d{1,9}")
_LINK: Final = re.compile(r"https?://[!-~]{1,2000}")
_LEVELS: Final = {
    Severity.ERROR: ("error", "error"),
    Severity.WARNING: ("warning", "warning"),
    Severity.NOTE: ("note", "recommendation"),
    Severity.OFF: ("none", "recommendation"),
}
"""Our severities as SARIF's level and as GitHub's `problem.severity`."""


@final
class Sarif(Report):
    """One run: waived findings left out, problems as notifications, every result with a line."""

    id = "sarif"
    mark = '"driver":{"name":"audit"'

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write the log as one line of JSON."""
        found = by_severity(audit.findings)
        rules = _rules(audit.rules, found)
        index = {rule.id: number for number, rule in enumerate(rules)}
        files = Files(audit)
        run = {
            "tool": {"driver": _driver(audit.run, rules)},
            "invocations": [_invocation(audit, len(found), files)],
            "columnKind": "unicodeCodePoints",
            "results": [_result(finding, files, index) for finding in found[:READ]],
            "properties": {"guarantee": audit.run.guarantee, "today": audit.run.today},
        }
        out.write(to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n")


def _rules(known: Sequence[RuleRecord], found: Sequence[Finding]) -> list[RuleRecord]:
    """Return every rule once, sorted; one that nobody described describes itself."""
    rules = {
        finding.rule: RuleRecord(
            id=finding.rule, check="", severity=finding.severity, summary=finding.rule
        )
        for finding in found
    }
    rules.update((rule.id, rule) for rule in known)
    return [rules[name] for name in sorted(rules)]


def _driver(run: Run, rules: Sequence[RuleRecord]) -> dict[str, Any]:
    semantic = _SEMANTIC.match(run.version)
    return {
        "name": "audit",
        "version": run.version,
        **({"semanticVersion": semantic[0]} if semantic else {}),
        "rules": [_descriptor(rule) for rule in rules],
        "properties": {"rulesDigest": run.rules_digest},
    }


def _descriptor(rule: RuleRecord) -> dict[str, Any]:
    level, severity = _LEVELS[rule.severity]
    summary = _short(rule.summary or rule.id)
    return {
        "id": rule.id,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _short(" ".join(filter(None, (summary, rule.help))))},
        "help": {"text": rule.help or f"See `audit explain {rule.id}`."},
        **({"helpUri": rule.url} if _LINK.fullmatch(rule.url) else {}),
        "defaultConfiguration": {"level": level, "enabled": rule.severity is not Severity.OFF},
        "properties": {
            "tags": ["provenance", *([rule.check] if rule.check else [])],
            "problem.severity": severity,
        },
    }


def _short(text: str) -> str:
    return text if len(text) <= TEXT else text[: TEXT - 1] + "…"


def _result(finding: Finding, files: Files, index: Mapping[str, int]) -> dict[str, Any]:
    """Return one result; its text links to every related place, as GitHub shows them."""
    related = finding.places[:PLACES]
    links = [f"[{_plain(at.path)}:{at.line}]({number})" for number, at in enumerate(related, 1)]
    found = files.place(finding.location)
    text = found.said(finding.message).replace("](", "]\\(")  # a document must not forge a link
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity][0],
        "message": {"text": f"{text} (see {', '.join(links)})" if links else text},
        "locations": [_located(finding.location, found)],
        "partialFingerprints": {"auditFinding/v1": finding.key},
        **({"relatedLocations": _related(related, files)} if related else {}),
    }


def _plain(text: str) -> str:
    """Return *text* escaped for the text of a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _related(places: Sequence[Location], files: Files) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            "message": {"text": f"{at.path}:{at.line}"},
            "physicalLocation": _physical(files.place(at)),
        }
        for number, at in enumerate(places, 1)
    ]


def _located(at: Location, found: FilePlace) -> dict[str, Any]:
    """Return a location, with the name of the record where the file is a container of records."""
    place: dict[str, Any] = {"physicalLocation": _physical(found)}
    if found.record:
        place["logicalLocations"] = [{"fullyQualifiedName": at.path, "kind": "resource"}]
    return place


def _physical(found: FilePlace) -> dict[str, Any]:
    at = found.at
    line, column = max(1, at.line), max(1, at.column)
    last = max(line, at.end_line)
    end = max(1, at.end_column) if last > line else max(column + 1, at.end_column)
    return {
        "artifactLocation": {"uri": uri(found.file)},
        "region": {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end},
    }


def _invocation(audit: Audit, found: int, files: Files) -> dict[str, Any]:
    notices = [_notification(problem, files) for problem in audit.problems]
    notices += [{"level": "note", "message": {"text": text}} for text in audit.run.remarks]
    notices += [{"level": "warning", "message": {"text": text}} for text in _limits(found)]
    return {
        "executionSuccessful": not any(problem.incomplete for problem in audit.problems),
        **({"toolExecutionNotifications": notices} if notices else {}),
    }


def _notification(problem: Problem, files: Files) -> dict[str, Any]:
    file, at, _ = found = files.place(problem.location)
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(file)}}
    if at.line > 1:
        place["region"] = {"startLine": at.line, "startColumn": at.column}
    return {
        "level": "error" if problem.incomplete else "warning",
        "message": {"text": found.said(f"{problem.stage}: {problem.message}")},
        "descriptor": {"id": problem.stage},
        **({"locations": [{"physicalLocation": place}]} if problem.path else {}),
    }


def _limits(found: int) -> list[str]:
    said = []
    if found > READ:
        said.append(f"{found - READ:,} of {found:,} results are left out: GitHub reads {READ:,}.")
    if found > KEPT:
        said.append(f"GitHub keeps the {KEPT:,} worst results; `-f jsonl` has all {found:,}.")
    return said
