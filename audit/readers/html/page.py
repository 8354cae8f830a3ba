"""One page, tag by tag: what is open, what is visible, where lines end."""

from collections import Counter
from typing import Final, NamedTuple

from audit.model import Span
from audit.readers.html.flow import Flow
from audit.readers.html.furniture import Mark, kind, spans
from audit.tags import Tag, attributes, tags

_blocks: Final = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p pre search"
    " section summary table caption tbody tfoot thead tr ul listing".split()
)
_cells: Final = frozenset(("td", "th"))
_hidden: Final = frozenset(
    "script style template noscript title iframe noembed noframes select datalist svg canvas audio"
    " video object".split()
)
_kept: Final = _blocks | _cells | _hidden
_lines: Final = frozenset(("body", "html", "hr", "br", "frameset", "option"))
_preformatted: Final = frozenset(("pre", "listing", "xmp", "textarea"))
_table: Final = frozenset("table caption tbody tfoot thead tr td th".split())
_scopes: Final = frozenset(("table", "caption", "td", "th"))
_through: Final = frozenset(("div", "p", "address"))
_ended: Final = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": _cells,
    "th": _cells,
    "tr": frozenset(("tr",)),
    "tbody": frozenset(("tbody", "thead", "tfoot")),
    "tfoot": frozenset(("tbody", "thead", "tfoot")),
}
"""What the start of an element ends where its own end was left out."""
_reach: Final = 8
DEEPEST: Final = 512


class _Open(NamedTuple):
    name: str
    mark: Mark | None


class Page:
    """The visible text of *source* and its furniture, in one pass over its tags."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[_Open] = []
        self._counts: Counter[str] = Counter()
        self._inside: list[Counter[str]] = [Counter()]
        self._marks: list[Mark] = []
        self._waiting: list[Mark] = []
        self._link_start = -1
        self._linked = 0
        self._hidden = self._core = self._too_deep = 0
        self.text = Flow(source)
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
        for tag in tags(self._source):
            if tag.start > position and not self._hidden:
                self._characters(position, tag.start)
            position = tag.end
            if tag.closing:
                self._end(tag.name)
            elif tag.name != "!":
                self._start(tag)
        if not self._hidden:
            self._characters(position, len(self._source))
        self._close_to(0)
        self.text.end_line()

    def _characters(self, start: int, end: int) -> None:
        if any(self._counts[name] for name in _preformatted):
            self.text.add_written(start, end)
        else:
            self.text.add(start, end)

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self._link(is_open=True)
        if name in _lines:
            self.text.end_line()
        if name not in _kept and name not in _preformatted:
            return
        if self._counts["svg"] and self._source[tag.end - 2] == "/":
            return
        self._imply(name)
        if name in _blocks:
            self.text.end_line()
        elif name in _cells:
            self.text.end_cell()
        if len(self._open) < DEEPEST or name in _hidden:
            self._push(tag)
        else:
            self._too_deep += 1

    def _imply(self, name: str) -> None:
        if name in _blocks and self._open and self._open[-1].name == "p":
            self._close_to(len(self._open) - 1)
        ended = _ended.get(name)
        for depth in range(len(self._open) - 1, len(self._open) - 1 - _reach, -1):
            if ended is None or depth < 0:
                return
            above = self._open[depth].name
            if above in ended:
                self._close_to(depth)
                return
            if above == "table" or (name not in _table and above not in _through):
                return

    def _push(self, tag: Tag) -> None:
        name = tag.name
        mark = None if self._hidden else self._mark(tag)
        self._open.append(_Open(name, mark))
        self._counts[name] += 1
        self._inside[-1][name] += 1
        if name in _scopes:
            self._inside.append(Counter())
        self._hidden += name in _hidden

    def _mark(self, tag: Tag) -> Mark | None:
        role = classes = ""
        if tag.end - tag.start > len(tag.name) + 2:
            values = {found.name: found.value for found in attributes(self._source, tag)}
            role = values.get("role", "").strip().lower()
            classes = f"{values.get('id', '')[:200]} {values.get('class', '')[:500]}".strip()
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
        if name in _lines:
            self.text.end_line()
        counts = self._counts if name in _table else self._inside[-1]
        if not counts[name]:
            return
        depth = len(self._open) - 1
        while self._open[depth].name != name:
            depth -= 1
        self._close_to(depth)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            name, mark = self._open.pop()
            if name in _blocks:
                self.text.end_line()
            self._counts[name] -= 1
            if name in _scopes:
                self._inside.pop()
            self._inside[-1][name] -= 1
            self._hidden -= name in _hidden
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
