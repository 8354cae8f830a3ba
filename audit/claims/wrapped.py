"""Titles at the left edge that were broken into lines, as in heads of acts and in Markdown."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from audit.claims.centred import begins_within, is_cut

if TYPE_CHECKING:
    from audit.claims.headline import Line

_MOST: Final = 4
"""Lines of such a title, at most; more of them are a paragraph."""
_FULL: Final = 30
"""Characters of its first line, at least: for the next word there was no room."""
_WIDEST: Final = 100
_BROKEN: Final = 70
"""Characters of a line with the next word, at least, where programs break lines at 78 or more."""
_AND: Final = frozenset(("and", "or", "und", "oder", "bzw.", "bis", "en", "of", "och", "og"))
"""What stands between `lower-` and `upper class`."""
_STOPS: Final = (".", "!", "?", ":", ";", ",")


def wrapped(
    lines: "Sequence[Line]", number: int, text: str, is_other: Callable[[int], bool]
) -> range:
    """Return the places of the lines over which a title in *text* goes on from line *number*.

    They stand apart from all others, and none of them is something else, as *is_other* tells.
    """
    alone = range(number, number + 1)
    if lines[number].level and lines[number].sign:
        return _heading(lines, number, text)
    block = _block(lines, number, text)
    if len(block) not in range(2, _MOST + 1) or not all(
        map(_may_be, lines[block.start : block.stop])
    ):
        return alone
    inner = range(block.start, block.stop - 1)
    if not all(_go_on(lines[at], lines[at + 1]) for at in inner):
        return alone
    return alone if any(is_other(at) for at in block) else block


def joined(texts: Sequence[str]) -> str:
    """Return the *texts* of lines as one; a hyphen at the end of a line parts no words."""
    words = texts[0]
    for text in texts[1:]:
        is_one = words[-1:] == "-" and words[-2:-1].isalnum() and text[0].isalnum()
        is_of_more = text.split(None, 1)[0].lower() in _AND
        words += text if is_one and not is_of_more else f" {text}"
    return words


def _heading(lines: "Sequence[Line]", number: int, text: str) -> range:
    """Return the lines of a heading of Markdown, which some programs break as they do paragraphs.

    The lines above its last one are so long that the next word had no room.
    """
    last = number
    while last + 1 < len(lines) and _touch(lines[last], lines[last + 1], text):
        last += 1
        line, below = lines[last - 1], lines[last]
        width = line.level + 1 + len(line.text) + 1 + len(below.text.split(None, 1)[0])
        is_other = below.level or below.text.endswith(_STOPS) or len(below.text) > _WIDEST
        if width < _BROKEN or is_other or last - number >= _MOST:
            return range(number, number + 1)
    return range(number, last + 1)


def _may_be(line: "Line") -> bool:
    return len(line.text) <= _WIDEST and not line.text.endswith(_STOPS)


def _go_on(line: "Line", below: "Line") -> bool:
    """Tell whether a title is cut at the end of a *line* without room for more."""
    within = is_cut(line.text) or below.text[0].islower() or begins_within(below.text)
    return within and len(line.text) >= _FULL and line.column == below.column


def _block(lines: "Sequence[Line]", number: int, text: str) -> range:
    """Return the lines around *number* with no blank line between, as far as they count."""
    first = last = number
    while last - first < _MOST and first and _touch(lines[first - 1], lines[first], text):
        first -= 1
    while (
        last - first < _MOST
        and last + 1 < len(lines)
        and _touch(lines[last], lines[last + 1], text)
    ):
        last += 1
    return range(first, last + 1)


def _touch(line: "Line", below: "Line", text: str) -> bool:
    return text.count("\n", line.end, below.start) == 1
