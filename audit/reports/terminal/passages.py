"""The passages: runs of words that two documents share, with the line on both sides."""

from audit.model import Audit, PassageRecord
from audit.reports.terminal.grid import Column, draw
from audit.reports.terminal.sheet import Sheet
from audit.reports.terminal.words import grouped


def write(audit: Audit, sheet: Sheet) -> None:
    """Write one row a passage, the longest first; boilerplate only where everything is asked."""
    found = list(audit.passages)
    shown = [row for row in found if sheet.page.everything or not row.boilerplate]
    draw(sheet, _columns(sheet.page.everything), sorted(shown, key=_order), "passages")
    hidden = len(found) - len(shown)
    if hidden and sheet.terminal:
        sheet.say((f" not shown: {hidden:,} of boilerplate; --all", "quiet"))


def _order(row: PassageRecord) -> tuple[int, str, str, int]:
    return -row.words, row.a, row.b, row.a_start


def _columns(everything: bool) -> list[Column[PassageRecord]]:
    def number(name: str) -> Column[PassageRecord]:
        return Column(name=name, value=lambda row: str(getattr(row, name)), where="plain")

    return [
        Column(
            name="words",
            value=lambda row: str(row.words),
            cell=lambda row: grouped(row.words),
            kind="number",
        ),
        Column(name="a", value=lambda row: row.a, cell=_in_a, kind="path", least=26),
        *(number(name) for name in ("a_line", "a_start", "a_end")),
        Column(name="b", value=lambda row: row.b, cell=_in_b, kind="path", least=26),
        *(number(name) for name in ("b_line", "b_start", "b_end")),
        Column(
            name="boilerplate",
            value=lambda row: str(row.boilerplate).lower(),
            cell=lambda row: "yes" if row.boilerplate else "",
            least=11,
            where="" if everything else "plain",
        ),
    ]


def _in_a(row: PassageRecord) -> str:
    return f"{row.a}:{row.a_line}"


def _in_b(row: PassageRecord) -> str:
    return f"{row.b}:{row.b_line}"
