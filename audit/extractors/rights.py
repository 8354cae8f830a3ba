"""Rights lines in the text: the statement, and who holds the rights."""

# ruff: noqa: PLR2004 - the lengths are the rule itself

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, final

from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.rights import cues, statements
from audit.extractors import Extractor
from audit.model import Claim, Document

MOST: Final = 300
"""Places of one text that are looked at."""
_WINDOW: Final = 300
_HOLDER = re.compile(
    r"(?:©|copyright|\(c\)(?=\s?(?:copyright|(?:19|20)\d\d)))(?:[\s,:]{0,3}(?:©|\(c\)|copyright))?"
    r"[\s,:]{0,3}"
    r"(?:(?:19|20)\d\d(?:\s{0,2}[-–—/,]\s{0,2}(?:(?:19|20)?\d\d|heute|today|present))?[\s,:]{0,4})?"
    r"(?:by\s{1,2}|von\s{1,2}|the\s(?=copyright))?(?P<name>[^\W\d_][^|©\n]{1,70})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:^|[|·•]\s{0,2})(?:(?:19|20)\d\d\s)?(?P<name>[^\W\d_][^|©\n.]{1,60}?)[.,]?\s{1,2}"
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits r)",
    re.IGNORECASE | re.MULTILINE,
)
_TAIL = re.compile(
    r"[.,;:–—-]?\s{0,2}(?:\b(?:19|20)\d\d\b.{0,60}|all rights.{0,60}|alle rechte.{0,60}|"
    r"tous (?:les )?droits.{0,60}|"
    r"todos (?:los|os).{0,60}|tutti i.{0,60}|licensed.{0,60}|used under.{0,60}|this work.{0,60}|"
    r"powered by.{0,60}|design.{0,40}|impressum.{0,60}|datenschutz.{0,60})\s*\Z|\s[-–—]\s.{0,70}\Z|"
    r"[.]\s.{0,70}\Z|[\s.,;:|–—-]{1,5}\Z",
    re.IGNORECASE,
)
_NO_HOLDER = re.compile(
    r"^(?:notice|holders?|owners?|laws?|infring|policy|the\b.{0,20}(?:holder|owner)|and\b|in\b|is\b|of\b|or\b|"
    r"protect|material|act\b|rights?\b|to\b|license|licence|hinweis|statement|claims?|agent|for\b|that\b|"
    r"©|works?\b|this\b|information|complaint|interests?|page|office|content|terms|disclaimer|year\b|"
    r"designated|registration|permission|treat|and/or|\(c\))",
    re.IGNORECASE,
)


@final
class Rights(Extractor):
    """Statements of rights and their holders, page furniture included."""

    id = "rights"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the statements line by line, each line once."""
        page = page_of(document)
        done = 0
        for cue in islice(cues(page.text), MOST):
            if cue >= done:
                start, done = _window(page.text, cue, done)
                yield from _line(page, start, done)


def _window(text: str, at: int, floor: int) -> tuple[int, int]:
    """Return the line around *at*, or what of it lies near."""
    start = text.rfind("\n", max(floor, at - _WINDOW), at) + 1
    start = max(start, at - _WINDOW, floor)
    end = text.find("\n", at, at + _WINDOW)
    end = min(len(text), at + _WINDOW) if end < 0 else end
    return start, end


def _line(page: Page, start: int, end: int) -> Iterator[Claim]:
    raw = page.text[start:end]
    line = raw.strip()
    place = Place(start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()))
    short = len(line) <= 200
    for normalized in statements(line):
        worth = Worth(
            confidence=0.72 if short else 0.45,
            reason="rights line" if short else "a paragraph that speaks of rights",
        )
        yield page.claim("rights", place, normalized, worth, Rights.id)
    if short:
        yield from _holder(page, place)


def _holder(page: Page, line: Place) -> Iterator[Claim]:
    match = _HOLDER.search(page.text, line.start, line.end) or _BEFORE.search(
        page.text, line.start, line.end
    )
    if match is None:
        return
    name = match["name"]
    clean = name
    for _ in range(3):
        clean = _TAIL.sub("", clean).strip(" \t*_|•·")
    if len(clean) < 2 or _NO_HOLDER.match(clean) or len(clean.split()) > 8:
        return
    at = match.start("name") + name.find(clean)
    place = Place(at, at + len(clean))
    strong = Worth(confidence=0.74, reason="name in the rights line")
    yield page.claim("rights_holder", place, clean, strong, Rights.id)
    weak = Worth(confidence=0.52, reason="holder of the rights, so perhaps the publisher")
    yield page.claim("publisher", place, clean, weak, Rights.id)
