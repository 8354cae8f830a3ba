"""A table of records: drawn on a terminal, tab-separated elsewhere."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from audit.reports import safe, safe_path
from audit.reports.terminal.sheet import STYLES, Sheet
from audit.reports.terminal.words import several

if TYPE_CHECKING:
    from rich.box import Box
    from rich.text import Text

Record = TypeVar("Record")

NARROW: Final = 60
"""Below this many columns a record stands on two lines."""
_CHUNK: Final = 200
"""Rows that rich lays out at once; a table of ten thousand would take it minutes."""
_RULED: Final = "    \n    \n {0}{0} \n    \n    \n    \n    \n    \n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Record]):
    """One value of a record, as a heading, a cell and a full value."""

    name: str
    value: Callable[[Record], str]
    """The full value, for plain lines."""
    cell: Callable[[Record], str] | None = None
    """What a person sees on a terminal, where that differs."""
    kind: str = "text"
    """`text` is cut at its end, `path` in its middle, `number` never (and stands right)."""
    priority: int = 0
    """0 is always shown; of the others the highest goes first."""
    least: int = 16
    """Cells below which a text or a path is not cut."""
    style: Callable[[str], str] | None = None
    where: str = ""
    """`plain` or `terminal` where only one of them has the column."""

    def shown(self, record: Record) -> str:
        """Return the cell of *record*, safe to print."""
        text = (self.cell or self.value)(record)
        return safe_path(text) if self.kind == "path" else safe(text, line=True)


def draw(
    sheet: Sheet, columns: Sequence[Column[Record]], records: Iterable[Record], noun: str
) -> None:
    """Write *records* as a table; *noun* is what they are called together."""
    if not sheet.terminal:
        _plain(sheet, [column for column in columns if column.where != "terminal"], records)
        return
    columns = [column for column in columns if column.where != "plain"]
    shown, count = _take(records, sheet.limit)
    if not count:
        sheet.say((f"no {noun}", "quiet"))
        return
    cells = [[column.shown(record) for column in columns] for record in shown]
    if sheet.width < NARROW:
        _stacked(sheet, columns, cells)
    else:
        _drawn(sheet, columns, cells)
    rest(sheet, len(cells), count, noun)


def rest(sheet: Sheet, shown: int, count: int, noun: str) -> None:
    """Say how many are shown of how many, and the command that shows them all."""
    if shown < count:
        sheet.say((f" {shown:,} of {count:,} {noun}; all: ", "quiet"), sheet.unlimited)
    else:
        sheet.say((f" {several(count, noun.removesuffix('s'), noun)}", "quiet"))


def _take(records: Iterable[Record], limit: int | None) -> tuple[list[Record], int]:
    taken: list[Record] = []
    count = 0
    for record in records:
        count += 1
        if limit is None or count <= limit:
            taken.append(record)
    return taken, count


def _plain(sheet: Sheet, columns: Sequence[Column[Record]], records: Iterable[Record]) -> None:
    """Write a heading and one record a line, full values between tabs."""
    sheet.out.write("\t".join(column.name for column in columns) + "\n")
    border = [safe_path if column.kind == "path" else _line for column in columns]
    for record in records:
        values = [column.value(record) for column in columns]
        line = "\t".join(show(value) for show, value in zip(border, values, strict=True))
        sheet.out.write(line + "\n")


def _line(text: str) -> str:
    return safe(text, line=True)


def _drawn(sheet: Sheet, columns: Sequence[Column[Record]], cells: Sequence[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    widths = _widths(sheet, columns, cells)
    for start in range(0, len(cells), _CHUNK):
        table = Table(
            box=_box(sheet),
            show_header=not start,
            show_edge=False,
            pad_edge=False,
            padding=(0, 1, 0, 0),
            header_style="",
        )
        for index, width in widths.items():
            right = columns[index].kind == "number"
            table.add_column(
                Text(columns[index].name, STYLES["quiet"]),
                justify="right" if right else "left",
                width=width,
                no_wrap=True,
            )
        for row in cells[start : start + _CHUNK]:
            table.add_row(*(_cell(sheet, columns[i], row[i], width) for i, width in widths.items()))
        sheet.console.print(table, crop=False)


def _cell(sheet: Sheet, column: Column[Record], text: str, width: int) -> "Text":
    from rich.text import Text

    from audit.reports.terminal.fit import cut_end, cut_path

    cut = cut_path if column.kind == "path" else cut_end
    style = column.style(text) if column.style else ""
    return Text(cut(text, width, sheet.marks["ellipsis"]), STYLES.get(style, style))


def _widths(
    sheet: Sheet, columns: Sequence[Column[Record]], cells: Sequence[Sequence[str]]
) -> dict[int, int]:
    from rich.cells import cell_len

    from audit.reports.terminal.fit import Need, fit

    needs = []
    for index, column in enumerate(columns):
        wish = max(cell_len(column.name), *(cell_len(row[index]) for row in cells))
        least = wish if column.kind == "number" else min(wish, column.least)
        needs.append(Need(wish=wish, least=least, priority=column.priority))
    return fit(needs, sheet.width)


def _box(sheet: Sheet) -> "Box":
    from rich.box import Box

    return Box(_RULED.format(sheet.marks["rule"]), ascii=sheet.marks.plain)


def _stacked(
    sheet: Sheet, columns: Sequence[Column[Record]], cells: Sequence[Sequence[str]]
) -> None:
    """Write a record as two lines: its first path, then the other values while they fit."""
    from audit.reports.terminal.fit import cut_end, cut_path

    lead = next((i for i, column in enumerate(columns) if column.kind == "path"), 0)
    ellipsis = sheet.marks["ellipsis"]
    for row in cells:
        values = [
            f"{column.name} {row[index]}"
            for index, column in sorted(enumerate(columns), key=lambda item: item[1].priority)
            if index != lead and row[index]
        ]
        sheet.say(cut_path(row[lead], sheet.width, ellipsis))
        sheet.say((cut_end("  " + "  ".join(values), sheet.width, ellipsis), "quiet"))
