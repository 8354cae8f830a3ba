"""What the markup of a page or of Markdown calls its title."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audit.claims.page import Page

_TOP: Final = 100_000
_LINES: Final = 300
"""Lines of Markdown among which its title is looked for."""
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)", re.DOTALL)
"""A fence around code, and what stands behind it in its line."""
_SIGNED = re.compile(r" {0,3}#[ \t]{1,9}\S")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t\r]*")
_NO_TEXT = re.compile(
    r" {4}|\t|\s*(?:$|[-*+][ \t]|[>|]|#{1,6}(?:[ \t]|$)|([-*_])(?:[ \t]*\1){2,}[ \t\r]*$)"
)
"""What no underline makes a heading: code, an item of a list, a quotation, a table, a rule."""


def heading_texts(page: "Page") -> Iterator[str]:
    """Yield what the markup gives as titles of the page: `title`, `og:title`, `h1`, `# …`."""
    if page.document.media_type == "text/markdown":
        yield from markdown_title(page.text)
        return
    for element in page.elements("title", "h1", "meta"):
        if element.name != "meta":
            yield page.plain(element.start, element.end)
        elif element.value("property") == "og:title":
            yield element.value("content")


def markdown_title(text: str) -> Sequence[str]:
    """Return the line at the top of *text* that is its first heading of level one, as written.

    Without one, a text that begins with a heading of level two has that (CommonMark 0.31.2, 4.2
    and 4.3).
    """
    second: list[str] = []
    fence, above, seen = "", "", 0
    for line in text[:_TOP].split("\n", _LINES)[:_LINES]:
        fence, was = _fence(line, fence), fence
        if not (fence or was):
            is_underline = above and _UNDERLINE.fullmatch(line)
            if _SIGNED.match(line) or (is_underline and "=" in line):
                return [above if is_underline else line]
            if is_underline and seen == 1:
                second.append(above)
            if not seen and line.startswith("## "):
                second.append(line)
        above = "" if fence or was or _NO_TEXT.match(line) else line
        seen += bool(line.strip())
    return second


def _fence(line: str, fence: str) -> str:
    """Return the mark of the fenced code in which the text is after *line*; none: nothing."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) and not found[2].strip() else fence
