"""The headings of Markdown: which of them is the title, and which names the site of a capture."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from audit.claims.homepages import is_home_page
from audit.claims.words import fold_title

MARKDOWN: Final = "text/markdown"
_TOP: Final = 100_000
_LINES: Final = 900
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
_HOME = re.compile(
    r"^ {0,3}#{1,3}[ \t]{1,9}\[(?P<words>[^][]{1,300})\]\(\s{0,9}<?"
    r"(?:https?://web\.archive\.org/web/\w{1,20}/)?(?:https?://[^\s/()<>]{1,200})?"
    r"/?(?:(?:index|home)\.\w{2,5})?>?(?:\s{1,9}\"[^\"]{0,300}\")?\s{0,9}\)[ \t#]{0,20}\r?$",
    re.MULTILINE,
)
"""A heading that leads to the first page of a site as a whole."""
_SEVERAL: Final = 3
"""Headings of level one above all paragraphs that no one text has; the menus of a page have."""
_RULED: Final = 8
"""Signs of a line that rules the first one off from the text, though blank lines are between."""
_MENU: Final = 8
"""Lines with words above the first heading from which on they are the menus of a page."""
_POINT = re.compile(r"\s{0,20}[-*+][ \t]{1,9}(?P<words>\S.{0,60})")
_MENU_WORD = re.compile(r"\s{0,20}(?:menu|menü|menú|navigation)\b", re.IGNORECASE)
_LEVEL = re.compile(r"(#{1,6})[ \t]")
_BLOCKS = re.compile(r"(?:(?:#{1,6}|[-*+>])[ \t]{1,20}){1,9}(?=\S)")
"""What makes a line a heading, an item of a list or a quotation."""
_CLOSED = re.compile(r"[ \t]{1,20}#{1,20}[ \t]{0,20}\Z")


class Heading(NamedTuple):
    """A heading at the top of a text."""

    above: int
    """Lines with words that stand above it."""
    level: int
    line: str
    is_below_text: bool = False
    """Whether a paragraph stands above it."""
    menus: int = 0
    """Lines above it that open a menu, or lead to the first page of a site."""


def level_of(line: str) -> int:
    """Return the level of the heading that *line* is by the signs before it; of no heading: 0."""
    signed = _LEVEL.match(line) if line.startswith("#") else None
    return len(signed[1]) if signed else 0


def words_in(line: str) -> tuple[int, int]:
    """Return where the words of *line* begin and end, without the signs of what kind it is."""
    blocks = _BLOCKS.match(line)
    if blocks is None:
        return 0, len(line)
    closed = _CLOSED.search(line, blocks.end()) if line[0] == "#" else None
    return blocks.end(), closed.start() if closed else len(line)


def home_names(markup: str) -> frozenset[str]:
    """Return the folded words of headings that lead to the first page of a site: it is named so."""
    if "](" not in markup[:_TOP]:
        return frozenset()
    found = [home["words"].strip() for home in _HOME.finditer(markup, 0, _TOP)]
    lines = [words.partition("\n")[0] for words in found]  # some programs break headings
    return frozenset(fold_title(words.strip("*_ \r")) for words in (*found, *lines)) - {""}


def markdown_titles(text: str, sites: AbstractSet[str] = frozenset()) -> Sequence[str]:
    """Return the lines at the top of *text* that are its title, as they are written.

    Above all paragraphs that is its first heading of level one (CommonMark 0.31.2, 4.2 and 4.3),
    with one of level two that follows soon: the first may name the site. Without one it is a
    heading of level two with which the text begins. In a page that was captured with its menus all
    of the highest level may be it, but for those that name one of the folded *sites*.
    """
    found = list(_headings(text))
    named = [not sites.isdisjoint({_words(item.line)}) for item in found]
    left = [item for item, is_site in zip(found, named, strict=True) if not is_site]
    first = [item for item in left if item.level == 1]
    is_page = first and (left[0].above >= _MENU or _above_text(first) >= _SEVERAL)
    if any(named) or is_page:
        return [item.line for item in first or left]
    return _written([item for item in found if not item.is_below_text])


def _above_text(found: Sequence[Heading]) -> int:
    return sum(not item.is_below_text for item in found)


def _written(found: Sequence[Heading]) -> Sequence[str]:
    """Return the lines that are the title of a text that somebody wrote as it stands."""
    for number, (seen, level, line, _, menus) in enumerate(found):
        if level == 1:
            below = found[number + 1 :]
            soon = [low for low in below[:1] if low.level > 1 and low.above - seen <= _SOON]
            apart = [other for other in below if other.level == 1 and other.menus > menus]
            return [line, *(each.line for each in apart[:1] or soon)]
    return [item.line for item in found[:1] if not item.above]


def _words(line: str) -> str:
    return fold_title(line.strip("#*_ \t\r"))


def fenced(text: str) -> Callable[[int], bool] | None:
    """Return what tells whether a place at the top of *text* is in fenced code.

    None where nothing is, and where there are no words but those in it.
    """
    ends, inside, at, is_said = list[int](), False, 0, False
    for line, is_code, _ in _lines(text) if "```" in text or "~~~" in text else ():
        if is_code is not inside:
            ends.append(at)
            inside = is_code
        is_said |= not is_code and any(map(str.isalnum, line))
        at += len(line) + 1
    return (lambda place: bisect_right(ends, place) % 2 == 1) if ends and is_said else None


def _headings(text: str) -> Iterator[Heading]:
    """Yield the headings at the top of *text* that are of level one or two, in their order."""
    first, above, seen, is_below = "", "", 0, False
    menus = 0
    for line in _shown(text):
        signed, underline = _SIGNED.match(line), _UNDERLINE.fullmatch(line)
        menus += _is_menu(line)
        if signed and not _is_furniture(signed[2]):
            yield Heading(seen, len(signed[1]), line, is_below, menus)
        elif underline and _may_be_underlined(above, by=underline[1] or "-"):
            yield Heading(seen - 1, 1 if underline[1] else 2, above, is_below, menus)
        elif underline and seen == 1 and len(underline[1] or "") >= _RULED:
            yield Heading(0, 1, first, is_below)
        is_below |= len(line) >= _PARAGRAPH and not signed
        above = "" if _NO_TEXT.match(line) else line
        first = first or above
        seen += bool(line.strip())


def _is_menu(line: str) -> bool:
    """Tell whether *line* opens a menu, or is a point of one that leads to a site's first page."""
    point = _POINT.fullmatch(line)
    return is_home_page(point["words"].rstrip()) if point else _MENU_WORD.match(line) is not None


def _may_be_underlined(line: str, by: str) -> bool:
    """Tell whether what stands below *line* makes it a heading; a day is ruled off by dashes."""
    if not line or _is_furniture(line):
        return False
    return by[0] == "=" or not any(map(str.isdigit, line))


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
