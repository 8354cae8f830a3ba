"""The body of an HTML page: headings, time elements, and what classes and microdata name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, final

from audit.calendars import FoundDate, find_dates, parse_date
from audit.claims.page import Page, page_of
from audit.claims.parts import Element, Place, Worth
from audit.claims.people import Form, names
from audit.claims.words import MODIFIED, squeeze
from audit.extractors import Extractor
from audit.model import Claim, Document
from audit.tags import Attribute

MARKS: Final = 400
"""Elements with a telling name that are looked at in one page."""
_TELLING: Final = (
    *("author", "autor", "auteur", "byline", "itemprop", "writer", "contributor", "verfasser"),
    *("redakteur", "publish", "publica", "date", "datum", "fecha", "headline"),
    *("entry-title", "post-title", "article-title", "page-title", "posted", "timestamp"),
    *("submitted", "created"),
)
"""Words of tags that may say something."""
_COMMENT: Final = ("comment",)
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|autor|byline|auteur|writer|contributor|verfasser|redakteur)s?"
    r"(?:$|[\s_-]|name|info|link)|authorname|byline",
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|pubdate|published|posted|timestamp|datetime|created|publish)"
    r"(?:$|[\s_-]|d)|(?:post|entry|publi\w{0,8}|article|pub|submitted)[_-]?(?:date|time|on)",
)
_TITLE = re.compile(r"entry-title|headline|post-?title|article-?title|page-?title")
_LATE = re.compile(
    r"comment|kommentar|related|widget|sidebar|footer|teaser|archive|cookie|upcoming"
)
_REMARKS = re.compile(
    r"(?:id|class)=[\"'][^\"'<>]{0,80}\bcomment(?:list\b|s[\"']|s?-(?:area|list|body|meta|author|content))"
)
"""An element in which the comments of readers stand, in lower case."""
_BIO = re.compile(r"bio|avatar|image|img|box|description|social|about|icon|photo")
_DATES: Final = {"datepublished": "issued", "datemodified": "modified", "datecreated": "created"}
_ITEMS: Final = 3
"""Dates in elements of one name that are a list, where they stand evenly."""
_SEVERAL: Final = 6
_IN_LIST: Final = Worth(confidence=0.25, reason="a date of a list")
_NAME_LENGTH: Final = 90
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An element with a telling name, and whether the main heading stands before it."""

    element: Element
    names: str
    after_heading: bool
    remark: bool
    """Whether it stands among the comments of readers, or after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """A date that an element holds, and of what it is the date."""

    mark: Mark
    property: str
    prop: str
    """What microdata calls it; empty: nothing."""
    date: FoundDate
    place: Place


@final
class HtmlMarks(Extractor):
    """What the body of the page names by its elements, classes and microdata."""

    id = "html-marks"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the claims of the body in its order."""
        page = page_of(document)
        if not page.is_html:
            return
        stamped: list[Stamped] = []
        for mark in _marks(page):
            yield from _titles(page, mark)
            yield from _people(page, mark)
            found = _stamped(page, mark)
            if found is not None:
                stamped.append(found)
        yield from _dates(page, stamped)


def _marks(page: Page) -> Iterator[Mark]:
    first = next(page.elements("h1"), None)
    heading = first.tag.start if first else len(page.markup)
    end = _remarks(page, heading)
    telling = page.tags_that_say(_TELLING)[:MARKS]
    for number in sorted({*telling, *page.opened("h1", "time")[:MARKS]}):
        element = page.element(number)
        words = " ".join([element.value(key) for key in ("class", "id", "itemprop", "rel")])
        after = element.tag.start >= heading
        remark = element.tag.start > end
        yield Mark(element=element, names=words[:300].lower(), after_heading=after, remark=remark)


def _remarks(page: Page, heading: int) -> int:
    """Return where the comments of readers begin, below *heading*; the end where there are none."""
    for number in page.tags_that_say(_COMMENT):
        _, _, start, _ = page.tags[number]
        if start > heading and _REMARKS.search(page.source(number).lower()):
            return start
    return len(page.markup)


def _titles(page: Page, mark: Mark) -> Iterator[Claim]:
    element = mark.element
    prop = element.value("itemprop").lower()
    if element.tag.name not in _HEADINGS:
        return
    named = bool(_TITLE.search(mark.names)) or prop == "headline"
    if not (element.tag.name == "h1" or named) or _LATE.search(mark.names):
        return
    text = page.plain(element.start, element.end)
    clean = page.title(text)
    if not clean or len(clean) > 300 or clean.casefold() in page.sites:  # noqa: PLR2004  # no headline
        return
    first = element.tag.name == "h1"
    confidence = (0.8 if named else 0.7) if first else 0.55
    reason = "main heading" if first else "heading with the class of a title"
    yield _claim(page, "title", element, clean, Worth(confidence=confidence, reason=reason))


