"""PAGE XML: the lines of a scanned page as a program, or people after it, transcribed them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, final

from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, Reader
from audit.readers.bounds.transcript import Transcript, transcribed
from audit.readers.bounds.xml import local

_KINDS: Final = ("TextRegion", "TextLine", "Word")
_STATED: Final = {"Created": "created", "LastChange": "modified"}


@final
class PageXml(Reader):
    """Read a scanned page by its lines; regions say the same again, and words where lines do."""

    id = "page-xml"
    media_types = ("application/vnd.prima.page+xml",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its lines; raise ReadError where it is broken or refused."""
        return transcribed((source, data, basis), "application/vnd.prima.page+xml", _Page, limits)


@dataclass(slots=True)
class _Part:
    """A region, a line or a word: what it says itself, first and best, and what its words say."""

    kind: str
    said: tuple[str, int] | None = None
    words: list[tuple[str, int]] = field(default_factory=list)
    is_shown: bool = False
    """Whether a part of it is shown already."""


class _Page(Transcript):
    """The lines of a page as far as the file is read, and where they stand in it."""

    def __init__(self, markup: str) -> None:
        super().__init__(markup)
        self._open: list[str] = []
        self._parts = [_Part("")]

    def start(self, name: str, _attributes: Mapping[str, str], at: int) -> None:
        """Begin a part, or what one says."""
        element = local(name)
        self._open.append(element)
        self.heard = []
        self.begin = self.places.character(at)
        if element in _KINDS:
            self._parts.append(_Part(element))

    def hear(self, text: str, at: int) -> None:
        """Keep the characters of an element."""
        if not self.heard:
            self.begin = self.places.character(at)
        self.heard.append(text)

    def end(self, name: str, at: int) -> None:
        """Take what a part says, and show it where it is whole."""
        element, said = local(name), "".join(self.heard)
        part = self._parts[-1]
        if element == "Unicode" and self._open[-3:-1] == [part.kind, "TextEquiv"]:
            part.said = part.said or ((said, self.begin) if said.strip() else None)
        elif element in _STATED and self._open[-2:-1] == ["Metadata"] and said.strip():
            self._stated(element, said, at)
        elif element == part.kind:
            self._parts.pop()
            self._close(part, self._parts[-1])
        self.heard = []
        self._open.pop()

    def _close(self, part: _Part, above: _Part) -> None:
        if part.kind == "Word" and above.kind == "TextLine":
            above.words += [part.said] if part.said else []
            return
        for text, at in () if part.is_shown else [part.said] if part.said else part.words:
            self.shown.add(text, at)
            self.shown.add(" " if part.said is None else "", at)
            part.is_shown = True
        self.shown.end_line()
        above.is_shown |= part.is_shown

    def _stated(self, element: str, said: str, end: int) -> None:
        value, place = " ".join(said.split())[:100], f"element Metadata/{element}"
        self.state(Field(property=_STATED[element], value=value, by="page-xml", place=place), end)
