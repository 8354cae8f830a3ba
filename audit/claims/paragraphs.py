"""Whether a line is the first of a paragraph that was broken into lines."""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from audit.claims.shape import ends_as_sentence

_WRAPPED: Final = 45
"""Characters of the first line of such a paragraph, at least."""
_WORDS: Final = 4
"""Blanks between the words of a sentence, at least."""
_FEW: Final = 5
"""Lines of such sentences, at most, between blank lines."""
_ABOVE: Final = 600
"""Characters above a line in which such others stand."""
_CAPITALS: Final = 4
"""Lines of capitals that are a paragraph, at least; of others three are."""
_LONGEST: Final = 3000
"""Characters of a paragraph that are looked at."""
_INDENT: Final = 4
"""Blanks by which a line of a paragraph is set in, at most."""
_WIDEST: Final = 132
"""Characters of a line, at most."""
_EDGE: Final = 4
"""Lines that end near each other and show where a margin is, at least."""
_RAGGED: Final = 6
_STOPS: Final = (".", ":", ";", "!", "?")
_OPEN: Final = (
    " a the and or and/or of at than as may shall your our their its these der das den "
    "dem des eine und oder von für im zur zum le les un une du de et ou par pour dans avec qui el "
    "los las una del por para con que il gli della di da per che "
)
"""Words behind which a sentence goes on; others may end a headline: `Life goes on`, `Bees die`."""


def is_of_paragraph(text: str, start: int) -> bool:
    """Tell whether the line at *start* opens a paragraph, or is one of a few sentences."""
    return opens_paragraph(text, start) or _is_sentence_among(text, start)


def _is_sentence_among(text: str, start: int) -> bool:
    """Tell whether the line ends with a full stop, as those below it, or below others."""
    first, *others = _paragraph(text, start)
    if not first.endswith(".") or first.count(" ") < _WORDS or first.isupper():
        return False
    if others and not all(line.endswith(_STOPS) for line in others):
        return False
    above = text[max(0, start - _ABOVE) : start].split("\n")[:-1]
    upon = list(takewhile(str.strip, reversed(above)))
    return len(upon) in range(1, _FEW) or (not upon and len(others) in range(1, _FEW))


def is_within_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence goes on from the line above [start, end) of *text*, or to the next.

    A line of its own may end as a headline does: `What the town has to pay for`.
    """
    line = text[start:end]
    *_, upon, _ = ["", *text[max(0, start - 2 * _WIDEST) : start].split("\n")]
    _, below, *_ = [*text[end : end + 2 * _WIDEST].split("\n"), ""]
    upon, below = _bare(upon), _bare(below)
    is_second = (
        line.split(None, 1)[0].islower() and len(upon) >= _WRAPPED and not upon.endswith(_STOPS)
    )
    return is_second or (bool(upon or below) and is_open(line))


def is_open(line: str) -> bool:
    """Tell whether *line* ends with a word behind which a sentence goes on."""
    return f" {line.rsplit(None, 1)[-1]} " in _OPEN


def _bare(line: str) -> str:
    """Return *line* without blanks and the signs of a comment around it; a rule is nothing."""
    return line.strip("#*;/ \t\r") if any(map(str.isalpha, line)) else ""


def opens_paragraph(text: str, start: int) -> bool:
    """Tell whether the line at *start* is in the midst of a sentence, which others below it end."""
    first, *others = _paragraph(text, start)
    if not others or len(first) < _WRAPPED or first.endswith(_STOPS):
        return False
    last = others[-1]
    if not (ends_as_sentence(last) or last.endswith(_STOPS) or is_open(last)):
        return False
    if first.isupper() and others[0].isupper():
        return 1 + len(others) >= _CAPITALS
    is_small = others[0][0].islower()
    if len(others) == 1:
        return (is_small and _are_full((first, *others))) or _is_filled(text, first, others[0])
    return (is_small and len(others[0]) >= _WRAPPED) or _are_full((first, *others))


def _is_filled(text: str, first: str, below: str) -> bool:
    """Tell whether the *first* of two lines had no room for the next word, as wide as *text* is.

    Its margin shows where several lines end.
    """
    widths = sorted(len(line) for line in text[:_LONGEST].split("\n") if len(line) <= _WIDEST)
    width = widths[-1] if len(widths) >= _EDGE else 0
    has_margin = width > 0 and width - widths[-_EDGE] <= _RAGGED
    least = width - len(below.split(None, 1)[0])
    return has_margin and width >= max(len(first), len(below)) and len(first) >= least


def _are_full(lines: Sequence[str]) -> bool:
    """Tell whether of no line the next word had found room in the one above."""
    width = max(map(len, lines)) - _INDENT
    pairs = pairwise(lines)
    return width <= _WIDEST and all(len(a) + len(b.split()[0]) >= width for a, b in pairs)


def _paragraph(text: str, start: int) -> Sequence[str]:
    """Return the lines of the paragraph that begins at *start*, without what rules it off."""
    lines = map(str.strip, text[start : start + _LONGEST].split("\n"))
    return list(takewhile(lambda line: any(map(str.isalpha, line)), lines))
