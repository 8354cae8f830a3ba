"""A small collection, and the tool in this process."""

import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest

from audit import cli

ESSAY = (
    "The net loft above the fish market holds eleven kilometres of tarred line, coiled by hands "
    "that are long gone, and a ledger in which every coil has its weight, its maker and the boat "
    "it was meant for. Nobody may touch the coils, but the ledger lies open under the window.\n"
)
RULES = """\
audit: 1
documents: {include: ["**/*.txt"]}
rules:
  eels:
    check: text
    forbid: {contains: [eel]}
    severity: error
    message: "an eel: {match}"
    help: Ask the fishmonger.
    url: https://town.example/eels
  copies: {check: duplicate, severity: warning}
"""


@dataclass(frozen=True, slots=True)
class Shown:
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def audited_papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with an eel and two copies, its rules and its catalogue beside it."""
    home: Path = tmp_path_factory.mktemp("papers")
    (home / "audit.yml").write_text(RULES)
    folder = home / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(ESSAY)
    (folder / "b.txt").write_text(ESSAY)
    (folder / "market.txt").write_text("Herring, cod,\nand one eel in a bucket.\n")
    with chdir(home):
        assert cli.main(["check", "papers", "-q", "-j", "1", "-o", f"jsonl={home}.jsonl"]) == 1
    return home


@pytest.fixture
def papers(audited_papers, tmp_path, monkeypatch) -> Path:
    """Copy the folder with the eel; its catalogue comes along, so that nothing is read twice."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(audited_papers, tmp_path, dirs_exist_ok=True)
    return tmp_path / "papers"


@pytest.fixture
def keys(audited_papers) -> Mapping[str, str]:
    """Return the keys of the findings on the eel and the copies, by their rule."""
    rows = map(json.loads, Path(f"{audited_papers}.jsonl").read_text().splitlines())
    return {row["rule"]: row["key"] for row in rows if row["type"] == "finding"}


@pytest.fixture
def run(capsys) -> Callable[..., Shown]:
    def call(*arguments: str) -> Shown:
        code = cli.main([str(one) for one in arguments])
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        return Shown(code, shown.out, shown.err)

    return call
