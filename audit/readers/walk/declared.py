"""What tables of the collection declare of its documents, joined to them by their paths."""

import os
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from audit.globs import matcher
from audit.lines import Lines
from audit.model import Field, Problem
from audit.readers.decode import decode
from audit.readers.walk.bag_info import bag_entries
from audit.readers.walk.registers import Entry, Said, Slip, entries, sheet_of
from audit.readers.walk.tree import Tree

LARGEST: Final = 64 << 20
"""Bytes of one table."""
SHOWN: Final = 20
"""Rows without a document that are named one by one."""
_MARKS: Final = 20
"""Places in the name of a record where the name of its container may end."""
_LONGEST: Final = 4_096
"""Characters of a path that may be that of a document below another root."""
BAG_INFO: Final = "bag-info.txt"
BAG: Final = "bagit.txt"
"""What makes a folder a bag; without it, nothing in `bag-info.txt` is read."""
_flags: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(slots=True)
class Declared:
    """What tables say of each document, which files are such tables, and what is wrong in them."""

    fields: dict[str, list[Field]] = field(default_factory=dict)
    records: dict[str, dict[str, list[Field]]] = field(default_factory=dict)
    """What is said of the records in a container, by its path and their names."""
    tables: set[str] = field(default_factory=set)
    bags: set[str] = field(default_factory=set)
    """Each `bag-info.txt` that was read."""
    problems: list[Problem] = field(default_factory=list)

    def of(self, path: str) -> tuple[Field, ...]:
        """Return what is declared of the document *path*, in a fixed order."""
        return tuple(self.fields.get(path, ()))

    def inside(self, path: str) -> tuple[tuple[str, tuple[Field, ...]], ...]:
        """Return what is declared of the records in the container *path*, by their names."""
        found = self.records.get(path, {})
        return tuple((name, tuple(fields)) for name, fields in found.items())


def declared(tree: Tree, globs: Collection[str], documents: Collection[str]) -> Declared:
    """Read every table below the root of *tree* whose path fits one of *globs*, and bag-info."""
    found = Declared()
    fits = matcher(tuple(globs))
    audited = {each.path for each in tree.files}
    for path in sorted(filter(fits, tree.locations)):
        text = _text(tree.locations[path], path, found)
        sheet = sheet_of(path, text) if text else None
        if sheet:
            found.tables.add(path)
            _Join(path, text, found, documents).add(entries(sheet), is_whole=path in audited)
    for path, location in _bags(tree):
        found.bags.add(path)
        text = _text(location, path, found)
        _Join(path, text, found, documents).add_to_all(bag_entries(path, text))
    return found


def named(path: str, data: bytes, documents: Collection[str]) -> frozenset[str]:
    """Return which *documents* the table or `bag-info.txt` at *path*, with these bytes, speaks of.

    For a record it is its container. One that is too large or no table speaks of none.
    """
    found = Declared()
    text = decode(data).text if len(data) <= LARGEST else ""
    join = _Join(path, text, found, documents)
    if posixpath.basename(path) == BAG_INFO:
        join.add_to_all(bag_entries(path, text))
    elif text and (sheet := sheet_of(path, text)):
        join.add(entries(sheet), is_whole=False)
    return frozenset((*found.fields, *found.records))


