"""What an audit stands on: the rules, the walk, the day, and where the catalogue lies."""

import datetime as dt
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from audit.readers.walk import Walk, WalkOptions, walk
from audit.rules import RuleSet, find, load
from audit.settings import Settings

FOLDER: Final = ".audit"
CATALOGUE: Final = "catalogue.duckdb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Everything that is settled before a document is opened."""

    rules: RuleSet
    walk: Walk
    paths: tuple[str, ...]
    root: str
    """The folder to which the paths of documents are relative."""
    base: str
    """The folder to which the uris of the catalogue are relative."""
    catalogue: str
    """The catalogue's file, empty for none."""
    today: dt.date


def lay(settings: Settings) -> Ground:
    """Find the rules, walk the paths and settle where the catalogue lies."""
    config = settings.config or find(settings.paths[0])
    rules = load(config or None)
    if settings.select or settings.ignore:
        rules = rules.narrowed(settings.select, settings.ignore)
    if not settings.waivers:
        rules = replace(rules, waivers=())
    base = str(Path(config).resolve().parent) if config else str(Path.cwd())
    options = WalkOptions(
        include=rules.documents.include,
        exclude=rules.documents.exclude,
        metadata=rules.documents.metadata,
    )
    return Ground(
        rules=rules,
        walk=walk(settings.paths, base, options),
        paths=settings.paths,
        root=_root(settings.paths),
        base=base,
        catalogue=_catalogue(base) if settings.catalogue else "",
        today=settings.today or dt.datetime.now(tz=dt.UTC).date(),
    )


def _catalogue(base: str) -> str:
    return os.path.join(base, FOLDER, CATALOGUE)  # noqa: PTH118  # a string for the engine


def _root(paths: tuple[str, ...]) -> str:
    """Return the one folder given, the folder of the one file, or what several have in common."""
    given = [str(Path(path).absolute()) for path in paths]
    if len(given) > 1:
        return os.path.commonpath(given)
    return given[0] if Path(given[0]).is_dir() else str(Path(given[0]).parent)
