"""How well copies, versions and quotations are told from templates, on labelled collections.

    python benchmarks/similarity.py DATA [bills passages policies licences]

DATA holds `bills/`, `policies/` and `licences/` (see similarity.md for where they come from).
Everything is read from the tables of one audit in memory of each collection; nothing is tuned here.
"""

import argparse
import csv
import os
import re
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from audit.engines import Engine, open_engine
from audit.fingerprints.shingles import shingles
from audit.fingerprints.tokens import tokenize
from audit.pipeline import examine
from audit.pipeline.ground import lay
from audit.pipeline.trusted import rulebook
from audit.settings import Settings
from audit.tables import Query

Pair = tuple[str, str]
STRONG = {"near-duplicate", "contains", "one text"}
BILL_SCORES = {
    "raw resemblance": "raw_resemblance",
    "raw containment": "greatest(raw_containment_a, raw_containment_b)",
    "raw content": "raw_content",
    "body resemblance": "body_resemblance",
    "body containment": "greatest(body_containment_a, body_containment_b)",
    "body content": "body_content",
}
SCORED = """
select sa.path as a, sb.path as b, {value} as value
from scores s join selected sa on sa.doc = s.a join selected sb on sb.doc = s.b
"""
RELATED = """
select sa.path as a, sb.path as b, p.relation
from pairs p join selected sa on sa.doc = p.a join selected sb on sb.doc = p.b
"""
SHINGLES = """
select s.path, t.shingle, t.hashes from tokens t join selected s on s.doc = t.doc
"""
HEADS = """
select s.path, h.path as head from copies c
join selected s on s.doc = c.doc join selected h on h.doc = c.head
"""
GROUPS = """
select s.path, cast({of} as varchar) as name from {table} g join selected s on s.doc = g.doc
"""
STARRED = "select star, minimum from stars"
PHRASES = """
select f.hash, count(distinct c.cluster) as clusters
from fingerprints f join clusters c on c.doc = f.doc group by f.hash
"""


@contextmanager
def examined(folder: Path) -> Iterator[Engine]:
    """Examine and compare *folder* in memory."""
    started = time.perf_counter(), os.times()
    settings = Settings(paths=(str(folder),), catalogue=False)
    with rulebook(settings) as book:
        engine = open_engine("", 0)
        examine(engine, lay(settings, book))
    wall, now, then = time.perf_counter() - started[0], os.times(), started[1]
    cpu = sum(now[:4]) - sum(then[:4])
    print(
        f"\n## {folder.parent.name}/{folder.name} ({wall:.1f} s, {cpu:.1f} CPU s in this process)\n"
    )
    yield engine
    engine.close()


def asked(engine: Engine, sql: str, **names: str) -> list[Mapping[str, Any]]:
    for name, value in names.items():
        sql = sql.replace("{" + name + "}", value)
    return list(engine.rows(Query(sql=sql)))


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    print("|", " | ".join(head), "|")
    print("|---" * len(head) + "|")
    for row in rows:
        cells = [f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row]
        print("|", " | ".join(cells), "|")


def curve(values: Sequence[float], labels: Sequence[bool]) -> tuple[float, float]:
    """Return average precision and the best F1 over all thresholds; equal values fall together."""
    order = sorted(range(len(values)), key=lambda place: -values[place])
    positives, right, average, best, before = sum(labels), 0, 0.0, 0.0, 0.0
    for rank, place in enumerate(order, 1):
        right += labels[place]
        if rank < len(order) and values[order[rank]] == values[place]:
            continue
        precision, recall = right / rank, right / positives
        average += (recall - before) * precision
        before = recall
        best = max(best, 2 * right / (rank + positives))
    return average, best


