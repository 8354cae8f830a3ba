"""The dates of a text with their lines, and what stands beside them."""

# ruff: noqa: PLR2004 - the weights and distances are the rule itself

import re
from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, NamedTuple

from audit.calendars import FoundDate, compare, leeway
from audit.claims.cues import GAP, column
from audit.claims.headline import Line
from audit.claims.labels import is_labelled
from audit.claims.otherdays import of_events, of_lives
from audit.claims.page import ABOVE_ACT, Page
from audit.claims.remarks import FAR, first_remark
from audit.claims.repeats import Repeats, repeats
from audit.claims.spans import ends_of_spans
from audit.claims.words import MODIFIED, PUBLISHED

NO_TITLE: Final = -100
"""The distance of a date from a headline where there is none, or where it stands far down."""
_PARAGRAPH: Final = 120
"""Characters of a line from which on it is a paragraph."""
_LINES: Final = 4
FEW: Final = 59
"""Characters beside a date up to which its line is no sentence."""
_CUT: Final = 400
_CLOCK: Final = " \t\xa0-–,.:|()0123456789hUhr"
"""Characters of the time of day."""
_BESIDE: Final = 60
"""Characters before a date in which its cue may stand."""
_RIVAL: Final = 1.5
"""How far below the best headline another may lie that is thought of as well."""

