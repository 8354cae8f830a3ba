"""What the markup of a page or of Markdown calls its title."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from audit.claims.words import fold_title

if TYPE_CHECKING:
    from audit.claims.page import Page
    from audit.claims.parts import Element

MARKDOWN: Final = "text/markdown"
_TOP: Final = 100_000
_LINES: Final = 300
"""Lines of Markdown among which its title is looked for."""
_PARAGRAPH: Final = 120
"""Characters of a line from which on it is a paragraph: a heading below one is of a part."""
_SOON: Final = 3
"""Lines with words from a heading to a lower one that may be the title below the site's name."""
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)", re.DOTALL)
"""A fence around code, and what stands behind it in its line."""
_HTML = re.compile(r" {0,3}</?([a-z][a-z0-9-]*)", re.IGNORECASE)
_DETAILS = re.compile(r"<(/?)details(?=[\s>])", re.IGNORECASE)
_RAW: Final = frozenset(("pre", "script", "style", "textarea"))
_SIGNED = re.compile(r" {0,3}(##?)[ \t]{1,9}(\S.*)", re.DOTALL)
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-{2,})[ \t\r]*")
_NO_TEXT = re.compile(
    r" {4}|\t|\s*(?:$|[-*+][ \t]|[>|]|#{1,6}(?:[ \t]|$)|([-*_])(?:[ \t]*\1){2,}[ \t\r]*$)"
)
"""What no underline makes a heading: code, an item of a list, a quotation, a table, a rule."""
_FURNITURE: Final = frozenset(
    (
        *("contents", "content", "index", "menu", "navigation", "on this page", "toc"),
        *("table of contents", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières"),
        *("índice", "indice"),
    )
)
"""Headings of what leads through a text; what tells editors how to show it has `-*-`."""
_SITE = re.compile(
    r"(?:^|[\s_-])(?:(?:web)?site[_-]?(?:title|name|logo|branding)|logo|navbar-brand)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NAMES: Final = 300
"""Characters of class and id that are looked at."""


def names_site(element: "Element") -> bool:
    """Tell whether class or id of a heading say that it holds the name of the site."""
    return _SITE.search(f"{element.value('class')} {element.value('id')}"[:_NAMES]) is not None


def heading_texts(page: "Page") -> Iterator[str]:
    """Yield what the markup gives as titles of the page: `title`, `og:title`, `h1`, `# …`."""
    if page.document.media_type == MARKDOWN:
        yield from markdown_titles(page.text)
        return
    for element in page.elements("title", "h1", "meta"):
        if element.name == "h1" and names_site(element):
            continue
        if element.name != "meta":
            yield page.plain(element.start, element.end)
        elif element.value("property") == "og:title":
            yield element.value("content")


def markdown_titles(text: str) -> Sequence[str]:
    """Return the lines above all paragraphs of *text* that are its title, as they are written.

    That is its first heading of level one (CommonMark 0.31.2, 4.2 and 4.3), with one of level two
    that follows soon: the first may name the site. Without one it is a heading of level two with
    which the text begins.
    """
    found = list(_headings(text))
    for number, (seen, level, line) in enumerate(found):
        if level == 1:
            below = found[number + 1 : number + 2]
            return [line, *(low for at, rank, low in below if rank > 1 and at - seen <= _SOON)]
    return [line for seen, _, line in found[:1] if not seen]


def _headings(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield how many lines with words stand above each heading at the top, its level, its line."""
    above, seen = "", 0
    for line in _shown(text):
        signed, underline = _SIGNED.match(line), _UNDERLINE.fullmatch(line)
        if signed and not _is_furniture(signed[2]):
            yield seen, len(signed[1]), line
        elif underline and above and not _is_furniture(above):
            if underline[1] or not any(map(str.isdigit, above)):
                yield seen - 1, 1 if underline[1] else 2, above
        elif len(line) >= _PARAGRAPH and not signed:
            return
        above = "" if _NO_TEXT.match(line) else line
        seen += bool(line.strip())


def _shown(text: str) -> Iterator[str]:
    """Yield the lines at the top of *text*; of code, HTML and what it folds away empty ones."""
    folded = 0
    for line, is_code, is_html in _lines(text):
        hidden = is_code or is_html or folded > 0
        if is_html or (folded and not is_code):
            marks = _DETAILS.findall(line)
            folded = max(0, folded + len(marks) - 2 * marks.count("/"))
        yield "" if hidden or folded else line


def _lines(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the lines at the top of *text*, and whether they are code or a block of HTML."""
    fence = raw = ""
    inside = False
    for line in text[:_TOP].split("\n", _LINES)[:_LINES]:
        was = fence
        fence = _fence(line, fence)
        opened = None if fence or was or raw else _HTML.match(line)
        if opened:
            inside = True
            raw = opened[1].lower() if opened[1].lower() in _RAW else ""
        is_html = inside
        if raw:
            raw = "" if f"</{raw}" in line.lower() else raw
            inside = bool(raw)
        elif inside and not line.strip():
            inside = False
        yield line, bool(fence or was), is_html


def _is_furniture(heading: str) -> bool:
    return "-*-" in heading or fold_title(heading.strip("#*_: \t\r")) in _FURNITURE


def _fence(line: str, fence: str) -> str:
    """Return the mark of the fenced code in which the text is after *line*; none: nothing."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) and not found[2].strip() else fence
