"""The versions of each text: in the order that dates prove, or said to have none."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from audit.model import Audit, Changed, VersionChanges, VersionRecord
from audit.reports import safe_path
from audit.reports.terminal.sheet import Part, Sheet
from audit.reports.terminal.words import several

_NAMED = 3
"""Figures and dates of one version that are named."""


def write(audit: Audit, sheet: Sheet) -> None:
    """Write every family of three or more versions, one version a line, and what changed in it."""
    families = (list(found) for _, found in groupby(audit.versions, lambda row: row.family))
    written = 0
    for family in families:
        if len(family) > 2:  # noqa: PLR2004 - two are a pair
            write_family(sheet, family)
            written += 1
        if sheet.limit and written >= sheet.limit:
            return


def write_family(sheet: Sheet, family: Sequence[VersionRecord]) -> None:
    """Write one family, one version a line, with what changed since the one before."""
    from audit.reports.terminal.fit import cut_path

    order = "in the order of their dates" if family[0].dated else "order unknown, by path"
    sheet.say((f"{len(family)} versions, {order}", "bold"))
    for version in family:
        head = f" {version.position:>3}  {version.date or '-':<10}  "
        tail = "  (the words of an earlier version again)" if version.revert_of else ""
        room = max(8, sheet.width - len(head) - len(tail))
        path = cut_path(safe_path(version.path), room, sheet.marks["ellipsis"])
        sheet.say((head, "quiet"), path, (tail, "warning"))
        if version.changes and version.changes.passages:
            sheet.say((f"{'':>5}  {said(version.changes)}", "quiet"))
    sheet.gap()


def said(changes: VersionChanges) -> str:
    """Say what changed in a version, in one line."""
    if changes.rewritten:
        return f"rewritten: {several(changes.words_same, 'word')} of the one before"
    counted = [
        f"{count:,} {name}"
        for count, name in (
            (changes.words_added, "added"),
            (changes.words_removed, "removed"),
            (changes.words_moved, "moved"),
        )
        if count
    ]
    places = several(changes.passages, "place")
    parts = [
        f"{', '.join(counted) or 'no word changed'}{f' in {places}' if changes.passages else ''}"
    ]
    parts += _named("figures", changes.figures) + _named("dates", changes.dates)
    return "; ".join(parts)


def _named(name: str, changed: Iterable[Changed]) -> list[str]:
    found = list(changed)
    shown = ", ".join(f"{_line(each.before)} -> {_line(each.after)}" for each in found[:_NAMED])
    more = f", {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
    return [f"{name} {shown}{more}"] if found else []


def _line(text: str) -> str:
    """Return what may go over several lines as one, or a word for what is not there."""
    return " ".join(text.split()) or "nothing"


def family_of(versions: Iterable[VersionRecord], path: str) -> list[VersionRecord]:
    """Return the versions of the text of which *path* is one, or none."""
    for _, found in groupby(versions, lambda version: version.family):
        family = list(found)
        if any(version.path == path for version in family):
            return family
    return []


def version_parts(version: VersionRecord) -> list[Part]:
    """Return one version as a line: its place, its path, what says so, and what changed."""
    day = version.date or "no date"
    order = f"{version.position} {day}" if version.dated else f"order unknown, {day}"
    changes = f"  {said(version.changes)}" if version.changes else ""
    return [
        f"{order}  {safe_path(version.path)}",
        (f"  {version.evidence}" if version.evidence else "", "quiet"),
        ("  the words of an earlier version again" if version.revert_of else "", "warning"),
        (changes, "quiet"),
    ]
