"""Compare what releases of Python read out of damaged files.

    python benchmarks/releases.py [--files 1000] PYTHON PYTHON...

Each PYTHON has this project installed. Every sample of the tests of readers is damaged `--files`
times; each release writes down all that its readers hand over. Ends with 1, and prints where the
first differences begin, if two releases do not agree byte for byte.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path

import msgspec

SHOWN = 10
"""Differences that are printed, and as many times ten characters before each."""


def damage(folder: Path, count: int) -> None:
    """Write *count* damaged files of each sample into *folder*."""
    from fuzz import MADE, blown

    for name, sample in MADE.SAMPLES.items():
        for number in range(count):
            file = folder / f"{number:05}" / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(blown(sample, random.Random(f"{name} {number}")))


def read(folder: Path) -> None:
    """Print what this Python reads out of the files of *folder*, a line for each document."""
    from fuzz import MADE

    for file in sorted(folder.glob("*/*")):
        for item in MADE.read_job(MADE.job(file.name, file.read_bytes())):
            print(file.parent.name, file.name, msgspec.json.encode(item).decode())


def compare(first: list[str], other: list[str]) -> int:
    """Print where the first lines begin to differ; return how many lines do."""
    found = [(one or "", two or "") for one, two in zip_longest(first, other) if one != two]
    for one, two in found[:SHOWN]:
        equal = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
        start = max(0, equal - SHOWN * 10)
        print(f"  {one[:12]} {one[start:][:250]}\n  {two[:12]} {two[start:][:250]}")
    return len(found)


def main() -> int:
    """Run every Python of the command line, and compare what it printed with the first one's."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pythons", nargs="+")
    parser.add_argument("--files", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        damage(Path(folder), asked.files)
        script = f"import sys; sys.path[0] = {str(Path(__file__).parent)!r}\n"
        script += f"import pathlib, releases; releases.read(pathlib.Path({folder!r}))"
        said = [
            subprocess.run(
                [python, "-X", "utf8", "-W", "ignore", "-c", script], check=True, stdout=-1
            ).stdout.decode()
            for python in asked.pythons
        ]
    first, *others = (text.split("\n") for text in said)
    failed = 0
    for python, lines in zip(asked.pythons[1:], others, strict=True):
        differ = compare(first, lines)
        failed += differ
        print(f"{python}: {len(lines) - 1:,} items, {differ:,} other than {asked.pythons[0]}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
