"""Days of Hijri months that began with another evening than the one that was reckoned."""

import datetime as dt
from typing import Final

from msgspec import structs

from audit.calendars.dates import FoundDate, Reading

_KNOWN: Final = (dt.date(1924, 8, 1), dt.date(2077, 11, 16))
"""The first and the last day that the Umm al-Qura calendar knows."""
_LATER: Final = (1, -1)
_FAR: Final = (*_LATER, 2, -2)
"""Days by which a month may begin later or earlier than reckoned, the likeliest first."""
_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def by_weekday(found: FoundDate) -> FoundDate:
    """Return a Hijri day as the one beside it that falls on the weekday that is named.

    Whoever writes a weekday knew which day it was; where the moon was seen is not told. The
    tabular rule may be two days off, the calendar of Umm al-Qura one.
    """
    first = found.readings[0].first
    if found.calendar != "hijri" or found.ambiguous or found.precision != "day":
        return found
    for days in _LATER if _KNOWN[0] <= first <= _KNOWN[1] else _FAR:
        day = first + dt.timedelta(days=days)
        if day.weekday() in found.weekdays:
            return structs.replace(
                found,
                readings=(Reading(first=day, last=day),),
                reason=f"{found.reason}; {_NAMES[day.weekday()]} decides: {_moved(days)}",
            )
    return found


def beside(text: str, found: FoundDate, reach: int) -> tuple[int, int]:
    """Return where the line around *found* begins and ends, at most *reach* characters away."""
    left, right = max(0, found.start - reach), found.end + reach
    cut = text.find("\n", found.end, right)
    return text.rfind("\n", left, found.start) + 1 or left, right if cut < 0 else cut


def _moved(days: int) -> str:
    count = "a day" if abs(days) == 1 else f"{abs(days)} days"
    return f"the month began {count} {'later' if days > 0 else 'earlier'}"
