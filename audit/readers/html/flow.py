"""The text of a page as a browser lays it out, growing; every piece knows where it stood."""

import re
from functools import partial
from html.entities import html5
from typing import Final

from audit.model import Chunk
from audit.tags import unescaped

_entity: Final = r"&(?:#[0-9]++|#[xX][0-9a-fA-F]++|[a-zA-Z][a-zA-Z0-9]{1,31});?"
_flowing: Final = re.compile(
    rf"([^ \t\n\r\f&]++(?>(?:[ \t\n\r\f][^ \t\n\r\f&]++)*))|[ \t\n\r\f]++|({_entity})|(&)"
)
_gap: Final = re.compile(r"[ \t\n\r\f][ \t\n\r\f]")
_written: Final = re.compile(rf"([^\r\n&]++)|\r\n|\r|\n|({_entity})|(&)")
_spaces: Final = str.maketrans("\t\n\r\f", "    ")
_white: Final = " \t\n\r\f"


class Flow:
    """Lines of visible text and the chunks that lead back to the page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._parts: list[str] = []
        self._starts: list[tuple[int, int]] = []
        self._shift: int | None = None
        self._space = -1
        self._begun = False
        self.length = 0
        self.written = 0
        """How many elements are open in which the text stands as it is written (`pre`)."""

    @property
    def characters(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    @property
    def chunks(self) -> tuple[Chunk, ...]:
        """Where the text stands in the page; white space and entities have their own chunks."""
        return tuple(map(partial(tuple.__new__, Chunk), self._starts))  # as fast as can be

    def add(self, start: int, end: int) -> None:
        """Add the characters [start, end) of the page; most often words a blank apart, or none."""
        if self.written:
            self._add_written(start, end)
            return
        text = self._page[start:end]
        words = text.strip(_white)
        if not words:
            if self._space < 0:
                self._space = start
            return
        is_plain = words.isprintable()
        if "&" in words or ("  " in words if is_plain else _gap.search(words)):
            self._add_mixed(start, end)
            return
        first = end - len(text.lstrip(_white))
        if first > start and self._space < 0:
            self._space = start
        self._put(words if is_plain else words.translate(_spaces), first)
        if first + len(words) < end:
            self._space = first + len(words)

    def _add_mixed(self, start: int, end: int) -> None:
        """Collapse white space, and decode character references."""
        for found in _flowing.finditer(self._page, start, end):
            if found[1]:
                self._put_run(found[1], found.start())
                continue
            meant = found[3] or _decoded(found[2] or "")
            if meant.strip(_white):
                self._put(meant, found.start())
            elif self._space < 0:
                self._space = found.start()

    def _add_written(self, start: int, end: int) -> None:
        for found in _written.finditer(self._page, start, end):
            if found[1] or found[3]:
                self._put(found[1] or found[3], found.start())
            elif found[2]:
                self._put(_decoded(found[2]).replace("\r", "\n"), found.start())
            else:
                self._put("\n", found.start())
                self._begun = False

    def end_line(self) -> None:
        """End the line where it holds something."""
        if self._begun:
            self._parts.append("\n")
            self.length += 1
            self._begun = False
        self._space = -1

    def end_cell(self) -> None:
        """Set the next cell of a row apart from the one before."""
        if self._begun:
            self._parts.append("\t")
            self.length += 1
        self._space = -1

    def _put_run(self, run: str, source: int) -> None:
        self._put(run if run.isprintable() else run.translate(_spaces), source)

    def _put(self, characters: str, source: int) -> None:
        if self._space >= 0:
            if self._begun:
                self._append(" ", self._space)
            self._space = -1
        self._append(characters, source)
        self._begun = True

    def _append(self, characters: str, source: int) -> None:
        shift = source - self.length
        if shift != self._shift:
            self._starts.append((self.length, source))
            self._shift = shift
        self._parts.append(characters)
        self.length += len(characters)


def _decoded(entity: str) -> str:
    """Return what a character reference stands for."""
    return html5.get(entity[1:]) or unescaped(entity)
