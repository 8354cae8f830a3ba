"""The sources: who, what, when and with which rights, one row a document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from audit.model import Audit
from audit.reports.terminal.grid import Column, draw
from audit.reports.terminal.sheet import Sheet

SHOWN: Final = ("publisher", "creator", "title", "issued", "rights", "language", "url")


@dataclass(frozen=True, slots=True)
class Origins:
    """What is chosen for one document, and what is disputed."""

    path: str
    chosen: dict[str, list[str]] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)

    def value(self, name: str) -> str:
        """Return the chosen values of the property *name*, or an empty text: an honest none."""
        return "; ".join(self.chosen.get(name, ()))

    def who(self) -> str:
        """Return publisher and creator, as far as they are known."""
        return " / ".join(value for name in SHOWN[:2] if (value := self.value(name)))


def write(audit: Audit, sheet: Sheet) -> None:
    """Write one row a document, in the order of the audit."""
    draw(sheet, _columns(), _rows(audit), "documents")


def _rows(audit: Audit) -> Iterator[Origins]:
    origins: dict[str, Origins] = {}
    for claim in audit.claims:
        is_shown = claim.chosen and claim.property in SHOWN
        if is_shown or claim.conflict:
            known = origins.setdefault(claim.path, Origins(claim.path))
            if is_shown:
                known.chosen.setdefault(claim.property, []).append(claim.normalized or claim.value)
            if claim.conflict:
                known.disputed.add(claim.property)
    for document in audit.documents:
        yield origins.get(document.path) or Origins(document.path)


def _columns() -> list[Column[Origins]]:
    def chosen(name: str, **other: object) -> Column[Origins]:
        return Column(name=name, value=lambda row: row.value(name), **other)  # type: ignore[arg-type]

    return [
        Column(name="!", value=_dispute, style=lambda _: "error", where="terminal"),
        Column(name="path", value=lambda row: row.path, kind="path", least=20),
        Column(name="who", value=Origins.who, where="terminal", least=12),
        chosen("publisher", where="plain"),
        chosen("creator", where="plain"),
        chosen("title", least=15),
        chosen("issued", least=10),
        chosen("rights", priority=1, least=9),
        chosen("language", where="plain"),
        chosen("url", where="plain"),
        Column(name="conflict", value=_disputed, style=lambda _: "error", priority=2, least=10),
    ]


def _dispute(row: Origins) -> str:
    return "!" if row.disputed else ""


def _disputed(row: Origins) -> str:
    return ", ".join(sorted(row.disputed))
