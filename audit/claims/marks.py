"""The elements of a page whose class, id or microdata tells what they hold."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from audit.claims.margins import INLINE, margins_of
from audit.claims.page import Page
from audit.claims.parts import Element

_MARKS: Final = 400
"""Elements with a telling name that are looked at in one page."""
_AUTHORS: Final = (
    "author",
    "autor",
    "byline",
    "auteur",
    "writer",
    "contributor",
    "verfasser",
    "redakteur",
)
"""One of them stands in all that the pattern of authors finds."""
CHANGED: Final = ("lastmod", "last-mod", "last_mod", "lastupdat", "last-updat", "last_updat")
"""How elements are named that hold the day of the last change, most often at the foot."""
_TELLING: Final = (
    *_AUTHORS,
    *("itemprop", "publish", "publica", "date", "datum", "fecha", "headline"),
    *("entry-title", "post-title", "article-title", "page-title", "posted", "timestamp"),
    *("submitted", "created", *CHANGED),
)
"""Words of tags that may say something."""
_AUTHOR = re.compile(
    rf"(?:^|[\s_-])(?:{'|'.join(_AUTHORS)})s?(?:$|[\s_-]|name|info|link)|authorname|byline"
)
_DAYS: Final = ("dat", "fecha", "pub", "post", "time", "creat", "entry", "article", "submitted")
"""One of them stands in all that the pattern of dates finds."""
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|pubdate|published|posted|timestamp|datetime|created|publish)"
    r"(?:$|[\s_-]|d)|(?:post|entry|publi\w{0,8}|article|pub|submitted)[_-]?(?:date|time|on)",
)
_COMMENT: Final = r"comment(?:list\b|s[\"']|s?-(?:area|list|body|meta|author|content))"
_MAY_REMARK = re.compile(_COMMENT)
_REMARKS = re.compile(rf"(?:id|class)=[\"'][^\"'<>]{{0,80}}\b{_COMMENT}")
"""An element in which the comments of readers stand, in lower case."""
_ITEMS: Final = INLINE | {"li"}
"""Elements that lead to the comments, or count them."""
DATES: Final = {"datepublished": "issued", "datemodified": "modified", "datecreated": "created"}
"""What microdata calls a date, and of what it is the date."""


class Mark(Struct, frozen=True, kw_only=True):
    """An element with a telling name, and whether the main heading stands before it."""

    element: Element
    names: str
    """Its class, its name and what microdata and links call it, in small letters."""
    prop: str
    """What microdata calls it, in small letters; empty: nothing."""
    after_heading: bool
    remark: bool
    """Whether it stands among the comments of readers, or after them."""
    among_remarks: bool
    """Whether it does, where a link or an item of a list that leads to them opens none."""
    aside: bool
    """Whether it stands in an element for comments, for other texts or for the margin."""

    def says(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of *words* stands in its names."""
        return any(map(self.names.__contains__, words))

    @property
    def is_author(self) -> bool:
        """Whether microdata or a link calls the element the author."""
        return self.prop == "author" or "author" in self.element.value("rel").lower().split()

    @property
    def names_author(self) -> bool:
        """Whether microdata, a link or one of its names calls it the author."""
        return self.is_author or (self.says(_AUTHORS) and _AUTHOR.search(self.names) is not None)

    @property
    def is_stamp(self) -> bool:
        """Whether the element says that it holds a date."""
        if self.element.name == "time" or self.prop in DATES:
            return True
        if self.says(CHANGED):
            return True
        return self.says(_DAYS) and _DATE.search(self.names) is not None


def marks(page: Page) -> Iterator[Mark]:
    """Yield the elements with a telling name, and the headings and times, in their order."""
    first = next(page.elements("h1"), None)
    heading = first.at if first else len(page.markup)
    maybe = page.tags_that_match(_MAY_REMARK)
    end = _remarks(page, maybe, heading, frozenset())
    opened = _remarks(page, maybe, heading, _ITEMS)
    margins = margins_of(page)
    telling = page.tags_that_say(_TELLING)[:_MARKS]
    for number in sorted({*telling, *page.opened("h1", "time")[:_MARKS]}):
        element = page.element(number)
        value, prop = element.value, element.value("itemprop")
        words = f"{value('class')} {value('id')} {prop} {value('rel')}"
        yield Mark(
            element=element,
            names=words[:300].lower(),
            prop=prop.lower(),
            after_heading=element.at >= heading,
            remark=element.at > end,
            among_remarks=element.at > opened,
            aside=any(start < element.at < stop for start, stop in margins),
        )


def _remarks(page: Page, maybe: Sequence[int], heading: int, passed: frozenset[str]) -> int:
    """Return where the comments of readers begin, below *heading*; the end where there are none.

    One of the tags *maybe* opens them, none that is called as one of those *passed* over.
    """
    for number in maybe:
        name, _, start, _ = page.tags[number]
        if start > heading and name not in passed and _REMARKS.search(page.source(number).lower()):
            return start
    return len(page.markup)
