"""What is reported of a text that has several versions."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A figure or a date that gave way to another; *line* is one of the later text."""

    before: str
    after: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChanges:
    """What changed since the version *before*, boilerplate included, counted in words.

    *passages* are the places that changed, white space and typography not counted. *rewritten*
    says that less than a third of the words is the same.
    """

    before: str
    words_same: int
    words_added: int
    words_removed: int
    words_moved: int
    passages: int
    rewritten: bool
    figures: Sequence[Changed]
    dates: Sequence[Changed]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRecord:
    """One version of a text that has several; *family* is the path of the first by path."""

    family: str
    path: str
    position: int
    """From 1; by date where *dated*, else by path, and the true order is unknown."""
    dated: bool
    date: str
    """The day that the document itself claims, or empty."""
    revert_of: str
    """An earlier version, not the one before, whose words it has again, or empty."""
    evidence: str = ""
    """What says the date: the property, its line and who found it, or empty."""
    changes: VersionChanges | None = None
    """What changed since the version before; None for the first, and of more than 500 versions."""
