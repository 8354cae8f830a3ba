"""JSON-LD of a page as flat things with places, however deep or broken the JSON is."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from audit.claims.lenient import Lenient, Literal

NODES: Final = 20_000
"""Objects of one script that are looked at."""
_KEYS: Final = frozenset(
    (
        *("headline", "name", "author", "creator", "publisher", "datePublished", "dateModified"),
        *("dateCreated", "inLanguage", "articleSection", "license", "copyrightHolder"),
        *("startDate", "endDate"),
    )
)
"""The keys of objects that somebody asks for."""
_OF_OTHERS: Final = frozenset(("review", "reviews"))
"""What others say of the thing: who they are, and when they said it, is not of the page."""
PARTS: Final = (
    ("givenName", "familyName"),
    ("given", "family"),
    ("firstName", "lastName"),
    ("first_name", "last_name"),
)
NAME_PARTS: Final = frozenset(chain.from_iterable(PARTS))
"""What the name of a person is made of that is not written in one piece."""
_ADDRESSED: Final = frozenset(("license",))
"""The keys of things that are known by their addresses."""
Nodes = Mapping[str, Mapping[str, object]]

_literal = re.compile(r'"([^"\\]*+(?>(?:\\.[^"\\]*+)*))"(?>(?P<colon>\s{0,19}+:)?)')
_decoder: Final = json.JSONDecoder(strict=False)


class Thing(Struct, frozen=True, kw_only=True):
    """An object with a type; *values* are its strings by key (`_KEYS`), names by `key.name`."""

    types: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]


class Script(Struct, frozen=True, kw_only=True):
    """What a script says; *fault* is where on the page it is broken, -1 where it is not."""

    things: Sequence[Thing]
    fault: int = -1
    written: Sequence[Literal] = ()
    """Its strings, if it is no JSON by the letter."""


def read(page: str, start: int, end: int) -> Script:
    """Return what the script in [start, end) of *page* says, also where it is no JSON."""
    script = page[start:end]
    try:
        return Script(things=_things(_decoder.decode(script)))
    except (ValueError, RecursionError):
        lenient = Lenient(page, start, end)
    found = _things(lenient.values)
    return Script(things=found, fault=lenient.fault, written=lenient.literals)


def _things(data: object) -> Sequence[Thing]:
    nodes = list(_nodes(data))
    by_id = _by_id(nodes)
    return [_thing(node, by_id) for node in nodes if "@type" in node]


def texts_of(value: object, *, has_address: bool) -> Iterator[str]:
    """Yield what a value says: its strings, and the names of things such as `{"name": "Hall"}`.

    Of a thing that *has_address*, a licence, the address says it where there is one.
    """
    for item in _items(value):
        yield from _strings(item)
        yield from (has_address and list(_addresses(item, {}))) or _names(item, {})


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
            own = [value for key, value in item.items() if key not in _OF_OTHERS]
            waiting.extend(reversed(own))
        elif isinstance(item, list):
            waiting.extend(reversed(item))


def _by_id(nodes: Iterable[Mapping[str, object]]) -> Nodes:
    """Return the nodes by their names; of several the one that says most, else the first."""
    found: dict[str, Mapping[str, object]] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > max(1, len(found.get(name, ()))):
            found[name] = node
    return found


def _thing(node: Mapping[str, object], by_id: Nodes) -> Thing:
    values: dict[str, tuple[str, ...]] = {}
    for key, value in node.items():
        if key not in _KEYS:
            continue
        strings = tuple(_strings(value))
        names = tuple(_names(value, by_id))
        if key in _ADDRESSED:
            strings += tuple(_addresses(value, by_id))
        if strings:
            values[key] = strings
        if names:
            values[f"{key}.name"] = names
    return Thing(types=tuple(_strings(node["@type"])), values=values)


def _items(value: object) -> Sequence[object]:
    """Return the items of a list, of a list or set as JSON-LD writes it out, or the one value."""
    if isinstance(value, dict):
        value = value.get("@list", value.get("@set", value))
    return value if isinstance(value, list) else [value]


def _strings(value: object) -> Iterator[str]:
    """Yield the strings of a value, of a list, and of literals such as `{"@value": "Hall"}`."""
    for item in _items(value):
        text = item.get("@value") if isinstance(item, dict) else item
        if isinstance(text, str) and text.strip():
            yield text


def _names(value: object, by_id: Nodes) -> Iterator[str]:
    for item in _items(value):
        if isinstance(item, dict):
            yield from _named(item) or _named(_meant(item, by_id))


def _named(node: Mapping[str, object]) -> Sequence[str]:
    """Return the names of a person, a body or a language; the tag of the latter goes before."""
    tag = node.get("alternateName") if "Language" in _strings(node.get("@type")) else None
    return list(_strings(tag)) or list(_strings(node.get("name"))) or _full_name(node)


def _full_name(node: Mapping[str, object]) -> Sequence[str]:
    """Return the name of a person who has but the parts of one, or nothing."""
    for keys in PARTS:
        parts = [next(_strings(node.get(key)), "").strip() for key in keys]
        if all(parts):
            return [" ".join(parts)]
    return []


def _addresses(value: object, by_id: Nodes) -> Iterator[str]:
    """Yield the addresses of things such as `{"@type": "CreativeWork", "url": ...}`."""
    for item in _items(value):
        if isinstance(item, dict):
            node = _meant(item, by_id)
            for key in ("@id", "url"):
                yield from _strings(node.get(key))


def _meant(item: Mapping[str, object], by_id: Nodes) -> Mapping[str, object]:
    """Return the node that *item* refers to, or the item."""
    name = item.get("@id")
    return by_id.get(name, item) if isinstance(name, str) else item
