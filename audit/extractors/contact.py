"""Contacts: mail addresses, plain or hidden, and those that were lost at capture."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, final

from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.contacts import addresses, coded
from audit.extractors import Extractor
from audit.lines import source_offset
from audit.model import Claim, Document

MOST: Final = 100
"""Addresses of one document that become claims."""
_WORTH: Final = {
    "plain": Worth(confidence=0.85, reason="mail address in the text"),
    "spelled": Worth(confidence=0.7, reason="mail address with its signs spelled out"),
    "spaced": Worth(confidence=0.4, reason="may be a mail address with spaces around its sign"),
}
_LOST = re.compile(
    r"\[email[\s\u00a0]protected\]|/cdn-cgi/l/email-protection(?!#[0-9a-f]{4})", re.IGNORECASE
)
_NEAR: Final = 300
"""Characters of markup between the code of an address and what is shown in its place."""
_MAIL = re.compile(r"mail(?:to:([^\"'?>\s]{3,400})|(?<=cfemail)|(?<=email)-protection#)")
"""A mail link, or what stands before a hidden address; markup is long, so all in one go."""
_HIDDEN: Final = ("cfemail", "email-protection#")
_DECODED: Final = Worth(confidence=0.85, reason="address hidden by Cloudflare, decoded")
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
    """Yield the addresses of the text; `@desk@town.example` is an account, no mail reaches it."""
    for found in addresses(page.text):
        is_handle = page.text[found.start - 1 : found.start] == "@"
        if not (is_handle or _NOT_HOSTS.search(found.value)):
            place = Place(found.start, found.end)
            yield _claim(page, place, found.value, _WORTH[found.spelling])
    if not page.markup and "email-protection#" in page.text:
        for found in coded(page.text):
            yield _claim(page, Place(found.start, found.end), found.value, _DECODED)
    yield from _lost(page)


def _lost(page: Page) -> Iterator[Claim]:
    """Yield what stands for an address that the markup does not hold either."""
    if "rotected]" not in page.text and "/email-protection" not in page.text:
        return
    lost = Worth(
        confidence=0.9,
        reason="an address was here; the host hid it and it was lost at capture",
    )
    ends = [found.end for found in coded(page.markup)]
    chunks = page.document.chunks
    for match in _LOST.finditer(page.text):
        at = source_offset(chunks, match.start()) if chunks else 0
        if not any(end <= at < end + _NEAR for end in ends):
            yield _claim(page, Place(*match.span()), "", lost)


def _from_markup(page: Page) -> Iterator[Claim]:
    worth = Worth(confidence=0.85, reason="mailto link")
    hides = False
    for match in _MAIL.finditer(page.markup):
        linked = match[1] or ""
        hides = hides or not linked or any(map(linked.__contains__, _HIDDEN))
        for found in addresses(linked):
            start = match.start(1) + found.start
            place = Place(start, match.start(1) + found.end, "markup")
            yield _claim(page, place, found.value, worth)
    for found in coded(page.markup) if hides else ():
        yield _claim(page, Place(found.start, found.end, "markup"), found.value, _DECODED)


def _claim(page: Page, place: Place, address: str, worth: Worth) -> Claim:
    return page.claim("contact", place, address, worth, Contact.id)
