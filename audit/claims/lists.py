"""Lists of dates: related pages, rows of tables; none of them is the day of the text itself."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from audit.claims.dated import Dated
from audit.claims.remarks import FAR

LISTED: Final = "a date of a list, near what may be the headline"
"""The reason of a claim that nothing but the collection can believe."""
_RUN: Final = 3
_MANY: Final = 6
"""Dates of a list that nobody takes for those of one document."""
_CELL: Final = 10
"""Characters of a row of a table beside its date, at least."""
_APART: Final = " \t,;|"
"""What stands between the cells of a row."""
_HEAD: Final = range(4)
"""Lines below a headline in which a date belongs to it."""
_WEEKDAY: Final = 14
_MINUTE = re.compile(r"\W{0,4}(?:at\s|um\s|à\s)?\d{1,2}[:.]\d{2}\b")
"""When somebody wrote something: the clock behind the day."""
_OWN: Final = range(-1, 4)
"""Lines from a headline to the day that may be its own: one above it, three below."""
_BETWEEN: Final = 200
"""Characters between two lines of a list that is far down, or in the page's furniture."""


def listed(dates: Sequence[Dated]) -> list[Dated]:
    """Return the dates of lists: three or more of one shape, each a line or two after the last.

    Of a few, one near the headline or on the first lines is no item of a list, but for a row of
    a table.
    """
    return [
        item
        for run in _runs(dates)
        if len(run) >= _RUN
        for item in run
        if not item.own
        if len(run) >= _MANY
        or (item.from_title not in _HEAD and item.number > _RUN)
        or _is_table(run)
        or _is_programme(run)
    ]


def beside_heads(dates: Sequence[Dated], heads: Sequence[int]) -> list[Dated]:
    """Return the clear days of *dates* near one of the lines *heads*, which may be the headline."""
    return [
        item
        for item in dates
        if any(item.number - head in _OWN for head in heads)
        and item.date.precision == "day"
        and not (item.date.ambiguous or item.date.weekday_wrong or item.date.flaw)
        and not (item.contradicted or item.is_modified)
    ]


def _is_table(run: Sequence[Dated]) -> bool:
    """Tell whether every line of *run* follows at once, with its date set apart from the rest."""
    follows = all(two.number - one.number == 1 for one, two in pairwise(run))
    return follows and all(
        item.others >= _CELL and item.before[-1:] in _APART and item.after[:1] in _APART
        for item in run
    )


def _is_programme(run: Sequence[Dated]) -> bool:
    """Tell whether each day of *run* is later than the one above: a programme, or a chronicle.

    A list of texts has its latest first.
    """
    days = [item.date.readings[0].first for item in run]
    return all(one < other for one, other in pairwise(days)) and all(map(_is_row, run))


def _is_row(item: Dated) -> bool:
    """Tell whether a line begins with its day and says nothing of who wrote it when."""
    weekday = _WEEKDAY if item.date.weekdays else 0
    return len(item.before.strip()) <= weekday and not _MINUTE.match(item.after)


def _runs(dates: Sequence[Dated]) -> list[list[Dated]]:
    found: list[list[Dated]] = []
    shape = None
    for item in dates:
        before, shape = shape, item.shape
        if found and before == shape and _follows(found[-1][-1], item):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _follows(one: Dated, other: Dated) -> bool:
    """Tell whether *other* stands a line or two below *one*; far down, not far from it."""
    if max(one.number, other.number) < FAR:
        return 0 < other.number - one.number <= _RUN
    return 0 < other.start - one.end <= _BETWEEN
