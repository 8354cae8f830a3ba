"""Excel: the sheets in their order, a line for each row, tabs between the cells."""

import io
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final, NamedTuple, final

from audit.errors import ReadError
from audit.model import Document, Source
from audit.readers import LIMITS, Budget, Limits, Reader, check_text
from audit.readers.bounds.packages import check_count, document_of, parts_of, said_of
from audit.readers.bounds.story import Story
from audit.readers.bounds.xml import Handler, local, parse
from audit.readers.bounds.zips import Zip

_MAIN: Final = "xl/workbook.xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_days: Final = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""Number formats of dates that every file has."""
_quoted: Final = re.compile(r'"[^"]{0,200}"|\[[^\]]{0,200}\]|\\.')
_number: Final = re.compile(r"-?\d{1,12}(?:\.\d{1,20})?(?:E[+-]?\d{1,3})?", re.IGNORECASE)
_last_day: Final = 2_958_466
"""The day after 9999-12-31."""


class _Sheet(NamedTuple):
    name: str
    part: str
    is_hidden: bool


class _Book(NamedTuple):
    sheets: list[_Sheet]
    strings: list[str]
    dates: frozenset[str]
    """Styles of cells that show a number as a date."""
    first: datetime


@final
class Sheets(Reader):
    """Read XLSX: what the cells show, of formulas the last result; dates as ISO 8601."""

    id = "xlsx"
    media_types = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        archive = Zip(io.BytesIO(data), Budget(limits))
        main = archive.get(_MAIN)
        if not main:
            raise ReadError(f"no {_MAIN} in it")
        book = _book(archive, main, limits)
        check_count(len(book.sheets), "sheets", limits)
        story = Story()
        rows = _Rows(book, story, limits.text)
        for sheet in book.sheets:
            story.add(f"{sheet.name}\n")
            rows.add(archive.wanted(sheet.part or sheet.name), limits)
        check_text(story.text, limits)
        if rows.missing:
            archive.lost.append(f"texts of cells that are missing: {rows.missing:,}")
        said = said_of(archive, self.id, self.media_types[0], limits)
        hidden = [sheet.name for sheet in book.sheets if sheet.is_hidden]
        more = (f"hidden sheets, read like the others: {len(hidden)}",) if hidden else ()
        return document_of(source, basis, story, said._replace(remarks=(*said.remarks, *more)))


def _book(archive: Zip, main: bytes, limits: Limits) -> _Book:
    parts = parts_of(archive, _MAIN, limits)
    sheets: list[_Sheet] = []
    first = [datetime(1899, 12, 30)]  # noqa: DTZ001  # a sheet knows no zone

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        if local(name) == "sheet":
            _, part = parts.get(attributes.get(_RELATION, ""), ("", ""))
            is_hidden = attributes.get("state", "visible") != "visible"
            sheets.append(_Sheet(attributes.get("name", "")[:200], part, is_hidden))
        elif local(name) == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
            first[0] = datetime(1904, 1, 1)  # noqa: DTZ001  # likewise

    parse(main, Handler(start, lambda _name, _at: None, lambda _text, _at: None), limits)
    strings = _strings(archive.spare("xl/sharedStrings.xml"), limits)
    return _Book(sheets, strings, _dates(archive.spare("xl/styles.xml"), limits), first[0])


def _strings(data: bytes, limits: Limits) -> list[str]:
    """Return the texts that cells refer to by number; readings of characters are left out."""
    found: list[str] = []
    pieces: list[str] = []
    open_: list[str] = []

    def end(name: str, _at: int) -> None:
        open_.pop()
        if local(name) == "si":
            found.append("".join(pieces))
            pieces.clear()

    def text(characters: str, _at: int) -> None:
        if open_[-1] == "t" and "rPh" not in open_:
            pieces.append(characters)

    if data:
        parse(data, Handler(lambda name, _a, _at: open_.append(local(name)), end, text), limits)
    return found


def _dates(data: bytes, limits: Limits) -> frozenset[str]:
    """Return the styles, by their number, that show a number as a date."""
    codes: dict[str, str] = {}
    formats: list[str] = []
    open_: list[str] = []

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        if local(name) == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:500]
        elif local(name) == "xf" and open_[-1:] == ["cellXfs"]:
            formats.append(attributes.get("numFmtId", ""))
        open_.append(local(name))

    def end(_name: str, _at: int) -> None:
        open_.pop()

    if data:
        parse(data, Handler(start, end, lambda _text, _at: None), limits)
    days = {str(number) for number in _days}
    days |= {number for number, code in codes.items() if _is_date(code)}
    return frozenset(str(number) for number, format_ in enumerate(formats) if format_ in days)


def _is_date(code: str) -> bool:
    bare = _quoted.sub("", code).lower()
    return "y" in bare or "d" in bare


class _Rows:
    """The rows of one sheet on their way into a story."""

    def __init__(self, book: _Book, story: Story, most: int) -> None:
        self._book, self._story, self._most = book, story, most
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._open: list[str] = []
        self.missing = 0
        """Cells whose text is not in the file."""

    def add(self, data: bytes, limits: Limits) -> None:
        """Add the rows in *data*; raise ReadError where their text is too long."""
        if data:
            parse(data, Handler(self._start, self._end, self._text), limits)
        self._story.end_line()

    def _start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        self._open.append(local(name))
        if self._open[-1] == "c":
            self._kind, self._style = attributes.get("t", ""), attributes.get("s", "0")
            self._pieces.clear()

    def _end(self, _name: str, _at: int) -> None:
        element = self._open.pop()
        if element == "row":
            self._story.end_line()
        elif element == "c":
            value = "".join(self._pieces)
            self.missing += self._kind == "s" and _numbered(value) >= len(self._book.strings)
            self._cell(_shown(self._kind, self._style, value, self._book))

    def _cell(self, shown: str) -> None:
        if shown:
            self._story.add(shown if self._story.ends_line else f"\t{shown}")
        # One text of the file may stand in a million cells.
        if self._story.length > self._most:
            raise ReadError(f"over the limit of {self._most:,} characters of text (limits: text)")

    def _text(self, text: str, _at: int) -> None:
        if self._open[-1] in {"v", "t"} and "rPh" not in self._open:
            self._pieces.append(text)


def _shown(kind: str, style: str, value: str, book: _Book) -> str:
    """Return what a cell shows, on one line."""
    if kind == "s":
        number = _numbered(value)
        value = book.strings[number] if 0 <= number < len(book.strings) else ""
    elif kind == "b":
        value = "TRUE" if value == "1" else "FALSE"
    elif kind in {"", "n"} and style in book.dates:
        value = _day(value, book.first)
    return " ".join(value.split())


def _numbered(value: str) -> int:
    """Return the number of a text, -1 where it is none."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else -1  # noqa: PLR2004  # a file has fewer texts


def _day(value: str, first: datetime) -> str:
    number = float(value) if _number.fullmatch(value) else -1.0
    if not 0 <= number < _last_day - 1_462:
        return value
    # Excel thinks that 1900 had a 29 February, so its first weeks count one less.
    early = timedelta(days=1) if first.year < 1900 and number < 60 else timedelta()  # noqa: PLR2004  # see above
    moment = first + early + timedelta(seconds=round(number * 86_400))
    return moment.date().isoformat() if number == int(number) else moment.isoformat()
