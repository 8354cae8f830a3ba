"""The elements of a page, below its main heading, that hold comments, other texts or the margin."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from audit.claims.page import Page

_MOST: Final = 60
"""Elements of a page whose ends are looked for."""
_TAGS: Final = 4_000
"""Tags inside of one among which its end is looked for."""
_OF: Final = r"(?:(?:post|article|entry|page|blog|story|user|reader|wp)[_-]?)?"
_WORD: Final = (
    rf"(?:{_OF}(?:comments?|commentlist|comments?-?(?:area|list|body|section|content|thread|form)|"
    r"kommentare?|commentaires?|comentarios?|commenti|reacties|replies|"
    r"related(?:-?(?:posts?|articles?|stories|content|news|links))?)|disqus_thread|"
    r"recommended|recommendations?|most-?(?:read|popular|viewed)|popular-?posts?|recent-?posts?|"
    r"latest-?(?:posts?|news)|read-?(?:more|also|next)|see-?also|"
    r"more-?(?:stories|news|articles|posts)|up-?next|sidebar|teasers|teaser-?list|upcoming)"
)
_MARGIN = re.compile(
    rf"(?:id|class)=[\"']?(?:[^\"'<>=]{{0,200}}\s)?{_WORD}(?=[\"'\s>]|__)|"
    r"itemtype=[\"']?[^\"'<>\s]{0,60}schema\.org/(?:user)?comments?(?=[\"'\s>])"
)
"""What the tag of such an element says, in small letters."""
_HINTS: Final = (
    *("commen", "coment", "kommentar", "reacties", "replies", "related", "disqus", "recommend"),
    *("most-", "mostread", "mostviewed", "popular", "recent", "latest", "read-", "readmore"),
    *("readalso", "readnext", "see-also", "seealso", "more-", "morestories", "morenews"),
    *("morearticles", "moreposts", "up-next", "upnext", "sidebar", "teaser", "upcoming"),
)
"""One of them stands in every such tag: the cheap look before the dear one."""
_LISTS: Final = frozenset(("h2", "h3", "h4", "h5", "h6", "ul", "ol"))
"""What stands in an `aside` that names other texts, not the author of this one."""
_AUTHOR = re.compile(r"author|autor|auteur|byline|meta\b|article|entry|main")
INLINE: Final = frozenset(("a", "span", "input", "img", "button", "i", "b", "em", "link", "meta"))
"""Elements that hold no text of their own: a link to the comments, a field."""


def margins_of(page: Page) -> list[tuple[int, int]]:
    """Return where such elements begin and end in the markup, those below the main heading.

    Where there is none, one that holds half of the page is a frame, and no margin.
    """
    first = next(page.elements("h1"), None)
    heading = first.at if first else 0
    most = len(page.markup) if first else len(page.markup) // 2
    found: list[tuple[int, int]] = []
    looked = 0
    for number in sorted({*_told(page), *page.opened("aside")}):
        name, _, start, _ = page.tags[number]
        if start <= heading or (found and start < found[-1][1]) or name in INLINE:
            continue
        looked += 1
        if looked > _MOST:
            break
        end = _end(page, number)
        if end - start <= most and not (name == "aside" and _is_of_the_text(page, number, end)):
            found.append((start, end))
    return found


def _told(page: Page) -> Iterator[int]:
    """Yield the tags that say so."""
    for number in page.tags_that_say(_HINTS):
        if _MARGIN.search(page.source(number).lower()):
            yield number


def _is_of_the_text(page: Page, number: int, end: int) -> bool:
    """Tell whether an `aside` says who wrote the text: it names no other."""
    said = page.source(number).lower()
    if _MARGIN.search(said):
        return False
    inside = takewhile(lambda tag: tag[2] < end, page.tags[number : number + _TAGS])
    return _AUTHOR.search(said) is not None or all(tag[0] not in _LISTS for tag in inside)


def _end(page: Page, number: int) -> int:
    """Return where the content of the tag *number* ends; one without an end holds nothing."""
    name, _, start, _ = page.tags[number]
    depth = 0
    for other, closing, at, _ in page.tags[number + 1 : number + _TAGS]:
        if other == name:
            depth += -1 if closing else 1
            if depth < 0:
                return at
    return start
