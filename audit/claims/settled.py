"""Settle open dates of one document: day and month that could change places."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from audit.calendars import FoundDate, find_dates, habit, meet, settle, until
from audit.claims.capture import capture_of, declared_values
from audit.claims.page import Page

_DAY_FIRST: Final = frozenset(
    [
        *("ar", "ca", "cy", "el", "es", "fr", "ga", "gl", "hi", "id", "it", "ms", "mt", "nl"),
        *("pt", "sw", "th", "ur", "vi"),
    ]
)
"""Languages whose short dates are written with slashes or hyphens and the day first (CLDR).

English has both orders; German and others write full stops, so that a slash is foreign there.
"""
_ALL: Final = 0.85
"""Share of a text that is in its language, at least."""
_HABIT: Final = "day and month as elsewhere in the text"


def settled(page: Page, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """Return *dates*, each open one settled by the first of these that can, which it names.

    Its weekday (already settled), the habit of the text, the same day written clearly in the text,
    in the address or in the path, the day of capture, after which nothing was published, and how
    the language of the text writes days.
    """
    order = habit(dates)
    found = [settle(date, order, _HABIT) for date in dates]
    if not any(date.ambiguous for date in found):
        return found
    clear = [date for date in found if not date.ambiguous]
    names = [date for name in _names(page) for date in find_dates(name) if not date.ambiguous]
    found = [meet(date, clear, "as another date of the text has it") for date in found]
    found = [meet(date, names, "as its address or path has it") for date in found]
    return _by_language(page, _until_capture(page, found))


def _names(page: Page) -> list[str]:
    links = [e.value("href") for e in page.links if e.value("rel") == "canonical"]
    links = [*declared_values(page.document.declared, "url"), *links]
    return [page.document.source.path[-300:], *(link[:300] for link in links[:2])]


def _until_capture(page: Page, dates: list[FoundDate]) -> list[FoundDate]:
    capture = capture_of(page) if any(date.ambiguous for date in dates) else None
    if capture is None:
        return dates
    last = capture.day + dt.timedelta(days=1)
    why = f"the other day is after the capture, {capture.day.isoformat()} by {capture.said}"
    return [until(date, last, why) for date in dates]


def _by_language(page: Page, dates: list[FoundDate]) -> list[FoundDate]:
    if not any(date.order == "?" and date.ambiguous for date in dates):
        return dates
    told = page.languages[:1]
    known = [each for each in told if each.language in _DAY_FIRST and each.share >= _ALL]
    why = [f"the day first, as in texts of its language ({each.language})" for each in known]
    return [settle(date, "dmy", why[0]) for date in dates] if why else dates
