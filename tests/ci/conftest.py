"""A repository with real commits, and the pull request that people fear."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from audit import cli

ROOT = Path(__file__).parents[2]
PERSON = {
    "GIT_AUTHOR_NAME": "Ada Lund",
    "GIT_AUTHOR_EMAIL": "ada@library.example",
    "GIT_COMMITTER_NAME": "Ada Lund",
    "GIT_COMMITTER_EMAIL": "ada@library.example",
    "GIT_AUTHOR_DATE": "2024-05-01T10:00:00Z",
    "GIT_COMMITTER_DATE": "2024-05-01T10:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
CRANE = (
    "The old crane on the quay comes down after ninety years of work. Its chain goes to "
    "the museum, where it will hang in the hall beside the anchor of the last pilot "
    "cutter, and the swifts that nested in its cabin have found the grain store, whose "
    "owner is glad of them and has said so in a letter to the council that was read aloud "
    "on Tuesday evening before a full gallery.\n"
)
BEES = (
    "Eleven hives stand on the roof of the library, and the bees pay their rent in honey. "
    "They fly to the lime trees on the parade in June and to the heather behind the "
    "station in August, and on wet days they sit in the gutter and look down at the "
    "readers who queue for the morning papers with wet umbrellas and little patience for "
    "weather of any kind at all.\n"
)
TIDE = (
    "The tide mill turns again on Sundays, when the water is high before noon. The miller "
    "grinds rye for whoever brings a sack, and keeps a cupful for the cat, as his charter "
    "of 1704 allows him; nobody has yet found the paragraph that speaks of the cat, but "
    "nobody has looked for long.\n"
)
DATED = "issued: 2024-04-02\npublisher: Town Library\ntitle: From the harbour\n"
RULES = """\
audit: 1
documents: {include: ["**/*.txt"]}
rules:
  exact-duplicate: {check: duplicate, compare: bytes, severity: error}
  near-duplicate: {check: similar, threshold: 0.5, severity: warning}
  date-stated: {check: metadata, fields: {issued: required}, severity: error}
"""


@dataclass(frozen=True, slots=True)
class Repository:
    """A work tree, and git in it."""

    folder: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **PERSON},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def commit(self, files: Mapping[str, str], said: str = "more") -> str:
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", said)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path) -> Repository:
    """An archive with two documents, one of which has no date, and its rules, on `main`."""
    folder = tmp_path / "archive"
    folder.mkdir()
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit(
        {
            ".gitignore": ".audit/\n",
            "audit.yml": RULES,
            "papers/crane.txt": CRANE,
            "papers/crane.meta.yml": DATED,
            "papers/undated-before.txt": TIDE,
        },
        "the archive",
    )
    return made


@pytest.fixture
def pull_request(repository) -> Repository:
    """A branch that adds a copy, a near-copy, an undated page and a clean page."""
    repository.git("switch", "--quiet", "--create", "intake")
    files = {
        "papers/a-copy.txt": CRANE,
        "papers/near-copy.txt": CRANE.replace("ninety", "eighty").replace("Tuesday", "Friday"),
        "papers/undated.txt": "A page of the almanac that nobody has dated, about eels.\n" * 2,
        "papers/clean.txt": BEES,
    }
    sidecars = {name.replace(".txt", ".meta.yml"): DATED for name in files if "undated" not in name}
    repository.commit({**files, **sidecars}, "four new pages")
    return repository


@pytest.fixture
def run(repository, monkeypatch, capsys) -> Callable:
    """Run the tool in the repository; give the exit code, the findings and what was said.

    In this process: to start one for every question would cost more than the answers.
    """
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)

    def check(*arguments: str, folder: Path | None = None):
        monkeypatch.chdir(folder or repository.folder)
        code = cli.main(["check", *arguments, "-f", "jsonl", "--no-catalogue", "-j", "1"])
        shown = capsys.readouterr()
        rows = [json.loads(line) for line in shown.out.splitlines()]
        found = [(row["rule"], row["path"]) for row in rows if row["type"] == "finding"]
        remarks = rows[0]["remarks"] if rows else []
        return code, sorted(found), "\n".join([*remarks, shown.err])

    return check
