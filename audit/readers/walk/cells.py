"""CSV as cells with their places: commas, semicolons or tabs, quotes as RFC 4180 has them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

ROWS: Final = 1_000_000
"""Rows of one table that are read."""

_SIGNS: Final = (",", ";", "\t")
_END = re.compile(r"\r\n|\n|\r|\Z")
_QUOTED = re.compile(r'"((?>(?:[^"]|"")*))"[ ]{0,9}')
_HEAD: Final = 10_000


class Cell(NamedTuple):
    """A value at characters [start, end) of the table."""

    value: str
    start: int
    end: int


class Row(NamedTuple):
    """The cells of one row; *slip* says why it cannot be read, *at* is where."""

    cells: tuple[Cell, ...]
    at: int
    slip: str = ""


def sign_of(text: str) -> str:
    """Return the sign between the cells of the first row: the one that stands in it most often."""
    end = _END.search(text, 0, min(len(text), _HEAD))
    line = text[: end.start()] if end else ""
    return max(_SIGNS, key=line.count)


def rows(text: str, sign: str) -> Iterator[Row]:
    """Yield the rows of *text* that hold anything, the head first; linear in its length."""
    plain = re.compile(rf"[^{re.escape(sign)}\r\n]*+")
    at = 0
    for _ in range(ROWS):
        if at >= len(text):
            return
        row, at = _row(text, at, sign, plain)
        if row.slip or any(cell.value.strip() for cell in row.cells):
            yield row


def _row(text: str, at: int, sign: str, plain: re.Pattern[str]) -> tuple[Row, int]:
    """Return the row at *at*, and where the next one begins."""
    cells: list[Cell] = []
    start = at
    while True:
        quoted = _QUOTED.match(text, at) if text[at : at + 1] == '"' else None
        if quoted:
            cells.append(Cell(quoted[1].replace('""', '"'), *quoted.span(1)))
            at = quoted.end()
        elif text[at : at + 1] == '"':
            return Row((), at, "a quotation mark that never ends"), len(text)
        else:
            found = plain.match(text, at)
            end = found.end() if found else at
            cells.append(Cell(text[at:end], at, end))
            at = end
        if text[at : at + 1] == sign:
            at += 1
            continue
        end_of_row = _END.match(text, at)
        if end_of_row:
            return Row(tuple(cells), start), max(end_of_row.end(), at + 1)
        end_of_row = _END.search(text, at)
        after = end_of_row.end() if end_of_row else len(text)
        return Row((), at, "characters after a closing quotation mark"), after
