"""JSON and JSON Lines: the text in the field that holds it, the other fields as what they say."""

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, BinaryIO, Final, NamedTuple, final

from audit.errors import ReadError
from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Budget, Container, Limits, Reader, Record, Remark, check_text
from audit.readers.bounds.fields import DUBLIN_CORE
from audit.readers.bounds.names import shown
from audit.readers.decode import decode

TEXT: Final = ("text", "content", "body", "articleBody", "raw_content", "full_text")
"""Fields that hold the text, best first."""
_properties: Final = {
    **DUBLIN_CORE,
    "headline": "title",
    "author": "creator",
    "authors": "creator",
    "published": "issued",
    "datePublished": "issued",
    "dateModified": "modified",
    "timestamp": "captured",
    "warc_date": "captured",
    "lang": "language",
    "licence": "rights",
    "url": "url",
    "id": "identifier",
    "site_name": "publisher",
}
_decoder: Final = json.JSONDecoder()
_space: Final = re.compile(r"[ \t\r\n]*")
_escape: Final = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|u[0-9a-fA-F]{4}|.)")


class _Value(NamedTuple):
    value: Any
    start: int
    end: int


Members = dict[str, _Value]
"""The members of an object by name, or of a list by number."""


class _Found(NamedTuple):
    """The field that holds the text, if there is one, and the objects on the way to it."""

    text: _Value | None
    objects: tuple[Members, ...]
    remarks: tuple[str, ...] = ()


@final
class Json(Reader):
    """Read an object with a text field as that text; any other JSON as it is written."""

    id = "json"
    media_types = ("application/json",)

    def __init__(self, text_field: str = "") -> None:
        """Take the text from *text_field*, `/a/b` or `a.b`; empty: from one with a usual name."""
        self._text_field = text_field

    def with_text_field(self, name: str) -> "Json":
        """Return a reader that takes the text from the field *name*."""
        return Json(name) if name != self._text_field else self

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit or without its text field."""
        decoded = decode(data)
        found = _named(decoded.text, self._text_field) if self._text_field else _usual(decoded.text)
        text, chunks = _text(decoded.text, found.text) if found.text else (decoded.text, ())
        check_text(text, limits)
        return Document(
            source=source,
            media_type="application/json",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=decoded.text if found.text else "",
            chunks=chunks,
            fields=[field for members in found.objects for field in _fields(members)],
            remarks=(*decoded.remarks, *found.remarks),
        )


@final
class JsonLines(Container):
    """Take JSON Lines apart: every line is a record, called by its number."""

    id = "json-lines"
    media_types = ("application/jsonl",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the lines that hold something."""
        number = 0
        while line := file.readline(budget.limits.file + 1):
            number += 1
            if len(line) > budget.limits.file:
                raise ReadError(f"line {number} is over the limit of {budget.limits.file:,} bytes")
            if line.strip():
                budget.another(budget.limits.records)
                kind = "application/json"
                yield Record(name=str(number), data=line.rstrip(b"\r\n"), media_type=kind)


def _usual(markup: str) -> _Found:
    """Return the first field with a usual name that holds a text."""
    members = _members(markup, _skip(markup, 0))
    for name in TEXT:
        if name in members and isinstance(members[name].value, str):
            return _Found(members[name], (members,), _after(markup))
    return _Found(None, (), () if members else _broken(markup))


def _named(markup: str, name: str) -> _Found:
    """Return the field *name*; raise ReadError where it is not there or holds no text."""
    at = _skip(markup, 0)
    objects: list[Members] = []
    found = None
    for step in _steps(name):
        members = _members(markup, at) or _items(markup, at)
        if step not in members:
            why = "; ".join(_broken(markup)) or f"no field {shown(name)} in it"
            raise ReadError(f"{why}: its text is not read")
        objects.append(members)
        found = members[step]
        at = found.start
    if found is None or not isinstance(found.value, str):
        raise ReadError(f"its field {shown(name)} is no text: it is not read")
    return _Found(found, tuple(objects), _after(markup))


def _steps(name: str) -> list[str]:
    """Return the names on the way to a field: of a JSON Pointer, or between dots."""
    if not name.startswith("/"):
        return name.split(".")
    return [step.replace("~1", "/").replace("~0", "~") for step in name[1:].split("/")]


def _broken(markup: str) -> tuple[str, ...]:
    """Return what is wrong with a text that is no JSON."""
    try:
        json.loads(markup)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        return (f"broken JSON ({place}: {error.msg.lower()}), read as it is written",)
    except (ValueError, RecursionError):
        return ("JSON that is nested too deep or has too long a number, read as it is written",)
    return ()


def _after(markup: str) -> tuple[str, ...]:
    """Return what must be said of characters that follow the first value."""
    try:
        _, end = _decoder.raw_decode(markup, _skip(markup, 0))
    except (ValueError, RecursionError):
        return ("nested too deep to be understood as a whole",)
    rest = len(markup[end:].strip())
    return (f"{rest:,} characters after the end of its object, left out",) if rest else ()


def _members(text: str, at: int) -> Members:
    """Return the members of the object at *at*, each with its place; nothing for others."""
    found: Members = {}
    try:
        while text[at] == "{" if not found else text[at] == ",":
            at = _skip(text, at + 1)
            if text[at] != '"':
                return {}
            key, at = scanstring(text, at + 1, False)
            at = _skip(text, at)
            if text[at] != ":":
                return {}
            found[key], at = _value(text, at + 1)
    except (ValueError, IndexError, RecursionError):
        return {}
    return found if text[at : at + 1] == "}" else {}


def _items(text: str, at: int) -> Members:
    """Return the items of the list at *at* by their number from 0; nothing for others."""
    found: Members = {}
    try:
        while text[at] == "[" if not found else text[at] == ",":
            found[str(len(found))], at = _value(text, at + 1)
    except (ValueError, IndexError, RecursionError):
        return {}
    return found if text[at : at + 1] == "]" else {}


def _value(text: str, at: int) -> tuple[_Value, int]:
    """Return the value at *at*, and where what follows it begins."""
    start = _skip(text, at)
    value, end = _decoder.raw_decode(text, start)
    return _Value(value, start, end), _skip(text, end)


def _skip(text: str, at: int) -> int:
    found = _space.match(text, at)
    return found.end() if found else at


def _text(markup: str, found: _Value) -> tuple[str, tuple[Chunk, ...]]:
    """Return the string at *found* and where its characters stand between its escapes."""
    start = found.start + 1
    chunks = [Chunk(start=0, source=start)]
    length = 0
    for escape in _escape.finditer(markup, start, found.end - 1):
        length += escape.start() - start + 1
        start = escape.end()
        chunks.append(Chunk(start=length, source=start))
    return found.value, tuple(chunks)


def _fields(members: Members) -> Iterator[Field]:
    for name, found in members.items():
        property_ = _properties.get(name, "")
        values = found.value if isinstance(found.value, list) else [found.value]
        for value in values[:20] if property_ else ():
            if isinstance(value, str) and value.strip():
                yield Field(
                    property=property_,
                    value=value.strip()[:2_000],
                    by="json",
                    place=f"field {name}",
                    part="markup",
                    start=found.start,
                    end=found.end,
                )
