"""Settle open dates of one document: day and month that could change places."""

import datetime as dt
from collections.abc import Sequence

from audit.calendars import FoundDate, find_dates, habit, meet, settle, until
from audit.claims.capture import capture_of
from audit.claims.page import Page

_HABIT = "day and month as elsewhere in the text"


def settled(page: Page, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """Return *dates*, each open one settled by the first of these that can, which it names.

    Its weekday (already settled), the habit of the text, the same day written clearly in the text,
    in the address or in the path, and the day of capture, after which nothing was published.
    """
    order = habit(dates)
    found = [settle(date, order, _HABIT) for date in dates]
    if not any(date.ambiguous for date in found):
        return found
    clear = [date for date in found if not date.ambiguous]
    names = [date for name in _names(page) for date in find_dates(name) if not date.ambiguous]
    found = [meet(date, clear, "as another date of the text has it") for date in found]
    found = [meet(date, names, "as its address or path has it") for date in found]
    return _until_capture(page, found)


def _names(page: Page) -> list[str]:
    links = [e.value("href") for e in page.links if e.value("rel") == "canonical"]
    return [page.document.source.path[-300:], *(link[:300] for link in links[:2])]


def _until_capture(page: Page, dates: list[FoundDate]) -> list[FoundDate]:
    capture = capture_of(page) if any(date.ambiguous for date in dates) else None
    if capture is None:
        return dates
    last = capture.day + dt.timedelta(days=1)
    why = f"the other day is after the capture, {capture.day.isoformat()} by {capture.said}"
    return [until(date, last, why) for date in dates]
