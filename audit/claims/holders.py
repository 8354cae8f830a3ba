"""Lines that speak of rights, and the name that holds them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from audit.claims.rights import cues

MOST: Final = 300
"""Places of one text that are looked at."""
SHORT: Final = 200
"""Characters of a line; a longer one is a paragraph."""
_WINDOW: Final = 300
_WORDS: Final = 8
_HOLDER = re.compile(
    r"(?:(?<!Ã)©|copyright|\(c\)(?=\s?(?:copyright|(?:19|20)\d\d)))(?:[\s,:]{0,3}(?:©|\(c\)|copyright))?"
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
_SPELLED = re.compile(r"(?P<short>[A-Z]{2,8})\s{1,3}[-–—]\s{1,3}(?P<long>[^\W\d_][\w ]{3,60}\w)")
"""An abbreviation and what it stands for."""
_NO_HOLDER = re.compile(
    r"^(?:notice|holders?|owners?|laws?|infring|policy|the\b.{0,20}(?:holder|owner)|and\b|in\b|is\b|of\b|or\b|"
    r"protect|material|act\b|rights?\b|to\b|license|licence|hinweis|statement|claims?|agent|for\b|that\b|"
    r"©|works?\b|this\b|information|complaint|interests?|page|office|content|terms|disclaimer|year\b|"
    r"designated|registration|permission|treat|and/or|\(c\))",
    re.IGNORECASE,
)


def rights_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of the lines that speak of rights, each once."""
    done = 0
    for cue in islice(cues(text), MOST):
        if cue >= done:
            start, done = _window(text, cue, done)
            yield start, done


def holder(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the characters of the name that holds the rights by the line [start, end)."""
    match = _HOLDER.search(text, start, end) or _BEFORE.search(text, start, end)
    if match is None:
        return None
    name = clean = match["name"]
    spelled = _SPELLED.match(clean)
    for _ in range(3):
        clean = _TAIL.sub("", clean).strip(" \t*_|•·")
    if spelled and _abbreviates(spelled["short"], spelled["long"]):
        clean = spelled[0]
    if len(clean) < len("Ab") or _NO_HOLDER.match(clean) or len(clean.split()) > _WORDS:
        return None
    at = match.start("name") + name.find(clean)
    return at, at + len(clean)


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether *short* is made of the first letters of the words of *long*."""
    return short.casefold() == "".join(word[0] for word in long.split()).casefold()


def _window(text: str, at: int, floor: int) -> tuple[int, int]:
    """Return the line around *at*, or what of it lies near."""
    start = text.rfind("\n", max(floor, at - _WINDOW), at) + 1
    start = max(start, at - _WINDOW, floor)
    end = text.find("\n", at, at + _WINDOW)
    end = min(len(text), at + _WINDOW) if end < 0 else end
    return start, end
