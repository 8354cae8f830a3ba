"""The boilerplate: which passages recur in different documents, and where."""

from audit.model import Audit, BlockRecord, Place
from audit.reports import safe_path
from audit.reports.terminal.grid import Column, draw
from audit.reports.terminal.sheet import Sheet
from audit.reports.terminal.words import grouped


def write(audit: Audit, sheet: Sheet) -> None:
    """Write one row a block, the most words in the most documents first."""
    draw(sheet, _columns(), sorted(audit.boilerplate, key=_weight), "blocks")


def documents(block: BlockRecord) -> int:
    """Return in how many documents *block* stands."""
    return len({place.path for place in block.places})


def lines(at: Place) -> str:
    """Return the lines of *at*, as `L22` or `L22-34`."""
    return f"L{at.line}" if at.end_line <= at.line else f"L{at.line}-{at.end_line}"


def _weight(block: BlockRecord) -> tuple[int, str]:
    return -block.words * documents(block), block.block


def _columns() -> list[Column[BlockRecord]]:
    return [
        Column(name="block", value=lambda row: row.block, where="plain"),
        Column(name="docs", value=lambda row: str(documents(row)), kind="number"),
        Column(
            name="words",
            value=lambda row: str(row.words),
            cell=lambda row: grouped(row.words),
            kind="number",
        ),
        Column(name="variants", value=lambda row: str(row.variants), kind="number", priority=3),
        Column(name="see", value=_first, kind="path", where="terminal", priority=1, least=24),
        Column(
            name="text", value=lambda row: row.text, cell=lambda row: _joined(row.text), least=28
        ),
        Column(name="places", value=_places, where="plain"),
    ]


def _first(block: BlockRecord) -> str:
    """Return where to look first, as a path and a line that an editor opens."""
    return next((f"{at.path}:{at.line}" for at in block.places), "")


def _joined(text: str) -> str:
    return " ".join(text.split())


def _places(block: BlockRecord) -> str:
    return "; ".join(f"{safe_path(at.path)}:{at.line}-{at.end_line}" for at in block.places)