def _people(page: Page, mark: Mark) -> Iterator[Claim]:
    element = mark.element
    prop, rel = element.value("itemprop").lower(), element.value("rel").lower().split()
    if prop != "author" and "author" not in rel and not _AUTHOR.search(mark.names):
        return
    if _LATE.search(mark.names) or (_BIO.search(mark.names) and prop != "author"):
        return
    text = page.plain(element.start, element.end, apart=True) or squeeze(element.value("content"))
    if not 1 < len(text) <= _NAME_LENGTH:
        return
    confidence = 0.72 if prop == "author" or "author" in rel else 0.62
    reason = "element marked as the author" if confidence > 0.7 else "element of a byline class"  # noqa: PLR2004  # the two above
    if not mark.after_heading:
        confidence -= 0.12
    for clean in names(text, Form.MARKED):
        yield _claim(page, "creator", element, clean, Worth(confidence=confidence, reason=reason))


def _stamped(page: Page, mark: Mark) -> Stamped | None:
    """Return the date of an element that says that it holds one."""
    element = mark.element
    prop = element.value("itemprop").lower()
    timed = element.tag.name == "time"
    if not timed and prop not in _DATES and not _DATE.search(mark.names):
        return None
    stamp = _machine(element)
    date = parse_date(stamp.value) if stamp and stamp.value else None
    text = page.plain(element.start, min(element.end, element.start + 300), apart=True)
    if date is None:
        stamp, date = None, next(find_dates(text[:200]), None)
    if date is None or date.precision == "year":
        return None
    property_ = _DATES.get(prop) or ("modified" if _is_modified(mark, text) else "issued")
    place = Place(stamp.start, stamp.end, "markup") if stamp else _place(page, element, text, date)
    return Stamped(mark=mark, property=property_, prop=prop, date=date, place=place)


def _machine(element: Element) -> Attribute | None:
    """Return what gives the date to machines; an `abbr` of a microformat has it as its title."""
    found = element.attributes.get("datetime") or element.attributes.get("content")
    if found is None and element.tag.name == "abbr":
        return element.attributes.get("title")
    return found


def _dates(page: Page, stamped: Sequence[Stamped]) -> Iterator[Claim]:
    in_lists = _lists(stamped)
    seen: dict[str, int] = {}
    for item in stamped:
        in_list = item.mark.names in in_lists
        worth = _IN_LIST if in_list else _worth(item.mark, item.prop, seen.get(item.property, 0))
        if not in_list:
            seen[item.property] = seen.get(item.property, 0) + 1
        yield page.claim(item.property, item.place, item.date.normalized, worth, HtmlMarks.id)


def _lists(stamped: Sequence[Stamped]) -> set[str]:
    """Return the names of elements that are items of a list from the first one on.

    The date of an article is far from the first of those that are listed below it.
    """
    found: dict[str, list[Stamped]] = {}
    for item in stamped:
        found.setdefault(item.mark.names, []).append(item)
    return {names for names, items in found.items() if _is_list(items)}


def _is_list(items: Sequence[Stamped]) -> bool:
    if len({item.date.normalized for item in items[:_SEVERAL]}) < _ITEMS:
        return False
    first, second, third = (item.mark.element.tag.start for item in items[:_ITEMS])
    return second - first <= 2 * (third - second)


def _is_modified(mark: Mark, text: str) -> bool:
    names_ = re.sub(r"\b(?:un)?published\b", "", mark.names)
    if re.search(r"publish|entry-date", mark.names):
        return False
    return bool(re.search(r"updat|modif", names_) or MODIFIED.are_in(text[:40]))


def _worth(mark: Mark, prop: str, before: int) -> Worth:
    """Weigh a date: microdata, then a published class, then the first one after the heading."""
    if prop in _DATES:
        return Worth(confidence=0.86, reason=f"microdata {prop}")
    if mark.remark or _LATE.search(mark.names):
        return Worth(confidence=0.25, reason="a date of a comment, a list or the margin")
    if before:
        return Worth(confidence=0.3, reason="a later date of the page")
    published = re.search(r"publi|entry-date|posted|pubdate", mark.names)
    confidence = 0.72 if published else 0.6
    if not mark.after_heading:
        confidence -= 0.08
    where = "after the heading" if mark.after_heading else "before the heading"
    return Worth(confidence=confidence, reason=f"first marked date, {where}")


def _place(page: Page, element: Element, text: str, date: FoundDate) -> Place:
    """Return where the date stands literally in the markup, else the whole content."""
    raw = text[date.start : date.end]
    start = page.markup.find(raw, element.start, element.end)
    if start < 0:
        return Place(element.start, element.end, "markup")
    return Place(start, start + len(raw), "markup")


def _claim(page: Page, property_: str, element: Element, clean: str, worth: Worth) -> Claim:
    start = page.markup.find(clean, element.start, element.end)
    place = Place(element.start, element.end, "markup")
    if start >= 0:
        place = Place(start, start + len(clean), "markup")
    return page.claim(property_, place, clean, worth, HtmlMarks.id)
