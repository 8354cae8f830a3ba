"""Letters that a font of a PDF tells wrongly: ligatures with swapped bytes, one sign for all."""

import re
from collections import Counter
from typing import Final

_LATIN: Final = "A-Za-z\u00c0-\u024f"
_SWAPPED: Final = re.compile(
    f"(?<=[{_LATIN}])(?:\u6600{{1,2}}|\u7400)(?:\u6600|\u6900|\u6a00|\u6c00|\u7400)"
    f"|(?:\u6600{{1,2}}|\u7400)(?:\u6600|\u6900|\u6a00|\u6c00|\u7400)(?=[{_LATIN}])"
)
"""`fi`, `fl`, `ffi`, `tt` and their kin in a word, each letter with its two bytes swapped."""
_BYTE: Final = 256
_FEW: Final = 20
_MOST: Final = 0.6
"""The share of one letter in a text from which on its fonts cannot tell letters apart."""


def with_ligatures(text: str) -> tuple[str, int]:
    """Return *text* with the ligatures as the page shows them, and how many were told wrongly."""
    return _SWAPPED.subn(lambda found: "".join(chr(ord(sign) // _BYTE) for sign in found[0]), text)


def untold(text: str) -> tuple[str, ...]:
    """Return what must be said of a text in which one sign stands for most of its letters."""
    letters = Counter(sign for sign in text if not sign.isascii() and sign.isalpha())
    of = sum(sign.isalpha() for sign in text)
    for sign, count in letters.most_common(1):
        if count >= _FEW and count > of * _MOST:
            return (f"its fonts do not tell letters apart: {sign} stands for {count:,} of {of:,}",)
    return ()
