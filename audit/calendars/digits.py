"""Where in a long text the numbers begin that may be those of dates."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.codes import CodePoints, code_points

_PLANES: Final = 1 << 17
"""Code points among which digits are: those of the first two planes."""
_SIGNS: Final = tuple(map(ord, "-./"))
"""What parts the numbers of a date; no other sign has its code point between theirs."""
_BLANK: Final = ord(" ")
_SMALL: Final = 0x20
"""What a capital of ASCII lacks to be a small letter."""
_A: Final = ord("a")
_ALPHABET: Final = 26
_BEYOND, _LAST = 0xA0, 0xFFFF
"""Beyond ASCII, the code points between which a letter may stand, or a blank that is not broken."""


def starts_of_numbers(text: str) -> Sequence[int]:
    """Return in order where numbers of *text* begin that more of a date follows.

    That is a digit and another of them or a sign of dates, or a sign and a digit, blank or letter.
    """
    letters = code_points(text)
    is_digit = _digits().take(letters, mode="clip")
    first = np.flatnonzero(is_digit[:-2])
    if not len(first):
        return []
    first = first[(first == 0) | ~is_digit[first - 1]]
    behind, third = letters[first + 1], letters[first + 2]
    is_third = is_digit[first + 2]
    is_letter = ((third | _SMALL) - _A < _ALPHABET) | ((third >= _BEYOND) & (third <= _LAST))
    is_long = is_digit[first + 1] & (is_third | _are_signs(third))
    is_parted = _are_signs(behind) & (is_third | (third == _BLANK) | is_letter)
    found: list[int] = first[is_long | is_parted].tolist()
    return found


def _are_signs(letters: CodePoints) -> npt.NDArray[np.bool_]:
    return (letters >= _SIGNS[0]) & (letters <= _SIGNS[-1])


@cache
def _digits() -> npt.NDArray[np.bool_]:
    """Tell of every code point whether patterns take it for a digit; the last one is none."""
    signs = np.arange(_PLANES, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
    is_digit = np.zeros(_PLANES, dtype=np.bool_)
    is_digit[[found.start() for found in re.finditer(r"\d", signs)]] = True
    return is_digit
