"""The evidence of a finding: the words it is about, on both sides, read from the documents."""

import os
from collections.abc import Iterator, Sequence
from typing import Final

from audit.contacts import hidden
from audit.diff.documents import open_document
from audit.errors import AuditError
from audit.lines import Lines
from audit.model import Audit, Document, Finding, Location, PassageRecord
from audit.model.judgements import Evidence, Quote
from audit.pipeline.hidden import hide_document
from audit.readers import load
from audit.readers.decode import decode

MOST: Final = 5
"""Passages that are quoted, the longest first."""

LONGEST: Final = 1_500
"""Characters of one quotation."""

_AROUND: Final = 300
"""Characters of a line that are quoted before a place in it."""


def evidence(audit: Audit, finding: Finding) -> Evidence:
    """Return what *finding* is about, in the words of its documents.

    A document that has changed or gone since, or lies in a container, is not quoted. Contacts are
    hidden in the whole document, before anything is cut out of it.
    """
    shared = sorted(_shared(audit, finding), key=_longest)
    if shared:
        sides = [_sides(audit, passage, finding.location.path) for passage in shared[:MOST]]
        return Evidence(passages=[one for one in sides if one], more=len(shared) - len(sides))
    places = [at for at in (finding.location, *finding.related) if _is_said_at(at, finding)]
    quotes = [_at(audit, place) for place in places]
    quotes += [_beside(audit, place) for place in finding.beside]
    return Evidence(passages=[[quote] for quote in quotes if quote])


def _is_said_at(place: Location, finding: Finding) -> bool:
    """Tell whether words of the document itself at *place* are evidence."""
    return place.end > place.start or not finding.beside


def _beside(audit: Audit, place: Location) -> Quote | None:
    """Return the line of a file beside a document; it is no document, and read as it stands."""
    try:
        loaded = load(os.path.join(audit.run.root, place.path))  # noqa: PTH118  # a string
        lines = Lines(decode(loaded.data or b"").text)
        span = lines.span(place.line)
    except (AuditError, IndexError):
        return None
    text = _cut(lines.text[span.start : span.end])
    return Quote(path=place.path, line=place.line, text=hidden(text) if audit.run.masked else text)


def _shared(audit: Audit, finding: Finding) -> Iterator[PassageRecord]:
    pairs = {frozenset((finding.location.path, place.path)) for place in finding.related}
    for passage in audit.passages:
        if frozenset((passage.a, passage.b)) in pairs and not passage.boilerplate:
            yield passage


def _longest(passage: PassageRecord) -> tuple[int, str, str, int]:
    return -passage.words, passage.a, passage.b, passage.a_start


def _sides(audit: Audit, passage: PassageRecord, first: str) -> Sequence[Quote]:
    sides = [
        (passage.a, passage.a_start, passage.a_end, passage.a_line),
        (passage.b, passage.b_start, passage.b_end, passage.b_line),
    ]
    found = []
    for path, start, end, line in sorted(sides, key=lambda side: side[0] != first):
        document = _document(audit, path)
        if document:
            found.append(Quote(path=path, line=line, text=_cut(document.text[start:end])))
    return found


def _at(audit: Audit, place: Location) -> Quote | None:
    document = _document(audit, place.path)
    if document is None:
        return None
    if place.end > place.start:
        start = max(document.text.rfind("\n", 0, place.start) + 1, place.start - _AROUND)
        text = document.text[start : max(place.end, _line_end(document.text, place.end))]
        return Quote(path=place.path, line=place.line, text=_cut(text))
    lines = Lines(document.markup or document.text)
    start = lines.starts[min(place.line, len(lines.starts)) - 1]
    text = lines.text[start : _line_end(lines.text, start)]
    return Quote(path=place.path, line=place.line, text=_cut(text))


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"


def _document(audit: Audit, path: str) -> Document | None:
    try:
        opened = open_document(os.path.join(audit.run.root, path))  # noqa: PTH118  # a string
    except AuditError:
        return None
    return (hide_document(opened) if audit.run.masked else opened).document
