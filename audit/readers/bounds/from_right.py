"""Lines of a PDF's page that are read from right to left, by where their parts are drawn."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple
from unicodedata import combining

from audit.readers.bounds.brackets import ROUND, bracketed

LETTERS: Final = (
    "\u0591-\u05f2\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff"
    "\u0710-\u07bf\u07ca-\u07f5\u0800-\u08ff\ufb1d-\ufdfb\ufe70-\ufefc"
)
"""Letters and their marks, without digits, which are written from left to right."""
_LEFT: Final = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"
_LETTER: Final = re.compile(f"[{LETTERS}]")
_LEFT_LETTER: Final = re.compile(f"[{_LEFT}]")
_ARABIC: Final = re.compile("[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufefc]")
_PARTS: Final = (
    rf"[{LETTERS}]+|{{}}\d+(?:[{{}}.,:/\u066b\u066c]\d+)*{{}}|(?:(?![{LETTERS}\d])\w)+|[^\w]"
)
_PART: Final = re.compile(_PARTS.format("[#$%€£]?", "+-", "[%€£°]?"))
_ARABIC_PART: Final = re.compile(_PARTS.format("", "", ""))
"""A word, a number, or a sign; with Arabic letters a dash parts numbers (UAX 9, W2 and W4)."""
_ADDRESS: Final = re.compile(r"\w[@.:/]\S|//")
_SIGNS: Final = frozenset(".,:/\u066b\u066c")
"""Signs within a number."""
_ASTRAY: Final = re.compile(r"[.,;:،؛][\"”»)]?\w")
"""How a line of foreign words begins whose full stop is drawn where lines end."""
_LED: Final = re.compile(rf"\s(?::[{_LEFT}][^{LETTERS}]*|[.)]\d{{1,3}})\Z")
"""How one ends that has been put in order from the wrong side: `Title:` stands before the rest.

