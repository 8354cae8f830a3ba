"""The sentence around a place of a text, over lines that were broken inside it."""

import re
from typing import Final, NamedTuple

from audit.claims.rights.leads import LEAD, PARTICLES
from audit.claims.rights.wording import NOT

_STOP = re.compile(r"[!?。！？؟।|•·;\n.](?:(?<!\.)|(?=[\s\"”»)]|\Z))")
"""A sign of the end, or a full stop with nothing of a word behind it."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:\w|mr|mrs|dr|st|fot|nr|no|ca|jr|prof|vs|bzw|abb|fig|inc|ltd|co|univ|ed|eds|vol|cf|"
    r"hrsg|sog))\Z",
    re.IGNORECASE,
)
_REACH: Final = 300
_LEFT: Final = 90
_LINE: Final = 40
"""Characters from which on a line may have been broken inside a sentence."""


class Around(NamedTuple):
    """What stands before and behind a statement in its sentence, and how the sentence ends."""

    before: str
    after: str
    end: str
    left: str


def around(text: str, start: int, end: int) -> Around:
    """Return the sentence around [start, end) of *text*, over a line that was broken inside it."""
    floor = max(0, start - _REACH)
    before = reversed(list(_STOP.finditer(text, floor, start)))
    begin = next((found.end() for found in before if _ends(text, found)), floor)
    top = min(len(text), end + _REACH)
    behind = _STOP.finditer(text, end, top)
    stop = next((found.start() for found in behind if _ends(text, found)), top)
    left = text[max(text.rfind("\n", 0, begin) + 1, begin - _LEFT) : begin]
    return Around(text[begin:start], text[end:stop], text[stop : stop + 1], left)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a sentence ends at *stop*."""
    at, sign = stop.start(), stop[0]
    if sign == "\n":
        return not _goes_on(text, at)
    return sign != "." or not _ABBREVIATED.search(text, max(0, at - 8), at)


def _goes_on(text: str, at: int) -> bool:
    """Tell whether the line that ends at *at* was broken inside a sentence."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    after = text[at + 1 : at + 3].lstrip(" \t")
    if not before or not after or after[0] == "\n" or before[-1] in ".!?:;|":
        return False
    if after[0].islower():
        return True
    word = before.rsplit(maxsplit=1)[-1]
    is_small = word in LEAD or word in PARTICLES or NOT.fullmatch(word) is not None
    return len(before) >= _LINE and is_small
