"""Let atheris look for files that reach new code of readers and extractors, and break it.

    python benchmarks/fuzz_guided.py [--seconds 30] [NAME ...]

atheris (3.0 has wheels for Python 3.11) lies in an environment of its own, which PYTHONPATH names.
It damages each sample of the tests, or in a zip one of the members alone, so that the damage
reaches what reads it. A file that makes an assertion fail, takes 20 seconds or 2 GB is kept in the
working folder as `fuzz-NAME-...`.
"""

import argparse
import io
import re
import runpy
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OPTIONS = ("-timeout=20", "-max_len=20000", "-rss_limit_mb=2000", "-print_final_stats=1")
RICH = {"a.txt": ("RELEASE",), "a.html": ("PAGE",)}
"""Texts of the tests of extractors that a sample begins with beside itself."""
EXTRACTORS = Path(__file__).parent.parent / "tests" / "extractors" / "test_extract_all.py"


def member_of(made: Any, name: str, data: bytes) -> bytes:
    """Return *data* as a file, or as the member of the sample *name* which its first byte names."""
    sample = made.SAMPLES[name]
    if not sample.startswith(b"PK"):
        return data
    which = data[0] if data else 0
    return bytes(made.with_damaged_member(sample, which, lambda _: data[1:]))


def seeds(made: Any, name: str) -> Iterator[bytes]:
    """Yield what is damaged first: the sample, or each of its members, and richer texts."""
    sample = made.SAMPLES[name]
    if sample.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(sample)) as archive:
            for number, member in enumerate(archive.namelist()):
                yield bytes([number]) + archive.read(member)
        return
    yield sample
    if name in RICH:
        rich = runpy.run_path(str(EXTRACTORS))
        yield from (rich[text].encode() for text in RICH[name])


def guide(name: str, seconds: int, folder: Path) -> None:
    """Damage one sample for some seconds; end this process."""
    import atheris

    with atheris.instrument_imports(include=["audit"]):
        from fuzz import MADE, look

        for sample, data in MADE.SAMPLES.items():
            look(sample, data)  # what is imported late is imported now
    for number, seed in enumerate(seeds(MADE, name)):
        (folder / str(number)).write_bytes(seed)

    def once(data: bytes) -> None:
        asked = MADE.job(name, member_of(MADE, name, data))
        here = name not in MADE.GUARDED
        items = asked.work(lambda _said: None) if here else MADE.read_job(asked)
        MADE.checked(asked, list(items))

    kept = (f"-max_total_time={seconds}", f"-artifact_prefix=fuzz-{name}-", str(folder))
    atheris.Setup([sys.argv[0], *OPTIONS, *kept], once)
    atheris.Fuzz()


def run(name: str, seconds: int) -> int:
    """Damage one sample in a process of its own; return 1 where something failed."""
    command = [sys.executable, __file__, "--one", name, "--seconds", str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = dict(re.findall(r"stat::(\w+):\s+(\d+)", done.stderr))
    covered = re.findall(r"cov: (\d+)", done.stderr)
    executed = said.get("number_of_executed_units", "0")
    print(f"{name:12} {executed:>8} files, {covered[-1] if covered else 0} places reached", end="")
    print(f", exit {done.returncode}" if done.returncode else "", flush=True)
    if done.returncode:
        print("\n".join(done.stderr.splitlines()[-25:]))
    return int(done.returncode != 0)


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--seconds", type=int, default=30, help="for each sample")
    parser.add_argument("--one", metavar="NAME", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        with tempfile.TemporaryDirectory() as folder:
            guide(options.one, options.seconds, Path(folder))
    names = options.names
    if not names:
        from fuzz import MADE

        names = list(MADE.SAMPLES)
    return int(sum(run(name, options.seconds) for name in names) > 0)


if __name__ == "__main__":
    sys.exit(main())
