"""Where in a long text the numbers begin that may be those of dates."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.codes import code_points

_PLANES: Final = 1 << 17
"""Code points among which digits are: those of the first two planes."""
_SIGNS: Final = tuple(map(ord, "-./"))
"""What parts the numbers of a date; no other sign has its code point between theirs."""


def starts_of_numbers(text: str) -> Sequence[int]:
    """Return in order where numbers of *text* begin that a digit or a sign of dates follows."""
    letters = code_points(text)
    is_digit = _digits().take(letters, mode="clip")
    first = np.flatnonzero(is_digit[:-1])
    if not len(first):
        return []
    first = first[(first == 0) | ~is_digit[first - 1]]
    behind = letters[first + 1]
    joins = is_digit[first + 1] | ((behind >= _SIGNS[0]) & (behind <= _SIGNS[-1]))
    found: list[int] = first[joins].tolist()
    return found


@cache
def _digits() -> npt.NDArray[np.bool_]:
    """Tell of every code point whether patterns take it for a digit; the last one is none."""
    signs = np.arange(_PLANES, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
    is_digit = np.zeros(_PLANES, dtype=np.bool_)
    is_digit[[found.start() for found in re.finditer(r"\d", signs)]] = True
    return is_digit
