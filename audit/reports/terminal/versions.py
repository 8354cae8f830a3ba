"""The versions of each text, on a terminal: in the order that dates prove, or said to have none."""

from collections.abc import Sequence
from itertools import groupby

from audit.model import Audit, VersionRecord
from audit.reports import safe_path
from audit.reports.terminal.sheet import Sheet


def write(audit: Audit, sheet: Sheet) -> None:
    """Write every family of three or more versions, one version a line."""
    families = [list(found) for _, found in groupby(audit.versions, lambda row: row.family)]
    shown = [family for family in families if len(family) > 2]  # noqa: PLR2004 - two are a pair
    for family in shown[: sheet.limit]:
        _family(sheet, family)


def _family(sheet: Sheet, family: Sequence[VersionRecord]) -> None:
    from audit.reports.terminal.fit import cut_path

    order = "in the order of their dates" if family[0].dated else "order unknown, by path"
    sheet.say((f"{len(family)} versions, {order}", "bold"))
    for version in family:
        head = f" {version.position:>3}  {version.date or '-':<10}  "
        tail = "  (the words of an earlier version again)" if version.revert_of else ""
        room = max(8, sheet.width - len(head) - len(tail))
        path = cut_path(safe_path(version.path), room, sheet.marks["ellipsis"])
        sheet.say((head, "quiet"), path, (tail, "warning"))
    sheet.gap()
