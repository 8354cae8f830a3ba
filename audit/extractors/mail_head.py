"""Mails, memos and letters as texts: who sent them and when, from the lines of their head."""

import re
from collections.abc import Iterator
from typing import Final, final

from audit.claims.mailheads import Field, mail_head
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.people import Form, names
from audit.claims.settled import settled
from audit.extractors import Extractor
from audit.model import Claim, Document

_ADDRESS: Final = re.compile(r"[<\[(]?(?:mailto:)?[^\s<>\[\]()@]{1,80}@[^\s<>\[\]()]{1,120}[>\])]?")
_EDGES: Final = " \t\"',;<>[]()"


@final
class MailHead(Extractor):
    """The sender and the day of a text that begins as a mail or a memo does."""

    id = "mail-head"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield what the lines `From:` and `Sent:` at the top say."""
        page = page_of(document)
        if page.is_html:
            return
        for field in mail_head(page.top):
            if field.kind == "from":
                yield from _sender(page, field)
            elif field.kind == "sent":
                yield from _day(page, field)


def _sender(page: Page, field: Field) -> Iterator[Claim]:
    said = page.text[field.start : field.end]
    worth = Worth(confidence=0.8, reason="the sender in the head of a mail")
    found = names(_ADDRESS.sub(" ", said).strip(_EDGES), Form.DECLARED)
    if not found and (address := _ADDRESS.search(said)):
        plain = address[0].strip(_EDGES).removeprefix("mailto:")
        found = {plain: plain}
    for name, written in found.items():
        at = page.text.find(written, field.start, field.end)
        place = Place(at, at + len(written)) if at >= 0 else Place(field.start, field.end)
        yield page.claim("creator", place, name, worth, MailHead.id)


def _day(page: Page, field: Field) -> Iterator[Claim]:
    here = [date for date in page.dates if field.start <= date.start < field.end]
    date = next(iter(settled(page, here)), None)
    if date is None or date.precision != "day" or date.flaw:
        return
    doubted = date.ambiguous or date.weekday_wrong
    reason = f"the day in the head of a mail; {date.reason}"
    worth = Worth(confidence=0.45 if doubted else 0.8, reason=reason)
    place = Place(date.start, date.end)
    yield page.claim("issued", place, date.normalized, worth, MailHead.id)
