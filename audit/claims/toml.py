"""Declared metadata in TOML: the top of it as text, each value with its place."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from audit.claims.declared import Entry, property_named
from audit.claims.nothing import is_nothing

_LINE: Final = re.compile(
    r"(?<![^\r\n])([\w.-]{1,60})[ \t]{0,20}=[ \t]{0,20}"
    r"(?:\"([^\"\r\n]*)\"|'([^'\r\n]*)'|([^\r\n]*))(?![^\r\n])"
)
_TOKEN: Final = re.compile(r"[^\s,#\]]+")
_MOST: Final = 100
"""Values of one key that are read."""


def toml_entries(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the entries at the top of the TOML in [start, end) of *text*, those of no table.

    What is broken is read line by line.
    """
    try:
        said = tomllib.loads(text[start:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        yield from _by_line(text, start, end)
        return
    for key, value in said.items():
        property_ = property_named(key)
        if property_:
            at = _at(text, key, start, end)
            for one in (value if isinstance(value, list) else [value])[:_MOST]:
                for found in _entries(text, property_, one, (at, end)):
                    at = found.end
                    yield found


def _at(text: str, key: str, start: int, end: int) -> int:
    """Return where what *key* says begins."""
    found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE).search(
        text, start, end
    )
    return found.end() if found else start


def _entries(text: str, property_: str, value: Any, place: tuple[int, int]) -> Iterator[Entry]:
    said = value.get("name") if isinstance(value, dict) else value
    if isinstance(said, dt.date):
        said = said.isoformat()
    if not isinstance(said, str) or is_nothing(said.strip()):
        return
    start, end = place
    raw = said.strip()
    at = text.find(raw, start, end)
    if at < 0:  # it is written otherwise: with escapes, over several lines, a time with its zone
        token = _TOKEN.search(text, start, end)
        at, stop = token.span() if token else (start, start)
    else:
        stop = at + len(raw)
    yield Entry(property=property_, value=raw, start=at, end=stop)


def _by_line(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the entries of lines such as `title = "..."` in [start, end) of *text*."""
    for match in _LINE.finditer(text, start, end):
        property_ = property_named(match[1])
        group = match.lastindex or 4
        if property_ and not is_nothing(match[group].strip()):
            place = match.span(group)
            yield Entry(
                property=property_, value=match[group].strip(), start=place[0], end=place[1]
            )
