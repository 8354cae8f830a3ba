"""Words that are written from right to left, as pages of a PDF show them, in reading order."""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

from audit.readers.bounds.from_right import (
    LETTERS,
    Box,
    goes_from_right,
    in_order,
    is_from_right,
    is_led_from_left,
)

_WORD: Final = re.compile(f"[{LETTERS}]{{2,}}")
_LIGATURE: Final = re.compile("([\u0622\u0623\u0625\u0627])(\u0644)|(\u0647)(\u0644\u0644)")
"""An alef and a lam; drawn as one sign they are a lam and an alef, never the other way round.

So are a heh and two lams, the end of the name of God.
"""
_LINE: Final = re.compile(r"[^\r\n]+")
_SAME: Final = 0.01
"""Points between two signs that are drawn as one."""
_LONGEST: Final = 200
"""Letters of a word."""
_Place = tuple[float, float]


def in_reading_order(page: Any) -> str:
    """Return the text of a page of pdfium, with words turned that it gives as they are drawn.

    A word whose letters stand further to the right one after the other is written backwards.
    """
    text = str(page.get_text_range())
    if not _WORD.search(text) or len(text) != page.count_chars():
        return text
    text = _WORD.sub(lambda found: _turned(page, found), text)
    usual = is_from_right(text)
    return _LINE.sub(lambda line: _in_order(page, line, usual=usual), text)


def _in_order(page: Any, line: re.Match[str], *, usual: bool) -> str:
    """Return a line in order; most of its page goes from right to left, or not as is *usual*."""
    from_right = goes_from_right(line[0], usual=usual)
    box = cache(lambda at: _box(page, line.start() + at))
    said = in_order(line[0], box, from_right=from_right)
    if from_right and not usual and is_led_from_left(said):
        return in_order(line[0], box, from_right=False)
    return said


def _turned(page: Any, found: re.Match[str]) -> str:
    """Return a word in reading order, its marks behind their letters."""
    letters = [at for at in range(*found.span()) if not unicodedata.combining(found.string[at])]
    if not len("ab") <= len(letters) <= _LONGEST:
        return found[0]
    first, last = _origin(page, letters[0]), _origin(page, letters[-1])
    if abs(first[1] - last[1]) <= _SAME and last[0] > first[0]:
        letters.reverse()
    elif len(letters) == len(found[0]):
        return _LIGATURE.sub(lambda pair: _parted(page, pair, found.start()), found[0])
    if len(letters) < len(found[0]):
        letters = _from_right(page, letters)
    behind: dict[int, str] = dict.fromkeys(letters, "")
    nearest = _nearest(page, letters)
    for at in range(*found.span()):
        if at not in behind:
            behind[nearest(at)] += found.string[at]
    return "".join(found.string[at] + behind[at] for at in letters)


def _from_right(page: Any, letters: list[int]) -> list[int]:
    """Return *letters* from the right, where they stand beside each other on the page.

    pdfium gives those that have marks astray.
    """
    places = {at: _origin(page, at) for at in letters}
    wide, high = (max(side) - min(side) for side in zip(*places.values(), strict=True))
    return sorted(letters, key=lambda at: -places[at][0]) if wide > high else letters


def _nearest(page: Any, letters: Sequence[int]) -> Callable[[int], int]:
    """Return what tells which of *letters* a mark stands at: the one its middle is nearest to.

    What is one sign of the page with it is nearer.
    """
    middles = {at: _middle(page, at) for at in letters}
    signs: dict[_Place, list[int]] = {}
    for at in letters:
        signs.setdefault(_origin(page, at), []).append(at)

    def nearest(mark: int) -> int:
        middle = _middle(page, mark)
        own = signs.get(_origin(page, mark), letters)
        return min(own, key=lambda at: abs(middles[at] - middle))

    return nearest


def _middle(page: Any, number: int) -> float:
    left, right, _ = _box(page, number)
    return (left + right) / 2


def _parted(page: Any, pair: re.Match[str], start: int) -> str:
    """Return lam and alef, or lams and heh, in their order where one sign shows all."""
    first, last = _origin(page, start + pair.start()), _origin(page, start + pair.end() - 1)
    return pair[0][1:] + pair[0][0] if _is_one(first, last) else pair[0]


def _is_one(one: _Place, other: _Place) -> bool:
    """Tell whether two places are the same, and one sign is drawn there."""
    return all(abs(here - there) <= _SAME for here, there in zip(one, other, strict=True))


def _origin(page: Any, number: int) -> _Place:
    """Return where a character of the page is drawn."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page.raw, number, x, y)
    return x.value, y.value


def _box(page: Any, number: int) -> Box:
    """Return where a character of the page begins and ends, and how high it is."""
    import pypdfium2

    try:
        left, bottom, right, top = page.get_charbox(number, loose=True)
    except pypdfium2.PdfiumError:  # of what pdfium added there may be none
        left, bottom = _origin(page, number)
        right, top = left, bottom
    return left, right, top - bottom
