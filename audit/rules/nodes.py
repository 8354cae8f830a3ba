"""YAML as nodes: every scalar is text until an option types it, every node knows its place.

Built from the events of the parser and not by its composer, so that depth and number of nodes
are limited while they are read, and `no`, `off`, `12:30` and `0123` keep their characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn

import yaml

from audit.rules.mistakes import File, Mistakes, Place, shown

LARGEST: Final = 1_000_000
"""Bytes of a rules file."""

DEEPEST: Final = 20
MOST: Final = 50_000
"""Nodes of one file."""

_NOT_YAML: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text; *empty* where nothing at all stands after the key, *style* the quote around it."""

    text: str
    place: Place
    empty: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    nodes: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A map from text to nodes; *keys* says where each key stands."""

    nodes: dict[str, "Node"]
    keys: dict[str, Place]
    place: Place


Node = Scalar | Items | Entries
Plain = str | list["Plain"] | dict[str, "Plain"]


class _Refused(Exception):  # noqa: N818  # never leaves this file
    """Stop reading; the mistake is noted."""


def plain(node: Node) -> Plain:
    """Return *node* as texts, lists and maps."""
    match node:
        case Scalar():
            return node.text
        case Items():
            return [plain(one) for one in node.nodes]
        case Entries():
            return {key: plain(one) for key, one in node.nodes.items()}


def laid(below: Entries, above: Entries) -> Entries:
    """Return *above* laid over *below*: maps key by key, everything else is replaced."""
    nodes = dict(below.nodes)
    for key, node in above.nodes.items():
        under = nodes.get(key)
        if isinstance(under, Entries) and isinstance(node, Entries):
            nodes[key] = laid(under, node)
        else:
            nodes[key] = node
    return Entries(nodes=nodes, keys={**below.keys, **above.keys}, place=above.place)


def decode(name: str, folder: str, data: bytes, mistakes: Mistakes) -> File:
    """Return *data* as a file of text; note what keeps it from being one."""
    text = data[: LARGEST + 1].decode("utf-8-sig", "replace")
    file = File(name=name, folder=folder, text=text)
    if len(data) > LARGEST:
        mistakes.add(_top(file), f"the file is larger than {LARGEST:,} bytes")
        return file
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        place = _at(file, len(before))
        mistakes.add(place, f"the byte 0x{data[error.start]:02x} is not UTF-8")
        return file
    if wrong := _NOT_YAML.search(text):
        mistakes.add(_at(file, wrong.start()), f"YAML forbids the character {wrong[0]!a}")
    return file


def read(file: File, mistakes: Mistakes) -> Entries | None:
    """Return the map that *file* holds, or None with the reason noted."""
    events = yaml.parse(file.text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    try:
        node = _Reader(file, events, mistakes).document()
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file=file, line=mark.line + 1, column=mark.column + 1) if mark else _top(file)
        mistakes.add(place, f"not YAML: {shown(str(error.problem or error.context))}")
        return None
    except yaml.YAMLError as error:
        mistakes.add(_top(file), f"not YAML: {shown(str(error))}")
        return None
    if node is None or (isinstance(node, Scalar) and node.empty):
        mistakes.add(_top(file), "the file is empty; it must begin with “audit: 1”")
        return None
    if not isinstance(node, Entries):
        mistakes.add(node.place, "a rules file is a map of keys; it must begin with “audit: 1”")
        return None
    return node


def _top(file: File) -> Place:
    return Place(file=file, line=1, column=1)


def _at(file: File, offset: int) -> Place:
    before = re.split("\r\n|[\n\r\x85\u2028\u2029]", file.text[:offset])
    return Place(file=file, line=len(before), column=len(before[-1]) + 1)


class _Reader:
    """Turns the events of one file into nodes."""

    def __init__(self, file: File, events: Iterator[Any], mistakes: Mistakes) -> None:
        self.file = file
        self.events = events
        self.mistakes = mistakes
        self.count = 0

    def document(self) -> Node | None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            return None
        node = self._node(next(self.events), 0)
        next(self.events)
        following = next(self.events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._refuse(following, "a rules file is one document; take out the “---”")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self.count += 1
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "aliases (*name) are not allowed; write the value out")
        if event.anchor:
            self._refuse(event, "anchors (&name) are not allowed; write the value out")
        if event.tag:
            self._refuse(event, "tags (!name) are not allowed; every value is typed by its key")
        if depth > DEEPEST:
            self._refuse(event, f"nested more than {DEEPEST} deep")
        if self.count > MOST:
            self._refuse(event, f"more than {MOST:,} values in one file")
        if isinstance(event, yaml.ScalarEvent):
            bare = not event.value and not event.style
            style = event.style or ""
            return Scalar(text=event.value, place=self._place(event), empty=bare, style=style)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(nodes=tuple(self._items(depth)), place=self._place(event))
        return self._entries(event, depth)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, start: Any, depth: int) -> Entries:
        nodes: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(event, "a key must be a text")
            value = self._node(next(self.events), depth + 1)
            if key.text in nodes:
                first = keys[key.text].line
                self.mistakes.add(
                    key.place, f"“{shown(key.text)}” stands twice; the first is in line {first}"
                )
                continue
            nodes[key.text], keys[key.text] = value, key.place
        return Entries(nodes=nodes, keys=keys, place=self._place(start))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(file=self.file, line=mark.line + 1, column=mark.column + 1)

    def _refuse(self, event: Any, sentence: str) -> NoReturn:
        self.mistakes.add(self._place(event), sentence)
        raise _Refused
