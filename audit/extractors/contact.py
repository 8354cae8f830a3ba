"""Contacts: mail addresses, plain or hidden, and those that were lost at capture."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, final
from urllib.parse import unquote

from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document

MOST: Final = 100
"""Addresses of one document that become claims."""
_LOOK: Final = 80
"""Characters before the sign of an address in which it may begin."""
_REACH: Final = 450
_TRIES: Final = 5_000
_AT = re.compile(r"[\[({]\s?(?:at|AT|At|ät)\s?[\])}]")
_LOST = re.compile(r"\[email[\s\u00a0]protected\]", re.IGNORECASE)
_LOCAL = r"(?<![\w.+%-])[\w][\w.+%-]{0,63}"
_PLAIN = re.compile(rf"{_LOCAL}@(?:[\w-]{{1,63}}\.){{1,6}}[a-z]{{2,24}}\b", re.IGNORECASE)
_GAP = r"[ \t\u00a0]{0,2}"
_SPELLED = rf"{_GAP}[\[(]\s?(?:dot|punkt)\s?[\])]{_GAP}"
_HIDDEN = re.compile(
    rf"(?<![\w.+-])(?P<local>\w[\w.+-]{{0,63}}){_GAP}[\[({{]\s?(?:at|ät)\s?[\])}}]{_GAP}"
    rf"(?P<host>[\w-]{{1,63}}(?:(?:\.|{_SPELLED})[\w-]{{1,63}}){{1,5}})",
    re.IGNORECASE,
)
_DOT = re.compile(_SPELLED, re.IGNORECASE)
_MAILTO = re.compile(r"mailto:([^\"'?>\s]{3,200})")
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
        yield from islice(chain(_from_text(page), _from_markup(page)), MOST)


def _from_text(page: Page) -> Iterator[Claim]:
    worth = Worth(confidence=0.85, reason="mail address in the text")
    for match in _around(page.text, "@", _PLAIN):
        if not _NOT_HOSTS.search(match[0]):
            yield _claim(page, Place(*match.span()), match[0], worth)
    hidden = Worth(confidence=0.7, reason="mail address with its signs spelled out")
    for at in _AT.finditer(page.text) if any(sign in page.text for sign in "[({") else ():
        found = _HIDDEN.search(page.text, max(0, at.start() - _LOOK), at.end() + _LOOK)
        if found and found.start() < at.start() < found.end():
            address = f"{found['local']}@{_DOT.sub('.', found['host'])}"
            yield _claim(page, Place(*found.span()), address, hidden)
    lost = Worth(
        confidence=0.9,
        reason="an address was here; the host hid it and it was lost at capture",
    )
    for match in _around(page.text, "protected]", _LOST):
        yield _claim(page, Place(*match.span()), "", lost)


def _around(text: str, sign: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of *pattern* over *sign*, looking only where *sign* stands."""
    done, at = 0, text.find(sign)
    for _ in range(_TRIES):
        if at < 0:
            return
        match = pattern.search(text, max(done, at - _LOOK), at + _REACH)
        if match and match.start() <= at:
            done = match.end()
            yield match
        at = text.find(sign, max(at + 1, done))


def _from_markup(page: Page) -> Iterator[Claim]:
    if not page.is_html:
        return
    worth = Worth(confidence=0.85, reason="mailto link")
    for match in _around(page.markup, "mailto:", _MAILTO):
        address = unquote(match[1])
        if _PLAIN.fullmatch(address):
            yield _claim(page, Place(*match.span(1), "markup"), address, worth)
    decoded = Worth(confidence=0.85, reason="address hidden by Cloudflare, decoded")
    for sign in ("data-cfemail=", "/cdn-cgi/l/email-protection#"):
        for match in _around(page.markup, sign, _CLOUDFLARE):
            address = _decode(match[1])
            if _PLAIN.fullmatch(address):
                yield _claim(page, Place(*match.span(1), "markup"), address, decoded)


def _claim(page: Page, place: Place, address: str, worth: Worth) -> Claim:
    return page.claim("contact", place, address.lower(), worth, Contact.id)


def _decode(digits: str) -> str:
    """Undo Cloudflare's hiding: every byte is xored with the first one."""
    numbers = bytes.fromhex(digits[: len(digits) // 2 * 2])
    return bytes(number ^ numbers[0] for number in numbers[1:]).decode("utf-8", "replace")
