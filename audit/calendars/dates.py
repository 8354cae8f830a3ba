"""A date that was found, and all that it may mean."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from msgspec import Struct, structs

_EVENING: Final = frozenset(("hijri", "hebrew"))


class Reading(Struct, frozen=True, kw_only=True, order=True):
    """The days from *first* to *last*, both included: one day, or a month, or a year."""

    first: dt.date
    last: dt.date


class FoundDate(Struct, frozen=True, kw_only=True):
    """A date at characters [start, end) of a text, and all that it may mean."""

    start: int
    end: int
    calendar: str
    """`gregorian`, `hijri`, `jalali`, `hebrew`, `buddhist`, `minguo` or `japanese`."""
    precision: str
    """`day`, `month`, `year`, or `interval` for a time between two days that are stated."""
    readings: tuple[Reading, ...]
    """At least one; several where languages or orders disagree (`?`: the day-first one leads)."""
    reason: str
    order: str = ""
    """`dmy`, `mdy` or `ymd` where the date is written in numbers, `?` where that is open."""
    weekdays: tuple[int, ...] = ()
    """The days of the week (Monday is 0) that the name beside it may mean; empty: none there."""
    flaw: str = ""
    """Why it cannot be true: the day lies outside of its era."""
    rival: "FoundDate | None" = None
    """What it means by the other year that the same words name, where the two do not agree."""

    @property
    def ambiguous(self) -> bool:
        """Tell whether the date has more than one reading."""
        return len(self.readings) > 1

    @property
    def normalized(self) -> str:
        """Return ISO 8601 with the date's precision; an interval where it is open."""
        first, last = self.readings[0].first, self.readings[0].last
        for reading in self.readings[1:]:
            first, last = min(first, reading.first), max(last, reading.last)
        if first == last:
            return first.isoformat()
        is_span = self.precision == "interval"
        if not (self.ambiguous or is_span) and self.calendar == "gregorian":
            return first.isoformat()[: 7 if self.precision == "month" else 4]
        return f"{first.isoformat()}/{last.isoformat()}"

    @property
    def weekday_wrong(self) -> bool:
        """Tell whether the weekday beside it fits no reading of the date."""
        return bool(self.weekdays) and not any(fits(r, self.weekdays) for r in self.readings)


def fits(reading: Reading, weekdays: Sequence[int]) -> bool:
    """Tell whether *reading* is a single day that falls on one of *weekdays*."""
    return reading.first == reading.last and reading.first.weekday() in weekdays


def leeway(one: str, other: str) -> int:
    """Return by how many days dates of two calendars may lie apart and still be one day.

    New moons are seen earlier or later, and days of the Hijri and the Hebrew calendar begin in the
    evening; the others are exact.
    """
    return 1 if _EVENING & {one, other} else 0


def compare(a: FoundDate, b: FoundDate) -> int:
    """Return how many days lie between the nearest readings of two dates; 0 where they meet."""
    return min(_gap(one, other) for one in a.readings for other in b.readings)


def habit(dates: Sequence[FoundDate]) -> str:
    """Return the one order that the unambiguous numeric dates of a document follow, or empty."""
    orders = {date.order for date in dates} & {"dmy", "mdy"}
    return orders.pop() if len(orders) == 1 else ""


def settle(date: FoundDate, order: str, why: str) -> FoundDate:
    """Return *date* with only the reading that *order* (`dmy` or `mdy`) gives, saying *why*."""
    if date.order != "?" or order not in {"dmy", "mdy"}:
        return date
    chosen = date.readings[0 if order == "dmy" else 1]
    return structs.replace(date, readings=(chosen,), order=order, reason=f"{date.reason}; {why}")


def _gap(a: Reading, b: Reading) -> int:
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def meet(date: FoundDate, others: Sequence[FoundDate], why: str) -> FoundDate:
    """Return *date* with the one reading that one of *others*, which are certain, has as well."""
    days = {o.readings[0] for o in others if not o.ambiguous and o.precision == "day"}
    return _kept(date, [reading for reading in date.readings if reading in days], why)


def until(date: FoundDate, last: dt.date, why: str) -> FoundDate:
    """Return *date* with the one reading that is not after the day *last*."""
    return _kept(date, [reading for reading in date.readings if reading.first <= last], why)


def _kept(date: FoundDate, readings: Sequence[Reading], why: str) -> FoundDate:
    if not date.ambiguous or len(readings) != 1:
        return date
    order = date.order
    if order == "?":
        order = "dmy" if readings[0] == date.readings[0] else "mdy"
    return structs.replace(
        date, readings=(readings[0],), order=order, reason=f"{date.reason}; {why}"
    )
