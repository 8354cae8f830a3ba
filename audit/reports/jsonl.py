"""JSON Lines: the stable machine format, one object a line, true values."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final, TextIO, final

from audit.model import Audit, Finding, Run
from audit.reports import PAGE, Page, Report, to_json

FORMAT: Final = 1
"""Grows when a field changes its meaning or goes away; new fields do not count."""

TYPES: Final = (
    "document",
    "claim",
    "header",
    "boilerplate",
    "pair",
    "cluster",
    "passage",
    "version",
    "problem",
    "finding",
)


@final
class Jsonl(Report):
    r"""One JSON object a line: the run, then every record; the fields are those of the records.

    Paths are relative to the path given, offsets count characters of the decoded text, lines
    count from 1. A lone surrogate stands as `\udcff` (see `to_json`).
    """

    id = "jsonl"
    mark = '{"type":"run","format":'

    def __init__(self, page: Page = PAGE, types: Iterable[str] = TYPES) -> None:
        super().__init__(page)
        self.types = tuple(types)

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write line by line, so that a collection of any size streams."""
        out.write(_typed("run", _head(audit.run)))
        for name in TYPES:
            if name in self.types:
                records = islice(_records(audit, name), self.page.limit or None)
                out.writelines(_typed(name, record) for record in records)


def _head(run: Run) -> dict[str, Any]:
    fields = ("version", "root", "engine", "rules_digest", "guarantee", "today")
    head: dict[str, Any] = {"format": FORMAT, **{name: getattr(run, name) for name in fields}}
    return {**head, "counts": dict(sorted(run.counts.items())), "remarks": list(run.remarks)}


def _typed(name: str, record: Any) -> str:
    """Return one line: *record* as an object whose first field is its type."""
    return f'{{"type":"{name}",{to_json(record)[1:]}\n'


def _records(audit: Audit, name: str) -> Iterator[Any]:
    if name == "finding":
        yield from map(_finding, audit.findings)
        return
    fields = {"boilerplate": "boilerplate"}
    yield from getattr(audit, fields.get(name, f"{name}s"))


def _finding(finding: Finding) -> dict[str, Any]:
    """Return *finding* with its place flat beside its rule, as `path`, `line`, `column`, ..."""
    at = finding.location
    places = ("path", "line", "column", "end_line", "end_column", "start", "end")
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **{name: getattr(at, name) for name in places},
        "related": list(finding.places),
        "key": finding.key,
        "waived": finding.waived,
        "known": finding.known,
    }
