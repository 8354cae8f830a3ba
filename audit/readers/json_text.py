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
_space: Final = re.compile(r"[ \t\r\n]*")
_escape: Final = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|u[0-9a-fA-F]{4}|.)")


class _Value(NamedTuple):
    value: Any
    start: int
    end: int


@final
class Json(Reader):
    """Read an object with a text field as that text; any other JSON as it is written."""

    id = "json"
    media_types = ("application/json",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        decoded = decode(data)
        members = _members(decoded.text)
        name = next((name for name in TEXT if _is_text(members.get(name))), "")
        text, chunks = _text(decoded.text, members[name]) if name else (decoded.text, ())
        check_text(text, limits)
        return Document(
            source=source,
            media_type="application/json",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            text=text,
            markup=decoded.text if name else "",
            chunks=chunks,
            fields=tuple(_fields(members)) if name else (),
            remarks=decoded.remarks,
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


def _is_text(found: _Value | None) -> bool:
    return found is not None and isinstance(found.value, str)


def _members(text: str) -> dict[str, _Value]:
    """Return the members of the object that *text* is, each with its place; nothing for others."""
    found: dict[str, _Value] = {}
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    try:
        while text[at] in "{," and (at == 0 or found or text[at] == "{"):
            at = _skip(text, at + 1)
            if text[at] != '"':
                return {}
            key, at = scanstring(text, at + 1, False)
            start = _skip(text, _skip(text, at) + 1)
            value, end = decoder.raw_decode(text, start)
            found[key] = _Value(value, start, end)
            at = _skip(text, end)
    except (ValueError, IndexError, RecursionError):
        return {}
    return found if text[at] == "}" else {}


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


def _fields(members: dict[str, _Value]) -> Iterator[Field]:
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
