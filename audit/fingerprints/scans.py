"""What scanning confuses: letters that look alike count as one, so that noise changes fewer words.

Code points are replaced one for one, so every place in the text stays what it was. Folded are
diacritics, look-alikes (i l 1 |, o 0, s f 5 and the long s, c e, u n, h b) and pairs of letters
that read as one (rn m, vv w, cl d); a digit only beside a letter, so that numbers stay numbers.
"""

import unicodedata
from typing import Final

import numpy as np
import numpy.typing as npt
import regex

from audit.fingerprints import characters

Codes = npt.NDArray[np.uint32]

_ALIKE: Final = ("il1|!", "o0", "fs5", "ce", "un", "hb")
_PAIRS: Final = ("rnm", "vvw", "cld")
_LAST_LATIN: Final = 0x250
_MARKS: Final = (0x300, 0x370)
_HEAP: Final = 4
"""Marks on one letter that are looked at."""

HYPHENATED: Final = regex.compile(r"(?<=\p{L})[-\u2010\xac=~][ \t]{0,4}\r?\n[ \t]{0,40}(?=\p{L})")
"""What stands between the parts of a word that a line end cuts, as scanners read it."""
SPECK: Final = regex.compile(r"(?<=\p{Ll})[.,:;'`^*_\xb7](?=\p{Ll})")
"""Dirt inside a word."""


def _letters() -> Codes:
    """Return for each code point the letter that it counts as."""
    table = np.arange(_LAST_LATIN, dtype=np.uint32)
    for code in range(_LAST_LATIN):
        folded = unicodedata.normalize("NFKD", chr(code)).casefold()
        bare = "".join(each for each in folded if not unicodedata.combining(each))
        if chr(code).isalpha() and len(bare) == 1:
            table[code] = ord(bare)
    for alike in _ALIKE:
        for letter in alike:
            if letter.isalpha():
                table[table == ord(letter)] = ord(alike[0])
    return table


_TABLE: Final = _letters()
_DIGITS: Final = {ord(each): ord(alike[0]) for alike in _ALIKE for each in alike if each in "015|!"}


def folded(codes: Codes) -> Codes:
    """Return *codes* with everything that scanning confuses made one, shape kept."""
    lower = codes.copy()
    latin = lower < _LAST_LATIN
    capital = (lower >= ord("A")) & (lower <= ord("Z"))
    lower[capital] += 32
    found = lower.copy()
    found[latin] = _TABLE[lower[latin]]
    letter = (found >= ord("a")) & (found <= ord("z"))
    beside = np.zeros(codes.size, dtype=np.bool_)
    beside[1:] |= letter[:-1]
    beside[:-1] |= letter[1:]
    for code, alike in _DIGITS.items():
        found[(codes == code) & beside] = alike
    for first, second, whole in _PAIRS:
        pair = np.flatnonzero((lower[:-1] == ord(first)) & (lower[1:] == ord(second)))
        pair = pair[np.append(True, np.diff(pair) > 1)[: pair.size]]
        found[pair] = _TABLE[ord(whole)]
        found[pair + 1] = characters.SILENT
    return found


def without_marks(codes: Codes, kinds: npt.NDArray[np.uint8]) -> None:
    """Let diacritics that stand alone behind a Latin letter count for nothing, in *kinds*."""
    mark = (codes >= _MARKS[0]) & (codes < _MARKS[1])
    latin = codes < _LAST_LATIN
    for _ in range(_HEAP):
        behind = mark & np.append(False, latin[:-1])[: codes.size]
        kinds[behind] = characters.SKIP
        latin = latin | behind
