"""HTML as a row of tags with their offsets, in linear time whatever the page holds.

The standard parser is quadratic on hostile pages (many `<!--` or `<a ` without an end), and gives
no offsets of attributes. This one knows no tree: what stands between two tags is text.
"""

import html
import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from msgspec import Struct

from audit.model import Tag, TagRow

__all__ = [
    "ATTRIBUTES",
    "RAW",
    "Attribute",
    "Tag",
    "attributes",
    "is_xml",
    "scan",
    "tags",
    "unescaped",
]

RAW: Final = frozenset(
    ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
)
"""Elements whose content holds no tags."""
ATTRIBUTES: Final = 2_000
"""Attributes of one tag that are read; a tag with more is an attack."""


class Attribute(Struct, frozen=True):
    """A name in lower case, the value without entities, and the characters [start, end) of it."""

    # A struct, because a page has a hundred: a tuple with names takes four times as long.
    name: str
    value: str
    start: int
    end: int


_name: Final = r"[a-zA-Z][^\s/>]*+"
_CLOSING: Final = 1
_BLANKS: Final = 1_000
"""Blanks before the declaration of a page that is XML, and more."""
_UNENDED: Final = 3


def _tags_with(rest: str) -> re.Pattern[str]:
    """Match an end tag, a start tag (their names are groups 1, 2), one without an end, or `<!`."""
    end = rf"(?:>|{rest}>)"  # most tags end right behind their names
    return re.compile(rf"<(?:/({_name}){end}|({_name}){end}|(/?+[a-zA-Z])|[!?/])")


_tag: Final = _tags_with(r"[^>=]*+(?>(?:=\s*+(?>\"[^\"]*+\"|'[^']*+'|)[^>=]*+)*)")
_broken: Final = _tags_with(r"[^>]*+")
_attribute: Final = re.compile(
    r"[\s/]*+([^\s/>=][^\s/>=]*+)(?>\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+))|)"
)
_numeral: Final = re.compile("&#0*+([0-9]*+)")
_ends: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
_PASSED: Final = RAW | {"!"}
"""Tags after which the next one is not looked for at once."""


def tags(page: str) -> Iterator[Tag]:
    """Yield every tag of *page* in its order; raw elements are followed by their end tag at once.

    A comment, a raw element or a tag that never ends reaches to the end of the page.
    """
    return map(partial(tuple.__new__, Tag), scan(page))  # half the time of calling Tag


def scan(page: str) -> Iterator[TagRow]:
    """Yield the fields of every tag of *page*, as `tags` does."""
    pattern, position = _tag, 0
    ending = _Ending(page)
    while True:
        for found in pattern.finditer(page, position):
            start, end = found.span()
            kind = found.lastindex
            if kind == _CLOSING:
                yield found[_CLOSING].lower(), True, start, end
                continue
            if kind == _UNENDED:  # a quotation mark never ends; the second time, no `>` is left
                position = start if pattern is _tag else len(page)
                pattern = _broken
                break
            name = found[kind].lower() if kind else "!"
            end = end if kind else _comment_end(page, start)
            yield name, False, start, end
            if name in _PASSED:
                if ending.closes(name, end):
                    yield name, True, end, end
                    continue
                position = _content_end(page, name, end)
                break
        else:
            return


def _content_end(page: str, name: str, start: int) -> int:
    """Return the end of what is no markup after a tag called *name*, which ends at *start*."""
    if name == "!":
        return start
    end = _ends[name].search(page, start)
    return end.start() if end else len(page)


class _Ending:
    """Which tags of *page* end themselves: in XML, and where no end tag follows."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._is_xml = is_xml(page)
        self._absent: set[str] = set()

    def closes(self, name: str, end: int) -> bool:
        """Tell whether a tag called *name* that ends at *end* does."""
        if self._page[end - 2] != "/" or name == "!":
            return False
        if name == "title" or self._is_xml or name in self._absent:
            return True
        if _ends[name].search(self._page, end):
            return False
        self._absent.add(name)
        return True


def is_xml(page: str) -> bool:
    """Tell whether *page* says that it is XML."""
    return page.startswith("<?xml") or page[:_BLANKS].lstrip().startswith("<?xml")


def attributes(page: str, tag: TagRow) -> dict[str, Attribute]:
    """Return the attributes of *tag* by name, in their order, the first of equal names only."""
    found: dict[str, Attribute] = {}
    name, _, at, last = tag
    match = _attribute.match(page, at + 1 + len(name), last - 1)
    while match and len(found) < ATTRIBUTES:
        name, group = match[1].lower(), match.lastindex or 1
        if name not in found:
            start, end = match.span(group) if group > 1 else (0, 0)
            value = page[start:end]
            value = unescaped(value) if "&" in value else value
            found[name] = Attribute(name, value, start, end)
        match = _attribute.match(page, match.end(), last - 1)
    return found


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
