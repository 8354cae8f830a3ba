"""CSV of sources: one row a document, one column a property, for a catalogue or a spreadsheet."""

import csv
from collections.abc import Iterable, Mapping
from itertools import groupby, islice
from typing import Final, TextIO, final

from audit.model import PROPERTIES, Audit, ClaimRecord, DocumentRecord
from audit.reports import Report, safe, safe_path

HEAD: Final = ("path", "sha256", "media_type", "words", *PROPERTIES, "conflicts")
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@final
class SourcesCsv(Report):
    """What is chosen of each property, several values with `; ` between.

    UTF-8, quoted as RFC 4180 has it, but lines end with a line feed, as in every report.

    Controls are made visible. A cell that a spreadsheet would run as a formula begins with an
    apostrophe.
    """

    id = "csv"
    mark = "path,sha256,media_type,"

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write a head and one row a document, in the order of the audit."""
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEAD)
        claims = by_path(audit.claims)
        for document in islice(audit.documents, self.page.limit or None):
            writer.writerow(_row(document, claims.get(document.path, ())))


def by_path(claims: Iterable[ClaimRecord]) -> Mapping[str, list[ClaimRecord]]:
    """Return the claims that are chosen or disputed, by the path of their document."""
    said = (claim for claim in claims if claim.chosen or claim.conflict)
    found: dict[str, list[ClaimRecord]] = {}
    for path, group in groupby(said, key=lambda claim: claim.path):
        found.setdefault(path, []).extend(group)
    return found


def _row(document: DocumentRecord, claims: Iterable[ClaimRecord]) -> list[str]:
    chosen: dict[str, list[str]] = {}
    disputed = set()
    for claim in claims:
        if claim.chosen:
            chosen.setdefault(claim.property, []).append(claim.normalized or claim.value)
        if claim.conflict:
            disputed.add(claim.property)
    values = ["; ".join(chosen.get(name, ())) for name in PROPERTIES]
    cells = [document.media_type, str(document.words), *values, ", ".join(sorted(disputed))]
    return [_cell(safe_path(document.path)), document.sha256, *map(_cell, cells)]


def _cell(text: str) -> str:
    shown = safe(text, line=True)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
