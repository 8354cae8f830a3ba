"""What is read: sources, documents, and the claims about where they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Origin(StrEnum):
    """Where a claim stands: beside the document, in its markup, or in its text."""

    DECLARED = "declared"
    EMBEDDED = "embedded"
    FOUND = "found"


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
    "format",
    "section",
    "source",
    "contact",
    "generator",
)
"""The properties of a claim: Dublin Core terms where one exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file as the walk saw it; *uri* is its identity, *path* what people see."""

    uri: str
    path: str
    location: str
    """Where the bytes are: a path of this machine, never stored."""
    size: int
    modified: int
    """Nanoseconds since the epoch."""
    inode: int
    changed: int = 0
    """When the system last changed anything of the file, where it knows; nanoseconds likewise."""
    member: str = ""
    """A record inside a container, empty for a plain file."""
    sidecar: str = ""
    """A path of this machine: the file beside it that declares its metadata, or empty."""
    beside: str = ""
    """The same file as people see it, a path below the root."""
    fields: "tuple[Field, ...]" = ()
    """What tables of the collection declare of it: `metadata.csv`, `bag-info.txt`."""
    records: "tuple[tuple[str, tuple[Field, ...]], ...]" = ()
    """What tables declare of the records in a container, by the names of these."""


class Chunk(NamedTuple):
    """A piece of the text that stands somewhere in the markup: text[start:] is source[source:]."""

    start: int
    source: int


class Tag(NamedTuple):
    """The characters [start, end) of a page between `<` and `>`, both included.

    *name* is in lower case; a comment, a doctype or an instruction has the name `!`.
    """

    name: str
    closing: bool
    start: int
    end: int


TagRow = tuple[str, bool, int, int]
"""The fields of a `Tag`: a page has thousands, and few are ever looked at by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters [start, end) of a text, and what there is to say about them."""

    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a format or a container keeps about a document in a field of its own.

    *by* names the kind of field (`docx`, `pdf-info`, `warc`), *place* the field itself.
    *normalized* is empty where the value speaks for itself. A field of the file that a person
    opens has its characters [start, end) of *part* `text` or `markup`; one of a table that speaks
    of many documents has those of the table, the path of that as *file*, its *line* and *column*
    there, and the part `sidecar`.
    """

    property: str
    value: str
    by: str
    place: str
    normalized: str = ""
    confidence: float = 0.85
    part: str = "fields"
    start: int = 0
    end: int = 0
    line: int = 0
    column: int = 0
    file: str = ""


class HeaderField(NamedTuple):
    """One field of a header that stands outside the bytes of the document it speaks of.

    *kind* is `warc` or `arc` for the record of a web archive, `http` for the answer of a server,
    whose status line is the field `status-line`. Names and values are as written.
    """

    kind: str
    name: str
    value: str


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
    fields: Sequence[Field] = ()
    """What the format itself, or the container, says of where the document comes from."""
    remarks: Sequence[str] = ()
    """What a person must know about the reading (replaced bytes, a limit); becomes problems."""
    lost: Sequence[str] = ()
    """What of the file could not be read, so that the document is incomplete."""
    encoding_basis: str = ""
    """How the encoding was decided, in a few words; empty where the format settles it."""
    tags: Sequence[TagRow] = ()
    """The first tags of *markup* that is HTML, so that nobody scans for them a second time."""


class Claim(Struct, frozen=True, kw_only=True):
    """One statement about where a document comes from, and who found it where.

    *start* and *end* are characters of *part*: `text`, `markup` (the decoded file of an HTML or
    Markdown document), `sidecar` (the decoded file beside it) or `fields` (a field of the format,
    without characters); *line* counts from 1 in the file that a person opens. What is declared in
    another file has the path of that as *file*, and its *column* there. *confidence* is 0 to 1.

    A struct, because forty are made for every page: a frozen dataclass takes three times as long.
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
    file: str = ""
    column: int = 0


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
