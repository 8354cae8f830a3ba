"""What an audit stands on: the rules, the walk, the day, and where the catalogue lies."""

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from audit.baselines import Entry
from audit.errors import UsageError
from audit.pipeline.trusted import Commit, Rulebook
from audit.readers.walk import Walk, WalkOptions, visible, walk
from audit.rules import RuleSet
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
    shown: str
    """The root as a person named it."""
    base: str
    """The folder to which the uris of the catalogue are relative."""
    texts: str
    """The folder to which the globs of declared boilerplate are relative."""
    catalogue: str
    """The catalogue's file, empty for none."""
    today: dt.date
    known: Mapping[str, Entry] | None = None
    """The baseline, if there is one."""
    remarks: tuple[str, ...] = ()
    """What must be said of the rules."""
    commit: Commit | None = None
    """The commit that the rules come from, if they do."""


def lay(settings: Settings, book: Rulebook) -> Ground:
    """Walk the paths by the rules of *book* and settle where the catalogue lies."""
    config, rules = book.config, book.rules
    if settings.select or settings.ignore:
        rules = rules.narrowed(settings.select, settings.ignore)
    if not settings.waivers:
        rules = replace(rules, waivers=())
    base = str(Path(config).resolve().parent) if config else str(Path.cwd())
    kept = _kept_in(settings.kept_in, settings.paths) if settings.kept_in else _beside(base)
    options = WalkOptions(
        include=rules.documents.include,
        exclude=rules.documents.exclude,
        metadata=rules.documents.metadata,
        tables=rules.documents.tables,
        ours=tuple(file for file in (*settings.written, settings.baseline) if file),
    )
    return Ground(
        rules=rules,
        walk=walk(settings.paths, base, options),
        paths=settings.paths,
        root=_root([str(Path(path).absolute()) for path in settings.paths]),
        shown=_root(settings.paths),
        base=base,
        texts=book.texts,
        catalogue=_catalogue(kept) if settings.catalogue else "",
        today=settings.today or dt.datetime.now(tz=dt.UTC).date(),
        known=book.known,
        remarks=book.remarks,
        commit=book.commit,
    )


def _beside(base: str) -> str:
    return os.path.join(base, FOLDER)  # noqa: PTH118  # a string for the engine


def _catalogue(folder: str) -> str:
    return os.path.join(folder, CATALOGUE)  # noqa: PTH118  # a string for the engine


def _kept_in(folder: str, paths: Sequence[str]) -> str:
    """Return *folder*; raise UsageError where its files would be taken for documents."""
    real = Path(os.path.realpath(folder))
    for path in paths:
        top = os.path.realpath(path)
        if real.is_relative_to(top) and FOLDER not in real.relative_to(top).parts:
            raise UsageError(
                f"--catalogue {visible(folder)}: lies among the documents; name a folder outside "
                f"of them, or one called {FOLDER}"
            )
    return folder


def _root(paths: Sequence[str]) -> str:
    """Return the one folder given, the folder of the one file, or what several have in common."""
    if len(paths) == 1:
        return paths[0] if Path(paths[0]).is_dir() else str(Path(paths[0]).parent)
    common = os.path.commonpath([str(Path(path).absolute()) for path in paths])
    return common if Path(paths[0]).is_absolute() else os.path.relpath(common)
