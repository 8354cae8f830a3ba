"""Digests and manifests against hashdeep, sha256sum and bagit: megabytes per second of CPU.

    python benchmarks/fixity.py [--rounds 3] [--case large|small] [--bagit PYTHON]

Makes 2 files of 256 MiB and 20,000 of 10 KiB in a temporary folder that is removed at the end.
The runs of all tools alternate; each figure is the best of its rounds. CPU is user and system time
of the process and its children (`wait4`), the start of the interpreter included; the first row
leaves that start out, as it counts the time of hashing alone. Exit 1 where the first row is less
than 4 times as fast as hashdeep. PYTHON is an interpreter that has `bagit`.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MIB = 1 << 20
CASES = {"large": (2, 256 * MIB), "small": (20_000, 10 * 1024)}
GATE = 4.0
HASHING = "audit, hashing alone"
KERNEL = """
import os, resource, sys
from audit.fingerprints.digests import digest_files
paths = [entry for folder, _, names in os.walk(".") for entry in (f"{folder}/{n}" for n in names)]
def spent():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
start = spent()
for found in digest_files(paths):
    assert not found.error
sys.stdout.write(repr(spent() - start))
"""


def fill(folder: Path, count: int, size: int) -> int:
    """Write *count* files of *size* random bytes under *folder*; return the bytes."""
    source = random.Random(20_24)
    for number in range(count):
        path = folder / f"{number % 100:02}" / f"{number:06}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            for start in range(0, size, MIB):
                file.write(source.randbytes(min(MIB, size - start)))
    return count * size


def seconds(command: list[str], folder: Path, *, told: bool) -> float:
    """Run *command* in *folder*; return the CPU seconds of it and its children, or those *told*."""
    out = subprocess.PIPE if told else subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=out) as process:
        words = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)[:80]}: exit {process.returncode}")
    return float(words) if told else usage.ru_utime + usage.ru_stime


def tools(folder: Path, bagit: str) -> dict[str, list[str]]:
    """Return the commands that are there, by name."""
    audit = [sys.executable, "-m", "audit", "manifest"]
    lists = {
        "list": folder.parent / f"{folder.name}.sums",
        "deep": folder.parent / f"{folder.name}.deep",
    }
    found = {
        HASHING: [sys.executable, "-c", KERNEL],
        "audit, digests only": [sys.executable, "-c", KERNEL],
        "audit manifest write": [*audit, "write"],
        "audit manifest verify": [*audit, "verify", str(lists["list"]), "."],
        "sha256sum": ["sh", "-c", "find . -type f -print0 | xargs -0 sha256sum"],
        "sha256sum -c": ["sha256sum", "--quiet", "-c", str(lists["list"])],
        "hashdeep -j0": ["hashdeep", "-j0", "-c", "sha256", "-r", "-l", "."],
        "hashdeep": ["hashdeep", "-c", "sha256", "-r", "-l", "."],
        "hashdeep -a": ["hashdeep", "-j0", "-a", "-k", str(lists["deep"]), "-r", "-l", "."],
        "rhash --sha256": ["rhash", "--sha256", "-r", "."],
    }
    if bagit:
        found["bagit --validate"] = [bagit, "-m", "bagit", "--quiet", "--validate", "."]
    return {name: command for name, command in found.items() if shutil.which(command[0])}


def prepare(folder: Path, bagit: str) -> None:
    """Write the lists that verifying tools read; make *folder* a bag where bagit is asked."""
    if bagit:
        code = "import bagit, sys; bagit.make_bag(sys.argv[1], checksums=['sha256'])"
        subprocess.run([bagit, "-c", code, str(folder)], check=True, stderr=subprocess.DEVNULL)
    audit = [sys.executable, "-m", "audit", "manifest", "write", str(folder)]
    subprocess.run([*audit, "-o", f"{folder}.sums"], check=True, stderr=subprocess.DEVNULL)
    if shutil.which("hashdeep"):
        with Path(f"{folder}.deep").open("wb") as out:
            subprocess.run(
                ["hashdeep", "-c", "sha256", "-r", "-l", "."], cwd=folder, stdout=out, check=True
            )


def measure(folder: Path, size: int, rounds: int, bagit: str) -> dict[str, float]:
    """Return the megabytes per CPU second of every tool on *folder*, best of *rounds*."""
    commands = tools(folder, bagit)
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best[name], seconds(command, folder, told=name == HASHING))
    return {name: size / spent / 1e6 for name, spent in best.items()}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bagit", default="", help="a Python interpreter that has bagit")
    parser.add_argument("--case", choices=list(CASES), help="one of the two folders only")
    options = parser.parse_args()
    cases = [options.case] if options.case else list(CASES)
    results = {}
    with tempfile.TemporaryDirectory(prefix="audit-fixity-") as root:
        for name in cases:
            folder = Path(root, name)
            total = fill(folder, *CASES[name])
            prepare(folder, options.bagit)
            results[name] = measure(folder, total, options.rounds, options.bagit)
            shutil.rmtree(folder)
    return report(results)


def report(results: dict[str, dict[str, float]]) -> int:
    """Print a Markdown table and return 1 where the gate is missed."""
    heads = "".join(
        f" {CASES[name][0]:,} x {CASES[name][1] // 1024:,} KiB | to hashdeep |" for name in results
    )
    print(f"| MB per CPU second |{heads}")
    print(f"|---|{'---:|---:|' * len(results)}")
    base = {name: speeds.get("hashdeep -j0", float("nan")) for name, speeds in results.items()}
    for tool in next(iter(results.values())):
        cells = "".join(
            f" {speeds[tool]:,.0f} | {speeds[tool] / base[name]:.1f} |"
            for name, speeds in results.items()
        )
        print(f"| {tool} |{cells}")
    ratios = [speeds[HASHING] / base[name] for name, speeds in results.items()]
    return int(any(ratio < GATE for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
