"""The address of a page: a date in its path."""

import re
from collections.abc import Iterator
from typing import final

from audit.calendars import parse_date
from audit.claims.page import Page, page_of
from audit.claims.parts import Element, Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document

_dated = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/_-]|\Z)"
)


@final
class Url(Extractor):
    """The day or month in the path of the address that a page gives for itself."""

    id = "url"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the date of the first address that has one."""
        page = page_of(document)
        if not page.is_html:
            return
        for start, end in _addresses(page):
            match = _dated.search(page.markup, start, end)
            if match:
                numbers = [int(group) for group in match.groups() if group]
                iso = "-".join(f"{number:02}" for number in numbers)
                date = parse_date(iso)
                if date:
                    worth = Worth(
                        confidence=0.74 if date.precision == "day" else 0.45,
                        reason="date in the path of the page's own address",
                    )
                    place = Place(match.start(1), match.end(), "markup")
                    yield page.claim("issued", place, date.normalized, worth, self.id)
                return


def _start(element: Element) -> int:
    return element.at


def _addresses(page: Page) -> Iterator[tuple[int, int]]:
    said = [e for e in (*page.elements("meta"), *page.links) if _is_address(e)]
    for element in sorted(said, key=_start):
        found = element.attributes.get("href") or element.attributes.get("content")
        if found:
            yield found.start, found.end


def _is_address(element: Element) -> bool:
    return element.value("property") == "og:url" or element.value("rel").lower() == "canonical"
