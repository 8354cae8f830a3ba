"""Compare two files as documents: their texts, and what each says of where it comes from."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from audit.diff.compare import compare
from audit.diff.values import Diff, Hunk
from audit.errors import ReadError, UsageError
from audit.lines import Lines, source_offset
from audit.model import PROPERTIES, Claim, ClaimRecord, Document, Source, Span
from audit.readers import Loaded, container_for, identify, load
from audit.readers.guard import Job, read_job


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file as it was read; *path* is what the user called it."""

    path: str
    sha256: str
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The chosen value of a property, and the line that proves it: 0 for a field of a format."""

    value: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A property for which two documents state different values."""

    property: str
    before: Sequence[Statement]
    after: Sequence[Statement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two documents compared: their texts, and what they state about themselves."""

    a: Opened
    b: Opened
    diff: Diff
    claims: Sequence[ClaimChange] = ()


def open_document(path: str) -> Opened:
    """Read the file *path* through its reader; raise UsageError where it holds no text."""
    location = os.path.realpath(path)
    name = path if path.isprintable() else repr(path)[1:-1]
    if os.path.isdir(location):  # noqa: PTH112  # a path may hold a lone surrogate
        raise UsageError(f"{name}: is a folder; `audit diff` compares two files")
    if not os.path.lexists(location):
        raise UsageError(f"{name}: there is no such file")
    try:
        loaded = load(location)
        return Opened(path=path, sha256=loaded.sha256, document=_read(path, location, loaded))
    except ReadError as error:
        raise UsageError(f"{name}: {error}") from None


def compare_documents(
    a: Opened, b: Opened, folded_a: Sequence[Span] = (), folded_b: Sequence[Span] = ()
) -> Comparison:
    """Compare the texts of two documents; lines are those of the files that a person opens."""
    diff = compare(a.document.text, b.document.text, folded_a, folded_b)
    return Comparison(a=a, b=b, diff=_in_files(diff, a, b))


def claim_changes(
    a: Iterable[Claim | ClaimRecord], b: Iterable[Claim | ClaimRecord]
) -> tuple[ClaimChange, ...]:
    """Return the properties whose chosen values differ, in the order of the model."""
    before, after = _chosen(a), _chosen(b)
    return tuple(
        ClaimChange(
            property=name,
            before=tuple(before.get(name, {}).values()),
            after=tuple(after.get(name, {}).values()),
        )
        for name in PROPERTIES
        if before.get(name, {}).keys() != after.get(name, {}).keys()
    )


def _chosen(claims: Iterable[Claim | ClaimRecord]) -> dict[str, dict[str, Statement]]:
    found: dict[str, dict[str, Statement]] = {}
    for claim in claims:
        if claim.chosen:
            same = found.setdefault(claim.property, {})
            said = claim.normalized or claim.value
            line = 0 if claim.part == "fields" else claim.line
            same.setdefault(said, Statement(value=said, line=line))
    return found


def _in_files(diff: Diff, a: Opened, b: Opened) -> Diff:
    """Return *diff* with lines of the files, where a text was taken out of markup."""
    if not a.document.chunks and not b.document.chunks:
        return diff
    one, other = _FileLines(a.document), _FileLines(b.document)

    def lined(hunk: Hunk) -> Hunk:
        return replace(hunk, a_line=one.line(hunk.a_start), b_line=other.line(hunk.b_start))

    return replace(diff, hunks=tuple(map(lined, diff.hunks)))


def _read(path: str, location: str, loaded: Loaded) -> Document:
    found = identify(path, loaded.data or loaded.head)
    source = Source(
        uri=path,
        path=path,
        location=location,
        size=loaded.size,
        modified=loaded.modified,
        inode=loaded.inode,
        changed=loaded.changed,
    )
    if container_for(found.media_type):
        raise ReadError(f"holds documents and is none itself ({found.basis})")
    if not loaded.data:
        return Document(
            source=source,
            media_type=found.media_type,
            basis=found.basis,
            encoding="utf-8",
            encoding_confidence=1.0,
            text="",
        )
    job = Job(source=source, sha256=loaded.sha256, format=found, data=loaded.data)
    item, *others = read_job(job)
    if others:
        raise ReadError(f"holds documents and is none itself ({found.basis})")
    if item.document is None:
        said = "; ".join(remark.message for remark in item.problems)
        raise ReadError(said or f"no text can be read from {found.media_type} ({found.basis})")
    return item.document


class _FileLines:
    def __init__(self, document: Document) -> None:
        self.chunks = document.chunks
        self.lines = Lines(document.markup if document.chunks else document.text)

    def line(self, offset: int) -> int:
        return self.lines.line(source_offset(self.chunks, offset))
