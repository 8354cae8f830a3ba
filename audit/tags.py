"""HTML as a row of tags with their offsets, in linear time whatever the page holds.

The standard parser is quadratic on hostile pages (many `<!--` or `<a ` without an end), and gives
no offsets of attributes. This one knows no tree: what stands between two tags is text.
"""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

RAW: Final = frozenset(
    ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
)
"""Elements whose content holds no tags."""
ATTRIBUTES: Final = 2_000
"""Attributes of one tag that are read; a tag with more is an attack."""


class Tag(NamedTuple):
    """The characters [start, end) of a page between `<` and `>`, both included.

    *name* is in lower case; a comment, a doctype or an instruction has the name `!`.
    """

    name: str
    closing: bool
    start: int
    end: int


class Attribute(NamedTuple):
    """A name in lower case, the value without entities, and the characters [start, end) of it."""

    name: str
    value: str
    start: int
    end: int


_open: Final = re.compile(r"</?+([a-zA-Z][^\s/>]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_start: Final = re.compile(r"<(?:/?+([a-zA-Z])|[!?/])")
_broken: Final = re.compile(r"</?+([a-zA-Z][^\s/>]*+)[^>]*+>")
_attribute: Final = re.compile(
    r"[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+"
)
_ends: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


def tags(page: str) -> Iterator[Tag]:
    """Yield every tag of *page* in its order; raw elements are followed by their end tag at once.

    A comment, a raw element or a tag that never ends reaches to the end of the page.
    """
    pattern, position = _open, 0
    while start := _start.search(page, position):
        found = pattern.match(page, start.start())
        if found is None and start[1]:
            pattern = _broken  # a quotation mark without an end: never look for one again
            found = pattern.match(page, start.start())
            if found is None:
                return  # no `>` is left
        tag = _other(page, start.start()) if found is None else _tag(page, found)
        yield tag
        position = tag.end
        if tag.name in RAW and not tag.closing:
            end = _ends[tag.name].search(page, position)
            position = end.start() if end else len(page)


def attributes(page: str, tag: Tag) -> list[Attribute]:
    """Return the attributes of *tag* in their order, the first of equal names only."""
    found: dict[str, Attribute] = {}
    position = tag.start + 1 + len(tag.name)
    while len(found) < ATTRIBUTES:
        match = _attribute.match(page, position, tag.end - 1)
        if match is None or match.end() == position:
            break
        position = match.end()
        name = match[1].lower()
        if name not in found:
            start, end = match.span(match.lastindex or 1) if match.lastindex != 1 else (0, 0)
            found[name] = Attribute(name, html.unescape(page[start:end]), start, end)
    return list(found.values())


def _tag(page: str, match: re.Match[str]) -> Tag:
    start, end = match.span()
    return Tag(match[1].lower(), page[start + 1] == "/", start, end)


def _other(page: str, start: int) -> Tag:
    """Return the comment, doctype or instruction at *start*."""
    end, after = page.find(">", start + 2), 1
    if page.startswith("<!--", start) and not page.startswith((">", "->"), start + 4):
        end, after = page.find("-->", start + 4), 3
    return Tag("!", False, start, len(page) if end < 0 else end + after)
