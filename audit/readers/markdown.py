"""Markdown: the body as it is read, without front matter, targets of links, marks and comments."""

import re
from collections.abc import Iterator
from typing import Final, final

from audit.claims.headed import is_front_matter
from audit.model import Chunk, Document, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.bounds.code import code_in
from audit.readers.bounds.inline import unseen
from audit.readers.decode import decode

_opening: Final = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_closing: Final = {
    "---": re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "+++": re.compile(r"(?:\r\n|\r|\n)\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_toml: Final = re.compile(r"(?>(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*)[ \t]*(?:[\w.\"'-]{1,80}[ \t]*=|\[)")
_longest: Final = 100_000


@final
class Markdown(Reader):
    """Read Markdown; front matter stays in the markup, where extractors find it."""

    id = "markdown"
    media_types = ("text/markdown",)
    linear = True

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its body; raise ReadError over a limit."""
        decoded = decode(data)
        text, chunks = _body(decoded.text)
        check_text(text, limits)
        return Document(
            source=source,
            media_type="text/markdown",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=decoded.text,
            chunks=chunks,
            remarks=decoded.remarks,
        )


def _below_head(markup: str) -> int:
    """Return where the body begins: behind the YAML or TOML between two lines, if it has that."""
    opening = _opening.match(markup)
    if opening is None:
        return 0
    start = opening.end()
    closing = _closing[opening[1]].search(markup, start - 1, start + _longest)
    if closing is None:
        return 0
    block = markup[start : closing.start()]
    if not (_toml.match(block) if opening[1] == "+++" else is_front_matter(block)):
        return 0
    return closing.end()


def _body(markup: str) -> tuple[str, tuple[Chunk, ...]]:
    parts: list[str] = []
    chunks: list[Chunk] = []
    length = 0
    for piece, source in _pieces(markup, _below_head(markup)):
        parts.append(piece)
        chunks.append(Chunk(start=length, source=source))
        length += len(piece)
    return "".join(parts), tuple(chunks)


def _pieces(markup: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield what is shown of the body, and where it stands; code shows everything."""
    for gap in unseen(markup, start, code_in(markup, start)):
        if gap.start > start:
            yield markup[start : gap.start], start
        if gap.shown:
            yield gap.shown, gap.start
        start = gap.end
    if start < len(markup):
        yield markup[start:], start
