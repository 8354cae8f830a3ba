"""What is reported: the rows of a finished audit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from audit.model.judgements import Finding, Location, RuleRecord
from audit.model.versions import VersionRecord

_PLACE: Final = re.compile(r"(?:its [\w -]+, )?line (\d[\d,]{0,12})(?:, column (\d{1,9}))?\b")
"""How the message of a problem begins that names its place in the file."""


class Relation(StrEnum):
    """What two documents are to each other, decided on their bodies."""

    IDENTICAL = "identical"
    SAME_TEXT = "same-text"
    NEAR_DUPLICATE = "near-duplicate"
    CONTAINS = "contains"
    QUOTES = "quotes"
    BOILERPLATE_ONLY = "boilerplate-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Resemblance (Jaccard) and the two containments of shingle sets, each exact, 0 to 1."""

    resemblance: float
    containment_a: float
    containment_b: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """One document as reports show it."""

    path: str
    sha256: str
    size: int
    modified: int
    media_type: str
    basis: str
    encoding: str
    encoding_confidence: float
    encoding_basis: str = ""
    """How the encoding was decided; empty where the format settles it."""
    characters: int
    words: int
    boilerplate_share: float
    """Share of the words that stand in boilerplate or page furniture, 0 to 1."""
    language: str
    state: str
    """`read`, `short` (too short to compare), `empty`, `container`, `fixity-only`, `unreadable`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """One claim with the document it speaks of."""

    path: str
    property: str
    value: str
    normalized: str
    chosen: bool
    line: int
    start: int
    end: int
    extractor: str
    origin: str
    part: str
    confidence: float
    reason: str
    conflict: bool = False
    """True where another claim for the property of the same document contradicts it."""
    declared_in: str = ""
    """The file that declares it of the document, whose line `line` is; empty for the document."""
    dispute: str = ""
    """Why it cannot be true beside another one, or beside its weekday; empty without conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderRecord:
    """One field of a header above a document: `warc` or `arc` of its record, `http` of a server."""

    path: str
    kind: str
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one boilerplate block stands in one document."""

    path: str
    start: int
    end: int
    line: int
    end_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRecord:
    """A passage that recurs in different documents, with all its places, sorted by path."""

    block: str
    words: int
    text: str
    places: Sequence[Place]
    variants: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRecord:
    """Two documents and what they are to each other; a sorts before b by path."""

    a: str
    b: str
    relation: Relation
    raw: Scores
    body: Scores
    shared_words: int
    """Words of a that stand in passages shared with b, boilerplate left out."""
    cluster: str = ""
    """The first document of the cluster in which both are, or empty."""
    first: str = ""
    """The one that is dated earlier, which proves nothing about who took from whom, or empty."""
    a_issued: str = ""
    b_issued: str = ""
    """The day of publication that each claims, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRecord:
    """Documents of which every two resemble each other by *minimum* or more, 0 to 1, exactly.

    *cluster* is the path of the first; copies count as what they are copies of.
    """

    cluster: str
    minimum: float
    members: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRecord:
    """A run of words that two documents share, with character offsets on both sides."""

    a: str
    b: str
    a_start: int
    a_end: int
    a_line: int
    b_start: int
    b_end: int
    b_line: int
    words: int
    boilerplate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be done; *incomplete* means that the audit lacks it (exit 2)."""

    path: str
    stage: str
    message: str
    incomplete: bool = True

    @property
    def location(self) -> Location:
        """Where in its file it is, as far as the message says so; else the first line."""
        at = _PLACE.match(self.message)
        line, column = (int(at[1].replace(",", "")), int(at[2] or 1)) if at else (1, 1)
        return Location(path=self.path, line=line, column=column, end_line=line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The head of every report."""

    version: str
    root: str
    engine: str
    rules_digest: str
    guarantee: str
    """What the comparison promises to have found, in one sentence."""
    today: str
    masked: bool = False
    """Whether mail addresses are hidden."""
    counts: Mapping[str, int] = field(default_factory=dict)
    remarks: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A finished audit: every field is an iterable that can be read more than once."""

    run: Run
    documents: Iterable[DocumentRecord]
    claims: Iterable[ClaimRecord]
    boilerplate: Iterable[BlockRecord]
    pairs: Iterable[PairRecord]
    passages: Iterable[PassageRecord]
    versions: Iterable[VersionRecord] = ()
    clusters: Iterable[ClusterRecord] = ()
    headers: Iterable[HeaderRecord] = ()
    problems: Sequence[Problem]
    findings: Sequence[Finding]
    rules: Sequence[RuleRecord] = ()
    """The rules that were asked; SARIF must describe them."""
