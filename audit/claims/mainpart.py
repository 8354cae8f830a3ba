"""Which lines of a text are running prose, as far as their lengths and their full stops tell."""

import re
from collections.abc import Sequence
from typing import Final, Protocol

PROSE = 100
"""Characters from which on a line that holds a sentence is a paragraph."""
WRAPPED = 50
"""Characters from which on a line may be part of a paragraph that was broken into lines."""
WIDEST = 130
"""Characters of a line of such a paragraph at most."""
_RAGGED = 0.75
"""How much of the widest line every line of such a paragraph fills, but for its last."""
_CLOSE = 2
"""Characters between two lines that follow each other at once, but for the margin."""
_COLUMN = "   "
"""Blanks between two columns, at least; lines of even length have two between some words."""
_RUN = 3
"""Lines of that length, each right under the other, that are a paragraph."""
_WORDS = 9
"""Words of a paragraph at least, in scripts that divide words."""
_UNDIVIDED = 14
"""Characters from one space to the next in scripts that divide sentences, not words."""
_DENSE: Final = 40
"""Characters of a paragraph at least, in scripts whose signs are syllables or words."""
_ABJAD: Final = 70
"""The same in scripts without vowels, or that write them as parts of others."""
_SAMPLE: Final = 60
"""Characters of a line that tell its script."""
_SYLLABLES: Final = "\u1100"
"""The first sign of such scripts."""
_CONSONANTS = re.compile("[\u0590-\u0dff]")
_SENTENCE = re.compile(r"[.!?…:؟।][\"”»“)\]]?(?:\s|$)|[。！？]")
_DENSE_STOPS: Final = frozenset("。！？.!?…」”’》）؟۔")
_STOPS = tuple(".!?…:؟।")


class Placed(Protocol):
    """What has a place in a text: a line."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def text(self) -> str:
        """What it says."""

    @property
    def indent(self) -> int:
        """Characters of white space before it in its line."""


def prose(lines: Sequence[Placed], inside: Sequence[bool]) -> list[bool]:
    """Tell of each line whether it is a paragraph, or part of a broken one; *inside* as `inner`."""
    found = [
        line.end - line.start >= _DENSE and _is_long(line) and _is_paragraph(line.text)
        for line in lines
    ]
    for number, is_inner in enumerate(inside):
        if is_inner:
            found[number - _RUN + 1 : number + 1] = [True] * _RUN
        elif number and lines[number].text[-1] in _STOPS and _ends(*lines[number - 1 : number + 1]):
            found[number - 1 : number + 1] = [True] * 2
    return found


def _ends(above: Placed, line: Placed) -> bool:
    """Tell whether a line with a full stop is the second and last one of a broken paragraph."""
    return (
        (line.text[0].islower() or above.text[0].islower())
        and WRAPPED <= above.end - above.start <= WIDEST
        and line.end - line.start <= WIDEST
        and above.text[-1] not in _STOPS
        and line.start - line.indent - above.end <= _CLOSE
        and not _is_row(above.text)
    )


def inner(lines: Sequence[Placed]) -> list[bool]:
    """Tell of each line whether it is the third or a later one of a paragraph that was broken."""
    found, run, end, widest = [], 0, -_CLOSE - 1, 0
    last = 0
    for line in lines:
        size = line.end - line.start
        if WRAPPED <= size <= WIDEST and not _is_row(line.text):
            close = line.start - line.indent - end <= _CLOSE
            joined = run > 0 and close and last >= _RAGGED * max(widest, size)
            run, widest = (run + 1, max(widest, size)) if joined else (1, size)
        elif run >= _RUN - 1 and _closes(line, end) and last >= _RAGGED * widest:
            run, widest = _RUN, 0
        else:
            run, widest = 0, 0
        found.append(run >= _RUN)
        run = run if widest else 0
        end, last = line.end, size
    return found


def _closes(line: Placed, end: int) -> bool:
    """Tell whether a shorter *line* is the last one of a paragraph whose line above is at *end*."""
    is_close = line.start - line.indent - end <= _CLOSE
    return is_close and line.text[-1] in _STOPS and not _is_row(line.text)


def _is_row(text: str) -> bool:
    """Tell whether a line has several columns."""
    return "\t" in text or _COLUMN in text


def is_dense(text: str) -> bool:
    """Tell whether *text* begins in a script whose signs are syllables or words."""
    if text.isascii():
        return False
    head = text[:_SAMPLE]
    may_be = len(head.encode("utf-8", "surrogatepass")) > 2 * len(head)  # each has three bytes
    return may_be and 2 * sum(map(_SYLLABLES.__le__, head)) > len(head)


def _is_long(line: Placed) -> bool:
    """Tell whether a line is long enough for a paragraph; a dense script says more in less."""
    size = line.end - line.start
    if size >= PROSE or line.text[-1] not in _DENSE_STOPS:
        return size >= PROSE
    return is_dense(line.text) or (size >= _ABJAD and _CONSONANTS.match(line.text) is not None)


def _is_paragraph(text: str) -> bool:
    """Tell whether *text* holds a sentence, and words enough for one."""
    spaces = text.count(" ")
    if not text.isascii() and len(text) > _UNDIVIDED * (spaces + 1):
        return True
    return spaces >= _WORDS and _has_sentence(text)


def _has_sentence(text: str) -> bool:
    """Tell whether a sentence ends in *text*: most often as the first two looks find."""
    return ". " in text or text.endswith(_STOPS) or _SENTENCE.search(text) is not None
