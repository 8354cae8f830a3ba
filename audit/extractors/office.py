"""Pages that Word and its kin saved: properties of the document, its paragraph styled as title."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final, final

from audit.claims.declared import Entry, normalized
from audit.claims.nothing import is_maker, is_new, is_nothing, is_user
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.people import is_device
from audit.extractors import Extractor
from audit.model import Claim, Document

_OPENS: Final = "<o:DocumentProperties>"
_CLOSES: Final = "</o:DocumentProperties>"
_HEAD: Final = 200_000
"""Characters at the top of a page in which the properties begin."""
_LONGEST: Final = 20_000
_FIELD: Final = re.compile(r"<o:(\w{2,20})>([^<>]{1,2000})</o:\1>")
_MEANT: Final[Mapping[str, str]] = {
    "Title": "title",
    "Author": "creator",
    "Created": "created",
    "LastSaved": "modified",
    "Company": "publisher",
}
_STYLES: Final = (
    ("MsoTitle", re.compile(r"\bMsoTitle\b")),
    ("doc-content", re.compile(r"(?:^|\s)title(?:\s|$)")),
)
"""What stands in a page of Word or of Google Docs, and the class of a title there."""
_STYLED: Final = Worth(confidence=0.88, reason="paragraph in the style of a title")
_TITLE: Final = 300
_SURE: Final = 0.7
_OLDEST: Final = "1980"
"""Before this year nobody saved a document: a clock that was not set says 1601."""


@final
class Office(Extractor):
    """Who wrote a document and when, as the program says that saved it as a page."""

    id = "office"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield a claim for every property that is understood, in their order."""
        page = page_of(document)
        if page.is_html:
            yield from _styled(page)
        start = page.markup.find(_OPENS, 0, _HEAD) if page.is_html else -1
        if start < 0:
            return
        end = page.markup.find(_CLOSES, start, start + _LONGEST)
        for found in _FIELD.finditer(page.markup, start, max(end, start)):
            property_ = _MEANT.get(found[1])
            if property_:
                yield from _claims(page, property_, found)


def _styled(page: Page) -> Iterator[Claim]:
    """Yield the first paragraph that has the style of the title of a document."""
    for sign, style in _STYLES:
        if page.markup.find(sign, 0, _HEAD) < 0:
            continue
        for element in map(page.element, page.tags_that_say(("title",))):
            text = page.plain(element.start, element.end)
            if style.search(element.value("class")) and 0 < len(text) <= _TITLE:
                place = Place(element.start, element.end, "markup")
                yield page.claim("title", place, page.title(text), _STYLED, Office.id)
                return


def _claims(page: Page, property_: str, found: re.Match[str]) -> Iterator[Claim]:
    start, end = found.span(2)
    value = html.unescape(found[2])
    if is_nothing(value.strip()):
        return
    worth = Worth(confidence=_SURE, reason=f"o:{found[1]} of the document that was saved")
    for said in normalized(Entry(property=property_, value=value, start=start, end=end)):
        if not _is_filled_in(property_, said):
            yield page.claim(property_, Place(start, end, "markup"), said, worth, Office.id)


def _is_filled_in(property_: str, said: str) -> bool:
    """Tell whether a program filled the field in by itself."""
    if property_ == "title":
        return is_new(said)
    if property_ == "creator":
        return is_device(said) or is_user(said)
    return is_maker(said) if property_ == "publisher" else said < _OLDEST
