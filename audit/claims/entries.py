"""Texts that grow by entries with a day each: logs, chronicles, lists of what is new."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from audit.claims.dated import Dated

_LEAST: Final = 3
_WIDE: Final = 100
"""Characters beside the day of an entry, at most."""
_PART: Final = 0.2
"""Share of the text before which the first entry has its day, and after whose rest the last has."""
_LONG: Final = 1.5
"""How much longer the first or the last of a few entries is than the others are, at most."""
_MOST: Final = 0.8
"""Share of the entries, at least, that have a text, and a day not later than that above."""
_TEXT: Final = 20
"""Characters of the text between two days, at least; the rows of a table have none."""
_Frame = tuple[str, str, bool]


def entries(size: int, dates: Sequence[Dated]) -> Sequence[Dated]:
    """Return the *dates* of the entries that a text of *size* is made of; none: empty.

    They are most of its dates. Their lines are framed alike, all of the text lies between them,
    and the latest is the first; a thread or a diary begins with the day on which it was begun.
    """
    frames: dict[_Frame, list[Dated]] = {}
    for item in dates:
        if item.date.precision == "day" and not item.date.ambiguous and item.others <= _WIDE:
            frames.setdefault(_frame(item), []).append(item)
    found: Sequence[Dated] = max(frames.values(), key=len, default=())
    is_most = len(set(map(_day, found))) >= _LEAST and 2 * len(found) > len(dates)
    return found if is_most and _is_log(size, found) else ()


def newest(found: Sequence[Dated]) -> Dated:
    """Return the entry with the latest day, the first of them."""
    return max(found, key=_day)


def _is_log(size: int, found: Sequence[Dated]) -> bool:
    part = size * max(_PART, _LONG / len(found))
    if found[0].start > part or found[-1].end < size - part:
        return False
    falls = sum(_day(one) >= _day(two) for one, two in pairwise(found))
    apart = sum(two.start - one.end >= _TEXT for one, two in pairwise(found))
    return min(falls, apart) >= _MOST * (len(found) - 1)


def _day(item: Dated) -> date:
    return item.date.readings[0].first


def _frame(item: Dated) -> _Frame:
    """Return what stands right before and behind the day of an entry, and whether it is changed."""
    return _kind(item.before.strip()[-1:]), _kind(item.after.strip()[:1]), item.is_modified


def _kind(sign: str) -> str:
    return "a" if sign.isalpha() else "0" if sign.isdecimal() else "-" if sign == "+" else sign
