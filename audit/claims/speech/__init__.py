"""The languages of a text: paragraph by paragraph, from few samples, and where each begins."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from audit.claims.speech.judge import LENGTH, PROBES, Judged, Piece, Tongue
from audit.claims.speech.named import tag_of, tags_of
from audit.claims.speech.tell import SEVERAL, has_model, tell_line
from audit.claims.speech.tongues import primary

__all__ = ["SEVERAL", "Tongue", "has_model", "languages", "primary", "tag_of", "tags_of"]

_LINES: Final = 200_000
_LONG: Final = 20_000
_WINDOW: Final = 1_500
"""Characters of a long text, and of each sample of it."""
_MIXED: Final = 0.3
"""Share of the stretches in several languages from which the lines are judged one by one."""
_SHORT: Final = 80
"""Characters of such a line; shorter ones are joined."""
_LINE = re.compile(r"[^\n]{12,}")
_COMMENTS: Final = ('.\\"', "'\\\"", ".\\#", '\\"')
"""How lines of roff begin that nobody sees: who wrote a page, and what its licence is."""
_BLANKS: Final = 4
"""Blanks in a line of prose; one with fewer is a heading or a menu."""
_DENSE: Final = 12
_ABOVE: Final = 0x0E00
"""Code points from which scripts write words without blanks, and say much in few letters."""

Skip = Callable[[int], bool]


def languages(text: str, skip: Skip = lambda _: False) -> Sequence[Tongue]:
    """Return the languages of *text* that fill long stretches, the main one first.

    Empty for a text that is too short. *skip* tells offsets of lines that do not count.
    """
    sampled = _sampled(text, skip)
    if sampled:
        return sampled
    judged = Judged(text, _stretches(text, skip))
    tongues = judged.tongues()
    if judged.mixed < _MIXED:
        return tongues
    lines = Judged(text, _stretches(text, skip, length=_SHORT), tell_line).tongues()
    return lines if lines and lines[0].language else tongues


def _sampled(text: str, skip: Skip) -> Sequence[Tongue]:
    """Return the one language that samples all over a long text agree on, or nothing."""
    if len(text) < _LONG:
        return ()
    step = (len(text) - _WINDOW) // (PROBES - 1)
    samples = []
    for at in range(0, PROBES * step, step):
        sample = _first_stretch(text, skip, at, at + _WINDOW)
        if sample is None:
            return ()
        samples.append(sample)
    judged = Judged(text, samples)
    found = judged.tongues()
    agreed = len(found) == 1 and found[0].share == 1.0 and not judged.mixed
    return found if agreed and found[0].language else ()


def _first_stretch(text: str, skip: Skip, start: int, end: int) -> Piece | None:
    """Return the first of the stretches in [start, end), for which few lines are looked at."""
    prose, size = list[Piece](), 0
    for line in _lines(text, start, end):
        if _is_prose(text, line) and not skip(line[0]):
            prose.append(line)
            size += line[1] - line[0]
        if size >= LENGTH:
            return next(_joined(prose, LENGTH))
    lines = (line for line in _lines(text, start, end) if not skip(line[0]))
    return next(_joined(lines, LENGTH), None)


def _stretches(text: str, skip: Skip, length: int = LENGTH) -> list[Piece]:
    """Return lines of prose, joined to stretches of some length; all lines if there is no prose."""
    lines = list(islice(_lines(text, 0, len(text)), _LINES))
    prose = [line for line in lines if _is_prose(text, line) and not skip(line[0])]
    enough = sum(end - start for start, end in prose) >= LENGTH
    return list(_joined(prose if enough else [line for line in lines if not skip(line[0])], length))


def _lines(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the longer lines in [start, end) that are no comments in a page of a manual."""
    for line in _LINE.finditer(text, start, end):
        if not text.startswith(_COMMENTS, line.start()):
            yield line.span()


def _is_prose(text: str, line: Piece) -> bool:
    start, end = line
    if text.count(" ", start, end) >= _BLANKS:
        return True
    shown = text[start : min(end, start + LENGTH)]
    more = 0 if shown.isascii() else len(shown.encode("utf-8", "surrogatepass")) - len(shown)
    return more >= 2 * _DENSE and sum(ord(c) >= _ABOVE for c in shown) >= _DENSE


def _joined(lines: Iterable[Piece], length: int) -> Iterator[Piece]:
    """Yield stretches of whole lines; a rest is one only where it is long, or nothing else is."""
    first = last = -1
    size, is_first = 0, True
    for line in lines:
        for start, end in _cut(line):
            first = start if first < 0 else first
            last, size = end, size + end - start
            if size >= length:
                yield first, last
                first, size, is_first = -1, 0, False
    if first >= 0 and (is_first or size >= length // 2):
        yield first, last


def _cut(line: Piece) -> Iterator[Piece]:
    at, end = line
    while end - at > 2 * LENGTH:
        yield at, at + LENGTH
        at += LENGTH
    yield at, end
