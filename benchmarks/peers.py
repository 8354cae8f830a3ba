"""`audit` against its peers on the same texts: from files to verified pairs, end to end.

    python benchmarks/peers.py --peers PYTHON [--rounds 3] [--data DATA] [DOCUMENTS ...]

PYTHON is an interpreter that has datasketch, rensa, text-dedup, copydetect and SetSimilaritySearch;
one that is missing is said and left out. All tools run in turn, round after round, and each figure
is the median of its rounds. CPU and peak RSS are sums over all processes of a run, sampled from
/proc; precision and recall are against brute force (`peers_truth.py`), over pairs whose whole texts
share half of their runs of five words or more.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import generate
import peers_run
import peers_truth
from peers_cost import Cost, run

SIZES = (1_000, 5_000)
LEAST, HIGH = 0.5, 0.8
MOST = {"copydetect": 1_000}
"""Documents beyond which a peer that compares every two is not asked."""
ONCE = frozenset(["copydetect"])
OURS = {"audit check": ["check"], "audit duplicates": ["duplicates", "--all"]}
EXACT = 1e-9

Pairs = dict[tuple[str, str], float]
Row = dict[str, Any]


@dataclass
class Tool:
    """One tool on one collection."""

    name: str
    costs: list[Cost] = field(default_factory=list)
    pairs: Pairs = field(default_factory=dict)
    kin: Pairs = field(default_factory=dict)

    def median(self, what: str) -> float:
        """Return the median of one cost."""
        return statistics.median(getattr(cost, what) for cost in self.costs)


def command(tool: str, folder: Path, peers: str) -> list[str]:
    """Return the command line of *tool*."""
    if tool in OURS:
        verb, *options = OURS[tool]
        start = [sys.executable, "-m", "audit", verb, str(folder), *options]
        return [*start, "--no-catalogue", "-q", "-f", "jsonl", "--today", "2024-12-31"]
    return [peers, str(Path(peers_run.__file__)), tool, str(folder)]


def answers(tool: str, out: Path) -> tuple[Pairs, Pairs]:
    """Return the pairs that *tool* wrote with their resemblance, and those it has in one family."""
    with out.open() as lines:
        rows = [json.loads(line) for line in lines]
    if tool not in OURS:
        return {(a, b): resemblance for a, b, resemblance in rows}, {}
    copies = same_words(rows)
    found = named((row for row in rows if row["type"] == "pair"), copies)
    families: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["type"] == "version":
            families[row["family"]] |= copies.get(row["path"], {row["path"]})
    kin = (pair for each in families.values() for pair in combinations(sorted(each), 2))
    return found, {pair: LEAST for pair in kin if pair not in found}


def same_words(rows: Iterable[Row]) -> dict[str, set[str]]:
    """Return for each document with copies all that have its words, itself included."""
    groups: dict[str, set[str]] = {}
    for row in rows:
        if row["type"] == "pair" and row["relation"] in {"identical", "same-text"}:
            a, b = row["a"], row["b"]
            together = groups.get(a, {a}) | groups.get(b, {b})
            groups.update(dict.fromkeys(together, together))
    return groups


def named(rows: Iterable[Row], copies: dict[str, set[str]]) -> Pairs:
    """Return the alike pairs, those of copies included.

    A copy is listed once, with the first that has its words; it resembles what this resembles.
    """
    found = {pair: 1.0 for group in copies.values() for pair in combinations(sorted(group), 2)}
    for row in rows:
        score = row["raw"]["resemblance"]
        if score >= LEAST:
            a, b = (copies.get(row[side], {row[side]}) for side in "ab")
            found |= {(min(x, y), max(x, y)): score for x in a for y in b if x != y}
    return found


def verdict(found: Pairs, true: Pairs, least: float) -> tuple[float, float]:
    """Return precision and recall of the pairs of at least *least*; a wrong score is no hit."""
    wanted = {pair for pair, score in true.items() if score >= least}
    given = {pair: score for pair, score in found.items() if score >= least}
    right = sum(pair in wanted and abs(score - true[pair]) < EXACT for pair, score in given.items())
    return right / len(given) if given else 1.0, right / len(wanted) if wanted else 1.0


def measure(folder: Path, tools: list[Tool], rounds: int, peers: str) -> None:
    """Run every tool on *folder* in turn, *rounds* times."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place, "answer")
        for number in range(rounds):
            for tool in tools:
                if number and tool.name in ONCE:
                    continue
                tool.costs.append(run(command(tool.name, folder, peers), out))
                found, tool.kin = answers(tool.name, out)
                if number and found != tool.pairs:
                    print(f"{tool.name} says something else in round {number + 1}", file=sys.stderr)
                tool.pairs = found
                print(f"{folder.name} {number + 1} {tool.name} {tool.costs[-1]}", file=sys.stderr)


