"""What is judged: places, violations, findings and the waivers that excuse them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """SARIF's own levels, worst first, and `off`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a document; maps to a SARIF region. *line* and *column* count from 1."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """What a check says of one row that breaks it.

    *values* fill the names of the rule's message; *key* is the identity of the matter itself
    (content digests, matched text), without lines, offsets, times or severity.
    """

    location: Location
    values: Mapping[str, str]
    key: Sequence[str]
    related: Sequence[Location] = ()
    beside: Sequence[Location] = ()
    """Places in other files that declare what it is about; no documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A violation judged by a rule; *key* is 16 hexadecimal digits, the finding's fingerprint."""

    rule: str
    severity: Severity
    message: str
    location: Location
    related: Sequence[Location]
    key: str
    waived: str = ""
    """The reason of the waiver that excuses it, or empty."""
    known: bool = False
    """Whether the baseline holds it."""
    beside: Sequence[Location] = ()
    """Places in other files that declare what it is about; a waiver is about documents alone."""

    @property
    def places(self) -> Sequence[Location]:
        """Every place beside its own: those in documents first."""
        return (*self.related, *self.beside) if self.beside else self.related

    @property
    def counts(self) -> bool:
        """Tell whether nothing excuses it."""
        return not (self.waived or self.known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Findings that are accepted until a day: those of *rule* with this *key*, or on these *paths*.

    *until* is the last day on which it counts; *place* is where it is written.
    """

    rule: str
    reason: str
    until: dt.date
    paths: tuple[str, ...] = ()
    """Globs; every document of a finding must fit one of them."""
    key: str = ""
    by: str = ""
    place: str = ""
    digests: tuple[str, ...] = ()
    """SHA-256 of the documents it speaks of; it ends when one of them changes. Empty: of any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRecord:
    """One rule as reports explain it; *help* says what to do, *url* where to read on."""

    id: str
    check: str
    severity: Severity
    summary: str
    help: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A piece of a document, as it stands there from *line* on."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What proves a finding: passages, each as it stands in one or in two documents."""

    passages: Sequence[Sequence[Quote]]
    more: int = 0
    """Passages that are not quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """Everything about one rule: its settings in force, and the manual page of its check."""

    rule: str
    check: str
    severity: Severity
    place: str
    """Where it is written."""
    settings: Sequence[tuple[str, str]]
    overrides: Sequence[tuple[str, Sequence[str]]]
    """Which paths change which settings, and to what."""
    page: str
