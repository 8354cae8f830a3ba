"""One comparison as JSON Lines: the run, what the documents are, every claim, every change."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TextIO

from audit import version
from audit.reports import to_json

if TYPE_CHECKING:  # the diff is heavy, and every report is looked at to find one
    from audit.diff.documents import ClaimChange, Comparison, Opened, Statement

FORMAT: Final = 1
"""Grows when a field changes its meaning or goes away; new fields do not count."""


def write_lines(comparison: "Comparison", out: TextIO, *, everything: bool) -> None:
    """Write one object a line; without *everything*, hunks of mere layout are only counted."""
    from audit.diff import visible

    out.write(_typed("run", {"format": FORMAT, "version": version()}))
    out.write(_typed("diff", _head(comparison)))
    out.writelines(_typed("statement", change) for change in map(_claim, comparison.claims))
    out.writelines(
        _typed("change", hunk) for hunk in visible(comparison.diff, everything=everything)
    )


def _typed(name: str, record: Any) -> str:
    return f'{{"type":"{name}",{to_json(record)[1:]}\n'


def _head(comparison: "Comparison") -> dict[str, Any]:
    diff = comparison.diff
    numbers = ("words_same", "words_removed", "words_added", "words_moved")
    return {
        "a": _document(comparison.a),
        "b": _document(comparison.b),
        "counts": {kind.value: count for kind, count in diff.counts.items()},
        **{name: getattr(diff, name) for name in numbers},
        "words_folded_a": diff.words_folded_a,
        "words_folded_b": diff.words_folded_b,
        "coarse": diff.coarse,
    }


def _document(opened: "Opened") -> dict[str, str]:
    return {
        "path": opened.path,
        "sha256": opened.sha256,
        "media_type": opened.document.media_type,
        "encoding": opened.document.encoding,
    }


def _claim(change: "ClaimChange") -> dict[str, Any]:
    return {
        "property": change.property,
        "before": list(_stated(change.before)),
        "after": list(_stated(change.after)),
    }


def _stated(statements: "Iterable[Statement]") -> Iterator[dict[str, Any]]:
    for statement in statements:
        yield {"value": statement.value, "line": statement.line or None}