def area(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return the chance that a positive is above a negative, ties half."""
    up, down = np.array(positive)[:, None], np.array(negative)[None, :]
    return float(((up > down) + 0.5 * (up == down)).mean())


def bills(data: Path) -> None:
    with (data / "bills/groups.csv").open() as lines:
        group = {Path(row["path"]).name: row["group"] for row in csv.DictReader(lines)}
    pairs = list(combinations(sorted(group), 2))
    labels = [group[a] == group[b] != "0" for a, b in pairs]
    rows: list[Sequence[object]] = []
    with examined(data / "bills/text") as engine:
        for name, value in BILL_SCORES.items():
            found = {
                (Path(row["a"]).name, Path(row["b"]).name): row["value"]
                for row in asked(engine, SCORED, value=value)
            }
            rows.append((name, *curve([found.get(pair, 0.0) for pair in pairs], labels)))
    print(f"{sum(labels)} pairs of one model bill among {len(pairs):,}.\n")
    table(("score", "average precision", "best F1"), rows)


def passages(data: Path) -> None:
    """Score aligned passages by the words they share, set phrases of other bills left out."""
    with (data / "bills/passages.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    with examined(data / "bills/text") as engine:
        clusters = {row["hash"]: row["clusters"] for row in asked(engine, PHRASES)}
    scores: dict[str, Callable[[str, str], float]] = {
        "words of the shorter side": lambda a, b: min(map(size, (a, b))),
        "words in shared runs of 3": lambda a, b: shared(a, b, {}),
        "the same, without set phrases": lambda a, b: shared(a, b, clusters),
    }
    found: list[Sequence[object]] = []
    for name, score in scores.items():
        by_label: dict[str, list[float]] = defaultdict(list)
        for row in rows:
            by_label[row["label"]].append(score(row["left"], row["right"]))
        found.append((name, area(by_label["1"], by_label["0"])))
    print(f"{len(by_label['1'])} passages of substance, {len(by_label['0'])} of boilerplate.\n")
    table(("score", "AUC"), found)


def size(text: str) -> int:
    return int(tokenize([text])[0].hashes.size)


def shared(left: str, right: str, clusters: Mapping[int, int], run: int = 3) -> float:
    """Return the words of the side with fewer that stand in a shared run and in no set phrase."""
    sides = [tokens.hashes for tokens in tokenize([left, right])]
    runs = [shingles(words, run) for words in sides]
    counts = []
    for words, own, other in zip(sides, runs, runs[::-1], strict=True):
        inside = covered(np.isin(own, other), run, words.size)
        phrases = shingles(words, 5).view(np.int64).tolist()
        known = np.array([clusters.get(each, 0) >= 3 for each in phrases], dtype=np.bool_)
        counts.append(int((inside & ~covered(known, 5, words.size)).sum()))
    return float(min(counts))


def covered(flags: Any, run: int, words: int) -> Any:
    inside = np.zeros(words, dtype=np.bool_)
    for place in np.flatnonzero(flags).tolist():
        inside[place : place + run] = True
    return inside


@dataclass(frozen=True, kw_only=True)
class Policies:
    """Versions of policies, and what the audit says of them."""

    rows: list[dict[str, str]]
    heads: Mapping[str, str]
    kinds: Mapping[Pair, str]
    clusters: list[list[str]]
    sets: Mapping[str, set[int]]

    def head(self, path: str) -> str:
        while path in self.heads:
            path = self.heads[path]
        return path

    def relation(self, a: str, b: str) -> str:
        if self.head(a) == self.head(b):
            return "one text"
        first, second = sorted((self.head(a), self.head(b)))
        return self.kinds.get((first, second), "none")

    @property
    def same(self) -> list[Pair]:
        """Return the byte-identical pairs."""
        by_digest = defaultdict(list)
        for row in self.rows:
            by_digest[row["sha256"]].append(row["path"])
        return [pair for paths in by_digest.values() for pair in combinations(sorted(paths), 2)]

    @property
    def following(self) -> list[Pair]:
        """Return each version with the next."""
        return [
            (one["path"], other["path"])
            for one, other in pairwise(self.rows)
            if (one["service"], one["policy"]) == (other["service"], other["policy"])
        ]


def policies(data: Path) -> None:
    with (data / "policies/versions.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        row["path"] = row["path"].removeprefix("policies/")
    with examined(data / "policies") as engine:
        seen = Policies(
            rows=rows,
            heads={row["path"]: row["head"] for row in asked(engine, HEADS)},
            kinds={(row["a"], row["b"]): row["relation"] for row in asked(engine, RELATED)},
            clusters=grouped(engine, "stars", "g.star"),
            sets=sets_of(engine),
        )
    together(seen)
    apart(seen)


def together(seen: Policies) -> None:
    reverts = [
        (row["path"], row["identical_to_earlier"].removeprefix("policies/"))
        for row in seen.rows
        if row["identical_to_earlier"]
    ]
    relations = [seen.relation(a, b) for a, b in seen.following]
    exact = [sum(seen.head(a) == seen.head(b) for a, b in pairs) for pairs in (seen.same, reverts)]
    table(
        ("question", "found", "of"),
        [
            ("byte-identical pairs", exact[0], len(seen.same)),
            ("reverts", exact[1], len(reverts)),
            ("consecutive versions", sum(kind in STRONG for kind in relations), len(relations)),
        ],
    )
    print()
    for (a, b), kind in zip(seen.following, relations, strict=True):
        if kind not in STRONG:
            raw = resemblance(seen.sets.get(a, set()), seen.sets.get(b, set()))
            print(f"- {kind}, raw resemblance {raw:.3f}:", a, b)


def apart(seen: Policies) -> None:
    service = {row["path"]: row["service"] for row in seen.rows}
    policy = {row["path"]: f"{row['service']} {row['policy']}" for row in seen.rows}
    across = Counter(
        (kind, *sorted((policy[a], policy[b])))
        for (a, b), kind in seen.kinds.items()
        if a in service and b in service and service[a] != service[b]
    )
    mixed = [each for each in seen.clusters if len({service.get(path) for path in each}) > 1]
    print(f"\n{across.total()} pairs and {len(mixed)} of {len(seen.clusters)} clusters", end=" ")
    print("join two services:\n")
    for each, count in sorted(across.items()):
        print("-", count, "x", *each)
    for paths in mixed:
        print("- cluster of", len(paths), sorted({str(service.get(path)) for path in paths}))


def sets_of(engine: Engine) -> dict[str, set[int]]:
    """Return the shingles of every document by its path."""
    found = {}
    for row in asked(engine, SHINGLES):
        words = np.array(row["hashes"], dtype=np.int64).view(np.uint64)
        found[row["path"]] = set(shingles(words, row["shingle"]).tolist())
    return found


def grouped(engine: Engine, name: str, of: str) -> list[list[str]]:
    groups = defaultdict(list)
    for row in asked(engine, GROUPS, table=name, of=of):
        groups[row["name"]].append(row["path"])
    return [sorted(paths) for paths in groups.values() if len(paths) > 1]


def licences(data: Path) -> None:
    folder = data / "licences"
    by_text = defaultdict(list)
    for file in sorted(folder.glob("*.txt")):
        by_text[plain(file.read_text(errors="replace"))].append(file.name)
    truth = {pair for names in by_text.values() for pair in combinations(names, 2)}
    with examined(folder) as engine:
        heads = {row["path"]: row["head"] for row in asked(engine, HEADS)}
        sets = sets_of(engine)
        families = grouped(engine, "families", "g.head")
        clusters = grouped(engine, "clusters", "g.cluster")
        stars = asked(engine, STARRED)
    groups = defaultdict(list)
    for path in sets:
        top = path
        while top in heads:
            top = heads[top]
        groups[top].append(path)
    found = {pair for names in groups.values() for pair in combinations(sorted(names), 2)}
    named = {(a, b) for a, b in combinations(sorted(sets), 2) if twins(a, b)}
    apart = sorted(named - found)
    rows = [
        ("pairs of equal words", f"{len(truth & found)} of {len(truth)}"),
        ("pairs found besides", len(found - truth)),
        ("pairs named as twins (-only, -or-later, bare)", f"{len(named & found)} of {len(named)}"),
        ("families", len(families)),
        ("least resemblance within a family", least(families, sets)),
        ("families with a pair below .5", below(families, sets, 0.5)),
        ("clusters of duplicates", len({row["star"] for row in stars})),
        ("documents of the largest", max(Counter(row["star"] for row in stars).values())),
        ("least resemblance of one", min(row["minimum"] for row in stars)),
        ("content clusters", len(clusters)),
        ("the largest", max(map(len, clusters), default=0)),
        ("least resemblance within a cluster", least(clusters, sets)),
        ("clusters with a pair below .1", below(clusters, sets, 0.1)),
    ]
    table(("question", "answer"), rows)
    for pair in sorted(found - truth):
        print("- found besides:", *pair)
    for a, b in apart:
        print(f"- twins by name, resemblance {resemblance(sets[a], sets[b]):.3f}:", a, b)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def twins(a: str, b: str) -> bool:
    stems = [re.sub(r"(-only|-or-later|\+)?\.txt$", "", name) for name in (a, b)]
    return stems[0] == stems[1]


def resemblance(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def least(groups: list[list[str]], sets: Mapping[str, set[int]]) -> float:
    return min((weakest(each, sets) for each in groups), default=1.0)


def below(groups: list[list[str]], sets: Mapping[str, set[int]], limit: float) -> int:
    return sum(weakest(each, sets) < limit for each in groups)


def weakest(paths: list[str], sets: Mapping[str, set[int]]) -> float:
    return min(resemblance(sets[a], sets[b]) for a, b in combinations(paths, 2))


PARTS = {"bills": bills, "passages": passages, "policies": policies, "licences": licences}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("parts", nargs="*", metavar="PART", default=list(PARTS))
    given = options.parse_args()
    for part in given.parts:
        PARTS[part](given.data.resolve())


if __name__ == "__main__":
    main()
