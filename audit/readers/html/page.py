"""One page, tag by tag: what is open, what is visible, where lines end."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final, NamedTuple

from audit.model import Span
from audit.readers.html.flow import Flow
from audit.readers.html.furniture import Mark, kind, spans
from audit.readers.html.names import (
    BLOCKS,
    BREAKS,
    CELLS,
    ENDED,
    HEARD,
    HIDDEN,
    KEPT,
    LINES,
    PREFORMATTED,
    SCOPES,
    TABLE,
    THROUGH,
)
from audit.tags import Tag, tags

_reach: Final = 8
_bare: Final = len("<blockquote>")
_attribute: Final = re.compile(
    r"[\s\"'](id|class|role)\s*+=\s*+(?:\"([^\"]{0,500})|'([^']{0,500})|([^\s>\"']{1,500}))",
    re.IGNORECASE,
)
DEEPEST: Final = 512
KEPT_TAGS: Final = 60_000
"""Tags of a page that are kept for those who look for metadata."""


def _naming(tag: str) -> tuple[str, str]:
    """Return the role of a tag, and its id and classes, shortened."""
    values = {name.lower(): "".join(said) for name, *said in _attribute.findall(tag)}
    role = values.get("role", "").strip().lower()
    return role, f"{values.get('id', '')} {values.get('class', '')}"


_named: Final = lru_cache(maxsize=5_000)(_naming)
_short: Final = 300
"""Characters of a tag that is remembered; many elements of a page have the same one."""


class _Open(NamedTuple):
    name: str
    mark: Mark | None


class Page:
    """The visible text of *source* and its furniture, in one pass over its tags."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[_Open] = []
        self._counts = defaultdict[str, int](int)
        self._inside = [defaultdict[str, int](int)]
        self._marks: list[Mark] = []
        self._waiting: list[Mark] = []
        self._link_start = -1
        self._linked = 0
        self._hidden = self._written = self._core = self._too_deep = 0
        self.text = Flow(source)
        self.tags: list[Tag] = []
        self._read()

    @property
    def furniture(self) -> tuple[Span, ...]:
        """What the markup calls navigation and the like, as spans of the text."""
        return spans(self._marks, self.text.length)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was not read as it is written."""
        if not self._too_deep:
            return ()
        return (f"{self._too_deep:,} elements nested over {DEEPEST} deep were read as siblings",)

    def _read(self) -> None:
        position = 0
        kept = self.tags
        for tag in tags(self._source):
            if len(kept) < KEPT_TAGS:
                kept.append(tag)
            if tag.start > position and not self._hidden:
                self._characters(position, tag.start)
            position = tag.end
            if tag.name not in HEARD:
                continue
            if tag.closing:
                self._end(tag.name)
            else:
                self._start(tag)
        if not self._hidden:
            self._characters(position, len(self._source))
        self._close_to(0)
        self.text.end_line()

    def _characters(self, start: int, end: int) -> None:
        if self._written:
            self.text.add_written(start, end)
        else:
            self.text.add(start, end)

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self._link(is_open=True)
        if name in LINES:
            self._break(name)
        if name not in KEPT or (self._counts["svg"] and self._source[tag.end - 2] == "/"):
            return
        self._imply(name)
        self._break(name)
        if len(self._open) < DEEPEST or name in HIDDEN:
            self._push(tag)
        else:
            self._too_deep += 1

    def _break(self, name: str) -> None:
        """End the line or the cell that stands before or in an element, where it is visible."""
        if not self._hidden and name in CELLS:
            self.text.end_cell()
        elif not self._hidden and name in BREAKS:
            self.text.end_line()

    def _imply(self, name: str) -> None:
        if name in BLOCKS and self._open and self._open[-1].name == "p":
            self._close_to(len(self._open) - 1)
        ended = ENDED.get(name)
        if ended is None:
            return
        for depth in range(len(self._open) - 1, len(self._open) - 1 - _reach, -1):
            if depth < 0:
                return
            above = self._open[depth].name
            if above in ended:
                self._close_to(depth)
                return
            if above == "table" or (name not in TABLE and above not in THROUGH):
                return

    def _push(self, tag: Tag) -> None:
        name = tag.name
        mark = None if self._hidden else self._mark(tag)
        self._open.append(_Open(name, mark))
        self._counts[name] += 1
        self._inside[-1][name] += 1
        if name in SCOPES:
            self._inside.append(defaultdict(int))
        self._hidden += name in HIDDEN
        self._written += name in PREFORMATTED

    def _mark(self, tag: Tag) -> Mark | None:
        size = tag.end - tag.start
        source = self._source[tag.start : tag.end] if size > _bare else ""
        role, classes = _named(source) if size <= _short else _naming(source)
        found = kind(tag.name, role, classes, in_core=self._core > 0)
        is_core = found in ("main", "article")
        if is_core or tag.name == "h1":
            self._tell(sure=is_core)
        if not found:
            return None
        mark = Mark(kind=found, start=self.text.length, linked=self._links())
        self._core += is_core
        if not is_core:
            self._waiting.append(mark)
        self._marks.append(mark)
        return mark

    def _tell(self, *, sure: bool) -> None:
        """Tell what is open that the core of the page stands in it; a title tells classes only."""
        for mark in self._waiting:
            mark.holds_core |= mark.end == 0 and (sure or mark.kind != "sure")
        self._waiting = [] if sure else [mark for mark in self._waiting if mark.kind == "sure"]

    def _end(self, name: str) -> None:
        if name == "a":
            self._link(is_open=False)
        if name in LINES:
            self._break(name)
        counts = self._counts if name in TABLE else self._inside[-1]
        if not counts[name]:
            return
        depth = len(self._open) - 1
        while self._open[depth].name != name:
            depth -= 1
        self._close_to(depth)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            name, mark = self._open.pop()
            if name not in CELLS:
                self._break(name)
            self._counts[name] -= 1
            if name in SCOPES:
                self._inside.pop()
            self._inside[-1][name] -= 1
            self._hidden -= name in HIDDEN
            self._written -= name in PREFORMATTED
            if mark:
                self._finish(mark)

    def _finish(self, mark: Mark) -> None:
        mark.end = self.text.length
        mark.linked = self._links() - mark.linked
        self._core -= mark.kind in ("main", "article")
        if self._waiting and self._waiting[-1] is mark:
            self._waiting.pop()

    def _links(self) -> int:
        """Return the characters that stand in links so far."""
        started = self._link_start
        return self._linked + (self.text.length - started if started >= 0 else 0)

    def _link(self, *, is_open: bool) -> None:
        self._linked = self._links()
        self._link_start = self.text.length if is_open else -1
