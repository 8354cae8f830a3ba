"""The small values that pages hand out and extractors hand back."""

from dataclasses import dataclass
from typing import NamedTuple

from audit.tags import Attribute, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """How far a claim can be believed, and why."""

    confidence: float
    reason: str


class Place(NamedTuple):
    """Characters [start, end) of a part: `text`, `markup` or `sidecar`."""

    start: int
    end: int
    part: str = "text"


class Element(NamedTuple):
    """A tag with its attributes by name, and the content up to its end tag."""

    tag: Tag
    attributes: dict[str, Attribute]
    start: int
    end: int

    def value(self, name: str) -> str:
        """Return the value of the attribute *name*, or empty."""
        found = self.attributes.get(name)
        return found.value if found else ""
