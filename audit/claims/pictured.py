"""What is said of pictures in Markdown: below them, beside them, in a section of credits."""

import re
from collections.abc import Iterator
from typing import Final

from audit.claims.rights import years
from audit.claims.rights.subjects import CREDITS, SELF
from audit.model import Span

_PARAGRAPH: Final = re.compile(r"[^\s][^\n]*(?:\n(?![ \t]*\r?$)[^\n]*){0,60}", re.MULTILINE)
_LONGEST: Final = 300
"""Characters of what is said of a picture, without its addresses."""
_TARGET: Final = r"\((?>(?:[^()\s]{1,99}+|\([^()\s]{0,99}\)){0,99})(?:\s[^()]{0,300})?\)"
_PICTURE: Final = re.compile(
    rf"!\[[^][]{{0,300}}\](?:{_TARGET}|\[[^][]{{0,200}}\])?|<img\s[^<>]{{0,2000}}>", re.IGNORECASE
)
_ADDRESS: Final = re.compile(rf"\](?:{_TARGET}|\[[^][]{{0,200}}\])|<[^<>]{{0,2000}}>")
_SIGN: Final = re.compile(
    r"badge|shields\.io|licensebuttons|creativecommons|rightsstatements|licen[sc]e|lizenz",
    re.IGNORECASE,
)
"""What the picture of a licence or of the state of a program has in its address or its words."""
_FIGURE: Final = re.compile(r"<(?P<end>/)?figure[\s>]", re.IGNORECASE)
_HEADING: Final = re.compile(r"^(?P<signs>#{1,6})[ \t]+(?P<words>\S[^\n]{0,80})", re.MULTILINE)
_BLOCK: Final = re.compile(r"#{1,6}\s|[|>]|```|~~~|={3,}|-{3,}")
"""How a paragraph begins that is no caption."""


def pictured(markup: str) -> Iterator[Span]:
    """Yield where *markup* speaks of its pictures, not of itself."""
    yield from _figures(markup)
    yield from _credits(markup)
    if "![" in markup or "<img" in markup.lower():
        yield from _beside(markup)


def _figures(markup: str) -> Iterator[Span]:
    """Yield the outermost elements of pictures that are ended."""
    start = -1
    for found in _FIGURE.finditer(markup):
        if found["end"] and start >= 0:
            yield Span(start=start, end=found.end())
            start = -1
        elif not found["end"] and start < 0:
            start = found.start()


def _beside(markup: str) -> Iterator[Span]:
    """Yield the words around a picture, or the paragraph below one that stands alone."""
    is_below = False
    for found in _PARAGRAPH.finditer(markup):
        text = found[0]
        pictures = _PICTURE.findall(text)
        words = _ADDRESS.sub("", _PICTURE.sub("", text))
        has_words = any(map(str.isalnum, words))
        is_short = has_words and len(words) <= _LONGEST and not _BLOCK.match(text)
        is_beside = bool(pictures) and not _SIGN.search(text)
        is_said = is_short and SELF.search(words) is None
        if is_said and (is_beside or (is_below and not pictures and years(words) is None)):
            yield Span(start=found.start(), end=found.end())
        is_below = is_beside and not has_words


def _credits(markup: str) -> Iterator[Span]:
    """Yield the sections that are called as those of credits of pictures are."""
    start, level = 0, 0
    for found in _HEADING.finditer(markup):
        if level and len(found["signs"]) <= level:
            yield Span(start=start, end=found.start())
            level = 0
        if not level and CREDITS.fullmatch(found["words"].strip("#*_: \t\r")):
            start, level = found.end(), len(found["signs"])
    if level:
        yield Span(start=start, end=len(markup))
