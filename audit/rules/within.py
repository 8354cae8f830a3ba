"""The place of one character of a value: carets that point into a pattern, not at its beginning."""

import re
from dataclasses import replace
from typing import Final

from audit.rules.mistakes import Place
from audit.rules.nodes import Scalar

_ESCAPE: Final = re.compile(r"\\(?:x..|u....|U.{8}|.)")


def within(node: Scalar, offset: int) -> Place:
    """Return where character *offset* of the text of *node* stands; else where *node* begins.

    Beyond the last character it is the one after it. Texts that YAML folds from several lines
    are not followed.
    """
    if node.style in {"|", ">"}:
        return _block(node, offset) or node.place
    at = _flow(node, offset)
    return node.place if at is None else replace(node.place, column=node.place.column + at)


def _flow(node: Scalar, offset: int) -> int | None:
    """Return the characters from the beginning of the scalar, quote included, to *offset*."""
    line = node.place.file.line(node.place.line)[node.place.column - 1 :]
    if not node.style:
        return offset if line.startswith(node.text) else None
    at, seen, value = 1, 0, ""
    while seen < offset:
        piece = _piece(line, at, node.style)
        if not piece:
            return None
        value += node.text[seen : seen + 1]
        at, seen = at + len(piece), seen + 1
    return at if node.text.startswith(value) else None


def _piece(line: str, at: int, quote: str) -> str:
    """Return the characters of *line* that stand for one character of a quoted text."""
    if quote == "'":
        return line[at : at + 2] if line[at : at + 2] == "''" else line[at : at + 1]
    found = _ESCAPE.match(line, at)
    return found[0] if found else line[at : at + 1]


def _block(node: Scalar, offset: int) -> Place | None:
    before = node.text[:offset].split("\n")
    wanted = node.text.split("\n")[len(before) - 1]
    number = node.place.line + len(before)
    line = node.place.file.line(number)
    if node.style == ">" or line.strip() == "" or not line.endswith(wanted):
        return None
    indent = len(line) - len(wanted)
    return replace(node.place, line=number, column=indent + len(before[-1]) + 1)
