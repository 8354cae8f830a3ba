"""Days from one to another, as ISO 8601 writes them: `2024-06-01/2024-06-30`, `2024-06/2024-07`."""

import re
from typing import Final

from audit.calendars import FoundDate, parse_date
from audit.calendars.dates import Reading

INTERVAL: Final = "an interval"
"""In the reason of a claim: its two days are the ends of a time, not two readings of a date."""
_ENDS: Final = re.compile(r"\s*(\d{4}(?:-\d\d){0,2})\s?(?:/|--)\s?(\d{4}(?:-\d\d){0,2})\s*")


def stated_date(text: str) -> FoundDate | None:
    """Return the date, or the interval, that *text* states, or None."""
    found = _ENDS.fullmatch(text)
    return _interval(text, found) if found else parse_date(text)


def _interval(text: str, found: re.Match[str]) -> FoundDate | None:
    ends = [parse_date(end) for end in found.groups()]
    first, last = (end.readings[0] if end else None for end in ends)
    if not (first and last) or first.first > last.last:
        return None
    return FoundDate(
        start=0,
        end=len(text),
        calendar="gregorian",
        precision="interval",
        readings=(Reading(first=first.first, last=last.last),),
        reason=INTERVAL,
    )
