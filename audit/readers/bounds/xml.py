"""XML within bounds: no declared entities, nothing fetched, a limit of depth."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
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

    A DOCTYPE that declares anything itself is refused: entities grow without end.
    """
    parser = expat.ParserCreate(encoding or None, namespace_separator="}")
    depth = skipped = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.depth:
            raise ReadError(f"elements nested deeper than {limits.depth}")
        handler.start(name, attributes, parser.CurrentByteIndex)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name, parser.CurrentByteIndex)

    def skip(_name: str, _is_parameter: bool) -> None:
        nonlocal skipped
        skipped += 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: handler.text(text, parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = _doctype
    parser.SkippedEntityHandler = skip
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadError(f"broken XML: {error}") from None
    return skipped


def local(name: str) -> str:
    """Return *name* without its space."""
    return name.rpartition("}")[2]


def _doctype(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
    if has_subset:
        raise ReadError("a DOCTYPE with declarations of its own; refused")
