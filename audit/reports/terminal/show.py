"""One document: every piece of evidence about it, each with its place."""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from audit.errors import UsageError
from audit.model import (
    PROPERTIES,
    Audit,
    ClaimRecord,
    DocumentRecord,
    HeaderRecord,
    PairRecord,
    PassageRecord,
)
from audit.reports import safe, safe_path, standing
from audit.reports.terminal.boilerplate import documents, lines
from audit.reports.terminal.duplicates import closeness, dated, likeness, named, other
from audit.reports.terminal.sheet import Part, Sheet
from audit.reports.terminal.versions import family_of, version_parts
from audit.reports.terminal.words import grouped, percent, score, several, size

_QUOTE: Final = 160
"""Characters of a passage that are quoted on a terminal; elsewhere all of them are."""
BREAK: Final = "\n"
"""Between what is said and why, of one item."""
_LONG_AGO: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def about(audit: Audit, name: str) -> Audit:
    """Return what *audit* knows of the one document that *name* means.

    A name is a path as reports show it, the end of one path, or the start of one SHA-256 digest.
    Raise UsageError where it means none or several.
    """
    document = _meant(list(audit.documents), name)
    path = document.path
    return Audit(
        run=audit.run,
        documents=[document],
        claims=[claim for claim in audit.claims if claim.path == path],
        headers=[header for header in audit.headers if header.path == path],
        boilerplate=[
            block for block in audit.boilerplate if any(at.path == path for at in block.places)
        ],
        pairs=[pair for pair in audit.pairs if path in (pair.a, pair.b)],
        passages=[passage for passage in audit.passages if path in (passage.a, passage.b)],
        clusters=[cluster for cluster in audit.clusters if path in cluster.members],
        versions=family_of(audit.versions, path),
        problems=[problem for problem in audit.problems if problem.path == path],
        findings=[
            finding
            for finding in audit.findings
            if any(at.path == path for at in (finding.location, *finding.related))
        ],
        rules=audit.rules,
    )


def _meant(known: Sequence[DocumentRecord], name: str) -> DocumentRecord:
    wanted = name.removeprefix("./")
    same = [document for document in known if document.path == wanted]
    ends = [document for document in known if document.path.endswith(f"/{wanted}")]
    digests = [document for document in known if document.sha256.startswith(name.lower())]
    for found in (same, ends, digests if len(name) >= _DIGITS else []):
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(_several(name, [document.path for document in found]))
    close = difflib.get_close_matches(wanted, [document.path for document in known], 1)
    hint = f"; did you mean {safe_path(close[0])}?" if close else "; see `audit documents`"
    raise UsageError(f"no document is called {safe_path(name)}{hint}")


_DIGITS: Final = 6
"""Digits of a digest that may stand for a document."""


def _several(name: str, paths: Sequence[str]) -> str:
    return f"{safe_path(name)} means {len(paths)} documents: {', '.join(map(safe_path, paths[:3]))}"


def write(audit: Audit, sheet: Sheet) -> None:
    """Write the evidence in *audit*, which holds one document (see `about`)."""
    (document,) = audit.documents
    sheet.say((safe_path(document.path), "bold"))
    claims = sorted(audit.claims, key=_by_property)
    for name, value in _facts(document, claims):
        sheet.say((f"  {name:<12}", "quiet"), value)
    _section(sheet, "claims", map(_claim, claims))
    _section(sheet, "findings", _findings(audit, document.path))
    _section(sheet, "problems", ([problem.message] for problem in audit.problems))
    pairs = sorted(audit.pairs, key=closeness)
    _section(sheet, "related documents", (_pair(pair, document.path) for pair in pairs))
    _section(sheet, "versions", map(version_parts, audit.versions))
    passages = sorted(audit.passages, key=lambda row: _side(row, document.path))
    _section(sheet, "shared passages", (_passage(row, document.path, sheet) for row in passages))
    _section(sheet, "boilerplate", _blocks(audit, document.path, sheet))
    _section(sheet, "headers", map(_header, audit.headers))


def _section(sheet: Sheet, title: str, items: Iterable[Sequence[Part]]) -> None:
    """Write a heading and its items, each with the heading before it where lines are records."""
    rows = list(items)
    if not rows:
        return
    sheet.gap()
    if sheet.terminal:
        sheet.say((f"{title} ({len(rows)})", "bold"))
    for row in rows[: sheet.limit]:
        _item(sheet, "  " if sheet.terminal else f"{title}: ", *row)
    if sheet.limit and len(rows) > sheet.limit:
        sheet.say((f"  {len(rows) - sheet.limit:,} more; all: ", "quiet"), sheet.unlimited)


def _item(sheet: Sheet, *parts: Part) -> None:
    """Write one item; on a terminal what follows a break stands in a line of its own."""
    if sheet.terminal and BREAK in parts:
        at = parts.index(BREAK)
        sheet.wrap(*parts[:at], indent=6)
        _item(sheet, "      ", *parts[at + 1 :])
    else:
        sheet.wrap(*("  " if part == BREAK else part for part in parts), indent=6)


