"""One page, tag by tag: what is open, what is visible, where lines end."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from audit.model import Span, TagRow
from audit.readers.html.flow import Flow
from audit.readers.html.furniture import Kinds, Mark, kinds, may_tell, spans
from audit.readers.html.names import ELEMENTS, Element
from audit.tags import is_xml, scan

_reach: Final = 8
_bare: Final = len("<blockquote>")
_attribute: Final = re.compile(
    r"[\s\"'](id|class|role)\s*+=\s*+[\"']?+"
    r"((?<=\")[^\"]{0,500}|(?<=')[^']{0,500}|[^\s>\"']{1,500})",
    re.IGNORECASE,
)
_CORE: Final = ("main", "article")
DEEPEST: Final = 512
_answer: Final = re.compile(
    r"HTTP/\d(?:\.\d)? \d{3}[^\n]{0,200}\n(?:[\w-]{1,60}:[^\n]{0,4000}\n){1,100}\r?\n"
)
"""The head of the answer of a server, which some programs save with the page."""
KEPT_TAGS: Final = 60_000
"""Tags of a page that are kept for those who look for metadata."""


def _kinds(name: str, tag: str) -> Kinds:
    """Return what the element *name* is, by what its *tag* says."""
    values = {key.lower(): value for key, value in _attribute.findall(tag)}
    role = values.get("role", "").strip().lower()
    return kinds(name, role, f"{values.get('id', '')} {values.get('class', '')}")


_by_name: Final = {name: kinds(name, "", "") for name in ELEMENTS}
_short: Final = 300
"""Characters of a tag that is remembered; many elements of a page have the same one."""


@lru_cache(maxsize=5_000)
def _remembered(name: str, tag: str) -> Kinds:
    """Return the same of a short *tag*."""
    return _kinds(name, tag) if may_tell(tag) else _by_name[name]


class Page:
    """The visible text of *source* and its furniture, in one pass over its tags."""

    def __init__(self, source: str) -> None:
        self._source = source
        answer = _answer.match(source)
        self._start_at = answer.end() if answer else 0
        self._open: list[tuple[Element, Mark | None]] = []
        self._places = defaultdict[str, list[int]](list)
        """Where the elements of each name stand among those that are open."""
        self._scopes = [-1]
        self._marks: list[Mark] = []
        self._waiting: list[Mark] = []
        self._link_start = -1
        self._linked = 0
        self._hidden = self._core = self._too_deep = 0
        self._is_xml = is_xml(source)
        self._hides = ("", 0)
        """What hides text from where it begins on: the last such element where all was seen."""
        self.lost: tuple[str, ...] = ()
        self.text = Flow(source)
        self.tags: Sequence[TagRow] = ()
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
        found = scan(self._source)
        self.tags = list(islice(found, KEPT_TAGS))
        position = self._start_at
        for name, closing, start, end in chain(self.tags, found):
            if start > position and not self._hidden:
                self.text.add(position, start)
            position = end
            element = ELEMENTS.get(name)
            if element is None:
                if name == "!" and end == len(self._source) and not self._hidden:
                    self._hides = ("comment", start)
            elif not element.is_kept:
                self._pass(element, closing=closing)
            elif closing:
                self._end(element)
            else:
                self._start(element, start, end)
        if not self._hidden:
            self.text.add(position, len(self._source))
        self._tell_unended()
        self._close_to(0)
        self.text.end_line()

    def _start(self, element: Element, start: int, end: int) -> None:
        if self._source[end - 2] == "/" and self._closes_itself(element):
            return
        if self._open and (element.ends or self._open[-1][0].name == "p"):
            self._imply(element)
        is_read = len(self._open) < DEEPEST or element.is_hidden
        mark = None
        if not self._hidden:
            if element.is_cell:
                self.text.end_cell()
            elif element.ends_line:
                self.text.end_line()
            if is_read:
                mark = self._mark(element, start, end)
        if is_read:
            self._push(element, mark, start)
        else:
            self._too_deep += 1

    def _closes_itself(self, element: Element) -> bool:
        if self._is_xml or element.name == "svg":
            return element.is_hidden
        return bool(self._hidden and self._places["svg"])

    def _tell_unended(self) -> None:
        """Tell what hides the rest of the page."""
        name, start = self._hides
        end = self._source.find(">" if self._hidden else "-->", start)
        is_open = self._hidden or (end < 0 and self._source.startswith("<!--", start))
        hidden = self._source[end + 1 if self._hidden else start + len("<!--") :]
        if name and is_open and hidden.strip():
            line = self._source.count("\n", 0, start) + 1
            self.lost = (
                f"a {name} that begins in line {line:,} never ends: what follows is not read",
            )

    def _pass(self, element: Element, *, closing: bool) -> None:
        """Take in a tag of an element that is not remembered: a link, or the end of a line."""
        if element.is_link:
            if self._link_start >= 0:
                self._linked += self.text.length - self._link_start
            self._link_start = -1 if closing else self.text.length
        elif not self._hidden:
            self.text.end_line()

    def _imply(self, element: Element) -> None:
        """End what the start of *element* ends without saying so."""
        if element.is_block and self._open[-1][0].name == "p":
            self._close_to(len(self._open) - 1)
        for depth in range(len(self._open) - 1, max(len(self._open) - 1 - _reach, -1), -1):
            above = self._open[depth][0]
            if above.name in element.ends:
                self._close_to(depth)
                return
            if above.name == "table" or not (element.is_table or above.is_passed):
                return

    def _push(self, element: Element, mark: Mark | None, start: int) -> None:
        depth = len(self._open)
        self._places[element.name].append(depth)
        self._open.append((element, mark))
        if element.is_unlike:
            if element.is_scope:
                self._scopes.append(depth)
            if element.is_hidden and not self._hidden:
                self._hides = (element.name, start)
            self._hidden += element.is_hidden
            self.text.written += element.is_written

    def _mark(self, element: Element, start: int, end: int) -> Mark | None:
        size = end - start
        if size <= _bare:
            found = _by_name[element.name]
        elif size <= _short:
            found = _remembered(element.name, self._source[start:end])
        else:
            found = _kinds(element.name, self._source[start:end])
        kind = found.inside if self._core else found.outside
        is_core = kind in _CORE
        if is_core or element.name == "h1":
            self._tell(sure=is_core)
        if not kind:
            return None
        mark = Mark(kind=kind, start=self.text.length, linked=self._links())
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

    def _end(self, element: Element) -> None:
        places = self._places[element.name]
        if places and (element.is_table or places[-1] > self._scopes[-1]):
            self._close_to(places[-1])

    def _close_to(self, depth: int) -> None:
        opened, places = self._open, self._places
        while len(opened) > depth:
            element, mark = opened.pop()
            places[element.name].pop()
            if element.ends_line and not self._hidden:
                self.text.end_line()
            if element.is_unlike:
                if element.is_scope:
                    self._scopes.pop()
                self._hidden -= element.is_hidden
                self.text.written -= element.is_written
            if mark:
                self._finish(mark)

    def _finish(self, mark: Mark) -> None:
        mark.end = self.text.length
        mark.linked = self._links() - mark.linked
        self._core -= mark.kind in _CORE
        if self._waiting and self._waiting[-1] is mark:
            self._waiting.pop()

    def _links(self) -> int:
        """Return the characters that stand in links so far."""
        started = self._link_start
        return self._linked + (self.text.length - started if started >= 0 else 0)
