"""The duplicates: on a terminal stars of related documents, elsewhere one pair a line."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from audit.model import Audit, ClusterRecord, PairRecord, Relation
from audit.reports import safe_path
from audit.reports.terminal import versions
from audit.reports.terminal.grid import Column, draw, rest
from audit.reports.terminal.sheet import Sheet
from audit.reports.terminal.words import exact, grouped, score, several

ACCUSED: Final = (
    Relation.IDENTICAL,
    Relation.SAME_TEXT,
    Relation.NEAR_DUPLICATE,
    Relation.CONTAINS,
)
_RANKS: Final = {relation: rank for rank, relation in enumerate(Relation)}


@dataclass(frozen=True, slots=True)
class Star:
    """A document and the pairs that it is in; every pair is in exactly one star.

    *cluster* is what they are together where every two of them resemble each other.
    """

    hub: str
    pairs: Sequence[PairRecord]
    cluster: ClusterRecord | None = None


def write(audit: Audit, sheet: Sheet) -> None:
    """Write the pairs that may be duplicates, the closest first."""
    found = list(audit.pairs)
    shown = [pair for pair in found if sheet.page.everything or pair.relation in ACCUSED]
    shown.sort(key=closeness)
    if sheet.terminal and shown:
        _drawn(sheet, shown, audit.clusters)
        versions.write(audit, sheet)
    else:
        draw(sheet, _columns(), shown, "duplicates")
    hidden = Counter(pair.relation for pair in found) - Counter(pair.relation for pair in shown)
    if hidden and sheet.terminal:
        said = ", ".join(f"{hidden[name]:,} {name.value}" for name in Relation if hidden[name])
        sheet.say((f" not shown: {said}; --all", "quiet"))


def closeness(pair: PairRecord) -> tuple[int, float, str, str]:
    """Return the key that sorts the closest pair first."""
    return _RANKS[pair.relation], -likeness(pair), pair.a, pair.b


def likeness(pair: PairRecord) -> float:
    """Return the score that the relation of *pair* rests on, body against body, 0 to 1."""
    if pair.relation in {Relation.IDENTICAL, Relation.SAME_TEXT}:
        return 1.0
    if pair.relation is Relation.NEAR_DUPLICATE:
        return pair.body.resemblance
    return max(pair.body.containment_a, pair.body.containment_b)


def named(pair: PairRecord, here: str) -> str:
    """Return what the document *here* is to the other one of *pair*."""
    if pair.relation is not Relation.CONTAINS:
        return pair.relation.value
    # The share of A that is in B: where it is the larger one, A is inside B.
    inside = pair.a if pair.body.containment_a > pair.body.containment_b else pair.b
    return "is part of" if inside == here else "contains"


def other(pair: PairRecord, here: str) -> str:
    """Return the path of the other document of *pair*."""
    return pair.b if pair.a == here else pair.a


def stars(pairs: Sequence[PairRecord], clusters: Iterable[ClusterRecord] = ()) -> list[Star]:
    """Return *pairs* as stars: those of a cluster around its first, of others around the busiest.

    Pairs of two members of a cluster, neither of them the first, are said by the cluster.
    """
    known = {each.cluster: each for each in clusters if len(each.members) > _PAIR}
    together: dict[str, list[PairRecord]] = {}
    single: list[PairRecord] = []
    for pair in pairs:
        (together.setdefault(pair.cluster, []) if pair.cluster in known else single).append(pair)
    degrees = Counter(path for pair in single for path in (pair.a, pair.b))
    rays: dict[str, list[PairRecord]] = {}
    for pair in single:
        hub = min((pair.a, pair.b), key=lambda path: (-degrees[path], path))
        rays.setdefault(hub, []).append(pair)
    found = [Star(hub, beside) for hub, beside in rays.items()]
    found += [Star(head, _spokes(head, each), known[head]) for head, each in together.items()]
    return sorted(found, key=lambda star: (closeness(star.pairs[0]), star.hub))


_PAIR: Final = 2


def _spokes(head: str, pairs: Sequence[PairRecord]) -> list[PairRecord]:
    """Return one pair for each other document: with the head of the cluster, else the closest."""
    found: dict[str, PairRecord] = {}
    for pair in sorted(pairs, key=lambda pair: (head not in (pair.a, pair.b), closeness(pair))):
        for path in (pair.a, pair.b):
            if path != head:
                found.setdefault(path, pair)
    return sorted(dict.fromkeys(found.values()), key=closeness)


def _drawn(sheet: Sheet, pairs: Sequence[PairRecord], clusters: Iterable[ClusterRecord]) -> None:
    from audit.reports.terminal.fit import cut_path

    shown = pairs[: sheet.limit]
    for star in stars(shown, clusters):
        sheet.say((cut_path(safe_path(star.hub), sheet.width, sheet.marks["ellipsis"]), "bold"))
        if star.cluster:
            count, least = len(star.cluster.members), score(star.cluster.minimum)
            sheet.say((f" cluster of {count:,}: every two resemble each other by {least}", "quiet"))
        for pair in star.pairs:
            mark = sheet.marks["last" if pair is star.pairs[-1] else "tree"]
            _ray(sheet, pair, star.hub, mark)
        sheet.gap()
    rest(sheet, len(shown), len(pairs), "pairs")


def _ray(sheet: Sheet, pair: PairRecord, hub: str, mark: str) -> None:
    """Write one pair of a star: score, relation, words in common, the other document."""
    from rich.cells import cell_len

    from audit.reports.terminal.fit import cut_path

    words = several(pair.shared_words, "word")
    head = f" {mark} {score(likeness(pair))}  {named(pair, hub):<14}  {words:>11}  "
    if sheet.width >= WIDE:
        head += f"whole {score(pair.raw.resemblance)}  "
    room = max(8, sheet.width - cell_len(head))
    names = [pair.a, pair.b] if hub not in (pair.a, pair.b) else [other(pair, hub)]
    path = cut_path(
        f" {sheet.marks['both']} ".join(map(safe_path, names)), room, sheet.marks["ellipsis"]
    )
    sheet.say((head[: len(mark) + 2], "quiet"), head[len(mark) + 2 :], path)
    if pair.first:
        sheet.say((f"     {dated(pair)}", "quiet"))


def dated(pair: PairRecord) -> str:
    """Say which of two documents is dated earlier, which is evidence and no verdict."""
    days = sorted((pair.a_issued, pair.b_issued))
    return f"dated earlier: {safe_path(pair.first)}, {days[0]} against {days[1]}"


WIDE: Final = 110
"""Columns from which the score of the whole texts is shown beside that of the bodies."""


def _columns() -> list[Column[PairRecord]]:
    def scored(name: str, value: Callable[[PairRecord], float]) -> Column[PairRecord]:
        return Column(name=name, value=lambda row: exact(value(row)))

    return [
        Column(name="a", value=lambda row: row.a, kind="path"),
        Column(name="b", value=lambda row: row.b, kind="path"),
        Column(name="relation", value=lambda row: row.relation.value),
        scored("resemblance", lambda row: row.body.resemblance),
        scored("containment_a", lambda row: row.body.containment_a),
        scored("containment_b", lambda row: row.body.containment_b),
        scored("raw_resemblance", lambda row: row.raw.resemblance),
        scored("raw_containment_a", lambda row: row.raw.containment_a),
        scored("raw_containment_b", lambda row: row.raw.containment_b),
        Column(name="cluster", value=lambda row: row.cluster, kind="path"),
        Column(name="first", value=lambda row: row.first, kind="path"),
        Column(name="shared_words", value=lambda row: grouped(row.shared_words).replace(",", "")),
    ]