So does the number of an item.
"""
_BRACKETS: Final = {sign: kind for kind in ("()", "[]", "{}") for sign in kind}
_UNITS: Final = frozenset(
    (
        *("mm", "cm", "m", "km", "g", "kg", "mg", "ml", "l", "s", "ms", "px", "dpi", "fps"),
        *("kB", "KB", "MB", "GB", "TB", "kbps", "Mbps", "Gbps", "Hz", "kHz", "MHz", "GHz"),
        *("V", "W", "kW", "kWh", "MW", "GW", "mAh"),
    )
)
"""What stands behind a number: where both are drawn from left to right, the number is first."""
_STRAY: Final = 100
"""Marks of a line that are looked at one by one."""
_GAP: Final = 0.12
"""How wide a blank is at least, of the height of a line."""
Box = tuple[float, float, float]
"""Where a character begins on the left and ends on the right, and how high it is."""


class _Part(NamedTuple):
    """A word, a number or a sign, and where it begins on the left and ends on the right."""

    text: str
    left: float
    right: float

    @property
    def is_mere_gap(self) -> bool:
        """Whether it is a blank that has no width: a guess of where a word ends."""
        return self.text == " " and self.left == self.right

    def is_word_over(self, place: float) -> bool:
        """Tell whether it is a word from right to left that is drawn where *place* is."""
        return self.left < place < self.right and _LETTER.match(self.text) is not None


def is_from_right(text: str) -> bool:
    """Tell whether most letters of *text* are written from right to left."""
    return len(_LETTER.findall(text)) > len(_LEFT_LETTER.findall(text))


def goes_from_right(line: str, *, usual: bool) -> bool:
    """Tell whether most words of *line*, addresses aside, do; where that is *usual*, a third."""
    words = [word for word in line.split() if not _ADDRESS.search(word)]
    right = sum(_LETTER.search(word) is not None for word in words)
    left = sum(_LEFT_LETTER.search(word) is not None for word in words)
    if usual and right and _ASTRAY.match(line):
        return True
    return 2 * right >= left if usual else right > left


def is_led_from_left(said: str) -> bool:
    """Tell whether a line that is *said* from right to left begins with a label on the left."""
    return _LED.search(said) is not None


def in_order(line: str, box: Callable[[int], Box], *, from_right: bool = True) -> str:
    """Return *line* in reading order; *box* tells where its characters are drawn.

    What UAX 9 (rules W4, N1, L2) does to show a line is undone. Where the line itself does not go
    *from_right*, words in it do.
    """
    if not (_LETTER.search(line) or (from_right and _ASTRAY.match(line))):
        return line
    pattern = _ARABIC_PART if _ARABIC.search(line) else _PART
    boxes = list(map(box, range(len(line))))
    high = max(height for _, _, height in boxes)
    parts = _with_marks([_placed(part, boxes) for part in pattern.finditer(line)])
    parts.sort(key=lambda part: -part.left)
    words = list(_parted(parts, _GAP * high))
    if not from_right:
        return bracketed("".join(_with_runs_from_right(words[::-1])), ROUND)
    signs = _SIGNS if pattern is _ARABIC_PART else _SIGNS | {"+", "-"}
    said = (word for start, end in _runs(words, signs) for word in reversed(words[start:end]))
    return bracketed("".join(said))


def _with_runs_from_right(words: Sequence[str]) -> Iterator[str]:
    """Yield *words* from left to right, those together that go the other way from their last on."""
    run: list[str] = []
    size = 0
    for word in words:
        if _LETTER.match(word):
            run.append(word)
            size = len(run)
        elif run and not _LEFT_LETTER.search(word):
            run.append(word)
        else:
            yield from (*reversed(run[:size]), *run[size:], word)
            run, size = [], 0
    yield from (*reversed(run[:size]), *run[size:])


def _placed(part: re.Match[str], boxes: Sequence[Box]) -> _Part:
    own = boxes[part.start() : part.end()]
    return _Part(part[0], min(box[0] for box in own), max(box[1] for box in own))


def _with_marks(parts: Sequence[_Part]) -> list[_Part]:
    """Return *parts* with marks that stand for themselves put into the words they are drawn at."""
    stray = [part for part in parts if all(map(combining, part.text))]
    if not 0 < len(stray) <= _STRAY:
        return list(parts)
    others = [part for part in parts if part not in stray]
    for mark in stray:
        middle = (mark.left + mark.right) / 2
        at = next((n for n, part in enumerate(others) if part.is_word_over(middle)), None)
        if at is None:
            others.append(mark)
            continue
        word = others[at]
        letters = len(word.text) * (word.right - middle) / (word.right - word.left)
        cut = min(int(letters) + 1, len(word.text))
        others[at] = word._replace(text=word.text[:cut] + mark.text + word.text[cut:])
    return others


def _parted(parts: Sequence[_Part], gap: float) -> Iterator[str]:
    """Yield the words and signs of *parts*, from the right, with blanks where there is room.

    What pdfium guesses stands beside the wrong side of signs; two words it parts are kept so.
    """
    guessed = False
    before: _Part | None = None
    for part in parts:
        if part.is_mere_gap:
            guessed = True
            continue
        if before and " " not in (before.text, part.text):
            are_words = before.text[-1].isalnum() and part.text[0].isalnum()
            if before.left - part.right >= gap or (guessed and are_words):
                yield " "
        yield part.text
        guessed, before = False, part


def _runs(words: Sequence[str], signs: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where each part of *words* that is read for itself starts and ends.

    The *signs* stand within numbers.
    """
    ends, end = [0] * len(words), 0
    for at in range(len(words) - 1, -1, -1):
        if _LETTER.match(words[at]):
            end = 0
        elif not end and _LEFT_LETTER.search(words[at]):
            end = at + 1
        ends[at] = end
    start = 0
    while start < len(words):
        first = start + _closes_words(words, ends, start)
        stop = first + 1
        if words[first][0].isalnum() and not _LETTER.match(words[first]):
            stop = _end_of_left(words, first, ends[first]) or _end_of_number(words, first, signs)
        yield start, stop
        start = stop


def _closes_words(words: Sequence[str], ends: Sequence[int], at: int) -> bool:
    """Tell whether *at* a place a bracket closes that is open in the words behind it."""
    after = words[at + 1 : at + 2]
    if words[at] not in _BRACKETS or not after or not (after[0][0].isalnum() and ends[at + 1]):
        return False
    same = _BRACKETS[words[at]]
    return sum(word in same for word in words[at + 1 : ends[at + 1]]) % 2 == 1


def _end_of_left(words: Sequence[str], start: int, end: int) -> int:
    """Return where the words from left to right end that begin at *start*; none before *end*.

    A number that touches them is theirs (`10GB`); one before their unit stands for itself.
    """
    if words[start:end][1:2] == [" "] and words[start][0].isdecimal() and end == start + len("1 m"):
        return start + 1 if words[end - 1] in _UNITS else end
    return end + 1 if end and words[end : end + 1] and words[end][0].isdecimal() else end


def _end_of_number(words: Sequence[str], start: int, signs: frozenset[str]) -> int:
    """Return where the number ends that begins at *start*, its *signs* between digits in it."""
    end = start + 1
    while words[end : end + 1] and words[end] in signs and words[end + 1 : end + 2]:
        if not words[end + 1].isdecimal():
            break
        end += 2
    return end
