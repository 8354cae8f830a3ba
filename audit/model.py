"""The values that travel between the parts: frozen, slotted, keyword-only."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple



class Severity(StrEnum):
    """SARIF's own levels, worst first, and `off`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class Origin(StrEnum):
    """Where a claim stands: beside the document, in its markup, or in its text."""

    DECLARED = "declared"
    EMBEDDED = "embedded"
    FOUND = "found"


class Relation(StrEnum):
    """What two documents are to each other, decided on their bodies."""

    IDENTICAL = "identical"
    SAME_TEXT = "same-text"
    NEAR_DUPLICATE = "near-duplicate"
    CONTAINS = "contains"
    QUOTES = "quotes"
    BOILERPLATE_ONLY = "boilerplate-only"


PROPERTIES = (
    "title",
    "creator",
    "publisher",
    "issued",
    "modified",
    "created",
    "captured",
    "language",
    "rights",
    "rights_holder",
    "identifier",
    "url",
    "type",
    "section",
    "source",
    "contact",
    "generator",
)
"""The properties of a claim: Dublin Core terms where one exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file as the walk saw it; *uri* is its identity in the catalogue, *path* what people see."""

    uri: str
    path: str
    location: str
    """Where the bytes are: a path of this machine, never stored."""
    size: int
    modified: int
    """Nanoseconds since the epoch."""
    inode: int
    member: str = ""
    """A record inside a container, empty for a plain file."""
    sidecar: str = ""
    """A path of this machine: the file beside it that declares its metadata, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A piece of the text that stands somewhere in the markup: text[start:] is source[source:]."""

    start: int
    source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters [start, end) of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader made of the bytes; lives only inside `examine`.

    *text* is everything a reader of the page sees, in its order, lines ended by a line feed.
    For a plain text it is the decoded file itself, so that offsets and lines are those of the file.
    *furniture* are the parts of *text* that the markup itself calls navigation, header, footer
    or aside. *markup* is the decoded file where it differs from *text* (HTML, Markdown), else "".
    *chunks* map *text* to *markup*, sorted by start; empty means that they are the same.
    """

    source: Source
    media_type: str
    basis: str
    """Why this media type, in the words of a format identifier."""
    encoding: str
    encoding_confidence: float
    text: str
    markup: str = ""
    furniture: Sequence[Span] = ()
    chunks: Sequence[Chunk] = ()
    declared: str = ""
    """The decoded text of the file beside the document, or empty."""
    remarks: Sequence[str] = ()
    """What a person must know about the reading (replaced bytes, a limit); each becomes a problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement about where a document comes from, and who found it where.

    *start* and *end* are characters of *part*: `text`, `markup` (the decoded file of an HTML or
    Markdown document) or `sidecar` (the decoded file beside it); *line* counts from 1 in the file
    that a person opens. *confidence* is 0 to 1.
    """

    property: str
    value: str
    normalized: str
    extractor: str
    origin: Origin
    line: int
    start: int
    end: int
    confidence: float
    reason: str
    part: str = "text"
    chosen: bool = False


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
    characters: int
    words: int
    boilerplate_share: float
    """Share of the words that stand in boilerplate or page furniture, 0 to 1."""
    language: str
    state: str
    """`read`, `short` (too short to compare), `empty`, `fixity-only` or `unreadable`."""


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
    counts: Mapping[str, int] = field(default_factory=dict)
    remarks: Sequence[str] = ()


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
class Audit:
    """A finished audit: every field is an iterable that can be read more than once."""

    run: Run
    documents: Iterable[DocumentRecord]
    claims: Iterable[ClaimRecord]
    boilerplate: Iterable[BlockRecord]
    pairs: Iterable[PairRecord]
    passages: Iterable[PassageRecord]
    problems: Sequence[Problem]
    findings: Sequence[Finding]
    rules: Sequence[RuleRecord] = ()
    """The rules that were asked; SARIF must describe them."""


class FileDigest(NamedTuple):
    """The digests of one file as one read found them; *error* says why there are none.

    A tuple, because one is made for every file: a frozen dataclass costs a fifth of hashing 10 KiB.
    """

    path: str
    size: int
    """Bytes that were read."""
    modified: int
    """Nanoseconds since the epoch."""
    inode: int
    digests: Mapping[str, str]
    """Lower-case hexadecimal digits by the name of the algorithm."""
    error: str = ""
