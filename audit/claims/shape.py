"""Which shapes of a line speak for a headline, and which against it."""

# ruff: noqa: PLR2004 - the weights and lengths are the rule itself

import re
from typing import Final

_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s")
"""How an item of a list begins."""
_DATED = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_BULLETS: Final = frozenset("-•*←→(")
_CONJUNCTIONS: Final = frozenset(("and", "or", "und", "oder", "et", "ou", "y", "o"))


def shape(text: str) -> float:
    """Weigh the length of a line and how it begins, is written and ends."""
    return _size(text) + _letters(text)


def _size(text: str) -> float:
    """Weigh the length of a line."""
    size, words = len(text), text.count(" ") + 1
    worth = -0.8 if size < 12 else 0.9 if size >= 20 else 0.0
    worth += 0.5 if size >= 30 else 0.0
    worth -= 0.6 if size > 120 else 0.0
    return worth + (0.5 if 5 <= words <= 14 else 0.0)


def _letters(text: str) -> float:
    worth = 0.0
    if text[-1] in ".;,:":
        worth -= 0.0 if text.endswith("...") else 1.5
    elif text[-1] in "?!":
        worth += 0.7
    if text[0] in _BULLETS or _ITEM.match(text):
        worth -= 1.3
    elif text[0].islower():
        worth -= 0.6
    if text.isupper() and " " in text:
        worth -= 1.7
    if _is_broken(text):
        worth -= 1.5
    return worth


def _is_broken(text: str) -> bool:
    """Tell whether a line is no heading: numbers, initials, a date, or the middle of a list."""
    words = text.split()
    if sum(map(len, words)) < 2 * len(words) or words[-1] in _CONJUNCTIONS:
        return True
    letters = sum([word[0].isalpha() for word in words])
    return letters * 3 < 2 * len(words) or bool(_DATED.search(text))
