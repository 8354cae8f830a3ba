"""Attacks from outside: hostile files among good ones, and streams that a caller closed."""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from audit.readers import Limits

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "attacks.py"
MADE = SimpleNamespace(**runpy.run_path(str(SCRIPT)))


class Attacked(NamedTuple):
    status: int
    peak: int
    """Bytes of the greatest process of the run, resident."""
    errors: str
    folder: Path
    states: dict[str, str]
    problems: dict[str, list[str]]

    def said(self, name: str) -> str:
        """Return every problem of a file and of what lies in it."""
        found = [
            message
            for path, messages in self.problems.items()
            if path == name or path.startswith(f"{name}!/")
            for message in messages
        ]
        return "\n".join(found)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory) -> Attacked:
    """Audit every attack, among good documents, once."""
    folder = tmp_path_factory.mktemp("attacked")
    (folder / "input").mkdir()
    MADE.write(folder / "input")
    for number in range(3):
        (folder / "input" / f"good-{number}.txt").write_text(f"{MADE.WORDS}{number}\n")
    (folder / "audit.yml").write_text(MADE.RULES)
    out, errors = folder / "out.jsonl", folder / "errors.txt"
    command = [sys.executable, "-m", "audit", "check", "input", "-q", "-f", "jsonl"]
    command += ["--jobs", "1"]  # so that every process is one that was waited for
    with out.open("wb") as output, errors.open("wb") as talk:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=talk)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    states: dict[str, str] = {}
    problems: dict[str, list[str]] = {}
    for row in map(json.loads, out.read_text().splitlines()):
        if row["type"] == "document":
            states[row["path"]] = row["state"]
        elif row["type"] == "problem":
            problems.setdefault(row["path"], []).append(row["message"])
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Attacked(process.returncode, peak, errors.read_text(), folder, states, problems)


def test_the_run_ends_as_incomplete_and_says_nothing_of_its_inside(attacked):
    assert attacked.status == 2
    assert "Traceback" not in attacked.errors


def test_memory_stays_within_the_limit(attacked):
    assert attacked.peak <= Limits().memory


@pytest.mark.parametrize("name", MADE.ATTACKS)
def test_every_attack_is_survived_and_named(name, attacked):
    assert name in attacked.states
    said = attacked.said(name)
    assert MADE.ATTACKS[name].said in said
    # What may be read is read, or a problem says why not.
    assert attacked.states[name] in {"read", "short", "empty", "container"} or said
    assert "its reader failed" not in said


@pytest.mark.parametrize(
    "path",
    [
        "good-0.txt",
        "good-1.txt",
        "good-2.txt",
        "zip-bomb.zip!/good.txt",
        "zip-bomb.zip!/last.txt",
        "zip-names.zip!/good.txt",
        "tar-links.tar.gz!/good.txt",
        "warc-bomb.warc.gz!/https://a.example/",
    ],
)
def test_the_others_are_read(path, attacked):
    assert attacked.states[path] == "read"


def test_nothing_of_an_attack_ran_or_left_its_archive(attacked):
    assert {path.name for path in attacked.folder.iterdir()} == {
        ".audit", "audit.yml", "errors.txt", "input", "out.jsonl",
    }  # fmt: skip
    assert "root:" not in (attacked.folder / "out.jsonl").read_text()


def run(folder: Path, closed: str) -> subprocess.CompletedProcess[str]:
    line = f'exec "$0" -m audit check -q --no-catalogue --fail-on never . {closed}'
    return subprocess.run(
        ["sh", "-c", line, sys.executable], cwd=folder, capture_output=True, text=True, check=False
    )


def test_closed_standard_output_is_one_line(tmp_path):
    (tmp_path / "a.txt").write_text("The harbour office opens at seven.\n")
    done = run(tmp_path, ">&-")
    assert (done.returncode, done.stderr) == (2, "audit: error: standard output is closed\n")


def test_closed_standard_error_changes_no_result(tmp_path):
    (tmp_path / "a.txt").write_text("The harbour office opens at seven.\n")
    assert run(tmp_path, "2>&-").returncode == 0
