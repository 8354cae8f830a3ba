"""Words of a headline's line that are not the headline: a day, a kicker, a site behind it."""

import re
from itertools import islice
from typing import Final

from audit.calendars import find_dates

_DOMAIN = re.compile(
    r"\s(?:\||[-–—])\s(?:www\.)?[^\W_][\w-]{1,40}(?:\.[\w-]{2,20})?\.[a-z]{2,6}$", re.IGNORECASE
)
"""The address of a site at the end of a line, set apart."""
_MOST: Final = 3
"""Words of a kicker."""
_LEAST: Final = 20
"""Characters of what is left."""
_AGREE: Final = 10
"""Characters behind the kicker that stand elsewhere as well."""
_APART: Final = (": ", " - ", " – ", " | ")
_SEPARATOR = re.compile(r"\s{0,2}(?:[-–—|:•·]|//)\s{1,2}")
_BEHIND_DAY: Final = 12
"""Characters of a headline behind a day."""
_DAY: Final = 8
"""Characters of a day of the month that stands alone: `Jun 17`."""
_NUMBERED = re.compile(r"(?=.{0,8}[^\W\d_]).{0,8}\d")


def without_domain(title: str) -> str:
    """Return *title* without the address of a site at its end."""
    found = _DOMAIN.search(title)
    return title[: found.start()].rstrip() if found else title


def day_end(line: str, above: str) -> int:
    """Return where the headline begins in *line* behind a day, 0 where there is none.

    The day is one of a calendar, set apart; or it stands on the line *above* as well.
    """
    if len(above) <= _DAY and line.startswith(f"{above} ") and _NUMBERED.match(above):
        return len(above) + 1 if len(line) - len(above) > _BEHIND_DAY + 3 else 0
    for day in islice(find_dates(line[:_LEAST]), 1):
        apart = _SEPARATOR.match(line, day.end)
        is_first = day.start == 0 and day.precision == "day"
        if is_first and apart and len(line) - apart.end() >= _BEHIND_DAY:
            return apart.end()
    return 0


def kicker_end(title: str, text: str) -> int:
    """Return where the headline begins in *title* behind a kicker, 0 where there is none.

    A kicker is up to three words that stand before the same words elsewhere in *text*, set apart.
    """
    end = -1
    for _ in range(_MOST):
        end = title.find(" ", end + 1)
        rest = title[end + 1 :]
        if end < 0 or len(rest) < _LEAST:
            return 0
        kicker, next_words = title[:end], rest[:_AGREE]
        if any(f"{kicker}{sign}{next_words}" in text for sign in _APART):
            return end + 1
    return 0
