"""Ranges of numbers, in order and apart from each other, as sets."""

from collections.abc import Iterable, Sequence

Range = tuple[int, int]
"""From where to where."""


def merged(*sets: Iterable[Range]) -> list[Range]:
    """Return what is in any of *sets*, whose ranges may overlap; those that touch are one."""
    united: list[Range] = []
    for start, end in sorted(each for ranges in sets for each in ranges if each[0] < each[1]):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def either(one: Sequence[Range], other: Sequence[Range]) -> list[Range]:
    """Return what is in one of two sets and not in both."""
    edges: list[int] = []
    for edge in sorted(edge for ranges in (one, other) for each in ranges for edge in each):
        if edges and edges[-1] == edge:
            edges.pop()
        else:
            edges.append(edge)
    return list(zip(edges[::2], edges[1::2], strict=True))


def without(one: Sequence[Range], other: Sequence[Range]) -> list[Range]:
    """Return what is in *one* and not in *other*."""
    return either(merged(one, other), other)


def total(ranges: Iterable[Range]) -> int:
    """Return how many numbers are in *ranges*."""
    return sum(end - start for start, end in ranges)
