"""Lines that are set out below each other: fields of a record, points of a list."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from audit.claims.said import is_labelled

if TYPE_CHECKING:
    from audit.claims.headline import Line

_FIELD = re.compile(r"[^\W\d_][\w*/ -]{1,30}:(?:\s|$)")
_KNOWN: Final = frozenset(
    (
        *("author", "authors", "autor", "autorin", "auteur", "maintainer", "publisher", "verlag"),
        *("copyright", "license", "licence", "lizenz", "rights", "holder", "date", "datum", "year"),
        *("jahr", "version", "format", "language", "sprache", "source", "quelle", "keywords"),
        *("identifier", "isbn", "name", "description", "summary", "files", "url", "homepage"),
    )
)
"""Fields of which one at least is in a record; headlines with their kickers have none."""
_LEAST: Final = 3
"""Fields of a record, at least."""
_FAR: Final = 8
"""Lines above and below that are looked at."""
_SIGN = re.compile(r"[*+•–-]\s")
_POINT = re.compile(r"[*+]\s{1,4}\S(?!.*\*\Z)")
"""How a point of a list begins; a line between two stars is none."""
_POINTS: Final = ("*", "+", "-")
"""The signs of a point in Markdown."""


def is_set_out(lines: Sequence["Line"], number: int) -> bool:
    """Tell whether a line is of a record, and not its title, or of a point of a list."""
    text = lines[number].text
    if text[0] in "*+" or lines[number].sign in _POINTS:
        return _is_point(lines, number)
    first = _opener(lines, number)
    goes_on = first < number and _has_sign(lines[first])
    return not is_labelled(text) and (goes_on or _in_record(lines, first))


def _is_point(lines: Sequence["Line"], number: int) -> bool:
    """Tell whether a line begins with a sign that is set in, or with that of the one beside it."""
    line = lines[number]
    beside = lines[max(0, number - 1) : number + 2 : 2] if number else lines[1:2]
    if line.sign:
        return line.column > 0 or any(other.sign == line.sign for other in beside)
    alike = line.column > 0 or any(other.text[:2] == line.text[:2] for other in beside)
    return alike and _POINT.match(line.text) is not None


def _has_sign(line: "Line") -> bool:
    return line.sign in _POINTS or _SIGN.match(line.text) is not None


def _opener(lines: Sequence["Line"], number: int) -> int:
    """Return the line that one which is set in goes on from: the next above that is less so."""
    at, column = number, lines[number].column
    while at and number - at < _FAR and column and _touch(lines[at - 1], lines[at]):
        at -= 1
        if lines[at].column < column:
            return at
    return number


def _in_record(lines: Sequence["Line"], number: int) -> bool:
    """Tell whether a line is a field, and others right above or below it, one of a known name."""
    if not _is_field(lines[number]):
        return False
    found = [lines[number], *_fields(lines, number, -1), *_fields(lines, number, 1)]
    names = {line.text.partition(":")[0].strip().lower() for line in found}
    return len(found) >= _LEAST and not names.isdisjoint(_KNOWN)


def _fields(lines: Sequence["Line"], number: int, step: int) -> Iterator["Line"]:
    """Yield the fields that follow without a gap; what is set in goes on from a line above."""
    for at in range(number + step, number + step * _FAR, step):
        upper = min(at, at - step)
        if not 0 <= upper < len(lines) - 1 or not _touch(lines[upper], lines[upper + 1]):
            return
        if _is_field(lines[at]):
            yield lines[at]
        elif not lines[at].indent:
            return


def _is_field(line: "Line") -> bool:
    return not line.indent and ":" in line.text and _FIELD.match(line.text) is not None


def _touch(line: "Line", below: "Line") -> bool:
    return below.start - below.indent - line.end == 1
