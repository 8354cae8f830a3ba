"""XML within bounds: no declared entities, nothing fetched, a limit of depth."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.entities import html5
from typing import Final
from xml.parsers import expat

from audit.errors import ReadError
from audit.readers.bounds import LIMITS, Limits

_TAG: Final = 10_000
"""Characters of a tag in which its attributes are looked for."""
_encoding: Final = re.compile(rb"<\?xml\b[^>]{0,100}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")


@dataclass(frozen=True, slots=True)
class Handler:
    """What is told of a file: starts with attributes, ends, and characters with their byte.

    Names have their space before them: `space}name`; `local` takes it away.
    """

    start: Callable[[str, Mapping[str, str], int], None]
    end: Callable[[str, int], None]
    text: Callable[[str, int], None]


def declared_encoding(data: bytes) -> str:
    """Return the encoding that the XML declaration names, or empty."""
    found = _encoding.match(data.removeprefix(b"\xef\xbb\xbf").lstrip()[:200])
    return found[1].decode("ascii") if found else ""


class Parser:
    """A parser that is fed piece by piece, and tells its handler of all that it is fed.

    A DOCTYPE that declares anything itself is refused: entities grow without end. Entities that
    HTML knows are what they are there: every other DTD took them from the same sets.
    """

    def __init__(self, handler: Handler, limits: Limits = LIMITS, encoding: str = "") -> None:
        self.skipped = 0
        """Entities that nobody knows."""
        self._handler = handler
        self._limit = limits.depth
        self._depth = self._blanks = 0
        self._has_begun = False
        parser = expat.ParserCreate(encoding or None, namespace_separator="}")
        parser.UseForeignDTD(True)  # what nobody declared is left out instead of the whole file
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = lambda text: handler.text(text, self._at)
        parser.StartDoctypeDeclHandler, parser.SkippedEntityHandler = _doctype, self._skip
        self._parser = parser

    def feed(self, data: bytes, *, is_last: bool = False) -> None:
        """Tell the handler of all in *data*; raise ReadError."""
        if not self._has_begun:
            kept = data.lstrip(b" \t\r\n")
            self._blanks += len(data) - len(kept)
            data = kept
        self._has_begun |= bool(data)
        try:
            self._parser.Parse(data, is_last)
        except expat.ExpatError as error:
            raise ReadError(f"broken XML: {error}") from None

    @property
    def _at(self) -> int:
        return self._parser.CurrentByteIndex + self._blanks

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limit:
            raise ReadError(f"elements nested deeper than {self._limit} (limits: depth)")
        self._handler.start(name, attributes, self._at)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(name, self._at)

    def _skip(self, name: str, is_parameter: bool) -> None:
        meant = "" if is_parameter else html5.get(f"{name};", "")
        if meant:
            self._handler.text(meant, self._at)
        else:
            self.skipped += 1


def parse(data: bytes, handler: Handler, limits: Limits = LIMITS, encoding: str = "") -> int:
    """Tell *handler* of all in *data*; return how many entities nobody knows; raise ReadError."""
    parser = Parser(handler, limits, encoding)
    parser.feed(data, is_last=True)
    return parser.skipped


class Places:
    """Where bytes of a file that is UTF-8 stand among its characters, and attributes of a tag."""

    def __init__(self, markup: str) -> None:
        self.bytes = markup.encode("utf-8", "surrogatepass")
        self._markup = markup
        self._at = (0, 0)

    def character(self, at: int) -> int:
        """Return the character at byte *at*, which never lies before the last one asked for."""
        byte, character = self._at
        character += len(self.bytes[byte:at].decode("utf-8", "ignore"))
        self._at = (at, character)
        return character

    def attribute(self, name: str, tag: int) -> int:
        """Return the character at which the value of *name* begins in the tag at *tag*."""
        found = re.compile(rf"\s{name}\s*=\s*[\"']").search(self._markup, tag, tag + _TAG)
        return found.end() if found else tag


def local(name: str) -> str:
    """Return *name* without its space."""
    return name.rpartition("}")[2]


def _doctype(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
    if has_subset:
        raise ReadError("a DOCTYPE with declarations of its own; refused")
