"""Extractors: Document to Claims. One kind of evidence a file.

An extractor never decides between candidates: it gives every claim that it sees, with the place
that proves it and an honest confidence; `choose` picks at most one of a property, or none.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import ClassVar, Final

from audit.claims.choose import choose
from audit.claims.conflicts import Conflict, conflicts
from audit.claims.declared import BrokenError
from audit.claims.page import let_go
from audit.errors import AuditError
from audit.model import PROPERTIES, Claim, Document
from audit.registry import members

__all__ = ["Conflict", "Evidence", "Extractor", "choose", "conflicts", "extract_all"]

MOST: Final = 500
"""Claims that one extractor may make of one document."""
_PARTS: Final = ("sidecar", "fields", "markup", "text")


class Extractor(ABC):
    """One kind of evidence."""

    id: ClassVar[str]

    @abstractmethod
    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield every claim of this kind in the order of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All claims of a document, sorted and chosen, and what could not be looked at."""

    claims: tuple[Claim, ...]
    problems: tuple[str, ...]


def extract_all(document: Document, beside: str = "") -> Evidence:
    """Return the claims of every extractor on *document*, with at most one chosen of a property.

    An extractor that fails takes nothing with it: its failure is a problem, in one line. *beside*
    is the name of the file that declares the document's metadata, for such a line.
    """
    claims: list[Claim] = []
    problems = []
    for identity, extractor in _extractors():
        try:
            claims += islice(extractor.extract(document), MOST)
        except BrokenError as error:
            file = f" {beside}" if beside else ""
            named = f"the file{file} beside it" if identity == "sidecar" else f"its {identity}"
            problems.append(f"{named}, line {error.line}, column {error.column}: {error}")
        except (AuditError, ValueError, LookupError, TypeError, RecursionError) as error:
            what = " ".join(f"{type(error).__name__}: {error}".split())
            problems.append(f"extractor {identity} failed: {what[:200]}")
    let_go()
    return Evidence(claims=choose(sorted(set(claims), key=_order)), problems=tuple(problems))


@cache
def _extractors() -> tuple[tuple[str, Extractor], ...]:
    found = members("audit.extractors", Extractor)  # type: ignore[type-abstract]
    return tuple((identity, extractor()) for identity, extractor in found.items())


def _order(claim: Claim) -> tuple[int, int, int, int, str, str, str]:
    return (
        PROPERTIES.index(claim.property),
        _PARTS.index(claim.part),
        claim.start,
        claim.end,
        claim.extractor,
        claim.normalized,
        claim.reason,
    )
