"""The summary: what was read, what is its own, where it says it comes from."""

from collections.abc import Mapping
from typing import Final

from audit.model import Audit, Relation
from audit.reports import tally
from audit.reports.terminal.sheet import Sheet
from audit.reports.terminal.words import percent, several, size

BAR: Final = 24
"""Cells of the bar that shows the share of boilerplate."""
WIDE: Final = 100
"""Columns from which there is room for the bar."""

_UNREAD: Final = {
    "short": "too short to compare",
    "empty": "empty",
    "fixity_only": "fixity only",
    "unreadable": "unreadable",
}
_NOUNS: Final = {
    Relation.IDENTICAL: ("pair of the same bytes", "pairs of the same bytes"),
    Relation.SAME_TEXT: ("pair of the same text", "pairs of the same text"),
    Relation.NEAR_DUPLICATE: ("pair of near-duplicates", "pairs of near-duplicates"),
    Relation.CONTAINS: ("document inside another", "documents inside others"),
    Relation.QUOTES: ("quotation", "quotations"),
}


def write(audit: Audit, sheet: Sheet) -> None:
    """Write the head and one line for each of the questions; on a terminal only."""
    run = audit.run
    head = f"audit {run.version}  {run.root}  {run.today}"
    if not sheet.terminal:
        return
    sheet.say((head, "bold"), (f"  rules {run.rules_digest[:12]}", "quiet"))
    counts = tally(audit)
    for name, line in _lines(counts):
        parts = [(f"  {name:<12}", "quiet"), (line, "")]
        if name == "words" and sheet.width >= WIDE:
            parts += [("  ", ""), (_bar(sheet, _share(counts)), "quiet")]
        sheet.wrap(*parts, indent=14)
    sheet.gap()


def _lines(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    return [
        ("documents", _documents(counts)),
        ("words", _words(counts)),
        ("copies", _listed(counts, Relation.IDENTICAL, Relation.SAME_TEXT)),
        ("alike", _listed(counts, Relation.NEAR_DUPLICATE, Relation.CONTAINS, Relation.QUOTES)),
        ("sources", _sources(counts)),
    ]


def _documents(counts: Mapping[str, int]) -> str:
    parts = [f"{counts.get('documents', 0):,}, {size(counts.get('bytes', 0))}"]
    parts += [f"{counts[name]:,} {said}" for name, said in _UNREAD.items() if counts.get(name)]
    return ", ".join(parts)


def _share(counts: Mapping[str, int]) -> float:
    return counts.get("boilerplate_words", 0) / max(1, counts.get("words", 0))


def _words(counts: Mapping[str, int]) -> str:
    words, blocks = counts.get("words", 0), counts.get("blocks", 0)
    return f"{words:,}, {percent(_share(counts))} boilerplate in {several(blocks, 'block')}"


def _listed(counts: Mapping[str, int], *relations: Relation) -> str:
    said = [several(counts[name], *_NOUNS[name]) for name in relations if counts.get(name)]
    return ", ".join(said) or "none"


def _sources(counts: Mapping[str, int]) -> str:
    names = ("title", "publisher", "creator", "issued", "rights")
    said = [f"{name} {counts.get(f'with_{name}', 0):,}" for name in names]
    conflicts = counts.get("conflicts", 0)
    return ", ".join(said) + (f"; {conflicts:,} in conflict" if conflicts else "")


def _bar(sheet: Sheet, share: float) -> str:
    light = round(share * BAR)
    return sheet.marks["full"] * (BAR - light) + sheet.marks["light"] * light
