"""A small collection, and the tool in this process."""

from collections.abc import Callable
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


@pytest.fixture
def papers(tmp_path, monkeypatch) -> Path:
    """A folder with an eel and two copies, its rules beside it; the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audit.yml").write_text(RULES)
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(ESSAY)
    (folder / "b.txt").write_text(ESSAY)
    (folder / "market.txt").write_text("Herring, cod,\nand one eel in a bucket.\n")
    return folder


@pytest.fixture
def run(capsys) -> Callable[..., Shown]:
    def call(*arguments: str) -> Shown:
        code = cli.main([str(one) for one in arguments])
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        return Shown(code, shown.out, shown.err)

    return call