def _facts(document: DocumentRecord, claims: Sequence[ClaimRecord]) -> Iterator[tuple[str, str]]:
    yield "sha256", document.sha256
    yield "size", f"{size(document.size)} ({document.size:,} bytes)"
    yield "file time", _when(document.modified)
    yield "format", f"{document.media_type} ({document.basis})"
    sure = percent(document.encoding_confidence)
    if document.encoding:
        basis = f": {document.encoding_basis}" if document.encoding_basis else ""
        yield "encoding", f"{document.encoding}, {sure} sure{basis}"
    yield "language", _languages(document, claims)
    share = percent(document.boilerplate_share)
    yield "words", f"{document.words:,}, {share} of them boilerplate"
    yield "state", document.state


def _languages(document: DocumentRecord, claims: Sequence[ClaimRecord]) -> str:
    """Return the language; of a mixed document also where each other one begins."""
    spoken = [c for c in claims if c.property == "language" and c.origin == "found"]
    several = [c for c in spoken if c.normalized and c.extractor == "language"]
    shown = [document.language or ("several" if len(several) > 1 else "unknown")]
    if len(several) > 1:
        ordered = sorted(several, key=lambda claim: claim.line)
        shown += [f"{claim.normalized} from line {claim.line}" for claim in ordered]
    return "; ".join(shown)


def _when(modified: int) -> str:
    """Return *modified* (nanoseconds) as ISO 8601 in UTC, or as it is where no calendar goes."""
    try:
        when = _LONG_AGO + dt.timedelta(microseconds=modified // 1000)
    except OverflowError:
        return f"{modified} ns"
    return when.isoformat(timespec="seconds")


def _by_property(claim: ClaimRecord) -> tuple[bool, bool, int, float, int, int]:
    """Order what is chosen before what contradicts it, and that before the other candidates."""
    order = PROPERTIES.index(claim.property)
    told = not claim.chosen, claim.chosen or not claim.conflict
    return *told, order, -claim.confidence, claim.line, claim.start


def _claim(claim: ClaimRecord) -> list[Part]:
    """Say what is claimed, whether it is chosen, where it stands and why it is believed."""
    chosen = "*" if claim.chosen else " "
    quoted = "" if claim.value == claim.normalized or not claim.value else f' "{claim.value}"'
    file = safe_path(claim.declared_in) or "what is declared"
    where = _PLACES[claim.part].format(line=claim.line, file=file)
    return [
        (f"{chosen} {claim.property:<13} ", "bold" if claim.chosen else "quiet"),
        f"{claim.normalized or ('' if claim.value else 'none')}",
        (f"  {where}{quoted}" if where or quoted else "", "quiet"),
        ("  CONFLICT" if claim.conflict else "", "error"),
        BREAK,
        (f"{score(claim.confidence)} {claim.origin}, {claim.extractor}: {claim.reason}", "quiet"),
        *([BREAK, f"in conflict: {claim.dispute}"] if claim.dispute else []),
    ]


def _header(header: HeaderRecord) -> list[Part]:
    return [(f"{header.kind:<8} ", "quiet"), f"{header.name}: {header.value}"]


_PLACES: Final = {
    "text": "L{line}",
    "markup": "L{line} of the markup",
    "sidecar": "L{line} of {file}",
    "fields": "in a field",
}
"""Where a claim stands, by its part."""


def _findings(audit: Audit, here: str) -> Iterator[list[Part]]:
    for finding in standing(audit.findings):
        at = finding.location
        where = "L" if at.path == here else f"{safe_path(at.path)}:"
        yield [
            f"{where}{at.line}:{at.column} ",
            (finding.severity.value, finding.severity.value),
            f" {finding.message} ",
            (f"[{finding.rule}] {finding.key}", "quiet"),
        ]
    for finding in audit.findings:
        if not finding.counts:
            word = "waived " if finding.waived else "known "
            yield [(word, "quiet"), finding.message, (f" [{finding.rule}]", "quiet")]


def _pair(pair: PairRecord, here: str) -> list[Part]:
    return [
        f"{score(likeness(pair))}  {named(pair, here):<14}  {safe_path(other(pair, here))}",
        (f"  {several(pair.shared_words, 'word')}", "quiet"),
        (f", whole texts {score(pair.raw.resemblance)}", "quiet"),
        (f"; {dated(pair)}" if pair.first else "", "quiet"),
    ]


def _side(row: PassageRecord, here: str) -> tuple[int, int, str]:
    return (row.a_line, -row.words, row.b) if row.a == here else (row.b_line, -row.words, row.a)


def _passage(row: PassageRecord, here: str, sheet: Sheet) -> list[Part]:
    mine, there, line = (
        (row.a_line, row.b, row.b_line) if row.a == here else (row.b_line, row.a, row.a_line)
    )
    return [
        f"L{mine} {sheet.marks['both']} {safe_path(there)}:{line}",
        (f"  {grouped(row.words)} words{', boilerplate' if row.boilerplate else ''}", "quiet"),
    ]


def _blocks(audit: Audit, here: str, sheet: Sheet) -> Iterator[list[Part]]:
    for block in audit.boilerplate:
        where = ", ".join(lines(at) for at in block.places if at.path == here)
        text = " ".join(safe(block.text).split())
        cut = sheet.terminal and len(text) > _QUOTE
        quoted = text[:_QUOTE] + sheet.marks["ellipsis"] if cut else text
        words = f"{several(block.words, 'word')} in {several(documents(block), 'document')}"
        yield [f"{where}  ", (f"{words}  ", "quiet"), f'"{quoted}"']