class _Join:
    """The entries of one table on their way to the documents."""

    def __init__(self, path: str, text: str, into: Declared, documents: Collection[str]) -> None:
        self._path = path
        self._folder = posixpath.dirname(path)
        self._lines = Lines(text)
        self._into = into
        self._documents = documents
        self._taken: dict[tuple[str, str], int] = {}
        self._missing: list[Said] = []

    def add(self, found: Iterator[Entry], *, is_whole: bool) -> None:
        """Add each entry to the document that it names; *is_whole*: all of them are audited."""
        for entry in found:
            if isinstance(entry, Slip):
                self._problem(entry.at, entry.message, incomplete=entry.incomplete)
            else:
                self._join(entry)
        if is_whole:
            self._report()

    def add_to_all(self, found: Iterator[Entry]) -> None:
        """Add the entries to every document of the folder `data` beside the table."""
        payload = posixpath.join(self._folder, "data") + "/"
        for entry in found:
            if isinstance(entry, Slip):
                self._fail(entry.at, entry.message)
                continue
            for path in self._documents:
                if path.startswith(payload):
                    self._into.fields.setdefault(path, []).extend(entry.fields)

    def _join(self, said: Said) -> None:
        is_register = any(each.property == "format" for each in said.fields)
        path = self._by_end(said.name) if is_register else self._beside(said.name)
        if path in self._documents:
            self._into.fields.setdefault(path, []).extend(said.fields)
        elif found := None if is_register else self._inside(said.name):
            path = "!/".join(found)
            records = self._into.records.setdefault(found[0], {})
            records.setdefault(found[1], []).extend(said.fields)
        else:
            self._missing.append(said)
            return
        line = self._lines.line(said.at)
        first = self._taken.setdefault((path, "" if not is_register else str(said.at)), line)
        if first != line:
            self._fail(said.at, f"{said.name} stands twice; the first is in line {first}")

    def _beside(self, name: str) -> str:
        return posixpath.normpath(posixpath.join(self._folder, name))

    def _inside(self, name: str) -> tuple[str, str] | None:
        """Return the document that may hold the record called *name*, and its name in there."""
        for mark in islice(re.finditer("!//?", name), _MARKS):  # a folder may be called `a.zip!`
            path = self._beside(name[: mark.start()])
            if path in self._documents and mark.end() < len(name):
                return path, name[mark.end() :]
        return None

    def _by_end(self, name: str) -> str:
        """Return the document whose path *name* ends with; registers know other roots."""
        beside = self._beside(name)
        if beside in self._documents:
            return beside
        parts = [part for part in name.split("/") if part] if len(name) <= _LONGEST else []
        ends = ("/".join(parts[at:]) for at in range(len(parts)))
        return next((end for end in ends if end in self._documents), "")

    def _report(self) -> None:
        for said in self._missing[:SHOWN]:
            name = said.name[:200]
            self._note(said.at, f"{name!r} is no document here")
        more = len(self._missing) - SHOWN
        if more > 0:
            self._note(self._missing[SHOWN].at, f"{more:,} more rows name no document here")

    def _fail(self, at: int, message: str) -> None:
        self._problem(at, message, incomplete=True)

    def _note(self, at: int, message: str) -> None:
        self._problem(at, message, incomplete=False)

    def _problem(self, at: int, message: str, *, incomplete: bool) -> None:
        where = f"line {self._lines.line(at)}, column {self._lines.column(at)}"
        problem = Problem(
            path=self._path, stage="metadata", message=f"{where}: {message}", incomplete=incomplete
        )
        self._into.problems.append(problem)


def _bags(tree: Tree) -> Iterator[tuple[str, str]]:
    """Yield `bag-info.txt` of every bag: the root's, which is no document, and those below."""
    here = os.path.join(tree.root, BAG_INFO)  # noqa: PTH118  # a string
    beside = os.path.join(tree.root, BAG)  # noqa: PTH118  # a string
    if os.path.isfile(here) and not os.path.islink(here) and os.path.isfile(beside):  # noqa: PTH113, PTH114  # strings
        yield BAG_INFO, here
    places = tree.locations | tree.tags
    for path in sorted(places):
        folder, name = posixpath.split(path)
        if name == BAG_INFO and folder and f"{folder}/{BAG}" in places:
            yield path, places[path]


def _text(location: str, path: str, into: Declared) -> str:
    """Return the decoded table, or nothing where it cannot be read, which is a problem."""
    reason = ""
    try:
        with os.fdopen(os.open(location, _flags), "rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            reason = f"over the limit of {LARGEST:,} bytes"
    except OSError as error:
        data, reason = b"", (error.strerror or "cannot be read").lower()
    if reason:
        message = f"what it declares is not read: {reason}"
        into.problems.append(Problem(path=path, stage="metadata", message=message))
        return ""
    return decode(data).text