def report(name: str, tools: list[Tool], true: Pairs) -> None:
    """Print a Markdown table of one collection, cheapest first."""
    high = sum(score >= HIGH for score in true.values())
    print(f"\n## {name}\n\n{len(true):,} pairs of {LEAST} or more, {high:,} of {HIGH} or more.\n")
    print("| tool | CPU s | wall s | peak MB | precision | recall | recall, .8 | CPU to rensa |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    base = next((tool.median("cpu") for tool in tools if tool.name == "rensa"), float("nan"))
    for tool in sorted(tools, key=lambda tool: tool.median("cpu")):
        cpu, wall, peak = (tool.median(what) for what in ("cpu", "wall", "peak"))
        precision, recall = verdict(tool.pairs, true, LEAST)
        _, strict = verdict(tool.pairs, true, HIGH)
        once = " (one run)" if len(tool.costs) == 1 else ""
        print(
            f"| {tool.name}{once} | {cpu:,.1f} | {wall:,.1f} | {peak / 1e6:,.0f} | {precision:.3f} "
            f"| {recall:.3f} | {strict:.3f} | {cpu / base:.1f} |",
            flush=True,
        )
    for tool in tools:
        kin = sum(pair in true for pair in tool.kin)
        if kin:
            missed = len(true) - kin - sum(pair in true for pair in tool.pairs)
            print(f"\n{tool.name}: {kin:,} more are in one family, {missed:,} are not said.")


def known(peers: str) -> Iterator[str]:
    """Yield the peers that are there; say in one line what is missing."""
    for name in peers_run.PEERS:
        asked = [peers, str(Path(peers_run.__file__)), name]
        try:
            told = subprocess.run(asked, capture_output=True, text=True, check=False)
        except OSError as error:
            sys.exit(f"{peers}: {error.strerror}; --peers names a Python interpreter")
        if told.returncode:
            print((told.stderr.strip() or name).splitlines()[-1], file=sys.stderr)
            continue
        print(f"- {name} {told.stdout.strip()}".rstrip())
        yield name


def collections(given: argparse.Namespace, place: Path) -> Iterator[tuple[str, Path, int]]:
    """Yield name, folder and number of documents of every collection."""
    for documents in given.sizes or ([] if given.data else SIZES):
        folder = place / f"generated-{documents}"
        generate.write(folder, documents)
        yield f"{documents:,} generated documents of 300 words", folder, documents
    for name, inner in (("licences", "."), ("bills", "text")) if given.data else ():
        folder = given.data / name / inner
        yield name, folder, sum(path.is_file() for path in folder.rglob("*"))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--peers", required=True, help="a Python interpreter that has the peers")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--data", type=Path, help="a folder that holds licences/ and bills/")
    options.add_argument("--tools", nargs="*", help="only these")
    options.add_argument("sizes", type=int, nargs="*", metavar="DOCUMENTS")
    given = options.parse_args()
    names = [*OURS, *known(given.peers)]
    wanted = [name for name in names if name in (given.tools or names)]
    with tempfile.TemporaryDirectory() as place:
        for name, folder, documents in collections(given, Path(place)):
            tools = [Tool(each) for each in wanted if documents <= MOST.get(each, documents)]
            measure(folder, tools, given.rounds, given.peers)
            report(name, tools, peers_truth.truth(folder))


if __name__ == "__main__":
    main()
