"""Digits of other scripts as those of ASCII, each in its place."""

import re
from typing import Final

_ZEROS: Final = "٠۰०০๐"
"""Arabic, Persian, Devanagari, Bengali and Thai; the nine others follow each."""
_DIGITS: Final = {ord(zero) + number: str(number) for zero in _ZEROS for number in range(10)}
_ANY = re.compile(f"[{''.join(map(chr, _DIGITS))}]")


def has_other_digits(text: str, start: int, end: int) -> bool:
    """Tell whether a digit that is none of ASCII stands in [start, end) of *text*."""
    return _ANY.search(text, start, end) is not None


def in_ascii(text: str) -> str:
    """Return *text* with digits of ASCII, letter for letter."""
    return text if text.isascii() else text.translate(_DIGITS)
