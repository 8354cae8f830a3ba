"""Tags and references of HTML within Markdown, and what they show."""

import html
import re
from typing import Final, NamedTuple

_THROUGH: Final = (
    "a|abbr|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|picture|q|rp|rt|ruby|s|samp|"
    "small|source|span|strike|strong|sub|sup|tt|u|var|wbr"
)
"""Tags through which words go, and pictures."""
_PARTING: Final = (
    "article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|"
    "iframe|li|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
"""Tags that part the words before them from those behind; other names in angles are words.

`details` and `pre` stay, because what they hold is folded away, or shown sign by sign.
"""
_REST: Final = (
    r"(?:(?>(?:=\s{0,9}(?:\"[^\"<]{0,2000}\"|'[^'<]{0,2000}')|[^<>]){0,2000})>|[^<>]{0,2000}>)"
)
"""What follows the name of a tag; values in quotation marks may hold the sign that ends it."""
HTML: Final = (
    r"(?P<comment><!--)|"
    rf"(?P<raw><(?i:script|style)(?=[\s>]){_REST})"
    rf"|(?P<tag></?(?i:{_THROUGH}|{_PARTING})(?=[\s/>]){_REST})"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
"""What begins a comment, a program or a style, of which nothing is seen; tags; references."""
_name: Final = re.compile(r"</?([a-z]+[1-6]?)", re.IGNORECASE)
_closings: Final = {
    "<!--": re.compile("-->"),
    "<script": re.compile(r"</script\s*>", re.IGNORECASE),
    "<style": re.compile(r"</style\s*>", re.IGNORECASE),
}
_through: Final = re.compile(_THROUGH)
_heading: Final = re.compile(r"<h([1-6])", re.IGNORECASE)
_nothing: Final = re.compile(rf"(?:\s|</?(?i:{_THROUGH})(?=[\s/>]){_REST}){{0,200}}")
_margin: Final = re.compile(r"(?:^|(?<=[\r\n]))[ \t]{1,40}\Z")
_MARGIN: Final = 40


class Gap(NamedTuple):
    """Characters [start, end) of the file that show something else, or nothing."""

    start: int
    end: int
    shown: str = ""


def html_gap(markup: str, found: re.Match[str]) -> Gap | None:
    """Return what a match of `HTML` shows; None where it shows itself."""
    if found["comment"] or found["raw"]:
        return Gap(found.start(), Hidden(markup).end(found))
    if found["tag"]:
        return _tag_gap(markup, found)
    shown = html.unescape(found[0])
    return Gap(*found.span(), shown) if shown != found[0] else None


class Hidden:
    """The comments, programs and styles of a text."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._endless: set[str] = set()

    def end(self, found: re.Match[str]) -> int:
        """Return where what *found* begins ends; behind its first tag where it never does."""
        kind = next(kind for kind in _closings if found[0].lower().startswith(kind))
        search = _closings[kind].search
        closing = None if kind in self._endless else search(self._markup, found.end())
        if closing is None:
            self._endless.add(kind)
            return found.end()
        return closing.end()


def _tag_gap(markup: str, found: re.Match[str]) -> Gap:
    """Return what a tag shows: the end of a line, a blank, the sign of a heading, or nothing."""
    start, end = found.span()
    if level := _heading.match(found[0]):
        return _heading_gap(markup, start, end, int(level[1]))
    name = _name.match(found[0])
    tag = name[1].lower() if name else ""
    around = markup[max(start - 1, 0) : start] + markup[end : end + 1]
    if len(around.strip()) < len("ab") or (tag != "br" and _through.fullmatch(tag)):
        return Gap(start, end)
    return Gap(start, end, " " if tag in ("br", "td", "th") else "\n")


def _heading_gap(markup: str, start: int, end: int, level: int) -> Gap:
    """Return the gap up to the first word of a heading, which is shown as one of Markdown."""
    nothing = _nothing.match(markup, end)
    end = nothing.end() if nothing else end
    if markup.startswith("</", end):
        return Gap(start, end)
    margin = _margin.search(markup[max(0, start - _MARGIN) : start])
    start -= len(margin[0]) if margin else 0
    is_begun = start > 0 and markup[start - 1] not in "\r\n"
    return Gap(start, end, "\n" * is_begun + "#" * level + " ")
