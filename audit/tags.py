"""HTML as a row of tags with their offsets, in linear time whatever the page holds.

The standard parser is quadratic on hostile pages (many `<!--` or `<a ` without an end), and gives
no offsets of attributes. This one knows no tree: what stands between two tags is text.
"""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from audit.model import Tag

__all__ = ["ATTRIBUTES", "RAW", "Attribute", "Tag", "attributes", "tags", "unescaped"]

RAW: Final = frozenset(
    ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
)
"""Elements whose content holds no tags."""
ATTRIBUTES: Final = 2_000
"""Attributes of one tag that are read; a tag with more is an attack."""


class Attribute(NamedTuple):
    """A name in lower case, the value without entities, and the characters [start, end) of it."""

    name: str
    value: str
    start: int
    end: int


_tag: Final = re.compile(
    r"<(?:(/?+)([a-zA-Z][^\s/>]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+(>)?+|[!?/])"
)
_broken: Final = re.compile(r"<(?:(/?+)([a-zA-Z][^\s/>]*+)[^>]*+(>)?+|[!?/])")
_attribute: Final = re.compile(
    r"[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+"
)
_numeral: Final = re.compile("&#0*+([0-9]*+)")
_ends: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


def tags(page: str) -> Iterator[Tag]:
    """Yield every tag of *page* in its order; raw elements are followed by their end tag at once.

    A comment, a raw element or a tag that never ends reaches to the end of the page.
    """
    pattern, position = _tag, 0
    while found := pattern.search(page, position):
        closing, name, whole = found.groups()
        start, position = found.span()
        if name is None:
            position = _comment_end(page, start)
            yield Tag("!", False, start, position)
        elif whole:
            name = name.lower()
            yield Tag(name, closing == "/", start, position)
            if name in RAW and not closing and not (name == "title" and page[position - 2] == "/"):
                end = _ends[name].search(page, position)
                position = end.start() if end else len(page)
        elif pattern is _broken:
            return  # no `>` is left
        else:
            pattern, position = _broken, start  # a quotation mark that never ends


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
            found[name] = Attribute(name, unescaped(page[start:end]), start, end)
    return list(found.values())


def unescaped(text: str) -> str:
    """Return *text* with its character references decoded, however many digits they have."""
    try:
        return html.unescape(text)
    except ValueError:  # a number of over 4300 digits, most often zeros
        return html.unescape(_numeral.sub(lambda found: f"&#{found[1][:9]:0>1}", text))


def _comment_end(page: str, start: int) -> int:
    """Return the end of the comment, doctype or instruction at *start*."""
    end, after = page.find(">", start + 2), 1
    if page.startswith("<!--", start) and not page.startswith((">", "->"), start + 4):
        end, after = page.find("-->", start + 4), 3
    return len(page) if end < 0 else end + after
