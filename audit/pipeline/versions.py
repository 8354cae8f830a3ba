"""Versions as values that reports read: their order, and what changed since the one before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from audit.engines import Row
from audit.model import Changed, VersionChanges, VersionRecord

if TYPE_CHECKING:
    from audit.diff import Diff, Kind

VERSIONS: Final = """
with counted as (select count(*) as versions from versions)
select sf.path as family, s.path, v.position, v.dated, v.day as date, v.evidence,
    coalesce(sr.path, '') as revert_of, coalesce(sb.path, '') as before,
    case when counted.versions <= 500 then tb.text end as text_before,
    case when counted.versions <= 500 then t.text end as text
from versions v cross join counted
join selected sf on sf.doc = v.family join selected s on s.doc = v.doc
left join selected sr on sr.doc = v.revert_of
left join selected sb on sb.doc = v.before
left join texts tb on tb.doc = v.before left join texts t on t.doc = v.doc
order by sf.path, v.position
"""
"""Of more than 500 versions the changes are not looked for: it takes longer than the audit."""

_REWRITTEN: Final = 1 / 3
_MOST: Final = 50
"""Figures and dates that are named of one version."""


def versions_of(rows: Iterator[Row]) -> Iterator[VersionRecord]:
    """Yield the versions of *rows*, each compared with the one before."""
    names = ("family", "path", "position", "dated", "date", "evidence", "revert_of")
    for row in rows:
        yield VersionRecord(**{name: row[name] for name in names}, changes=_changes(row))


def _changes(row: Row) -> VersionChanges | None:
    before, after = row["text_before"], row["text"]
    if before is None or after is None:
        return None
    from audit.diff import QUIET, Kind, compare

    diff = compare(before, after)
    words = diff.words_same + diff.words_moved + max(diff.words_added, diff.words_removed)
    return VersionChanges(
        before=row["before"],
        words_same=diff.words_same,
        words_added=diff.words_added,
        words_removed=diff.words_removed,
        words_moved=diff.words_moved,
        passages=sum(count for kind, count in diff.counts.items() if kind not in QUIET),
        rewritten=diff.words_same + diff.words_moved < _REWRITTEN * words,
        figures=_changed(diff, Kind.NUMBER),
        dates=_changed(diff, Kind.DATE),
    )


def _changed(diff: "Diff", kind: "Kind") -> list[Changed]:
    hunks = [hunk for hunk in diff.hunks if hunk.kind is kind][:_MOST]
    return [Changed(before=each.before, after=each.after, line=each.b_line) for each in hunks]
