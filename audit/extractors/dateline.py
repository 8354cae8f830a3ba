"""Dates in the text: capture stamp, dateline, `Updated on`; never those of related lists."""

# ruff: noqa: PLR2004 - the weights and distances are the rule itself

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, final

from audit.calendars import FoundDate, compare, habit, settle
from audit.claims.conflicts import TOLERANCE, WRONG_WEEKDAY
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.words import CLOCK, MODIFIED, PUBLISHED, UNRELATED
from audit.extractors import Extractor
from audit.model import Claim, Document

KEPT: Final = 12
"""Dates of one text that become claims."""
_FLOOR: Final = 1.0
_UNDECIDED: Final = 0.45
_DISPUTED: Final = "; the other calendar in the line says another day, so neither is chosen"
_NO_TITLE: Final = -100
_STAMP_LINES: Final = 2
_RUN: Final = 3
_LONG: Final = 160
_CUT: Final = 400
_release = re.compile(
    r"\b(?:for immediate release|press release|media release|pressemitteilung|communiqué)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date, the line it stands in, and how many lines lie between it and the headline."""

    date: FoundDate
    start: int
    end: int
    number: int
    """Among the lines of the top that hold something; far down: a large number."""
    from_title: int
    contradicted: bool
    """Whether another calendar in the same line says another day."""
    shape: int
    """How much else stands in the line, roughly; the lines of a list are alike."""

    def line(self, page: Page) -> str:
        """Return the line."""
        return page.text[self.start : self.end].strip()


@final
class Dateline(Extractor):
    """When the text says that it was published, changed or captured."""

    id = "dateline"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the capture stamp and the dates most like a publication's, in their order."""
        page = page_of(document)
        dates = _settled([d for d in page.dates if not page.is_furniture(d.start)])
        if not dates:
            return
        placed = _placed(page, dates)
        stamps = _stamps(page, placed)
        yield from (_stamp_claim(page, item, stamps) for item in stamps)
        apart = {id(item) for item in (*stamps, *_listed(placed))}
        rest = [item for item in placed if id(item) not in apart]
        scored = [(score, item) for item in rest if (score := _score(page, item)) >= _FLOOR]
        scored.sort(key=lambda pair: (-pair[0], pair[1].date.start))
        best = {id(item) for _, item in scored[:KEPT]}
        lead = scored[0][1] if scored else None
        for score, item in sorted(scored, key=lambda pair: pair[1].date.start):
            if id(item) in best:
                yield _claim(page, item, score, lead=item is lead)


def _settled(dates: Sequence[FoundDate]) -> list[FoundDate]:
    order = habit(dates)
    return [settle(date, order, "day and month as elsewhere in the text") for date in dates]


def _placed(page: Page, dates: Sequence[FoundDate]) -> list[Dated]:
    title = page.headline
    numbers = {line.start: line.number for line in page.top}
    found = []
    for date in dates:
        start = page.text.rfind("\n", max(0, date.start - _CUT), date.start) + 1
        start = max(start, date.start - _CUT)
        end = page.text.find("\n", date.end, date.end + _CUT)
        end = min(len(page.text), date.end + _CUT) if end < 0 else end
        first = start + len(page.text[start:end]) - len(page.text[start:end].lstrip())
        number = numbers.get(first, 10_000)
        distance = number - title.number if title and number < 10_000 else _NO_TITLE
        found.append(
            Dated(
                date=date,
                start=start,
                end=end,
                number=number,
                from_title=distance,
                contradicted=_contradicted(date, [d for d in dates if start <= d.start < end]),
                shape=_shape(page.text[start:end], date),
            )
        )
    return found


def _contradicted(date: FoundDate, beside: Sequence[FoundDate]) -> bool:
    return date.precision == "day" and any(
        other.precision == "day"
        and "hijri" in {date.calendar, other.calendar}
        and date.calendar != other.calendar
        and compare(date, other) > TOLERANCE
        for other in beside
    )


def _shape(line: str, date: FoundDate) -> int:
    return min((len(line.strip()) - (date.end - date.start)) // 8, 6)


def _stamps(page: Page, placed: Sequence[Dated]) -> list[Dated]:
    """Return the dates of a capture stamp: a line at the very top of nothing but dates."""
    found = [item for item in placed if item.number < _STAMP_LINES and item.date.precision == "day"]
    return [
        item
        for item in found
        if item.from_title < 0
        and _others(page, item, [i.date for i in found if i.start == item.start]) <= 24
        and not MODIFIED.are_in(item.line(page))
        and not re.search(r"publi|posted|release", item.line(page), re.IGNORECASE)
    ]


def _others(page: Page, item: Dated, dates: Sequence[FoundDate]) -> int:
    """Return how many characters of its line are not dates."""
    return len(item.line(page)) - sum(date.end - date.start for date in dates)


def _stamp_claim(page: Page, item: Dated, stamps: Sequence[Dated]) -> Claim:
    twins = [other for other in stamps if other is not item and other.start == item.start]
    agreed = bool(twins) and all(compare(item.date, other.date) <= 1 for other in twins)
    confidence = 0.85 if agreed else 0.6
    note = ", both calendars agree" if agreed else ""
    worth = Worth(
        confidence=confidence,
        reason=f"stamp on the first line, above the headline{note}; {_why(item.date)}",
    )
    place = Place(item.date.start, item.date.end)
    return page.claim("captured", place, item.date.normalized, worth, Dateline.id)


def _listed(placed: Sequence[Dated]) -> list[Dated]:
    """Return the dates of lists: three or more of one shape, each a line or two after the last."""
    listed: list[Dated] = []
    run: list[Dated] = []
    for item in placed:
        if run and not (0 < item.number - run[-1].number <= _RUN and item.shape == run[-1].shape):
            listed += run if len(run) >= _RUN else []
            run = []
        run.append(item)
    listed += run if len(run) >= _RUN else []
    return [item for item in listed if not 0 <= item.from_title <= _RUN and item.number > _RUN]


def _score(page: Page, item: Dated) -> float:
    """Weigh how much a date looks like that of the document: the line, its words, its place."""
    line = item.line(page)
    other = _others(page, item, [item.date])
    score = 3.0 if other <= 3 else 2.0 if other < 25 else 1.0 if other < 60 else 0.0
    opens = len(line) > 60 and item.date.start - item.start < 60 and item.from_title in range(1, 9)
    score += 2.5 if opens else -2.0 if len(line) > _LONG else 0.0
    score += 1.5 if PUBLISHED.are_in(line[:_CUT]) or CLOCK.search(line[:_CUT]) else 0.0
    score += 0.5 if item.date.weekdays else 0.0
    score -= 3.0 if UNRELATED.are_in(line[:_CUT]) else 0.0
    score += 2.5 if 0 <= item.from_title <= 6 else 1.5 if -4 <= item.from_title < 0 else 0.0
    score += 1.0 if _release.search(page.text[max(0, item.start - _CUT) : item.end]) else 0.0
    score -= 1.0 if item.date.precision == "month" else 0.0
    return score - 1.5 * item.start / max(len(page.text), 1)


def _claim(page: Page, item: Dated, score: float, *, lead: bool) -> Claim:
    line = item.line(page)
    property_ = "modified" if MODIFIED.are_in(line[:_CUT]) else "issued"
    floor = 0.2 if page.is_html else 0.26  # a bare text has no other voice
    confidence = min(floor + 0.095 * score, 0.82) - (0.0 if lead else 0.15)
    confidence -= 0.06 if item.from_title > 6 else 0.0
    if item.date.ambiguous or item.date.weekday_wrong:
        confidence -= 0.2
    if item.contradicted:
        confidence = min(confidence, _UNDECIDED)
    worth = Worth(
        confidence=round(max(confidence, 0.05), 4),
        reason=f"{_where(item)}; {_why(item.date)}{_DISPUTED if item.contradicted else ''}",
    )
    place = Place(item.date.start, item.date.end)
    return page.claim(property_, place, item.date.normalized, worth, Dateline.id)


def _where(item: Dated) -> str:
    if item.from_title == _NO_TITLE:
        return "a date in the text"
    return (
        "a date near the headline"
        if -4 <= item.from_title <= 6
        else "a date away from the headline"
    )


def _why(date: FoundDate) -> str:
    calendar = "" if date.calendar == "gregorian" else f" ({date.calendar.capitalize()})"
    wrong = f"; {WRONG_WEEKDAY}" if date.weekday_wrong else ""
    return f"{date.reason}{calendar}{wrong}"
