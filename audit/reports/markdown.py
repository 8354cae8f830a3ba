"""Markdown for a step summary: counts, then findings while there is room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TextIO, final

from audit.model import Audit, Finding, Problem, RuleRecord
from audit.reports import Report, advised, by_severity, place, safe, safe_path, tally, total

ROOM: Final = 1_000_000
"""Bytes; GitHub drops the whole summary past 1,024 KiB."""
_SPECIAL: Final = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]<>#!|~$@:&^="}
"""What Markdown, HTML and GitHub's own links are made of; an entity is never structure."""


@final
class Markdown(Report):
    """A page that GitHub and GitLab show below a job."""

    id = "markdown"
    mark = "## audit: "

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write head, counts, problems and as many findings as fit, the worst first."""
        out.write(f"## audit: {total(audit)}\n\n{_text(audit.run.guarantee)}\n\n")
        out.writelines(f"{_text(remark)}\n\n" for remark in audit.run.remarks)
        out.write(_counts(tally(audit)))
        problems = [_row(_problem(problem)) for problem in audit.problems]
        _table(out, "Problems", _PROBLEM, problems, _SHARE)
        helps = [_row(_help(rule)) for rule in advised(audit)]
        _table(out, "What to do", _HELP, helps, _SHARE)
        findings = [_row(_finding(finding)) for finding in by_severity(audit.findings)]
        _table(out, "Findings", _FINDING, findings, ROOM - 3 * _SHARE)


_SHARE: Final = ROOM // 8
"""Bytes that head, problems and advice may take, each."""
_PROBLEM: Final = ("file", "what")
_HELP: Final = ("rule", "what to do")
_FINDING: Final = ("severity", "place", "message", "rule")


def _table(out: TextIO, title: str, head: Sequence[str], rows: Sequence[str], room: int) -> None:
    """Write a table while there is *room* (bytes), say how many rows are left out."""
    if not rows:
        return
    out.write(f"### {title}\n\n{_row(head)}{_row('---' for _ in head)}")
    for number, row in enumerate(rows):
        room -= len(row.encode())
        if room < 0:
            out.write(f"\n{len(rows) - number:,} more; the other formats have all.\n")
            break
        out.write(row)
    out.write("\n")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _counts(counts: Mapping[str, int]) -> str:
    names = ("documents", "unreadable", "words", "blocks", "identical", "near-duplicate", "quotes")
    said = [name for name in names if counts.get(name)]
    if not said:
        return ""
    return _row(said) + _row("---:" for _ in said) + _row(f"{counts[n]:,}" for n in said) + "\n"


def _problem(problem: Problem) -> Iterator[str]:
    yield f"<code>{safe_path(problem.path).translate(_SPECIAL)}</code>"
    yield f"{_text(problem.message)} ({_text(problem.stage)})"


def _help(rule: RuleRecord) -> Iterator[str]:
    yield _text(rule.id)
    yield _text(rule.help)


def _finding(finding: Finding) -> Iterator[str]:
    seen = "".join(f"<br>see {_place(place(at))}" for at in finding.places)
    yield finding.severity.value
    yield _place(place(finding.location))
    yield _text(finding.message) + seen
    yield _text(finding.rule)


def _place(text: str) -> str:
    return f"<code>{text.translate(_SPECIAL)}</code>"


def _text(text: str) -> str:
    return safe(text, line=True).translate(_SPECIAL)
