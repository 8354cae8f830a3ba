"""Calendars: read dates as people write them, and say which Gregorian days they may mean.

`find_dates` reads text, `parse_date` one value of markup. A date keeps its precision and, where
day and month cannot be told apart, both readings. Bare years are no dates.
"""

from audit.calendars.broken import unbroken
from audit.calendars.dates import (
    FoundDate,
    Reading,
    compare,
    fits,
    habit,
    leeway,
    meet,
    settle,
    until,
)
from audit.calendars.find import find_dates, parse_date
from audit.calendars.relative import Relative, find_relative, may_tell

__all__ = [
    "FoundDate",
    "Reading",
    "Relative",
    "compare",
    "find_dates",
    "find_relative",
    "fits",
    "habit",
    "leeway",
    "may_tell",
    "meet",
    "parse_date",
    "settle",
    "unbroken",
    "until",
]
