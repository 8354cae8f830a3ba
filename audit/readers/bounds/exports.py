"""Items of a large XML file that a program exported, one after the other, within bounds."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from audit.errors import ReadError
from audit.readers.bounds import Limits
from audit.readers.bounds.xml import Handler, Parser, local

_BLOCK: Final = 65_536


@dataclass(slots=True)
class Item:
    """What the elements of an item hold, by their local names or those with a prefix of ours.

    An attribute that is kept stands under the name of its element: `link@href`.
    """

    values: dict[str, list[str]] = field(default_factory=dict)
    whole: Mapping[str, list[str]] = field(default_factory=dict)
    """What the file itself says above its items."""
    parts: int = 0
    """Elements that are counted and not kept."""
    size: int = 0

    def first(self, name: str) -> str:
        """Return the first value of *name*, empty where there is none."""
        return next(iter(self.values.get(name, ())), "")


class _Items:
    """The items as far as the file is read."""

    def __init__(self, item: str, kept: Collection[str], counted: str, most: int) -> None:
        self.done: deque[Item] = deque()
        self.whole: dict[str, list[str]] = {}
        self._names = (item, kept, counted)
        self._most = most
        self._open: list[str] = []
        self._stated = [name.partition("@") for name in kept if "@" in name]
        self._item: Item | None = None
        self._pieces: list[str] | None = None
        self._at = 0

    def start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        item, kept, counted = self._names
        element = called(name)
        self._open.append(element)
        if self._item and self._stated:
            self._state(element, attributes, self._item)
        if element == item and self._item is None:
            self._item = Item(whole=self.whole)
        elif self._item and element == counted:
            self._item.parts += 1
        elif self._pieces is None and element in kept and counted not in self._open:
            self._pieces, self._at = [], len(self._open)

    def _state(self, element: str, attributes: Mapping[str, str], item: Item) -> None:
        for of, _, attribute in self._stated:
            if of == element:
                value = attributes.get(attribute, "")
                item.values.setdefault(f"{of}@{attribute}", []).append(value)

    def text(self, text: str, _at: int) -> None:
        if self._pieces is None:
            return
        self._pieces.append(text)
        if self._item:
            self._item.size += len(text)
            if self._item.size > self._most:
                raise ReadError(
                    f"an item is over the limit of {self._most:,} characters (limits: text)"
                )

    def end(self, _name: str, _at: int) -> None:
        element = self._open[-1]
        if self._pieces is not None and self._at == len(self._open):
            values = self._item.values if self._item else self.whole
            values.setdefault(element, []).append("".join(self._pieces))
            self._pieces = None
        self._open.pop()
        if self._item and element == self._names[0] and element not in self._open:
            self.done.append(self._item)
            self._item = None


def items_of(
    file: BinaryIO, item: str, kept: Collection[str], counted: str, limits: Limits
) -> Iterator[Item]:
    """Yield the elements *item* of *file* with what is *kept* of them, *counted* ones by number.

    Those that come before a place where the file is broken are yielded before ReadError is raised.
    """
    found = _Items(item, kept, counted, limits.text)
    parser = Parser(Handler(found.start, found.end, found.text), limits)
    failure: ReadError | None = None
    while not failure:
        block = file.read(_BLOCK)
        try:
            parser.feed(block, is_last=not block)
        except ReadError as error:
            failure = error
        while found.done:
            yield found.done.popleft()
        if not block:
            break
    if failure:
        raise failure


_prefixes: Final = {
    "http://purl.org/rss/1.0/modules/content": "content:",
    "http://purl.org/dc/elements/1.1": "dc:",
    "http://wordpress.org/export/1.0": "wp:",
    "http://wordpress.org/export/1.1": "wp:",
    "http://wordpress.org/export/1.2": "wp:",
}


def called(name: str) -> str:
    """Return the local name of *name*, with the usual prefix of its space."""
    return _prefixes.get(name.rpartition("}")[0].rstrip("/"), "") + local(name)
