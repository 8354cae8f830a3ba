"""What the tests of the pipeline share: an archive that changes, and its result as text."""

import datetime as dt
import io
import random
import shutil
from contextlib import chdir
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from audit.pipeline import audited
from audit.reports.jsonl import Jsonl
from audit.settings import Settings

FOOTERS = [
    "Harbour Library, 4 Quay Street. Open Monday to Friday from nine to five; closed on holidays.",
    "Printed by the town museum on paper from the mill. Ask at the desk before you copy a page.",
]
WORDS = """
tide lantern ledger mill pier kettle winter slate barge lock sluice orchard chart rope bell granary
ferry keeper survey bridge column weather clerk parish map reed copper lens shelf index harvest
north quay toll warden drawing hull anchor stair garden notice meadow candle stone window record
""".split()  # noqa: SIM905  # a list of fifty words reads badly


@dataclass
class Archive:
    """A folder of documents that grows, changes and shrinks, always with the same dice."""

    folder: Path
    dice: random.Random
    texts: dict[str, list[str]] = field(default_factory=dict)
    reads: list[int] = field(default_factory=list)
    """How many documents each run has read."""

    def add(self) -> None:
        name = f"{self.dice.choice('abc')}/{self.dice.randrange(10**6):06}.txt"
        words = self.dice.choices(WORDS, k=self.dice.randint(5, 120))
        kind = self.dice.random()
        old = self.dice.choice(list(self.texts.values())) if self.texts else words
        if kind < 0.3:
            words = [w if self.dice.random() > 0.04 else self.dice.choice(WORDS) for w in old]
        elif kind < 0.5 and len(old) > 40:
            words[10:10] = old[15:40]
        elif kind < 0.6:
            words = list(old)
        self.write(name, words)

    def change(self) -> None:
        name = self.dice.choice(sorted(self.texts))
        words = list(self.texts[name])
        words[self.dice.randrange(len(words))] = self.dice.choice(WORDS)
        self.write(name, [*words, self.dice.choice(WORDS)])

    def remove(self) -> None:
        name = self.dice.choice(sorted(self.texts))
        del self.texts[name]
        (self.folder / name).unlink()

    def write(self, name: str, words: list[str]) -> None:
        self.texts[name] = words
        lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
        footer = FOOTERS[len(name + words[0]) % 3 :][:1]
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join([*lines, *footer, f"Page {len(lines)} of 9"]) + "\n")

    def result(self, *, catalogue: bool = True, jobs: int = 1) -> str:
        """Return the audit of the archive as JSON Lines, and note how many documents it read."""
        seen = [0]

        def watch(stage: str, done: int, total: int, size: int, all_: int) -> None:
            if stage == "reading":
                seen[0] = done

        settings = Settings(
            paths=(str(self.folder),), catalogue=catalogue, jobs=jobs, today=dt.date(2024, 12, 31)
        )
        out = io.StringIO()
        with audited(settings, watch) as audit:
            Jsonl().write(audit, out)
        self.reads.append(seen[0])
        return out.getvalue()


def opened(home: Path) -> Archive:
    """Make an empty archive with rules of its own; its catalogue will lie beside them."""
    (home / "audit.yml").write_text("audit: 1\n")
    folder = home / "archive"
    folder.mkdir()
    return Archive(folder, random.Random(20_261_122))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Make an empty archive; its folder is the working directory."""
    monkeypatch.chdir(tmp_path)
    return opened(tmp_path)


@pytest.fixture(scope="session")
def audited_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Make an archive of some documents that was audited once."""
    made = opened(tmp_path_factory.mktemp("archive"))
    for _ in range(12):
        made.add()
    with chdir(made.folder.parent):
        made.result()
    return made


@pytest.fixture
def known(audited_archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Copy that archive with its catalogue, which knows all of it and where it lies."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(audited_archive.folder.parent, tmp_path, dirs_exist_ok=True)
    made = deepcopy(audited_archive)
    made.folder = tmp_path / "archive"
    made.result()
    made.reads.clear()
    return made
