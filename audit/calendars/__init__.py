"""Calendars: read dates as people write them, and say which Gregorian days they may mean.

`find_dates` reads text, `parse_date` one value of markup. A date keeps its precision and, where
day and month cannot be told apart, both readings. Bare years are no dates.
"""

from audit.calendars.dates import FoundDate, Reading, compare, fits, habit, settle
from audit.calendars.find import find_dates, parse_date

__all__ = [
    "FoundDate",
    "Reading",
    "compare",
    "find_dates",
    "fits",
    "habit",
    "parse_date",
    "settle",
]
