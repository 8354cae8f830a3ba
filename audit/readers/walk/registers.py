"""Tables that speak of many documents: `metadata.csv`, and what Siegfried and DROID say."""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from audit.claims.choose import SEVERAL
from audit.claims.declared import property_named
from audit.claims.nothing import is_nothing
from audit.claims.slips import doubtful, misspelt, unfit
from audit.claims.support import DATES
from audit.lines import Lines
from audit.model import Field
from audit.readers.walk.cells import Cell, Row, rows, sign_of

_PATHS: Final = ("path", "filename", "file")
_LONGEST: Final = 10_000
_UNKNOWN: Final = frozenset(("", "unknown"))


class Said(NamedTuple):
    """What one row says of the document that it calls *name*; *at* is where the row begins."""

    name: str
    at: int
    fields: tuple[Field, ...]


class Slip(NamedTuple):
    """A place of the table that cannot be taken as it is, and why."""

    at: int
    message: str
    incomplete: bool = True


class Sheet(NamedTuple):
    """A table with its name, its text and the numbers of its columns by lower-case name."""

    path: str
    text: str
    sign: str
    columns: Mapping[str, int]
    width: int


Entry = Said | Slip
Reading = Callable[[Sheet, Row, Lines], Iterator[Entry]]


def sheet_of(path: str, text: str) -> Sheet | None:
    """Return the table that *text* is, or None where its head is none that is understood."""
    sign = sign_of(text)
    head = next(rows(text[:_LONGEST], sign), None)
    names = [cell.value.strip().lower() for cell in head.cells] if head else []
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        columns.setdefault(name, at)
    sheet = Sheet(path, text, sign, columns, len(names))
    return sheet if _reading(sheet) else None


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Yield what the rows of *sheet* say, and the slips in them, in their order."""
    reading = _reading(sheet)
    lines = Lines(sheet.text)
    for number, row in enumerate(rows(sheet.text, sheet.sign)):
        if not number and reading is _metadata:
            yield from _titles(row)
        if row.slip:
            yield Slip(row.at, row.slip)
        elif number and len(row.cells) != sheet.width:
            yield Slip(row.at, f"{len(row.cells)} cells, but the head has {sheet.width}")
        elif number and reading:
            yield from reading(sheet, row, lines)


def _reading(sheet: Sheet) -> Reading | None:
    columns = sheet.columns
    if {"filename", "namespace", "id", "basis"} <= columns.keys():
        return _siegfried
    if {"file_path", "puid", "method"} <= columns.keys():
        return _droid
    if any(name in columns for name in _PATHS) and any(map(property_named, columns)):
        return _metadata
    return None


def _titles(head: Row) -> Iterator[Slip]:
    for cell in head.cells:
        if cell.value.strip().lower() not in _PATHS and (message := misspelt(cell.value.strip())):
            yield Slip(cell.start, message, incomplete=False)


def _metadata(sheet: Sheet, row: Row, lines: Lines) -> Iterator[Entry]:
    column = next(sheet.columns[name] for name in _PATHS if name in sheet.columns)
    name = _path(row.cells[column].value.strip())
    if not name:
        yield Slip(row.at, "no path")
        return
    found: list[Field] = []
    for title, at in sheet.columns.items():
        property_, cell = property_named(title), row.cells[at]
        if not property_ or is_nothing(cell.value.strip()):
            continue
        if message := unfit(property_, cell.value.strip()):
            yield Slip(cell.start, message, incomplete=property_ in DATES)
            if property_ in DATES:
                continue
        elif message := doubtful(property_, cell.value.strip()):
            yield Slip(cell.start, message, incomplete=False)
        found += _fields(sheet, cell, property_, lines)
    yield Said(name, row.at, tuple(found))


def _path(name: str) -> str:
    """Return a path with its separators, but what comes behind `!/` as a container names it."""
    outer, mark, member = name.partition("!/")
    return posixpath.normpath(outer.replace("\\", "/")) + mark + member if name else ""


def _fields(sheet: Sheet, cell: Cell, property_: str, lines: Lines) -> Iterator[Field]:
    values = cell.value.split(";") if property_ in SEVERAL else [cell.value]
    line = lines.line(cell.start)
    for value in map(str.strip, values):
        if is_nothing(value):
            continue
        yield Field(
            property=property_,
            value=value[:_LONGEST],
            by="metadata-csv",
            place=f"declared in {sheet.path}, line {line}",
            confidence=0.95,
            part="sidecar",
            start=cell.start,
            end=cell.end,
            line=line,
            column=lines.column(cell.start),
            file=sheet.path,
        )


def _siegfried(sheet: Sheet, row: Row, lines: Lines) -> Iterator[Entry]:
    told = ("format", "version", "basis", "warning")
    yield from _identified(sheet, row, lines, ("filename", "id", "mime", *told))


def _droid(sheet: Sheet, row: Row, lines: Lines) -> Iterator[Entry]:
    told = ("format_name", "format_version", "method")
    yield from _identified(sheet, row, lines, ("file_path", "puid", "mime_type", *told))


def _identified(sheet: Sheet, row: Row, lines: Lines, names: Sequence[str]) -> Iterator[Entry]:
    """Yield the format of one file; a row of a folder or of an unknown format says nothing."""
    path, number, mime, *told = (_cell(sheet, row, name) for name in names)
    if number.value.lower() in _UNKNOWN or not path.value:
        return
    line = lines.line(row.at)
    by = "siegfried" if names[0] == "filename" else "droid"
    words = ", ".join(cell.value for cell in told if cell.value)
    field = Field(
        property="format",
        value=f"{number.value} {mime.value.split(',')[0].strip()}".strip()[:200],
        normalized=number.value[:40],
        by=by,
        place=f"{words[:300]}; {sheet.path}, line {line}",
        confidence=0.9,
        part="sidecar",
        start=number.start,
        end=number.end,
        line=lines.line(number.start),
        column=lines.column(number.start),
        file=sheet.path,
    )
    yield Said(path.value.replace("\\", "/"), row.at, (field,))


def _cell(sheet: Sheet, row: Row, name: str) -> Cell:
    at = sheet.columns.get(name)
    cell = row.cells[at] if at is not None else Cell("", row.at, row.at)
    return cell._replace(value=cell.value.strip())
