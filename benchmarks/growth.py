"""How time and memory grow with a collection: `audit check` end to end on generated documents.

    python benchmarks/growth.py [--lines | --books | --more N | --stages] [--jobs N] [DOCUMENTS ...]

CPU seconds and peak RSS are sums over all processes of the run, sampled from /proc. `--lines`
writes the documents as the records of one file; `--books` makes books of 75,000 words of them, of
which the last 3,000 are the same in all; `--more N` (thousands, as DOCUMENTS are then) adds
N documents afterwards and audits again, twice: with them as new, and with nothing new. `--stages`
runs the pipeline in this process instead, and says what every table costs.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import generate
from session import PAUSE, Session

SIZES = (1_000, 10_000)
TODAY = "2024-12-31"


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one run cost; *disk* are the bytes of the catalogue."""

    wall: float
    cpu: float
    peak: int
    disk: int
    pairs: int
    code: int


def run(folder: Path, jobs: int) -> Cost:
    """Run `audit check` on *folder* in a session of its own."""
    result = folder.parent / "result.jsonl"
    command = [sys.executable, "-m", "audit", "check", folder.name, "-f", "jsonl", "-q"]
    command += ["--today", TODAY, "-j", str(jobs)]
    start = time.perf_counter()
    with result.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder.parent, stdout=out, start_new_session=True)
        session = Session(process.pid)
        while process.poll() is None:
            session.look()
            time.sleep(PAUSE)
    wall = time.perf_counter() - start
    with result.open() as lines:
        counts = json.loads(next(lines))["counts"]
    return Cost(
        wall=wall,
        cpu=sum(session.cpu.values()),
        peak=session.peak,
        disk=sum(file.stat().st_size for file in (folder.parent / ".audit").iterdir()),
        pairs=sum(counts[name] for name in ("near-duplicate", "contains", "quotes")),
        code=process.returncode,
    )


class Timed:
    """An engine that notes what every table costs."""

    def __init__(self, engine: Any) -> None:
        self.engine = engine
        self.seconds: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])

    def __getattr__(self, name: str) -> Callable[..., Any]:
        verb = getattr(self.engine, name)
        if name not in {"create", "apply", "ingest"}:
            return verb

        def timed(*given: Any) -> Any:
            with self.noted(f"{name} {getattr(given[0 if name == 'create' else -1], 'name', '')}"):
                return verb(*given)

        return timed

    @contextmanager
    def noted(self, what: str) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        spent = self.seconds[what]
        spent[0] += time.perf_counter() - wall
        spent[1] += time.process_time() - cpu
        spent[2] += 1


def stages(folder: Path, jobs: int) -> None:
    """Run the pipeline on *folder* in this process, and print what every table costs."""
    from audit.engines import open_engine
    from audit.pipeline import examine
    from audit.pipeline.ground import lay
    from audit.pipeline.trusted import rulebook
    from audit.settings import Settings

    os.chdir(folder.parent)
    settings = Settings(paths=(folder.name,), catalogue=False)
    engine: Any = Timed(open_engine("", jobs))
    with rulebook(settings) as book:
        with engine.noted("walk"):
            ground = lay(settings, book)
        examine(engine, ground)
    for what, (wall, cpu, times) in sorted(engine.seconds.items(), key=lambda each: -each[1][0]):
        print(f"{what:24} {wall:8.2f} s wall {cpu:8.2f} s CPU here, {times:.0f} x")
    engine.close()


def show(documents: int, size: int, cost: Cost) -> None:
    """Print one line of the table; *size* in bytes."""
    if cost.code > 1:
        sys.exit(f"exit code {cost.code}")
    print(
        f"| {documents:,} | {size / 1e6:,.1f} | {cost.wall:,.1f} | {cost.cpu:,.1f} "
        f"| {cost.cpu / documents * 1000:.2f} | {cost.peak / 1e6:,.0f} "
        f"| {cost.disk / 1e6:,.0f} | {cost.pairs:,} |",
        flush=True,
    )


def grow(folder: Path, documents: int, more: int, jobs: int) -> None:
    """Audit *documents*, then *more* among them, then all of them again."""
    size = generate.write(folder, documents + more)
    later = folder.parent / "later"
    later.mkdir()
    for place in sorted(folder.iterdir())[documents // generate.IN_FOLDER :]:
        place.rename(later / place.name)
    show(documents, size * documents // (documents + more), run(folder, jobs))
    for place in later.iterdir():
        place.rename(folder / place.name)
    for _ in range(2):
        show(documents + more, size, run(folder, jobs))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--stages", action="store_true")
    options.add_argument("--lines", action="store_true")
    options.add_argument("--books", action="store_true")
    options.add_argument("--more", type=int, default=0)
    options.add_argument("--jobs", type=int, default=0)
    options.add_argument("sizes", type=int, nargs="*", metavar="DOCUMENTS")
    given = options.parse_args()
    print("| documents | MB | wall s | CPU s | CPU ms each | peak RSS MB | catalogue MB | pairs |")
    print("|---|---|---|---|---|---|---|---|")
    for documents in given.sizes or SIZES:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "collection"
            if given.more:
                grow(folder, documents, given.more, given.jobs)
                continue
            if given.books:
                size = generate.write(folder, documents, generate.books)
            else:
                size = (generate.write_lines if given.lines else generate.write)(folder, documents)
            if given.stages:
                stages(folder, given.jobs)
            else:
                show(documents, size, run(folder, given.jobs))


if __name__ == "__main__":
    main()
