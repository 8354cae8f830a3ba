"""A catalogue that is no file, cut off or changed: one line that says what to do, and no hang."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

DELETE = "delete it, it is rebuilt from the documents"
REMOVE = "remove it, or name another folder with --catalogue, or use --no-catalogue"
WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
CHECK = ("check", "input", "-q", "-j", "1", "--fail-on", "never")
BLOCK, HEADERS = 262_144, 12_288


@pytest.fixture
def kept(here, tmp_path) -> Path:
    """Return the catalogue of a folder that was audited once."""
    (tmp_path / "audit.yml").write_text("audit: 1\n")
    (tmp_path / "input").mkdir()
    for number in range(3):
        (tmp_path / "input" / f"{number}.txt").write_text(WORDS * (number + 1))
    assert here(*CHECK).code == 0
    return tmp_path / ".audit" / "catalogue.duckdb"


def cut(share: float) -> Callable[[Path], None]:
    return lambda file: os.truncate(file, int(file.stat().st_size * share))


def instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        file.unlink()
        make(file)

    return change


DAMAGES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "half": (cut(0.5), "the catalogue is ", DELETE),
    "a quarter": (cut(0.25), "the catalogue is cut off", DELETE),
    "nothing": (cut(0), "cannot open the catalogue", DELETE),
    "headers": (lambda file: os.truncate(file, HEADERS), "cannot open the catalogue", DELETE),
    "noise": (
        lambda file: file.write_bytes(random.Random(7).randbytes(100_000)),
        "cannot open the catalogue",
        DELETE,
    ),
    "folder": (instead(Path.mkdir), "is a folder and no catalogue", REMOVE),
    "pipe": (instead(os.mkfifo), "is a pipe and no catalogue", REMOVE),
    "link": (instead(lambda file: file.symlink_to("nowhere")), "is a link", REMOVE),
    "pipe of changes": (
        lambda file: os.mkfifo(f"{file}.wal"),
        "catalogue.duckdb.wal: is a pipe and no catalogue",
        REMOVE,
    ),
}


def test_each_is_one_line_that_says_what_to_do(here, kept):
    whole = kept.read_bytes()
    for change, said, advice in DAMAGES.values():
        rmtree(kept.parent)
        kept.parent.mkdir()
        kept.write_bytes(whole)
        change(kept)
        outcome = here(*CHECK, timeout=20)
        assert (outcome.code, outcome.out) == (2, b""), said
        assert str(kept) in outcome.line
        assert said in outcome.line
        assert outcome.line.endswith(advice)


def test_one_that_is_changed_anywhere_gives_what_it_gave_or_says_so(here, kept):
    whole = kept.read_bytes()
    good = here(*CHECK, "-f", "jsonl").out
    ends = set()
    for start in range(HEADERS, len(whole), 3 * BLOCK):
        changed = bytearray(whole)
        changed[start + 1_000] ^= 0xFF
        kept.write_bytes(changed)
        outcome = here(*CHECK, "-f", "jsonl")
        ends.add(outcome.code)
        if outcome.code == 0:
            assert outcome.out == good
        else:
            assert "atalogue" in outcome.line
            assert outcome.line.endswith(DELETE)
    assert 2 in ends


def test_one_that_is_deleted_is_rebuilt(here, kept):
    good = here(*CHECK, "-f", "jsonl").out
    os.truncate(kept, 5_000)
    assert here(*CHECK).code == 2
    kept.unlink()
    assert here(*CHECK, "-f", "jsonl").out == good
