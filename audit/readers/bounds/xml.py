"""XML within bounds: no declared entities, nothing fetched, a limit of depth."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.entities import html5
from typing import Final
from xml.parsers import expat

from audit.errors import ReadError
from audit.readers.bounds import LIMITS, Limits

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


def parse(data: bytes, handler: Handler, limits: Limits = LIMITS, encoding: str = "") -> int:
    """Tell *handler* of all in *data*; return how many entities nobody knows; raise ReadError.

    A DOCTYPE that declares anything itself is refused: entities grow without end. Entities that
    HTML knows are what they are there: every other DTD took them from the same sets.
    """
    parser = expat.ParserCreate(encoding or None, namespace_separator="}")
    parser.UseForeignDTD(True)  # what nobody declared is left out instead of the whole file
    depth = skipped = 0
    blanks = len(data) - len(data.lstrip(b" \t\r\n"))

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.depth:
            raise ReadError(f"elements nested deeper than {limits.depth}")
        handler.start(name, attributes, parser.CurrentByteIndex + blanks)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name, parser.CurrentByteIndex + blanks)

    def skip(name: str, is_parameter: bool) -> None:
        nonlocal skipped
        meant = "" if is_parameter else html5.get(f"{name};", "")
        if meant:
            handler.text(meant, parser.CurrentByteIndex + blanks)
        else:
            skipped += 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: handler.text(text, parser.CurrentByteIndex + blanks)
    parser.StartDoctypeDeclHandler, parser.SkippedEntityHandler = _doctype, skip
    try:
        parser.Parse(data[blanks:], True)
    except expat.ExpatError as error:
        raise ReadError(f"broken XML: {error}") from None
    return skipped


def local(name: str) -> str:
    """Return *name* without its space."""
    return name.rpartition("}")[2]


def _doctype(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
    if has_subset:
        raise ReadError("a DOCTYPE with declarations of its own; refused")
