"""Extractors: Document to Claims. One kind of evidence a file.

An extractor never decides between candidates: it gives every claim that it sees, with the place
that proves it and an honest confidence; `choose` picks at most one of a property, or none.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import ClassVar, Final

from msgspec import structs

from audit.claims.choose import choose
from audit.claims.conflicts import Conflict, conflicts
from audit.claims.declared import BrokenError
from audit.claims.page import let_go
from audit.claims.unseen import without_unseen
from audit.model import PROPERTIES, Claim, Document, Origin
from audit.registry import members

__all__ = [
    "CHOICE",
    "Conflict",
    "Evidence",
    "Extractor",
    "Questions",
    "choose",
    "conflicts",
    "extract_all",
    "has_foreign",
]

MOST: Final = 500
"""Claims that one extractor may make of one document."""
REMARKS: Final = 20
LONGEST: Final = 300
"""Remarks that are taken of one extractor, and characters of each."""
CHOICE: Final = "choice among its claims"
"""What comes after the extractors; no extractor has such an id."""
_PARTS: Final = ("sidecar", "fields", "markup", "text")
_PLACES: Final = {name: place for place, name in enumerate((*PROPERTIES, *_PARTS))}
_TEXTS: Final = ("property", "value", "normalized", "extractor", "reason", "part")
_NUMBERS: Final = ("line", "start", "end")


class Extractor(ABC):
    """One kind of evidence."""

    id: ClassVar[str]

    @abstractmethod
    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield every claim of this kind in the order of the document."""

    def remarks(self, document: Document) -> Iterator[str]:  # noqa: ARG002  # most have none
        """Yield what is to be said of evidence of this kind that is damaged, a line each."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All claims of a document, sorted and chosen, and what could not be looked at."""

    claims: tuple[Claim, ...]
    problems: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is odd, though nothing is lost by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What is asked of one document, here or in a process of its own.

    *beside* is the name of the file that declares the document's metadata, for problems; *failed*
    are extractors that are not to be asked, each with the problem that says why.
    """

    document: Document
    beside: str = ""
    failed: Mapping[str, str] = field(default_factory=dict)

    def work(self, begin: Callable[[str], None]) -> Iterator[Evidence]:
        """Yield the evidence; *begin* is told of every extractor before it is asked."""
        claims: list[Claim] = []
        problems: list[str] = []
        remarks: list[str] = []
        for identity, extractor in _extractors():
            if identity in self.failed:
                problems.append(self.failed[identity])
            else:
                begin(identity)
                claims += self._asked(identity, extractor, problems, remarks)
        let_go()
        if CHOICE in self.failed:
            yield Evidence(claims=(), problems=(*problems, self.failed[CHOICE]))
        else:
            begin(CHOICE)
            chosen = choose(sorted(dict.fromkeys(_seen(claims)), key=_order))
            yield Evidence(
                claims=chosen,
                problems=tuple(problems),
                conflicts=tuple(conflicts(chosen)),
                remarks=tuple(remarks),
            )

    def _asked(
        self, identity: str, extractor: Extractor, problems: list[str], remarks: list[str]
    ) -> list[Claim]:
        """Return the claims of one extractor; its failure is a problem, in one line."""
        claims: list[Claim] = []
        try:
            found = islice(extractor.extract(self.document), MOST)
            claims.extend(map(_sound, found) if _is_foreign(extractor) else found)
            remarked = islice(extractor.remarks(self.document), REMARKS)
            remarks += (str(one)[:LONGEST] for one in remarked)
        except BrokenError as error:
            file = f" {self.beside}" if self.beside else ""
            named = f"the file{file} beside it" if identity == "sidecar" else f"its {identity}"
            problems.append(f"{named}, line {error.line}, column {error.column}: {error}")
        except MemoryError:
            problems.append(
                f"extractor {identity}: needs more memory than it may take (limits: memory)"
            )
        except Exception as error:  # noqa: BLE001  # the code of others fails in its own ways
            what = " ".join(f"{type(error).__name__}: {error}".split())
            problems.append(f"extractor {identity} failed: {what[:200]}")
        return claims


def _seen(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield *claims*, their normalized values without signs that nobody sees."""
    for claim in claims:
        said = claim.normalized
        seen = without_unseen(said)
        if seen != said:
            seen = " ".join(seen.split())
        if seen or without_unseen(claim.value).strip() or not claim.value:
            yield claim if seen == said else structs.replace(claim, normalized=seen)


def extract_all(document: Document, beside: str = "") -> Evidence:
    """Return the claims of every extractor on *document*, with at most one chosen of a property.

    All is done in this process, without limits.
    """
    (evidence,) = Questions(document=document, beside=beside).work(lambda _identity: None)
    return evidence


def has_foreign() -> bool:
    """Tell whether other distributions have extractors here."""
    return any(_is_foreign(extractor) for _, extractor in _extractors())


@cache
def _extractors() -> tuple[tuple[str, Extractor], ...]:
    found = members("audit.extractors", Extractor)  # type: ignore[type-abstract]
    return tuple((identity, extractor()) for identity, extractor in found.items())


def _is_foreign(extractor: Extractor) -> bool:
    return not type(extractor).__module__.startswith(f"{__name__}.")


def _sound(claim: Claim) -> Claim:
    """Return *claim* in plain values; raise TypeError or ValueError where it cannot be kept.

    A string of a class of others may hold a whole tree, and code that runs where it is unpacked.
    """
    texts = [getattr(claim, name) for name in _TEXTS]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(f"a claim whose texts are {texts}")
    numbers = [getattr(claim, name) for name in _NUMBERS]
    if not all(isinstance(number, int) and 0 <= number < 1 << 31 for number in numbers):
        raise TypeError(f"a claim whose places are {numbers}")
    property_, value, normalized, extractor, reason, part = map(str.__str__, texts)
    line, start, end = map(int.__int__, numbers)
    plain = Claim(
        property=property_,
        value=value,
        normalized=normalized,
        extractor=extractor,
        origin=Origin(claim.origin),
        line=line,
        start=start,
        end=end,
        confidence=float(claim.confidence),
        reason=reason,
        part=part,
    )
    if plain.property not in PROPERTIES:
        raise ValueError(f"there is no property {plain.property!r}")
    if plain.part not in _PARTS or not 0 <= plain.confidence <= 1:
        where = plain.part, plain.confidence
        raise ValueError(f"a claim with part and confidence {where}")
    return plain


def _order(claim: Claim) -> tuple[int, int, int, int, str, str, str, float]:
    return (
        _PLACES[claim.property],
        _PLACES[claim.part],
        claim.start,
        claim.end,
        claim.extractor,
        "" if claim.property == "creator" else claim.normalized,  # people stay in their order
        claim.reason,
        -claim.confidence,
    )
