"""The lines at the top of a text, each with its place and with what tells of which kind it is."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import structs

from audit.claims.headline import Line
from audit.claims.markdown import level_of, words_in
from audit.claims.markup import LONGEST

TOP: Final = 600
"""Lines with words at the top of a text that are looked at one by one."""
_LINE = re.compile(r"\S[^\n]*")
"""From the first letter of a line to its end."""
_SIGN: Final = "#"


def top_lines(
    text: str, skips: Callable[[int], bool] | None, *, is_markdown: bool
) -> Sequence[Line]:
    """Return the first lines of *text* that hold something, but those at places that are skipped.

    In Markdown the signs of what kind a line is are no words of it. In other texts a line with such
    a sign is a heading, unless it is a remark of several lines.
    """
    found = list(_lines(text, skips))
    if is_markdown:
        return list(map(_unsigned, found))
    for at, line in enumerate(found):
        if line.text[0] == _SIGN and level_of(line.text) == 1 and not _is_remark(found, at):
            found[at] = structs.replace(line, level=1)
    return found


def _lines(text: str, skips: Callable[[int], bool] | None) -> Iterator[Line]:
    has_tabs = "\t" in text
    for number, found in enumerate(islice(_LINE.finditer(text), TOP)):
        start = found.start()
        if skips is None or not skips(start):
            words = found[0][:LONGEST].rstrip()
            indent = column = start - text.rfind("\n", 0, start) - 1
            if has_tabs and indent:
                column = len(text[start - indent : start].expandtabs())
            yield Line(number, start, start + len(words), words, indent, column)


def _unsigned(line: Line) -> Line:
    """Return a line of Markdown without its signs, and its level where they make it a heading."""
    first, last = words_in(line.text)
    return structs.replace(
        line,
        start=line.start + first,
        end=line.start + last,
        text=line.text[first:last],
        indent=line.indent + first,
        sign=line.text[:first].rstrip(),
        level=level_of(line.text),
    )


def _is_remark(lines: Sequence[Line], at: int) -> bool:
    """Tell whether another line with a sign stands right above or below."""
    pairs = ((lines[one], lines[one + 1]) for one in (at - 1, at) if 0 <= one < len(lines) - 1)
    return any(
        line.text[0] == below.text[0] and below.start - below.indent - line.end <= 1
        for line, below in pairs
    )
