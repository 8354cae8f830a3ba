"""JSON-LD of a page as flat things with places, however deep or broken the JSON is."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

NODES: Final = 20_000
"""Objects of one script that are looked at."""
_KEYS: Final = frozenset(
    (
        *("headline", "name", "author", "creator", "publisher", "datePublished", "dateModified"),
        *("dateCreated", "inLanguage", "articleSection", "license"),
    )
)
"""The keys of objects that somebody asks for."""

_literal = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"(?P<colon>\s{0,19}+:)?+')
_COMMAS = re.compile(r",(\s{0,200}[\]}])")
_decoder: Final = json.JSONDecoder(strict=False)


class Literal(Struct, frozen=True, kw_only=True):
    """A string of the script at characters [start, end) of the page, without its quotes."""

    value: str
    key: str
    start: int
    end: int


class Thing(Struct, frozen=True, kw_only=True):
    """An object with a type; *values* are its strings by key (`_KEYS`), names by `key.name`."""

    types: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]


def things(script: str) -> Sequence[Thing]:
    """Return the typed objects of *script*; empty where it is no JSON, or too deep."""
    try:
        data = _decoder.decode(_COMMAS.sub(r"\1", script))
    except (ValueError, RecursionError):
        return ()
    nodes = list(_nodes(data))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    return [_thing(node, by_id) for node in nodes if "@type" in node]


def literals(page: str, start: int, end: int) -> Iterator[Literal]:
    """Yield the strings in [start, end) of *page* that are values, with their keys."""
    key = ""
    for match in _literal.finditer(page, start, end):
        if match.lastgroup == "colon":
            key = match[1]
        elif len(match[1]) < NODES:
            yield Literal(value=_decoded(match[1]), key=key, start=match.start(1), end=match.end(1))


def _decoded(raw: str) -> str:
    plain = raw.replace("\\/", "/")  # most escapes in pages are of slashes
    if "\\" not in plain:
        return plain
    try:
        found = _decoder.decode(f'"{raw}"')
    except ValueError:
        return raw
    return str(found)


def _nodes(data: object) -> Iterator[dict[str, object]]:
    """Yield the objects of *data*, outer before inner, without recursion."""
    waiting: list[object] = [data]
    for _ in range(NODES):
        if not waiting:
            return
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            waiting.extend(reversed(item))


def _thing(node: Mapping[str, object], by_id: Mapping[str, Mapping[str, object]]) -> Thing:
    values: dict[str, tuple[str, ...]] = {}
    for key, value in node.items():
        if key not in _KEYS:
            continue
        strings = tuple(_strings(value))
        names = tuple(_names(value, by_id))
        if strings:
            values[key] = strings
        if names:
            values[f"{key}.name"] = names
    return Thing(types=tuple(_strings(node["@type"])), values=values)


def _strings(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield item


def _names(value: object, by_id: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict):
            continue
        node = item if "name" in item else by_id.get(str(item.get("@id")), item)
        yield from _strings(node.get("name"))
