"""How long the gate takes: a pull request of 20 documents into a repository of many.

    python benchmarks/gate.py [DOCUMENTS] [--keep FOLDER] [--profile]

The repository is made with the documents of generate.py on `main` and audited once, so that its
catalogue is warm; a branch adds 20 more, among them one copy. What is measured is the command of
a CI job, `audit check --new-since main`, as a process of its own: seconds on the clock and CPU
seconds of all its processes. `--profile` runs it in this process and says where the time went.
"""

import argparse
import cProfile
import io
import os
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

import generate
from growth import TODAY
from session import PAUSE, Session

DOCUMENTS = 20_000
ADDED = 20
RUNS = 3
RULES = "audit: 1\nextends: [audit:archive]\n"
PERSON = ("-c", "user.name=gate", "-c", "user.email=gate@archive.example", "-c", "gc.auto=0")
CHECK = ("check", "papers", "-q", "--today", TODAY, "-f", "concise")
GATE = (*CHECK, "--new-since", "main")
SHOWN = 40


def git(folder: Path, *words: str) -> None:
    """Run git in *folder*."""
    subprocess.run(["git", *PERSON, *words], cwd=folder, check=True, capture_output=True)


def make(folder: Path, documents: int) -> None:
    """Make the repository: all but the last documents on `main`, the last on a branch."""
    papers = folder / "papers"
    generate.write(papers, documents + ADDED)
    names = sorted(papers.rglob("*.txt"))
    later = {name: name.read_bytes() for name in names[documents:]}
    later[papers / "copy.txt"] = names[documents // 2].read_bytes()
    for name in names[documents:]:
        name.unlink()
    (folder / "audit.yml").write_text(RULES)
    (folder / ".gitignore").write_text(".audit/\n")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "the archive")
    print(f"warm: {seconds(run(folder, (*CHECK, '--fail-on', 'never')))}", flush=True)
    git(folder, "switch", "--quiet", "--create", "intake")
    for name, data in later.items():
        name.parent.mkdir(exist_ok=True)
        name.write_bytes(data)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "what comes in")


def run(folder: Path, arguments: Sequence[str]) -> tuple[float, float, float]:
    """Run the tool in *folder*; return wall and CPU seconds and peak RSS in MB."""
    start = time.perf_counter()
    with (folder.parent / "gate.txt").open("wb") as out:
        command = [sys.executable, "-m", "audit", *arguments]
        process = subprocess.Popen(command, cwd=folder, stdout=out, start_new_session=True)
        session = Session(process.pid)
        while process.poll() is None:
            session.look()
            time.sleep(PAUSE)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"exit code {process.returncode}")
    return time.perf_counter() - start, sum(session.cpu.values()), session.peak / 1e6


def seconds(cost: tuple[float, float, float]) -> str:
    wall, cpu, peak = cost
    return f"{wall:.1f} s on the clock, {cpu:.1f} s CPU, {peak:,.0f} MB"


def profile(folder: Path) -> None:
    """Run the gate in this process and print the functions that took most time."""
    from audit import cli

    os.chdir(folder)
    watch = cProfile.Profile()
    with redirect_stdout(io.StringIO()):
        watch.runcall(cli.main, [*GATE, "-j", "1"])
    pstats.Stats(watch).strip_dirs().sort_stats("cumulative").print_stats(SHOWN)


def measure(folder: Path, documents: int, *, profiled: bool) -> None:
    """Make the repository unless it is there, and time the gate."""
    archive = folder / f"gate-{documents}"
    if not archive.exists():
        archive.mkdir(parents=True)
        make(archive, documents)
    # The first run reads what is new; each further one is that of a job that was started again.
    for number in range(RUNS):
        print(f"gate {number + 1}: {seconds(run(archive, GATE))}", flush=True)
    print((folder / "gate.txt").read_text())
    if profiled:
        profile(archive)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("documents", type=int, nargs="?", default=DOCUMENTS)
    options.add_argument("--keep", type=Path, help="make the repository here, and use it again")
    options.add_argument("--profile", action="store_true")
    given = options.parse_args()
    if given.keep:
        measure(given.keep.absolute(), given.documents, profiled=given.profile)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), given.documents, profiled=given.profile)


if __name__ == "__main__":
    main()
