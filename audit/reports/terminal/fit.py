"""Fit texts and columns into a width: cut in the middle, drop by priority, never squeeze."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

GUTTER: Final = 2
"""Cells between two columns."""
ELLIPSES: Final = ("…", "...")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one column asks for, in cells; one whose *least* is below its *wish* may be cut."""

    wish: int
    least: int
    priority: int
    """0 stays whatever happens; of the others the highest goes first."""


def fit(needs: Sequence[Need], width: int) -> dict[int, int]:
    """Return the cells of every column that stays, by its index."""
    stay = dict(enumerate(needs))
    while _sum(need.least for need in stay.values()) > width and any(
        need.priority for need in stay.values()
    ):
        del stay[max(stay, key=lambda index: (stay[index].priority, index))]
    cells = {index: need.wish for index, need in stay.items()}
    while _sum(cells.values()) > width and any(cells[i] > stay[i].least for i in stay):
        widest = max((i for i in stay if cells[i] > stay[i].least), key=lambda i: cells[i])
        cells[widest] -= 1
    return cells


def _sum(cells: Iterable[int]) -> int:
    numbers = list(cells)
    return sum(numbers) + GUTTER * max(0, len(numbers) - 1)


def cut_end(text: str, width: int, ellipsis: str) -> str:
    """Return *text* in at most *width* cells, its end replaced by *ellipsis*."""
    if cell_len(text) <= width:
        return text
    return _head(text, max(0, width - cell_len(ellipsis))).rstrip() + ellipsis[: max(0, width)]


def cut_path(path: str, width: int, ellipsis: str) -> str:
    """Return *path* in at most *width* cells; what goes is its middle, what stays its file name.

    Of a file name that is too long itself, both ends stay: dates stand first, numbers last.
    """
    if cell_len(path) <= width:
        return path
    name = path[path.rfind("/") :] if "/" in path else path
    room = width - cell_len(name) - cell_len(ellipsis)
    if room >= 1 and name != path:
        return _head(path, room) + ellipsis + name
    room = max(0, width - cell_len(ellipsis))
    head = _head(name.removeprefix("/"), room // 2)
    return head + ellipsis + _tail(name, room - cell_len(head))


def _head(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text


def _tail(text: str, width: int) -> str:
    return _head(text[::-1], width)[::-1]
