"""Tell a changed sentence from the whole sentences that came or went beside it.

`in the autumn.` against `in the spring. It has a roof.` ends, token by token, in one change from
`autumn` to `spring. It has a roof`. To a reader it is a changed word and a new sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from audit.diff.pair import Gap, Pair, Side

REACH: Final = 64
"""Tokens of the sentence, before or behind a gap, that are looked at."""

Ranges = tuple[tuple[int, int], tuple[int, int]]
"""Tokens of the longer and of the shorter side."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The gaps that one gap becomes, and by how many tokens the last one reaches farther."""

    gaps: Sequence[Gap]
    shift: int = 0


def parted(pair: Pair, gap: Gap, left: int, right: int) -> Parted:
    """Part *gap*, between equal runs of which *left* and *right* tokens may be used."""
    a, b = (gap.a, gap.a_end), (gap.b, gap.b_end)
    if gap.a == gap.a_end or gap.b == gap.b_end:
        return Parted((gap,))
    for side, ranges, turned in ((pair.b, (b, a), True), (pair.a, (a, b), False)):
        room = min(right, REACH)
        size = _to_end(side, ranges[0][1], room)
        found = _behind(side, ranges, size) if size else None
        if found:
            return Parted(_gaps(found, turned=turned), size)
        found = _in_front(side, ranges, min(left, REACH))
        if found:
            return Parted(_gaps(found, turned=turned))
    return Parted((gap,))


def _gaps(found: tuple[Ranges, Ranges], *, turned: bool) -> list[Gap]:
    return [Gap(*short, *long) if turned else Gap(*long, *short) for long, short in found]


def _to_end(side: Side, place: int, room: int) -> int:
    """Return the tokens from *place* to the end of its sentence, 0 where that is too far."""
    for size in range(1, room + 1):
        if side.ends[place + size - 1]:
            return size
    return 0


def _behind(side: Side, ranges: Ranges, size: int) -> tuple[Ranges, Ranges] | None:
    """Part where the rest of the sentence behind the gap stands inside it too."""
    (first, last), (other, other_last) = ranges
    keys, ends = side.tokens.keys, side.ends
    rest = keys[last : last + size]
    for place in range(first + size, last - 1):
        if ends[place] and keys[place - size + 1 : place + 1] == rest:
            changed = (first, place - size + 1), (other, other_last)
            beside = other_last + size
            return changed, ((place + 1, last + size), (beside, beside))
    return None


def _in_front(side: Side, ranges: Ranges, room: int) -> tuple[Ranges, Ranges] | None:
    """Part where the beginning of the sentence in front of the gap stands inside it too."""
    (first, last), (other, other_last) = ranges
    keys, ends = side.tokens.keys, side.ends
    size = next((size for size in range(room + 1) if ends[first - size - 1]), 0)
    start = keys[first - size : first]
    for place in range(last - size - 2, first - 1, -1):
        if size and ends[place] and keys[place + 1 : place + 1 + size] == start:
            beside = other - size
            whole = (first - size, place + 1), (beside, beside)
            return whole, ((place + 1 + size, last), (other, other_last))
    return None
