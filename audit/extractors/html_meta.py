"""The head of an HTML page: title, meta, html lang, link canonical and license."""

import re
from collections.abc import Iterator
from typing import Final, final

from audit.calendars import parse_date
from audit.calendars.untold import no_date
from audit.claims.bodies import is_body, is_person
from audit.claims.metas import known_as
from audit.claims.nothing import is_new, is_nothing, is_unset, is_user
from audit.claims.page import Page, page_of
from audit.claims.parts import HIDDEN, UNSEEN, Element, Place, Worth
from audit.claims.people import Form, names, without_mail
from audit.claims.rights import statement
from audit.claims.shown import shows
from audit.claims.speech import tag_of
from audit.claims.words import fold_site, squeeze, strip_site
from audit.extractors import Extractor
from audit.model import Claim, Document
from audit.tags import Attribute

_CATALOGUED: Final = ("citation_", "dc.", "dcterms.", "dc:", "dcterms:")
"""How names of meta elements begin that catalogues fill."""
_LIST: Final = Worth(confidence=0.25, reason="a date of a list")
_ITEMS: Final = 3
"""Days in elements of microdata from which on they are those of reviews or comments."""
_DAY: Final = 10
"""Characters of a day in ISO 8601."""
_DAY_AND_CLOCK: Final = re.compile(r"^(\d{8});\d{1,8}$")
"""How OpenOffice writes a day and its hundredths of a second."""
_DATES: Final = frozenset(("issued", "modified", "created"))
_BOTH_PARTS: Final = 0.66
_OF_HOUSES: Final = {"creator": 0.45, "publisher": 0.55}
"""How far a body that the head calls the author is it, and the publisher."""
_AUTHOR_LABELS: Final = frozenset(
    (
        *("written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "par"),
        *("scritto da", "geschreven door", "autor", "author", "von", "por", "publié par"),
        *("автор", "skrevet av"),
    )
)


@final
class HtmlMeta(Extractor):
    """What the head of the page declares."""

    id = "html-meta"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the claims of the head in its order."""
        page = page_of(document)
        if not page.is_html:
            return
        author_label, in_list = False, _is_list(page)
        for element in (*page.elements("meta", "title", "html", "body"), *page.links):
            tag = element.name
            if tag == "meta":
                key = _key(element)
                known = known_as(key)
                if known and (key != "twitter:data1" or author_label):
                    late = in_list and bool(element.value("itemprop"))
                    yield from _meta(page, element, key, known, late=late)
                if key == "twitter:label1":
                    author_label = squeeze(element.value("content")).lower() in _AUTHOR_LABELS
            elif tag == "title":
                yield from _title(page, element)
            elif tag in ("html", "body"):
                yield from _language(page, element)
            else:
                yield from _link(page, element)


def _key(element: Element) -> str:
    for name in ("property", "name", "itemprop", "http-equiv"):
        value = element.value(name)
        if value:
            return value.strip().lower()
    return ""


def _is_list(page: Page) -> bool:
    """Tell whether microdata gives the days of many things: of reviews, of comments."""
    named = [e for e in page.elements("meta") if "itemprop" in e.attributes]
    found = [e for e in named if e.value("itemprop").lower() == "datepublished"]
    return len({element.value("content")[:_DAY] for element in found}) >= _ITEMS


def _meta(
    page: Page, element: Element, key: str, known: tuple[str, float], *, late: bool
) -> Iterator[Claim]:
    content = element.attributes.get("content")
    if content is None or is_nothing(content.value.strip()):
        return
    property_, confidence = known
    worth = Worth(confidence=confidence, reason=f"meta element {key}")
    place = Place(content.start, content.end, "markup")
    if property_ in _DATES:
        yield from _dated(page, property_, content, worth, late=late)
        return
    form = Form.DECLARED if key.startswith(_CATALOGUED) else Form.MARKED
    for normalized in _normalized(page, property_, content.value, form):
        if property_ == "creator" and form is Form.MARKED and _is_house(page, normalized):
            why = f"{worth.reason}, which names a body"
            for kind, sure in _OF_HOUSES.items():
                yield page.claim(
                    kind, place, normalized, Worth(confidence=sure, reason=why), HtmlMeta.id
                )
        else:
            yield page.claim(property_, place, normalized, worth, HtmlMeta.id)


def _is_house(page: Page, name: str) -> bool:
    """Tell whether *name* is that of a body or of the site, which the template of pages has."""
    return is_body(name) or (fold_site(name) in page.sites and not is_person(name))


def _dated(
    page: Page, property_: str, content: Attribute, worth: Worth, *, late: bool
) -> Iterator[Claim]:
    place = Place(content.start, content.end, "markup")
    date = parse_date(_DAY_AND_CLOCK.sub(r"\1", squeeze(content.value)[:1000]))
    if date and is_unset(date.normalized):
        return
    if late:
        worth = _LIST
    elif date and property_ == "issued" and not shows(page, date):
        worth = Worth(confidence=HIDDEN, reason=f"{worth.reason}, {UNSEEN}")
    if date:
        yield page.claim(property_, place, date.normalized, worth, HtmlMeta.id)
    elif why := no_date(squeeze(content.value)):
        yield page.claim(property_, place, "", Worth(confidence=0.2, reason=why), HtmlMeta.id)


def _normalized(page: Page, property_: str, value: str, form: Form) -> Iterator[str]:
    text = squeeze(value)[:1000]
    if property_ == "creator":
        is_none = text.startswith(("http", "/")) or is_user(text)
        yield from names(text, form) if not is_none else ()
    elif property_ == "title":
        yield page.title(text)
    elif property_ == "publisher":
        yield without_mail(text)
    elif property_ == "rights":
        yield statement(text) or text
    elif property_ == "language":
        first = text.split(",")[0].strip()
        yield tag_of(first) or first.replace("_", "-")
    else:
        yield text


def _title(page: Page, element: Element) -> Iterator[Claim]:
    raw = page.markup[element.start : element.end]
    text = squeeze(raw)
    if not text or len(text) > 500:  # noqa: PLR2004  # a title, not an unclosed element
        return
    start = element.start + len(raw) - len(raw.lstrip())
    clean = "" if is_new(text) else page.title(text)
    without = ", without the name of the site" if clean != strip_site(text, ()) else ""
    worth = Worth(confidence=_BOTH_PARTS, reason=f"title element{without}")
    yield page.claim(
        "title", Place(start, start + len(raw.strip()), "markup"), clean, worth, HtmlMeta.id
    )


def _language(page: Page, element: Element) -> Iterator[Claim]:
    found = element.attributes.get("lang") or element.attributes.get("xml:lang")
    if found and not is_nothing(found.value.strip()):
        worth = Worth(confidence=0.8, reason=f"lang of the {element.name} element")
        value = found.value.strip().replace("_", "-")
        yield page.claim(
            "language", Place(found.start, found.end, "markup"), value, worth, HtmlMeta.id
        )


def _link(page: Page, element: Element) -> Iterator[Claim]:
    href = element.attributes.get("href")
    relations = element.value("rel").lower().split()
    if href is None or not href.value:
        return
    place = Place(href.start, href.end, "markup")
    if "canonical" in relations:
        worth = Worth(confidence=0.85, reason="canonical link")
        yield page.claim("url", place, href.value.strip(), worth, HtmlMeta.id)
    if "license" in relations:
        worth = Worth(confidence=0.85, reason="license link")
        value = statement(href.value) or href.value.strip()
        yield page.claim("rights", place, value, worth, HtmlMeta.id)
