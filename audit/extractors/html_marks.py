"""The body of an HTML page: headings, time elements, and what classes and microdata name."""

from collections.abc import Iterator, Sequence
from typing import Final, final

from msgspec import Struct, structs

from audit.calendars import FoundDate, find_dates, parse_date
from audit.claims.headings import names_site
from audit.claims.marks import CHANGED, DATES, Mark, marks
from audit.claims.page import Page, page_of
from audit.claims.parts import Element, Place, Worth
from audit.claims.people import Form, names
from audit.claims.words import MODIFIED, fold_title, is_site, squeeze
from audit.extractors import Extractor
from audit.model import Claim, Document
from audit.tags import Attribute

_TITLES: Final = (
    *("entry-title", "headline", "post-title", "posttitle", "article-title", "articletitle"),
    *("page-title", "pagetitle"),
)
_LATE: Final = (
    *("comment", "kommentar", "related", "widget", "sidebar", "footer", "teaser", "archive"),
    *("cookie", "upcoming"),
)
_BIO: Final = (
    "bio",
    "avatar",
    "image",
    "img",
    "box",
    "description",
    "social",
    "about",
    "icon",
    "photo",
)
_ITEMS: Final = 3
"""Dates in elements of one name that are a list, where they stand evenly."""
_SEVERAL: Final = 6
_IN_LIST: Final = Worth(confidence=0.25, reason="a date of a list")
_NAME_LENGTH: Final = 90
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_MAIN: Final = "main heading"
_PART: Final = "main heading of a part: another is the title element's"
_OF_PART: Final = 0.25


class Stamped(Struct, frozen=True, kw_only=True):
    """A date that an element holds, and of what it is the date."""

    mark: Mark
    property: str
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
        telling = list(marks(page))
        yield from _titled(page, telling)
        for mark in telling:
            if mark.names_author:
                yield from _people(page, mark)
            found = _stamped(page, mark) if mark.is_stamp else None
            if found is not None:
                stamped.append(found)
        yield from _dates(page, stamped)


def _titled(page: Page, telling: Sequence[Mark]) -> Iterator[Claim]:
    """Yield the headings; beside that of the title element others of its rank are of parts."""
    headings = (mark for mark in telling if mark.element.name in _HEADINGS)
    found = [claim for mark in headings for claim in _titles(page, mark)]
    whole = {fold_title(page.plain(one.start, one.end)) for one in page.elements("title")}
    is_told = any(fold_title(claim.normalized) in whole for claim in found)
    for claim in found:
        is_part = is_told and fold_title(claim.normalized) not in whole
        if is_part and claim.reason == _MAIN:
            yield structs.replace(claim, confidence=_OF_PART, reason=_PART)
        else:
            yield claim


def _titles(page: Page, mark: Mark) -> Iterator[Claim]:
    element = mark.element
    named = mark.says(_TITLES) or mark.prop == "headline"
    if not (element.name == "h1" or named) or mark.says(_LATE) or names_site(element):
        return
    text = page.plain(element.start, element.end)
    clean = page.title(text)
    if not clean or len(clean) > 300 or is_site(clean, page.sites):  # noqa: PLR2004  # no headline
        return
    first = element.name == "h1"
    confidence = (0.8 if named else 0.7) if first else 0.55
    reason = _MAIN if first else "heading with the class of a title"
    yield _claim(page, "title", element, clean, Worth(confidence=confidence, reason=reason))


def _people(page: Page, mark: Mark) -> Iterator[Claim]:
    element = mark.element
    if mark.says(_LATE) or (mark.says(_BIO) and mark.prop != "author"):
        return
    if "hidden" in element.attributes:  # shown to those who read another edition, or to nobody
        return
    text = page.plain(element.start, element.end, apart=True) or squeeze(element.value("content"))
    if not 1 < len(text) <= _NAME_LENGTH:
        return
    confidence = 0.72 if mark.is_author else 0.62
    reason = "element marked as the author" if confidence > 0.7 else "element of a byline class"  # noqa: PLR2004  # the two above
    if not mark.after_heading:
        confidence -= 0.12
    if mark.among_remarks or mark.aside:
        confidence, reason = 0.25, "an author of a comment, of another text or the margin"
    for clean in names(text, Form.MARKED):
        yield _claim(page, "creator", element, clean, Worth(confidence=confidence, reason=reason))


def _stamped(page: Page, mark: Mark) -> Stamped | None:
    """Return the date of an element that says that it holds one."""
    element = mark.element
    stamp = _machine(element)
    date = parse_date(stamp.value) if stamp and stamp.value else None
    text = "" if date else _shown(page, element)
    if date is None:
        stamp, (date, text) = None, _first_date(text)
    if date is None or date.precision == "year" or date.flaw or date.rival:
        return None
    property_ = DATES.get(mark.prop) or _property(page, mark, text)
    place = Place(stamp.start, stamp.end, "markup") if stamp else _place(page, element, text, date)
    return Stamped(mark=mark, property=property_, date=date, place=place)


def _first_date(text: str) -> tuple[FoundDate | None, str]:
    """Return the first date of *text*, and what of the text is said of it.

    A word between two dates is of the second: `published on ..., updated on ...`.
    """
    dates = find_dates(text[:200])
    first, second = next(dates, None), next(dates, None)
    return first, text[: first.end] if first and second else text


def _shown(page: Page, element: Element) -> str:
    return page.plain(element.start, min(element.end, element.start + 300), apart=True)


def _machine(element: Element) -> Attribute | None:
    """Return what gives the date to machines; an `abbr` of a microformat has it as its title."""
    found = element.attributes.get("datetime") or element.attributes.get("content")
    if found is None and element.name == "abbr":
        return element.attributes.get("title")
    return found


def _dates(page: Page, stamped: Sequence[Stamped]) -> Iterator[Claim]:
    in_lists = _lists(stamped)
    seen: dict[str, int] = {}
    for item in stamped:
        in_list = item.mark.names in in_lists
        worth = _IN_LIST if in_list else _worth(item.mark, seen.get(item.property, 0))
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
    first, second, third = (item.mark.element.at for item in items[:_ITEMS])
    return second - first <= 2 * (third - second)


def _property(page: Page, mark: Mark, text: str) -> str:
    """Return of what a date is where microdata does not say, by names and the *text* shown.

    Empty, because an attribute gave the date: the text is read now.
    """
    if mark.says(("publish", "entry-date")):
        return "issued"
    if mark.says(("updat", "modif", *CHANGED)):
        return "modified"
    shown = text or _shown(page, mark.element)
    return "modified" if MODIFIED.are_in(shown[:40]) else "issued"


def _worth(mark: Mark, before: int) -> Worth:
    """Weigh a date: microdata, then a published class, then the first one after the heading."""
    if mark.prop in DATES and not mark.aside:
        return Worth(confidence=0.86, reason=f"microdata {mark.prop}")
    if mark.says(CHANGED) and not (before or mark.aside):
        return Worth(confidence=0.62, reason="element named as that of the last change")
    if mark.remark or mark.aside or mark.says(_LATE):
        return Worth(confidence=0.25, reason="a date of a comment, a list or the margin")
    if before:
        return Worth(confidence=0.3, reason="a later date of the page")
    published = mark.says(("publi", "entry-date", "posted", "pubdate"))
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
