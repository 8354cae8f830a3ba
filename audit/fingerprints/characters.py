"""What each character means to a word: a class and a folded value, learned when first seen.

Values follow NFKD of the case-folded character (Unicode 16, UAX #15), so that composed and
decomposed, full-width and half-width, upper and lower case give one word. Combining marks take
no position of their own, which makes their order irrelevant. Dotless and dotted i are one letter:
Turkish capitals fold to them without a locale.
"""

import unicodedata
from typing import Final

import numpy as np
import numpy.typing as npt
import regex

OTHER: Final = 0
WORD: Final = 1
SINGLE: Final = 2
"""A character of a script without spaces: a word of its own."""
MARK: Final = 3
SKIP: Final = 4
"""Invisible inside a word: soft hyphen, joiners, bidi controls, tatweel."""
JOINER: Final = 5
"""An apostrophe: part of a word only between two letters, and worth nothing."""
UNSEEN: Final = 255

MULTIPLIER: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 64) - 1
SILENT: Final = 0x110000
"""No code point: stands for a letter that counts for nothing, behind all that exist."""
_SIZE: Final = SILENT + 1
_JOINERS: Final = frozenset("'\u2019\u02bc\u2018\u00b4\uff07\u05f3")
_SKIPPED: Final = frozenset("\u0640\u034f")
_HALF_WIDTH_MARKS: Final = frozenset("\uff9e\uff9f")
"""Voiced sound marks that Unicode calls letters, because they take a place of their own."""
_SPACELESS: Final = regex.compile(
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}"
    r"\p{Script=Khmer}\p{Script=Myanmar}\u30FC]"
)

classes: Final = np.full(_SIZE, UNSEEN, dtype=np.uint8)
values: Final = np.zeros(_SIZE, dtype=np.uint64)
masked: Final = np.zeros(_SIZE, dtype=np.uint64)
"""Values with every digit read as zero."""
widths: Final = np.zeros(_SIZE, dtype=np.uint8)
"""Positions that a character takes in its word."""
digits: Final = np.zeros(_SIZE, dtype=np.bool_)


classes[SILENT] = WORD


def mix(number: int) -> int:
    """Scramble 64 bits (the finalizer of SplitMix64, Steele et al. 2014)."""
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _MASK
    return number ^ (number >> 31)


def learn(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """Return the class of each of *codes*, and fill the tables for those not seen before."""
    kinds = classes[codes]
    unseen = kinds == UNSEEN
    if not unseen.any():
        return kinds
    for code in np.unique(codes[unseen]).tolist():
        _learn(code)
    return classes[codes]


def _learn(code: int) -> None:
    character = chr(code)
    kind = _kind(character)
    if kind in (WORD, SINGLE, MARK):
        folded = _fold(character)
        digits[code] = unicodedata.category(character) == "Nd"
        values[code], widths[code] = _value(folded)
        masked[code], _ = _value("0" if digits[code] else folded)
    classes[code] = kind


def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if character in _JOINERS:
        return JOINER
    if character in _SKIPPED or (category == "Cf" and character != "\u200b"):
        return SKIP
    if category[0] == "M" or character in _HALF_WIDTH_MARKS:
        return SKIP if unicodedata.name(character, "").startswith("VARIATION") else MARK
    if category[0] in "LN":
        return SINGLE if _SPACELESS.match(character) else WORD
    return OTHER


def _fold(character: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", character).casefold())
    return folded.replace("\u0131", "i").replace("i\u0307", "i")


def _value(folded: str) -> tuple[int, int]:
    total, position = 0, 0
    for character in folded:
        is_mark = unicodedata.category(character)[0] == "M"
        place = max(position - 1, 0) if is_mark else position
        total += mix(ord(character) * 2 + 1) * pow(MULTIPLIER, place, 1 << 64)
        position += not is_mark
    return total & _MASK, position
