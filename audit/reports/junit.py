"""JUnit XML: one suite a document, one case a finding."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, TextIO, final

from audit.model import Audit, Finding, Problem, Severity
from audit.reports import Report, excuse, place, safe, safe_path, standing

_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@final
class JUnit(Report):
    """Findings that fail the gate are failures, milder ones pass, waived and known ones skip.

    What could not be audited is an error. Text passes `safe`, for XML 1.0 forbids controls.
    """

    id = "junit"
    mark = '<testsuites name="audit"'

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write the suites, or one passing case where there is nothing to say."""
        suites = [*_found(audit, self._fails), *_waived(audit), *_problems(audit.problems)]
        suites = suites or [("audit", ['<testcase name="audit" classname="audit"/>'])]
        cases = [case for _, some in suites for case in some]
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        out.write(f'<testsuites name="audit"{_counts(cases)}>\n')
        for name, some in suites:
            out.write(f'  <testsuite name="{_xml(safe_path(name))}"{_counts(some)}>\n')
            out.writelines(f"    {case}\n" for case in some)
            out.write("  </testsuite>\n")
        out.write("</testsuites>\n")

    @property
    def _fails(self) -> Sequence[Severity]:
        if self.page.fail_on is Severity.OFF:
            return ()
        return _ORDER[: _ORDER.index(self.page.fail_on) + 1]


Suite = tuple[str, list[str]]


def _found(audit: Audit, fails: Sequence[Severity]) -> Iterator[Suite]:
    found = standing(audit.findings)
    for path, group in groupby(found, key=lambda finding: finding.location.path):
        yield path, [_case(finding, fails) for finding in group]


def _case(finding: Finding, fails: Sequence[Severity]) -> str:
    text = f"{place(finding.location)} {finding.message}"
    seen = "".join(f"; see {place(at)}" for at in finding.places)
    if finding.severity not in fails:
        inner = f"<system-out>{finding.severity.value}: {_xml(text + seen)}</system-out>"
        return _element(finding, inner)
    attributes = f'message="{_xml(finding.message)}" type="{finding.severity.value}"'
    return _element(finding, f"<failure {attributes}>{_xml(text + seen)}</failure>")


def _element(finding: Finding, inner: str) -> str:
    at = finding.location
    return (
        f'<testcase name="{_xml(finding.rule)}" classname="{_xml(safe_path(at.path))}"'
        f' line="{at.line}" column="{at.column}">{inner}</testcase>'
    )


def _waived(audit: Audit) -> Iterator[Suite]:
    cases = [
        _element(finding, f'<skipped message="{_xml(excuse(finding))}"/>')
        for finding in audit.findings
        if not finding.counts
    ]
    if cases:
        yield "excused", cases


def _problems(problems: Sequence[Problem]) -> Iterator[Suite]:
    if problems:
        yield "problems", [_problem(problem) for problem in problems]


def _problem(problem: Problem) -> str:
    text = _xml(problem.message)
    inner = (
        f'<error message="{text}" type="{_xml(problem.stage)}"/>'
        if problem.incomplete
        else f"<system-out>{text}</system-out>"
    )
    name = _xml(safe_path(problem.path))
    return f'<testcase name="{_xml(problem.stage)}" classname="{name}">{inner}</testcase>'


def _counts(cases: Sequence[str]) -> str:
    """Return the counts of *cases* as attributes; the tags cannot be forged, texts are escaped."""
    kinds = (("failures", "<failure "), ("errors", "<error "), ("skipped", "<skipped "))
    counts = [(name, sum(tag in case for case in cases)) for name, tag in kinds]
    return "".join(f' {name}="{count}"' for name, count in [("tests", len(cases)), *counts])


def _xml(text: str) -> str:
    text = safe(text, line=True).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")
