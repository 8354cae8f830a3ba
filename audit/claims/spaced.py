"""Words whose letters stand apart, as printers set the names of newspapers: `T H E  N E W S`."""

import re
from typing import Final

_LEAST: Final = 5
"""Letters of such words, at least; fewer are initials."""
_WORD: Final = r"[^\W\d_](?: [^\W\d_]){0,40}[.,]?"
_SPACED: Final = re.compile(rf"{_WORD}(?:\s{{2,12}}{_WORD}){{0,12}}")
_GAP: Final = re.compile(r"\s{2,}")


def closed(text: str) -> str:
    """Return *text* with its letters together, where wider gaps tell its words apart."""
    if text[1:2] != " " or text[3:4].strip() or _SPACED.fullmatch(text) is None:
        return text
    words = [word.replace(" ", "") for word in _GAP.split(text)]
    return " ".join(words) if sum(map(len, words)) >= _LEAST else text
