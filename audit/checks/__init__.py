"""Checks: a SELECT of the rows that break it, plus a sentence for the reader.

To add a check, write one file here with one `@final` class that extends `Check` with
`frozen=True, kw_only=True` (so that type checkers see it too). Its docstring is the manual page;
its fields are the YAML options (typed, with a description each, so that the JSON Schema for
editors needs nothing else). A check never opens a file, never runs SQL, never
prints; it does not know severities, paths or waivers.
"""

import datetime as dt
import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from functools import cache
from sys import intern
from typing import Any, ClassVar, Final, Self

import msgspec

from audit.errors import CheckError
from audit.model import Location, Span, Violation
from audit.tables import Query
from audit.tables.claimed import VERBATIM

Row = Mapping[str, Any]

MOST: Final = 1_000
"""Places of one rule in one document that are looked at."""

_KINDS: Final = {
    "url": r"https?://[^\s/]+\S*",
    "email": r"[^@\s]{1,64}@[^@\s]{1,255}",
    "language": r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*",
}
_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?=T|\Z))?)?(?=T|\Z)", re.ASCII)

ISSUED: Final = """
    select c.doc, min(c.normalized) as issued
    from sourced c where c.property = 'issued' and c.chosen group by c.doc
"""
"""The date of publication of each document that has one."""


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One type of rule; the fields of a subclass are its options."""

    id: ClassVar[str]
    names: ClassVar[tuple[str, ...]]
    """What a message may name between braces; every violation has a value for each."""
    message: ClassVar[str]
    """The message of a rule that has none."""
    alone: ClassVar[bool] = False
    """Whether every finding is about one document, whose path is in its row and in its key.

    Where only what is new is asked for, such a check is not asked about the rest.
    """

    def look(self, text: str) -> Iterator[Span]:  # noqa: ARG002  # for checks of texts
        """Yield the spans of *text* that matter to this check; most checks look at nothing."""
        yield from ()

    @property
    def looks(self) -> bool:
        """Tell whether `look` must be called on every text."""
        return False

    @property
    def rests_on(self) -> str:
        """The table without whose rows nothing can break this rule."""
        return "documents"

    @abstractmethod
    def select(self, rule: str) -> Query:
        """Return the SELECT of the rows that break the rule with the id *rule*."""

    @abstractmethod
    def violation(self, row: Row) -> Violation | None:
        """Turn one row of `select` into a violation.

        Return None where the last word could not be said in SQL (a pattern, a calendar) and the
        row turns out to be right.
        """

    def on(self, today: dt.date) -> Self:  # noqa: ARG002  # for checks with a `today`
        """Return this check with every `today` among its options replaced by a date."""
        return self

    def breaks(self, text: str) -> bool | None:  # noqa: ARG002  # for checks of one text
        """Tell whether *text* alone breaks the rule; None where it takes more than a text."""
        return None


def failure(rule: str, check: Check, path: str, error: Exception) -> CheckError:
    """Return what is said of a *check* that failed with *error* on the document at *path*."""
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    where = f"check “{check.id}” failed on {path}: {said}"
    return CheckError(f"rule {rule}: {where} (AUDIT_DEBUG=1 shows where)")


def passage(side: str) -> str:
    """Return the columns of one end (`a` or `b`) of the passage `p`.

    The FROM clause needs the `documents` of both ends as `a` and `b`, and `on_lines(side)`.
    """
    true = f"{side}.media_type in {VERBATIM}"
    return f"""
        coalesce(p.{side}_line, 1) as {side}_line, p.{side}_start, p.{side}_end,
        case when {true} then p.{side}_start - {side}_first.start + 1 end as {side}_column,
        {side}_last.line as {side}_end_line,
        case when {true} then p.{side}_end - {side}_last.start + 1 end as {side}_end_column"""


def on_lines(side: str) -> str:
    """Return the joins that find the first and the last line of one end of the passage `p`."""
    first, last = f"{side}_first", f"{side}_last"
    return f"""
    left join lines {first} on {first}.doc = p.{side}
        and {first}.start <= p.{side}_start and {first}.end > p.{side}_start
    left join lines {last} on {last}.doc = p.{side}
        and {last}.start < p.{side}_end and {last}.end >= p.{side}_end"""


def location(row: Row, prefix: str = "") -> Location:
    """Return the place in the columns `path`, `line`, `column`, ... of *row*, after *prefix*."""
    path, *rest = _columns_of_a_place(prefix)
    line, column, end_line, end_column, start, end, stop = map(row.get, rest)
    line, column = int(line or 1), int(column or 1)
    return Location(
        path=intern(row[path]),
        line=line,
        column=column,
        end_line=int(end_line or line),
        end_column=int(end_column or column),
        start=int(start or 0),
        end=int(end or stop or 0),
    )


@cache
def _columns_of_a_place(prefix: str) -> tuple[str, ...]:
    names = ("path", "line", "column", "end_line", "end_column", "start", "end", "stop")
    return tuple(prefix + name for name in names)


def asides(row: Row, *prefixes: str) -> tuple[Location, ...]:
    """Return where the claims of *row* stand, each after its prefix, that other files declare."""
    places = [location(row, f"{one}file_") for one in prefixes if row.get(f"{one}file_path")]
    return tuple(dict.fromkeys(places))


def sides(row: Row) -> tuple[str, str]:
    """Return the prefixes (`a_`, `b_`) of the later and the earlier document of a pair.

    By the dates in `a_issued` and `b_issued`, as far as both are known; else the path that
    sorts last is the later one.
    """
    a, b = str(row["a_issued"] or ""), str(row["b_issued"] or "")
    known = min(len(a), len(b))
    first = a[:known] > b[:known] if a[:known] != b[:known] else row["a_path"] > row["b_path"]
    return ("a_", "b_") if first else ("b_", "a_")


def pair_key(row: Row) -> tuple[str, ...]:
    """Return the sorted digests of the two documents in *row*."""
    return tuple(sorted((str(row["a_sha256"]), str(row["b_sha256"]))))


def percent(share: float) -> str:
    """Return *share* (0 to 1) in per cent, rounded down: only the whole is 100 %."""
    return f"{int(share * 100 + 1e-9)} %"


def excerpt(text: str, longest: int = 80) -> str:
    """Return the beginning of *text* on one line, at most *longest* characters."""
    line = " ".join(text[: longest * 4].split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def is_kind(kind: str, value: str) -> bool:
    """Tell whether *value* is of *kind*: `url`, `email`, `language` or `date` (ISO 8601)."""
    from audit.patterns import fits

    return days(value) is not None if kind == "date" else fits(_KINDS[kind], value)


def days(normalized: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of an ISO 8601 date, month, year, time or interval.

    None where *normalized* is none of these.
    """
    ends = [_days(part) for part in normalized.split("/", 1)]
    if None in ends:
        return None
    known = [end for end in ends if end]
    return min(first for first, _ in known), max(last for _, last in known)


def _days(part: str) -> tuple[dt.date, dt.date] | None:
    found = _ISO.match(part)
    if not found:
        return None
    year, month, day = (int(one or 0) for one in found.groups())
    try:
        first = dt.date(year, month or 1, day or 1)
        if day:
            return first, first
        following = dt.date(year + (month in {0, 12}), month % 12 + 1 if month else 1, 1)
    except ValueError:
        return None
    return first, following - dt.timedelta(days=1)
