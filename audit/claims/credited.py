"""Lines that name another work, whose it is and its licence: `The quay by Ann Berg, CC BY 4.0`."""

import re
from typing import Final

from audit.claims.page import Page
from audit.claims.rights.subjects import SELF, is_known

_LONGEST: Final = 200
_BY: Final = r"\s(?:by|von|par|por|di|da|door|av|af)\s(?=[A-ZÀ-Þ])"
_may_be_by: Final = re.compile(_BY)
_CREDIT: Final = re.compile(
    r"\s*(?P<point>(?:[-*+•–]|\d{1,3}[.)])\s{1,4})?[“”„«»\"'‘*_(]{0,3}"
    r"(?P<work>(?!(?i:copyright|c\)))[^\W_][^\n]{1,100}?)[“”„«»\"'’*_,)]{0,4}"
    rf"{_BY}(?>(?:[^\W\d_][^\s,()|/]{{0,30}}\s?){{1,6}}?"
    r"(?=[^\w\s.'’-]|\s?[-–—]\s|(?:is |are )?(?:licen[sc]ed|under|used under)\b|CC))"
    r"(?![^\n]*(?:©|\([Cc]\)|[Cc]opyright))"
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_SMALL: Final = frozenset(("the", "and", "der", "die", "das", "und", "les", "los", "las", "del"))
_SEVERAL: Final = 2
"""Words of the name of a work, but in a list; one may say what somebody did: `Written by`."""


def is_of_another(page: Page, at: int) -> bool:
    """Tell whether the line at *at* of the text is the credit of a work that is not the text."""
    if page.is_html:
        return False
    start = page.text.rfind("\n", 0, at) + 1
    end = min(start + _LONGEST, len(page.text))
    may_be = _may_be_by.search(page.text, start, end)
    found = _CREDIT.match(page.text, start, end) if may_be else None
    if found is None:
        return False
    words = [word.casefold() for word in _WORD.findall(found["work"])]
    least = 1 if found["point"] else _SEVERAL
    is_name = len(words) >= least and found["work"] != found["work"].lower()
    if not is_name or page.headline is None or SELF.search(found["work"]):
        return False
    own = {word.casefold() for word in _WORD.findall(page.headline.text)} - _SMALL
    return own.isdisjoint(words) and not all(map(is_known, words))
