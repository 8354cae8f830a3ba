"""Contacts: mail addresses, plain or hidden, and those that were lost at capture."""

import re
from collections.abc import Iterator
from typing import Final, final
from urllib.parse import unquote

from audit.claims.page import Page, Worth, page_of
from audit.extractors import Extractor
from audit.model import Claim, Document

MOST: Final = 100
"""Addresses of one document that become claims."""
_LOST = re.compile(r"\[email[\s\u00a0]protected\]", re.IGNORECASE)
_LOCAL = r"(?<![\w.+%-])[\w][\w.+%-]{0,63}"
_PLAIN = re.compile(rf"{_LOCAL}@(?:[\w-]{{1,63}}\.){{1,6}}[a-z]{{2,24}}\b", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?<![\w.+-])(?P<local>\w[\w.+-]{0,63})\s{0,2}(?:\[\s?(?:at|ät)\s?\]|\(\s?(?:at|ät)\s?\)|\{\s?at\s?\})\s{0,2}"
    r"(?P<host>[\w-]{1,63}(?:\s{0,2}(?:\.|\[\s?(?:dot|punkt)\s?\]|\(\s?(?:dot|punkt)\s?\))\s{0,2}[\w-]{1,63}){1,5})",
    re.IGNORECASE,
)
_DOT = re.compile(r"\s{0,2}(?:\[\s?(?:dot|punkt)\s?\]|\(\s?(?:dot|punkt)\s?\)|\.)\s{0,2}", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:([^\"'?>\s]{3,200})", re.IGNORECASE)
_CLOUDFLARE = re.compile(
    r"(?:data-cfemail=[\"']?|/cdn-cgi/l/email-protection#)([0-9a-f]{6,400})", re.IGNORECASE
)
_NOT_HOSTS = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|css|js)$", re.IGNORECASE)


@final
class Contact(Extractor):
    """Mail addresses of the text and of the markup."""

    id = "contact"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield each address once a place, hidden ones decoded, lost ones with no value."""
        page = page_of(document)
        count = 0
        for claim in (*_from_text(page), *_from_markup(page)):
            count += 1
            if count > MOST:
                return
            yield claim


def _from_text(page: Page) -> Iterator[Claim]:
    if "@" in page.text:
        worth = Worth(confidence=0.85, reason="mail address in the text")
        for match in _PLAIN.finditer(page.text):
            if not _NOT_HOSTS.search(match[0]):
                yield page.claim("contact", match.span(), match[0].lower(), worth, Contact.id)
    hidden = Worth(confidence=0.7, reason="mail address with its signs spelled out")
    for match in _HIDDEN.finditer(page.text):
        address = f"{match['local']}@{_DOT.sub('.', match['host'])}".lower()
        yield page.claim("contact", match.span(), address, hidden, Contact.id)
    lost = Worth(
        confidence=0.9,
        reason="an address was here; the host hid it and it was lost at capture",
    )
    for match in _LOST.finditer(page.text):
        yield page.claim("contact", match.span(), "", lost, Contact.id)


def _from_markup(page: Page) -> Iterator[Claim]:
    if not page.is_html:
        return
    worth = Worth(confidence=0.85, reason="mailto link")
    for match in _MAILTO.finditer(page.markup):
        address = unquote(match[1]).lower()
        if _PLAIN.fullmatch(address):
            yield page.claim("contact", match.span(1), address, worth, Contact.id, "markup")
    decoded = Worth(confidence=0.85, reason="address hidden by Cloudflare, decoded")
    for match in _CLOUDFLARE.finditer(page.markup):
        address = _decode(match[1]).lower()
        if _PLAIN.fullmatch(address):
            yield page.claim("contact", match.span(1), address, decoded, Contact.id, "markup")


def _decode(digits: str) -> str:
    """Undo Cloudflare's hiding: every byte is xored with the first one."""
    numbers = bytes.fromhex(digits[: len(digits) // 2 * 2])
    return bytes(number ^ numbers[0] for number in numbers[1:]).decode("utf-8", "replace")
