"""The documents: how large, how much of each is its own, how they were read."""

from audit.model import Audit, DocumentRecord
from audit.reports import standing
from audit.reports.terminal.grid import Column, draw
from audit.reports.terminal.sheet import Sheet
from audit.reports.terminal.words import LETTERS, STYLES, exact, grouped, percent, size


def write(audit: Audit, sheet: Sheet) -> None:
    """Write one row a document, in the order of the audit."""
    draw(sheet, _columns(_worst(audit)), audit.documents, "documents")


def _worst(audit: Audit) -> dict[str, str]:
    """Return the letter of the worst finding of every document that has one."""
    worst: dict[str, str] = {}
    for found in standing(audit.findings):
        worst.setdefault(found.location.path, LETTERS[found.severity.value])
    return worst


def _columns(worst: dict[str, str]) -> list[Column[DocumentRecord]]:
    def document(name: str, attribute: str, **other: object) -> Column[DocumentRecord]:
        return Column(name=name, value=lambda row: str(getattr(row, attribute)), **other)  # type: ignore[arg-type]

    return [
        Column(
            name="!",
            value=lambda row: worst.get(row.path, ""),
            style=lambda letter: STYLES.get(letter, ""),
        ),
        document("path", "path", kind="path", least=44),
        document("words", "words", cell=lambda row: grouped(row.words), kind="number"),
        Column(
            name="boilerplate",
            value=lambda row: exact(row.boilerplate_share),
            cell=lambda row: percent(row.boilerplate_share),
            kind="number",
            priority=2,
        ),
        document("state", "state", priority=1, least=11, style=_mood),
        document("language", "language", priority=4, least=8),
        document("size", "size", cell=lambda row: size(row.size), kind="number", priority=3),
        document("encoding", "encoding", cell=_encoding, priority=5, least=12),
        document("media_type", "media_type", priority=6, least=12),
        document("sha256", "sha256", cell=lambda row: row.sha256[:12], priority=7, least=12),
    ]


def _mood(state: str) -> str:
    return {"read": "quiet", "container": "quiet", "unreadable": "error"}.get(state, "warning")


def _encoding(row: DocumentRecord) -> str:
    sure = row.encoding_confidence >= 1 or not row.encoding
    return row.encoding if sure else f"{row.encoding} {percent(row.encoding_confidence)}"
