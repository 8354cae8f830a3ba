"""Words that are written from right to left, as pages of a PDF show them, in reading order."""

import ctypes
import re
from typing import Any, Final

_LETTERS: Final = (
    "\u0591-\u05f2\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff"
    "\u0710-\u07bf\u07ca-\u07f5\u0800-\u08ff\ufb1d-\ufdfb\ufe70-\ufefc"
)
"""Letters and their marks, without digits, which are written from left to right."""
_WORD: Final = re.compile(f"[{_LETTERS}]{{2,}}")
_LIGATURE: Final = re.compile("([\u0622\u0623\u0625\u0627])(\u0644)")
"""An alef and a lam; drawn as one sign they are a lam and an alef, never the other way round."""
_LINE: Final = re.compile(r"[^\r\n]+")
_LEFT: Final = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"
_RUN: Final = re.compile(f"[{_LEFT}][^{_LETTERS}]*[{_LEFT}]")
"""What is written from left to right within a line: all between two such letters (UAX 9, N1)."""
_MIRRORED: Final = str.maketrans("()[]", ")(][")
_PAIRED: Final = re.compile(r"[^()\[\]]*(?:(?:\([^()\[\]]*\)|\[[^()\[\]]*\])[^()\[\]]*)*")
_SAME: Final = 0.01
"""Points between two signs that are drawn as one."""
_Place = tuple[float, float]


def in_reading_order(page: Any) -> str:
    """Return the text of a page of pdfium, with words turned that it gives as they are drawn.

    A word whose letters stand further to the right one after the other is written backwards.
    """
    text = str(page.get_text_range())
    if not _WORD.search(text) or len(text) != page.count_chars():
        return text
    text = _LINE.sub(lambda line: _in_order(page, line), text)
    return _WORD.sub(lambda found: _turned(page, found), text)


def _in_order(page: Any, line: re.Match[str]) -> str:
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
    word = found[0]
    first, last = _origin(page, found.start()), _origin(page, found.end() - 1)
    if abs(first[1] - last[1]) <= _SAME and last[0] > first[0]:
        return word[::-1]
    return _LIGATURE.sub(lambda pair: _parted(page, pair, found.start()), word)


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