_HEADER = re.compile(r"(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data)\s?:", re.IGNORECASE)
_SPEAKS = re.compile(
    r"(?:says|said|sagt|schrieb|schreibt|dit|dice|dijo|wrote)\s?:\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date, the line it stands in, and how many lines lie between it and the headline."""

    date: FoundDate
    start: int
    end: int
    before: str
    """What stands in its line between the date before it, or the start, and the date."""
    after: str
    """What stands between the last date of its line and the end."""
    others: int
    """Characters of its line that are no date."""
    number: int
    """Among the lines of the top that hold something; far down: a large number."""
    from_title: int
    rival: bool
    """Whether it stands below a line that is nearly as much like a headline as the best one."""
    leads: bool
    """Whether a paragraph begins a few lines below it."""
    contradicted: bool
    """Whether another calendar in the same line says another day."""
    agreed: str
    """What a reader must know of another calendar in the same line that says this day."""
    remark: bool
    """Whether it stands among the comments of readers."""
    alone: bool
    """Whether the text names no other day."""
    own: bool
    """Whether its line names the text itself, or the line above it does."""
    of_life: bool
    """Whether somebody was born or died on the day, or something began or ended on it."""

    def line(self, page: Page) -> str:
        """Return the line."""
        return page.text[self.start : self.end].strip()

    @property
    def shape(self) -> tuple[bool, bool, bool, int]:
        """What the lines of a list have in common.

        Whether the line starts or ends with the date, and says that something was published; else
        how much stands in it, roughly.
        """
        opens, closes = not self.before.strip(), not self.after.strip(_CLOCK)
        size = 0 if opens or closes else min(self.others // 8, 6)
        return opens, closes, PUBLISHED.are_said(self.before), size

    @property
    def is_modified(self) -> bool:
        """Tell whether its line says that it is the day of a change."""
        if MODIFIED.are_in(self.before):
            return True
        return not PUBLISHED.are_in(self.before) and MODIFIED.are_in(self.after[:_BESIDE])


class _Known(NamedTuple):
    """What is known of the whole text."""

    titles: Sequence[int]
    repeats: Repeats
    remarks: int
    """The number of the line that opens the comments; none: beyond every line."""
    only: str
    """The one day of the text; empty: several, or none."""
    lives: AbstractSet[str]
    ends: AbstractSet[int]
    """Where the dates start that are an end of a span."""


def placed(page: Page, dates: Sequence[FoundDate]) -> list[Dated]:
    """Return *dates* with their lines, in order."""
    tops = {line.start: line for line in page.top}
    titles = [item.line.number for item in page.headlines if item.score >= _rival_score(page)]
    days = {date.normalized for date in dates if date.precision == "day"}
    known = _Known(
        titles=titles,
        repeats=repeats(page, dates, tops),
        remarks=first_remark(page),
        only=days.pop() if len(days) == 1 else "",
        lives=of_lives(page.text, dates) | of_events(page),
        ends=ends_of_spans(page.text, dates),
    )
    lines: dict[int, list[FoundDate]] = {}
    for date in dates:
        lines.setdefault(_line_start(page, date), []).append(date)
    return [
        _dated(page, start, beside, nth, known)
        for start, beside in lines.items()
        for nth in range(len(beside))
    ]


def _from_title(page: Page, number: int) -> int:
    """Return how many lines below the headline *number* is; what stands above an act is near it."""
    lines = number - page.headline.number if page.headline else NO_TITLE
    return max(lines, -1) if page.act and -ABOVE_ACT <= lines < 0 else lines


def _rival_score(page: Page) -> float:
    return page.headlines[0].score - _RIVAL if page.headlines else 0.0


def _line_start(page: Page, date: FoundDate) -> int:
    start = page.text.rfind("\n", max(0, date.start - _CUT), date.start) + 1
    return max(start, date.start - _CUT)


def _dated(
    page: Page,
    start: int,
    beside: Sequence[FoundDate],
    nth: int,
    known: _Known,
) -> Dated:
    date = beside[nth]
    end = page.text.find("\n", date.end, date.end + _CUT)
    end = min(len(page.text), date.end + _CUT) if end < 0 else end
    labelled = not nth and is_labelled(page.text[start : date.start], page.text[date.end : end])
    end = date.end if labelled else end
    floor = max(start, date.start - _BESIDE, beside[nth - 1].end if nth else 0)
    stop = beside[nth + 1].start if nth + 1 < len(beside) else end
    line = page.text[start:end]
    top = _top_at(page, start, date.start)
    number = top.number if top else FAR
    near = number < FAR and page.headline is not None
    own = near and known.repeats.name(number)
    words = " ".join(line.split()) if GAP in line else line.strip()
    others = len(words) - sum([each.end - each.start for each in beside if each.end <= end])
    remark = number >= known.remarks or (near and _speaks(page, number))
    return Dated(
        date=date,
        start=start,
        end=end,
        before=column(page.text[floor : date.start]),
        after="" if stop < end else page.text[date.end : end],
        others=others - known.repeats.size if number in known.repeats.longer else others,
        number=number,
        from_title=_from_title(page, number) if near else NO_TITLE,
        own=own,
        rival=any(0 <= number - title <= 6 for title in known.titles),
        leads=number < FAR and _leads(page, number),
        contradicted=(contradicted := _contradicted(date, beside)),
        agreed="" if contradicted else _agreed(date, beside),
        remark=remark and not own,
        alone=date.normalized == known.only,
        of_life=date.start in known.ends or date.normalized in known.lives,
    )


def _top_at(page: Page, start: int, at: int) -> Line | None:
    """Return the line at the top that begins between *start* and *at*, if there is one."""
    place = bisect_right(page.top_starts, at) - 1
    return page.top[place] if place >= 0 and page.top_starts[place] >= start else None


def _leads(page: Page, number: int) -> bool:
    """Tell whether one of the lines right below is a paragraph."""
    at = bisect_right(page.top_numbers, number)
    return any(line.end - line.start >= _PARAGRAPH for line in page.top[at : at + _LINES])


def _speaks(page: Page, number: int) -> bool:
    """Tell whether the line above, or the one below, says that somebody says something.

    The head of a mail stands above what it answers.
    """
    at = bisect_right(page.top_numbers, number - 1) - 1
    if any(_HEADER.match(line.text) for line in page.top[at + 1 : at + 2]):
        return False
    beside = page.top[max(at, 0) : at + 3 : 2]
    return any(_SPEAKS.search(line.text[-20:]) for line in beside)


def _contradicted(date: FoundDate, beside: Sequence[FoundDate]) -> bool:
    return any(
        compare(date, other) > leeway(date.calendar, other.calendar)
        for other in _twins(date, beside)
    )


def _agreed(date: FoundDate, beside: Sequence[FoundDate]) -> str:
    apart = [compare(date, other) for other in _twins(date, beside)]
    if not apart:
        return ""
    return f"the other calendar in the line says {'the day beside it' if max(apart) else 'so too'}"


def _twins(date: FoundDate, beside: Sequence[FoundDate]) -> list[FoundDate]:
    """Return the days of other calendars in the line."""
    if date.precision != "day":
        return []
    return [d for d in beside if d.precision == "day" and d.calendar != date.calendar]
