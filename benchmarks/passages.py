"""How much of planted quotations is found, and how exactly: runs copied between real documents.

    python benchmarks/passages.py DATA [--each N]

DATA holds `bills/` and `licences/`; of documents that share much only the first is taken. From a
fixed seed, runs of 15 to 400 words that stand in one place alone are copied into another document,
verbatim or with 5 % of their words edited, on the line as it stands or with the whole host wrapped
anew. Recall, precision, granularity and plagdet (Potthast et al. 2010) are over the characters of
both documents.
"""

import argparse
import math
import random
import re
import tempfile
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.pipeline import audited
from audit.settings import Settings

SEED = 20_261_123
WORD = re.compile(r"\S+")
TAG = re.compile(r"</?(br|html|p)>", re.IGNORECASE)
"""What is read as HTML has other offsets in its text than in its file."""
WIDTH = 68
RUN = 5
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plant:
    """Characters of a run in its source, and of its copy in its host."""

    source: str
    host: str
    there: Span
    here: Span
    words: int


@dataclass(frozen=True, slots=True)
class Detection:
    """A passage that the audit found."""

    paths: tuple[str, str]
    spans: tuple[Span, Span]


def runs_of(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def texts(data: Path) -> tuple[dict[str, str], set[tuple[str, ...]]]:
    """Return documents of 300 words that share little, and runs that stand in two places."""
    found, seen, several = {}, set(), set()
    for folder in ("bills/text", "licences"):
        for file in sorted((data / folder).glob("*.txt")):
            text = file.read_text(errors="replace").replace("\r", "")
            counts = runs_of(plain(text))
            runs = set(counts)
            if len(runs) < 300 or len(runs & seen) > 0.1 * len(runs) or TAG.search(text):
                continue
            found[file.name] = text
            several |= runs & seen | {run for run, count in counts.items() if count > 1}
            seen |= runs
    return found, several


def copied(run: str, dice: random.Random, share: float) -> str:
    """Return *run* with a *share* of its words substituted, dropped, doubled or swapped."""
    words = WORD.findall(run)
    if not share:
        return run
    new: list[str] = []
    for word in words:
        kind = dice.randrange(3) if dice.random() < share else 3
        new += [[f"x{dice.randrange(10**6)}"], [], [word, f"y{dice.randrange(10**6)}"], [word]][
            kind
        ]
    return " ".join(new)


def chosen(text: str, dice: random.Random, common: set[tuple[str, ...]]) -> Span:
    """Return the characters of a run of words that stands nowhere else."""
    words = list(WORD.finditer(text))
    for _ in range(1_000):
        size = min(int(math.exp(dice.uniform(math.log(15), math.log(401)))), len(words) - 1)
        first = dice.randrange(len(words) - size)
        span = (words[first].start(), words[first + size - 1].end())
        if (
            len(plain(text[slice(*span)])) >= 15
            and not runs_of(plain(text[slice(*span)])).keys() & common
        ):
            return span
    raise ValueError("no such run")


def planted(
    corpus: tuple[dict[str, str], set[tuple[str, ...]]], each: int, share: float, *, wrap: bool
) -> tuple[dict[str, str], list[Plant]]:
    """Return the hosts with a copied run in them, and where the runs stand."""
    given, common = corpus
    dice = random.Random(SEED + int(share * 100) + wrap)
    names = dice.sample(sorted(given), len(given))
    half = len(names) // 2
    plants, hosts = [], dict(given)
    for number, host in enumerate(names[: min(each, half)]):
        source = names[half + number]
        there = chosen(given[source], dice, common)
        run = copied(given[source][slice(*there)], dice, share)
        gap = dice.choice([match.end() for match in WORD.finditer(given[host])])
        text = f"{given[host][:gap]} {run} {given[host][gap:]}"
        here = (gap + 1, gap + 1 + len(run))
        if wrap:
            text, here = wrapped(text, here)
        hosts[host] = text
        plants.append(Plant(source, host, there, here, len(plain(run))))
    return hosts, plants


def wrapped(text: str, span: Span) -> tuple[str, Span]:
    """Return *text* wrapped anew, and where *span* stands in it."""
    before = len(WORD.findall(text[: span[0]]))
    inside = len(WORD.findall(text[slice(*span)]))
    new = textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    words = list(WORD.finditer(new))
    return new, (words[before].start(), words[before + inside - 1].end())


def detected(hosts: dict[str, str]) -> Iterator[Detection]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "texts"
        folder.mkdir()
        for name, text in hosts.items():
            (folder / name).write_text(text)
        settings = Settings(paths=(str(folder),), catalogue=False)
        with audited(settings) as audit:
            for each in audit.passages:
                spans = ((each.a_start, each.a_end), (each.b_start, each.b_end))
                yield Detection((each.a, each.b), spans)


@dataclass(frozen=True, slots=True)
class Result:
    """Scores over all planted runs, each 0 to 1 but granularity (from 1)."""

    runs: int
    found: int
    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        both = self.precision + self.recall
        f1 = 2 * self.precision * self.recall / both if both else 0.0
        return f1 / math.log2(1 + self.granularity)


def common(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def turned(detection: Detection, plant: Plant) -> tuple[Span, Span] | None:
    """Return the spans of *detection* in source and host, if it is between these two."""
    if detection.paths == (plant.source, plant.host):
        return detection.spans
    if detection.paths == (plant.host, plant.source):
        return detection.spans[::-1]
    return None


def scored(plants: Sequence[Plant], detections: Sequence[Detection]) -> tuple[Result, list[Plant]]:
    """Score every run by the detections between its two documents that touch both its sides."""
    by_paths = defaultdict(list)
    for detection in detections:
        by_paths[frozenset(detection.paths)].append(detection)
    precisions, recalls, counts, missed = [], [], [], []
    for plant in plants:
        spans = [turned(each, plant) for each in by_paths[frozenset((plant.source, plant.host))]]
        hits = [
            each
            for each in spans
            if each and common(each[0], plant.there) and common(each[1], plant.here)
        ]
        if not hits:
            missed.append(plant)
        sides = zip(*hits, strict=True) if hits else ([], [])
        inside = [
            (
                union([(max(s, t[0]), min(e, t[1])) for s, e in side if common((s, e), t)]),
                union(side),
            )
            for side, t in zip(sides, (plant.there, plant.here), strict=True)
        ]
        size = sum(high - low for low, high in (plant.there, plant.here))
        right = sum(each[0] for each in inside)
        recalls.append(right / size)
        if hits:
            precisions.append(right / sum(each[1] for each in inside))
            counts.append(len(hits))
    result = Result(
        runs=len(plants),
        found=len(plants) - len(missed),
        precision=sum(precisions) / max(len(precisions), 1),
        recall=sum(recalls) / max(len(recalls), 1),
        granularity=sum(counts) / max(len(counts), 1),
    )
    return result, missed


def union(spans: Sequence[Span]) -> int:
    covered, last = 0, 0
    for low, high in sorted(spans):
        covered += max(0, high - max(low, last))
        last = max(last, high)
    return covered


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("--each", type=int, default=100, help="runs of each kind")
    options.add_argument("--missed", action="store_true", help="name the runs that were missed")
    given = options.parse_args()
    every = texts(given.data)
    print(f"{len(every[0])} documents\n")
    print("| runs | planted | found | precision | recall | granularity | plagdet |")
    print("|---|---|---|---|---|---|---|")
    for share, wrap in ((0.0, False), (0.0, True), (0.05, False), (0.05, True)):
        hosts, plants = planted(every, given.each, share, wrap=wrap)
        result, missed = scored(plants, list(detected(hosts)))
        kind = f"{'5 % edited' if share else 'verbatim'}{', wrapped anew' if wrap else ''}"
        print(
            f"| {kind} | {result.runs} | {result.found} | {result.precision:.3f} "
            f"| {result.recall:.3f} | {result.granularity:.3f} | {result.plagdet:.3f} |",
            flush=True,
        )
        for plant in missed if given.missed else ():
            print(f"- missed: {plant.words} words of {plant.source} in {plant.host} {plant.here}")


if __name__ == "__main__":
    main()
