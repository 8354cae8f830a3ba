"""Contacts: mail addresses, plain or hidden, and those that were lost at capture."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, final

from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.contacts import addresses, coded
from audit.extractors import Extractor
from audit.model import Claim, Document

MOST: Final = 100
"""Addresses of one document that become claims."""
_WORTH: Final = {
    "plain": Worth(confidence=0.85, reason="mail address in the text"),
    "spelled": Worth(confidence=0.7, reason="mail address with its signs spelled out"),
    "spaced": Worth(confidence=0.4, reason="may be a mail address with spaces around its sign"),
}
_LOST = re.compile(r"\[email[\s\u00a0]protected\]", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:([^\"'?>\s]{3,400})")
_NOT_HOSTS = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|css|js)$")


@final
class Contact(Extractor):
    """Mail addresses of the text and of the markup."""

    id = "contact"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield each address once a place, hidden ones decoded, lost ones with no value."""
        page = page_of(document)
        yield from islice(chain(_from_text(page), _from_markup(page)), MOST)


def _from_text(page: Page) -> Iterator[Claim]:
    for found in addresses(page.text):
        if not _NOT_HOSTS.search(found.value):
            place = Place(found.start, found.end)
            yield _claim(page, place, found.value, _WORTH[found.spelling])
    lost = Worth(
        confidence=0.9,
        reason="an address was here; the host hid it and it was lost at capture",
    )
    for match in _LOST.finditer(page.text) if "rotected]" in page.text else ():
        yield _claim(page, Place(*match.span()), "", lost)


def _from_markup(page: Page) -> Iterator[Claim]:
    worth = Worth(confidence=0.85, reason="mailto link")
    for match in _MAILTO.finditer(page.markup) if "mailto:" in page.markup else ():
        for found in addresses(match[1]):
            start = match.start(1) + found.start
            place = Place(start, match.start(1) + found.end, "markup")
            yield _claim(page, place, found.value, worth)
    decoded = Worth(confidence=0.85, reason="address hidden by Cloudflare, decoded")
    if "cfemail" in page.markup or "email-protection#" in page.markup:
        for found in coded(page.markup):
            place = Place(found.start, found.end, "markup")
            yield _claim(page, place, found.value, decoded)


def _claim(page: Page, place: Place, address: str, worth: Worth) -> Claim:
    return page.claim("contact", place, address, worth, Contact.id)
