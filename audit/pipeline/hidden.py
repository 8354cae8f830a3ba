"""An audit whose reports name nobody's mail address: records as they are, contacts hidden."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Generic, TypeVar

from audit.contacts import hidden, hidden_whole
from audit.diff import Hunk
from audit.diff.documents import ClaimChange, Comparison, Opened
from audit.engines import Row
from audit.model import (
    Audit,
    BlockRecord,
    ClaimRecord,
    DocumentRecord,
    Finding,
    HeaderRecord,
    Problem,
    VersionRecord,
)
from audit.pipeline.contacts import Contacts, contacts_of

Record = TypeVar("Record")
_CODE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{6,400}")


@dataclass(frozen=True, slots=True)
class _Hidden(Generic[Record]):
    """Records that are changed each time they are read."""

    records: Iterable[Record]
    change: Callable[[Record], Record]

    def __iter__(self) -> Iterator[Record]:
        return map(self.change, self.records)


def hide_contacts(audit: Audit, texts: Iterable[Row] = ()) -> Audit:
    """Return *audit* with every mail address in it hidden; paths and keys stay as they are.

    *texts* (path, text) are those of its documents: a part of an address is known by its place.
    """
    known = contacts_of(texts, audit.findings, audit.claims)
    coded = frozenset(
        claim.value for claim in audit.claims if claim.property == "contact" and claim.normalized
    )

    def hide(finding: Finding) -> Finding:
        message = _message(known.told(finding), coded)
        return replace(finding, message=message, waived=hidden(finding.waived))

    return replace(
        audit,
        run=replace(
            audit.run, masked=True, remarks=[*map(hidden, audit.run.remarks), *_open(known)]
        ),
        documents=_Hidden(audit.documents, _document),
        versions=_Hidden(audit.versions, _version),
        claims=_Hidden(audit.claims, partial(_cut_claim, known)),
        boilerplate=_Hidden(audit.boilerplate, partial(_block, known)),
        headers=_Hidden(audit.headers, _header),
        problems=[_problem(problem) for problem in audit.problems],
        findings=[hide(finding) for finding in audit.findings],
    )


def _open(known: Contacts) -> Iterator[str]:
    """Yield what must be said of paths: they stay as they are, or nobody could find the files."""
    count = len(known.names)
    if count:
        files = (
            "1 file has a mail address in its name"
            if count == 1
            else (f"{count:,} files have mail addresses in their names")
        )
        yield f"{files}, which --mask-contacts does not hide: rename them"


def hide_document(opened: Opened) -> Opened:
    """Return a document to be shown with every mail address in it hidden."""
    document = opened.document
    shown = replace(document, text=hidden(document.text), markup=hidden(document.markup))
    return replace(opened, document=shown)


def hide_comparison(comparison: Comparison) -> Comparison:
    """Return a comparison to be shown with every mail address in it hidden; what differs stays."""
    a, b = hide_document(comparison.a), hide_document(comparison.b)
    texts = a.document.text, b.document.text
    hunks = tuple(_hunk(hunk, *texts) for hunk in comparison.diff.hunks)
    claims = tuple(map(_change, comparison.claims))
    return replace(comparison, a=a, b=b, diff=replace(comparison.diff, hunks=hunks), claims=claims)


def _hunk(hunk: Hunk, a: str, b: str) -> Hunk:
    before, after = a[hunk.a_start : hunk.a_end], b[hunk.b_start : hunk.b_end]
    return replace(hunk, before=before, after=after)


def _change(change: ClaimChange) -> ClaimChange:
    hide = hidden_whole if change.property == "contact" else hidden
    before, after = (
        tuple(replace(one, value=hide(one.value)) for one in side)
        for side in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def _claim(claim: ClaimRecord) -> ClaimRecord:
    hide = hidden_whole if claim.property == "contact" and claim.normalized else hidden
    return replace(
        claim,
        value=hide(claim.value),
        normalized=hide(claim.normalized),
        reason=hidden(claim.reason),
    )


def _cut_claim(known: Contacts, claim: ClaimRecord) -> ClaimRecord:
    """Hide in *claim* also what is part of an address only where it stands."""
    value = claim.value
    if claim.part == "text" and claim.end - claim.start == len(value):
        value = known.shown(claim.path, claim.start, value)
    same = claim.normalized.casefold() == claim.value.casefold()
    return _claim(replace(claim, value=value, normalized=value if same else claim.normalized))


def _block(known: Contacts, block: BlockRecord) -> BlockRecord:
    text = block.text
    for first in block.places[:1]:
        text = known.shown(first.path, first.start, text)
    return replace(block, text=hidden(text))


def _document(document: DocumentRecord) -> DocumentRecord:
    """Hide what a document may say of itself where a format or a language belongs."""
    return replace(
        document,
        media_type=hidden(document.media_type),
        basis=hidden(document.basis),
        encoding=hidden(document.encoding),
        encoding_basis=hidden(document.encoding_basis),
        language=hidden(document.language),
    )


def _header(header: HeaderRecord) -> HeaderRecord:
    return replace(header, name=hidden(header.name), value=hidden(header.value))


def _version(version: VersionRecord) -> VersionRecord:
    return replace(version, evidence=hidden(version.evidence))


def _problem(problem: Problem) -> Problem:
    return replace(problem, message=hidden(problem.message))


def _message(message: str, coded: frozenset[str]) -> str:
    """Return *message* without addresses, those in code included, which only claims know."""
    shown = hidden(message)
    for found in _CODE.finditer(message):
        if any(value.startswith(found[0]) for value in coded):
            shown = shown[: found.start()] + "*" * len(found[0]) + shown[found.end() :]
    return shown
