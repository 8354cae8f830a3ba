"""The small values that pages hand out and extractors hand back."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from msgspec import Struct

from audit.model import Span
from audit.tags import Attribute

HIDDEN: Final = 0.38
"""How far a date of publication for machines alone is believed: one that no reader sees.

As often wrong as right, it needs a voice from the body or the address of the page; two such dates
in one head come from one hand, and do not make up for it.
"""
UNSEEN: Final = "but no reader sees it"
"""What the reason of such a date says."""


class Worth(Struct, frozen=True, kw_only=True):
    """How far a claim can be believed, and why."""

    confidence: float
    reason: str


class Place(NamedTuple):
    """Characters [start, end) of a part: `text`, `markup` or `sidecar`."""

    start: int
    end: int
    part: str = "text"


class Element(Struct, frozen=True):
    """A tag that begins at *at*, its attributes by name, and the content up to its end tag."""

    name: str
    at: int
    attributes: dict[str, Attribute]
    start: int
    end: int

    def value(self, name: str) -> str:
        """Return the value of the attribute *name*, or empty."""
        found = self.attributes.get(name)
        return found.value if found else ""


def is_inside(spans: Sequence[Span], at: int) -> bool:
    """Tell whether one of *spans*, which follow each other, holds character *at*."""
    nth = bisect_right(spans, at, key=attrgetter("start")) - 1
    return nth >= 0 and at < spans[nth].end


def outermost(spans: Iterable[Span]) -> Sequence[Span]:
    """Return *spans* in order, without those within others."""
    kept: list[Span] = []
    for span in sorted(spans, key=attrgetter("start")):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
