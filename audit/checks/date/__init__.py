"""The check `date`."""

import builtins
import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Final, Literal, Self, final

import msgspec
from msgspec import Meta

from audit.calendars import leeway
from audit.checks import Check, Row, asides, days, excerpt, location
from audit.checks.date.rows import BOUNDS, CAPTURED, CONFLICTING, NAMED_FILES
from audit.claims.conflicts import WEEKDAYS, calendar_in, weekday_in
from audit.model import Violation
from audit.tables import Query

Day = Annotated[str, Meta(pattern=r"^(today|\d{4}-\d{2}-\d{2})$", examples=["1980-01-01", "today"])]
Length = Annotated[str, Meta(pattern=r"^\d{1,4} days?$", examples=["2 days"])]
Calendar = Literal["gregorian", "hijri", "jalali", "hebrew", "buddhist", "minguo", "japanese"]

LEAST: Final = 0.3
"""Confidence of a claim whose weekday is judged."""

_IN_NAME: Final = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)", re.ASCII)


@final
class Date(Check, frozen=True, kw_only=True):
    """A date cannot be true.

    A rule asks one question:

    - `after` and `before`: is the date outside of these days? `before: today` is fixed for a run.
    - `calendars: [gregorian, hijri]`: do two dates of one document, in two calendars, differ by
      more than `within` (1 day: moons are seen late, days begin at sunset)? Where neither is the
      Hijri nor the Hebrew one, both are exact, and `within` does not count.
    - `weekday: true`: does the name of the day beside a date belong to another day?
    - `before-capture: true`: was a page published after it was saved (by more than `within`,
      1 day, because clocks stand in different time zones)?
    - `file-name: true`: does the file's name say another day (YYYY-MM-DD, YYYYMMDD)?

    A month or a year is wrong only if every day of it is. What cannot be read is not judged.

        rules:
          date-plausible: {check: date, after: 1450-01-01, before: today}
          datelines-agree: {check: date, calendars: [gregorian, hijri], within: 2 days}

    PASS: “Wednesday, 18 Muharram 1446 | 2024/07/24”: both are one day, and it was a Wednesday.

    FAIL: “12 Safar 1446, 3 May 2024”: the first is 16 August 2024.

    Names for the message: `{property}`, `{value}` as found, `{date}` what it means, `{other}`
    what it is compared with, `{days}` between them, `{reason}` all of it as a sentence.
    """

    id: ClassVar[str] = "date"
    alone: ClassVar[bool] = True
    names: ClassVar[tuple[str, ...]] = ("property", "value", "date", "other", "days", "reason")
    message: ClassVar[str] = "“{value}”: {reason}"

    property: Annotated[
        Literal["issued", "modified", "created", "captured"], Meta(description="Which date.")
    ] = "issued"
    after: Annotated[Day | None, Meta(description="The first day that is possible.")] = None
    before: Annotated[Day | None, Meta(description="The last day that is possible, or today.")] = (
        None
    )
    calendars: Annotated[
        tuple[Calendar, ...], Meta(description="Calendars whose dates must agree.")
    ] = ()
    within: Annotated[Length | None, Meta(description="Difference allowed.")] = None
    weekday: Annotated[bool, Meta(description="Whether names of days must fit.")] = False
    before_capture: Annotated[
        bool, Meta(description="Whether the capture must be the later one.")
    ] = False
    file_name: Annotated[bool, Meta(description="Whether the file name must agree.")] = False

    def __post_init__(self) -> None:
        """Refuse a rule that asks no question, or several."""
        asked = [name for name, is_asked in self._questions() if is_asked]
        if len(asked) != 1:
            wanted = (
                "“after” and “before”, or one of: calendars, weekday, before-capture, file-name"
            )
            raise ValueError(f"give {wanted}")
        for name, day in (("after", self.after), ("before", self.before)):
            if day not in {None, "today"} and days(str(day)) is None:
                raise ValueError(f"{name}: there is no day {day}")
        if "today" not in {self.after, self.before} and (self.after or "") > (self.before or "~"):
            raise ValueError(f"before: every day is after {self.before} or before {self.after}")
        if len(self.calendars) == 1:
            raise ValueError("calendars: give at least two")

    def _questions(self) -> Iterator[tuple[str, bool]]:
        yield "bounds", bool(self.after or self.before)
        yield "calendars", bool(self.calendars)
        yield "weekday", self.weekday
        yield "before-capture", self.before_capture
        yield "file-name", self.file_name

    def on(self, today: dt.date) -> Self:
        """Return this check with a date for `today`."""
        day = today.isoformat()
        after = day if self.after == "today" else self.after
        before = day if self.before == "today" else self.before
        return msgspec.structs.replace(self, after=after, before=before)

    @builtins.property  # a field is called like it
    def rests_on(self) -> str:
        """Dates that contradict each other, or dates."""
        return "conflicts" if self.calendars or self.weekday else "sourced"

    def select(self, rule: str) -> Query:
        """Return the dates that may be wrong; the calendar decides in `violation`."""
        del rule
        if self.calendars or self.weekday:
            return Query(sql=CONFLICTING, values=_believed(self.weekday))
        if self.before_capture:
            return Query(sql=CAPTURED, values={"property": self.property})
        if self.file_name:
            return Query(sql=NAMED_FILES, values={"property": self.property})
        values = {
            "property": self.property,
            "after": self.after or "",
            "before": self.before or "~",
        }
        return Query(sql=BOUNDS, values=values)

    def violation(self, row: Row) -> Violation | None:
        """Accuse a date, or let it go where the calendar knows better."""
        answer = self._answer(row)
        if not answer:
            return None
        other, gap, reason = answer
        reason += f"; {row['beside']}" if row["beside"] else ""
        values = {
            "property": row["property"],
            "value": excerpt(row["value"]),
            "date": row["normalized"],
            "other": excerpt(other),
            "days": str(gap),
            "reason": reason,
        }
        return Violation(
            location=location(row),
            values=values,
            key=(row["path"], row["property"], row["value"], other),
            beside=asides(row, "", "other_"),
        )

    def _answer(self, row: Row) -> tuple[str, int, str] | None:
        if self.calendars:
            return self._calendars(row)
        span = days(row["normalized"])
        if span is None:
            return None
        if self.weekday:
            day = span[0].isoformat()
            beside = f", not a {said}" if (said := weekday_in(row["reason"])) else ""
            return day, 0, f"{day} was a {WEEKDAYS[span[0].weekday()]}{beside}"
        if self.before_capture:
            aside = "" if row["chosen"] else f"; that date is not chosen: {row['reason']}"
            sentence = "the page was captured on {other}" + aside
            return self._apart(span, row["other_normalized"], sentence)
        if self.file_name:
            named = _named(row["path"])
            return self._apart(span, named, "the file name says {other}") if named else None
        return self._bounds(span)

    def _allowed(self, otherwise: int) -> int:
        return int(self.within.split()[0]) if self.within else otherwise

    def _bounds(self, span: tuple[dt.date, dt.date]) -> tuple[str, int, str] | None:
        allowed = dt.timedelta(days=self._allowed(0))
        if self.after and span[1] + allowed < (bound := dt.date.fromisoformat(self.after)):
            return self.after, (bound - span[1]).days, f"before {self.after}"
        if self.before and span[0] - allowed > (bound := dt.date.fromisoformat(self.before)):
            return self.before, (span[0] - bound).days, f"after {self.before}"
        return None

    def _apart(
        self, span: tuple[dt.date, dt.date], other: str, sentence: str
    ) -> tuple[str, int, str] | None:
        beside = days(other)
        if beside is None:
            return None
        gap = max((span[0] - beside[1]).days, (beside[0] - span[1]).days)
        if gap <= self._allowed(0 if self.file_name else 1):
            return None
        return other, gap, sentence.replace("{other}", other)

    def _calendars(self, row: Row) -> tuple[str, int, str] | None:
        one, other = calendar_in(row["reason"]), calendar_in(row["other_reason"])
        if one == other or not {one, other} <= set(self.calendars):
            return None
        span, beside = days(row["normalized"]), days(row["other_normalized"])
        gap = max((span[0] - beside[1]).days, (beside[0] - span[1]).days) if span and beside else 0
        if gap <= (self._allowed(1) if leeway(one, other) else 0):
            return None
        told = (row["value"], row["normalized"]), (row["other"], row["other_normalized"])
        (said, meant), (against, then) = told[::-1] if one == "gregorian" else told
        reason = f"“{excerpt(said)}” is {meant}, but the page also says “{excerpt(against)}”"
        if said == against:
            reason = f"“{excerpt(said)}” names two years, so that it is {meant} and {then}"
        return against, gap, f"{reason}, {gap} day{'s' if gap > 1 else ''} away"


def _believed(weekday: bool) -> dict[str, float]:
    # Dates in running text follow words that look like the name of a day in some language.
    return {"weekday": int(weekday), "least": LEAST if weekday else 0.0}


def _named(path: str) -> str:
    found = _IN_NAME.search(path.rsplit("/", 1)[-1])
    return f"{found[1]}-{found[3]}-{found[4]}" if found else ""
