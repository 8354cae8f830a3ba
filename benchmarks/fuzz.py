"""Give readers damaged files for as long as one likes; the test suite does so for a moment only.

    python benchmarks/fuzz.py [--seconds 60] [--seed 1] [NAME ...]

A file that a reader, an extractor or a table fails on is kept in the working folder as
`fuzz-SEED-NAME`. `fuzz_guided.py` does the same, led by what of our code a file reaches; what was
run, and what it found, stands in `fuzz.md`.
"""

import argparse
import random
import runpy
import sys
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

TESTS = Path(__file__).parent.parent / "tests" / "readers" / "test_fuzz_readers.py"
MADE = SimpleNamespace(**runpy.run_path(str(TESTS)))
TOKENS = [
    b"\x00", b"\xff" * 4, b"PK\x03\x04", b"PK\x05\x06", b"<!--", b"]]>", b"&#x0;", b"<a ", b'"',
    b"{", b"[" * 50, b"\\ud800", b"Content-Length: -1\r\n", b"--", b"stream\n", b"0 R",
    b"\xed\xa0\x80", b"\r\n\r\n", b"=?utf-8?b?//8=?=", b"9" * 400, b"\xef\xbb\xbf", b"endobj",
    b"<!DOCTYPE", b"..",
]  # fmt: skip
"""What formats stumble over, whatever they are."""


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Return *data* with some blows: cut, changed, doubled, swapped, or with a token put in."""
    for _ in range(dice.randint(1, 6)):
        at, other = sorted(dice.randint(0, len(data)) for _ in range(2))
        blow = dice.randrange(6)
        if blow == 0:
            data = data[:at] + data[min(at + dice.randint(1, 40), len(data)) :]
        elif blow == 1:
            data = data[:at] + dice.randbytes(dice.randint(1, 8)) + data[at + 1 :]
        elif blow == 2:
            data = data[:at] + dice.choice(TOKENS) + data[at:]
        elif blow == 3:
            data = data[:other] + data[at:other] * dice.randint(1, 3) + data[other:]
        elif blow == 4:
            data = data[at:other] + data[:at] + data[other:]
        elif data:
            at = min(at, len(data) - 1)
            data = data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
    return data[:100_000]


def blown(data: bytes, dice: random.Random) -> bytes:
    """Damage a file, or in most of the zips one of the members alone."""
    if data[:2] != b"PK" or dice.random() < 0.2:
        return damaged(data, dice)
    return MADE.with_damaged_member(data, dice.randrange(10), lambda one: damaged(one, dice))


def look(name: str, data: bytes) -> str:
    """Read one file and return what became of it; raise AssertionError where a reader failed."""
    asked = MADE.job(name, data)
    items = list(MADE.read_job(asked))
    MADE.checked(asked, items)
    return "read" if any(item.document for item in items) else "refused"


def kept(name: str, seed: int, data: bytes) -> Path:
    """Keep a file that a reader failed on."""
    file = Path(f"fuzz-{seed}-{name}")
    file.write_bytes(data)
    return file


def fuzz(name: str, seconds: float, seed: int) -> int:
    """Damage one sample for some seconds; return how many files a reader failed on."""
    end, failures = time.monotonic() + seconds, 0
    ends: Counter[str] = Counter()
    while time.monotonic() < end:
        seed += 1
        data = blown(MADE.SAMPLES[name], random.Random(f"{name} {seed}"))
        try:
            ends[look(name, data)] += 1
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what we look for
            failures += 1
            print(f"{kept(name, seed, data)}: {type(error).__name__}: {error}"[:400])
    print(f"{name:12} {ends['read']:6} read {ends['refused']:6} refused {failures:4} failed")
    return failures


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("names", nargs="*", choices=[[], *MADE.SAMPLES], metavar="NAME")
    parser.add_argument("--seconds", type=float, default=10, help="for each sample")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    names = options.names or list(MADE.SAMPLES)
    return int(sum(fuzz(name, options.seconds, options.seed) for name in names) > 0)


if __name__ == "__main__":
    sys.exit(main())
