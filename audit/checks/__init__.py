"""Checks: a SELECT of the rows that break it, plus a sentence for the reader.

To add a check, write one file here with one `@final` class that extends `Check`. Its docstring
is the manual page; its fields are the YAML options (typed, with a description each, so that the
JSON Schema for editors needs nothing else). A check never opens a file, never runs SQL, never
prints; it does not know severities, paths or waivers.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import msgspec

from audit.model import Location, Span, Violation
from audit.tables import Query

Row = Mapping[str, Any]


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One type of rule; the fields of a subclass are its options."""

    id: ClassVar[str]
    names: ClassVar[tuple[str, ...]]
    """What a message may name between braces; every violation has a value for each."""
    message: ClassVar[str]
    """The message of a rule that has none."""

    def look(self, text: str) -> Iterator[Span]:
        """Yield the spans of *text* that matter to this check; most checks look at nothing."""
        yield from ()

    @property
    def looks(self) -> bool:
        """Tell whether `look` must be called on every text."""
        return False

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


def location(row: Row, prefix: str = "") -> Location:
    """Return the place in the columns `path`, `line`, `column`, ... of *row*, after *prefix*."""
    line = int(row.get(f"{prefix}line") or 1)
    column = int(row.get(f"{prefix}column") or 1)
    return Location(
        path=row[f"{prefix}path"],
        line=line,
        column=column,
        end_line=int(row.get(f"{prefix}end_line") or line),
        end_column=int(row.get(f"{prefix}end_column") or column),
        start=int(row.get(f"{prefix}start") or 0),
        end=int(row.get(f"{prefix}end") or 0),
    )
