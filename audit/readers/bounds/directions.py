"""Words that are written from right to left, as pages of a PDF show them, in reading order."""

import ctypes
import re
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

from audit.readers.bounds.from_right import LEFT, LETTERS, Box, in_order, is_from_right

_WORD: Final = re.compile(f"[{LETTERS}]{{2,}}")
_LIGATURE: Final = re.compile("([\u0622\u0623\u0625\u0627])(\u0644)")
"""An alef and a lam; drawn as one sign they are a lam and an alef, never the other way round."""
_LINE: Final = re.compile(r"[^\r\n]+")
_RUN: Final = re.compile(f"[{LEFT}][^{LETTERS}]*[{LEFT}]")
"""What is written from left to right within a line: all between two such letters (UAX 9, N1)."""
_MIRRORED: Final = str.maketrans("()[]", ")(][")
_PAIRED: Final = re.compile(r"[^()\[\]]*(?:(?:\([^()\[\]]*\)|\[[^()\[\]]*\])[^()\[\]]*)*")
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
    order = _from_right if is_from_right(text) else _from_left
    return _LINE.sub(lambda line: order(page, line), text)


def _from_right(page: Any, line: re.Match[str]) -> str:
    return in_order(line[0], lambda at: _box(page, line.start() + at))


def _from_left(page: Any, line: re.Match[str]) -> str:
    """Return a line with its words from left to right in order, and its brackets as meant."""
    if not _WORD.search(line[0]):
        return line[0]
    start = line.start()
    said = _RUN.sub(lambda run: _sorted(page, run, start), line[0])
    mirrored = said.translate(_MIRRORED)
    return mirrored if _PAIRED.fullmatch(mirrored) and not _PAIRED.fullmatch(said) else said


def _sorted(page: Any, run: re.Match[str], start: int) -> str:
    """Return the characters of a run from left to right, where its parts stand the other way."""
    first, last = start + run.start(), start + run.end() - 1
    if _origin(page, first) <= _origin(page, last):
        return run[0]
    places = sorted(range(len(run[0])), key=lambda at: _origin(page, first + at)[0])
    return "".join(run[0][at] for at in places)


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
    behind: dict[int, str] = dict.fromkeys(letters, "")
    for at in range(*found.span()):
        if at not in behind:
            behind[_letter_of(page, at, letters)] += found.string[at]
    return "".join(found.string[at] + behind[at] for at in letters)


def _letter_of(page: Any, mark: int, letters: Sequence[int]) -> int:
    """Return which of *letters* a *mark* stands at: the one that its middle is nearest to."""
    left, right, _ = _box(page, mark)
    middles = {at: sum(_box(page, at)[:2]) / 2 for at in letters}
    return min(letters, key=lambda at: abs(middles[at] - (left + right) / 2))


def _parted(page: Any, pair: re.Match[str], start: int) -> str:
    """Return lam and alef in their order where one sign of the page shows both."""
    one, other = (_origin(page, start + at) for at in (pair.start(1), pair.start(2)))
    is_one = all(abs(here - there) <= _SAME for here, there in zip(one, other, strict=True))
    return pair[2] + pair[1] if is_one else pair[0]


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
