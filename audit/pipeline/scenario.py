"""Scenarios of rules: a small collection in a folder of its own, through the real pipeline."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Final

from audit.engines import Engine, open_engine
from audit.errors import SettingsError
from audit.model import Finding
from audit.pipeline import examine
from audit.pipeline.ground import Ground, lay
from audit.pipeline.judge import judge
from audit.pipeline.trusted import Rulebook
from audit.rules import RuleSet, Scenario
from audit.rules.packs import NAME
from audit.settings import Settings

TODAY: Final = dt.date(2025, 1, 1)
"""What `today` means in a scenario that does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Where scenarios are tried; what was read once for one rule is not read again for another."""

    engine: Engine
    folder: Path
    read: dict[str, Ground]

    def __call__(self, rules: RuleSet, scenario: Scenario) -> Sequence[Finding]:
        """Return the findings of *rules* in the collection of *scenario*.

        Raise SettingsError where a path of it leads out of the folder.
        """
        today = dt.date.fromisoformat(scenario.today) if scenario.today else TODAY
        ground = self._ground(rules, scenario.given)
        asked = replace(ground, rules=rules, today=today)
        return judge(self.engine, asked, complete=False).findings

    def _ground(self, rules: RuleSet, given: Mapping[str, str]) -> Ground:
        name = repr((sorted(given.items()), rules.documents, rules.boilerplate))
        if name not in self.read:
            self.read.clear()
            self.read[name] = self._examined(rules, given)
        return self.read[name]

    def _examined(self, rules: RuleSet, given: Mapping[str, str]) -> Ground:
        # Always the same folder: the engine then forgets what the last scenario held.
        rmtree(self.folder)
        self.folder.mkdir()
        for path, text in given.items():
            _write(self.folder, path, text)
        folder = str(self.folder)
        book = Rulebook(rules=rules, config=f"{folder}/{NAME}", texts=rules.base or folder)
        ground = lay(Settings(paths=(folder,), catalogue=False, jobs=1), book)
        examine(self.engine, ground)
        return ground


@contextmanager
def workshop() -> Iterator[Workshop]:
    """Give what runs scenarios, see `audit.rules.prove`."""
    with TemporaryDirectory(prefix="audit-") as made, closing(open_engine("", 1)) as engine:
        folder = Path(made).resolve() / "collection"
        folder.mkdir()
        yield Workshop(engine=engine, folder=folder, read={})


def _write(folder: Path, path: str, text: str) -> None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\0" in path:
        raise SettingsError(f"a scenario gives {path!r}, which is no path below its folder")
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")
