"""Rules from a commit: in CI a pull request must not excuse itself.

Rules, the local files they extend, waivers and declared boilerplate come from that commit. What
this work says instead is named in a remark and counts once it is merged.
"""

import os
import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from audit import baselines
from audit.baselines import Known
from audit.errors import AuditError
from audit.git import SHORT, Repository, repository
from audit.globs import matcher
from audit.rules import RuleSet, find, load, parse
from audit.rules.mistakes import Mistakes
from audit.rules.nodes import Items, Scalar, decode, read
from audit.rules.packs import NAME, PREFIX
from audit.settings import Settings

_OPTION: Final = "--rules-from"


Commit = tuple[Repository, str]
"""A commit, and the repository that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The rules of a run and where they come from."""

    rules: RuleSet
    config: str
    """The rules file of this machine, empty for a shipped pack."""
    texts: str
    """The folder to which the globs of declared boilerplate are relative."""
    known: Known | None = None
    """The baseline, if one was asked for."""
    remarks: tuple[str, ...] = ()
    commit: Commit | None = None
    """The commit that holds them, if one was asked for."""


@contextmanager
def rulebook(settings: Settings) -> Iterator[Rulebook]:
    """Give the rules that *settings* name, for as long as their files are needed.

    Raise RuleError, or AuditError where the commit holds no rules.
    """
    if not settings.rules_from:
        config = settings.config or find(settings.paths[0]) or ""
        folder = str(Path(config).resolve().parent) if config else str(Path.cwd())
        known = baselines.read(settings.baseline) if settings.baseline else None
        yield Rulebook(rules=load(config or None), config=config, texts=folder, known=known)
        return
    with TemporaryDirectory(prefix="audit-") as folder:
        yield _from_commit(settings, folder)


def _from_commit(settings: Settings, into: str) -> Rulebook:
    ref = settings.rules_from
    start = Path(settings.config or settings.paths[0]).absolute()
    around = repository(str(start if start.is_dir() else start.parent), _OPTION)
    commit = around.commit(ref)
    name = _named(around, settings.config) if settings.config else _nearest(around, commit, start)
    folder, file = posixpath.split(name)
    fetched = _fetch_rules((around, commit), folder, file, into)
    if file not in fetched:
        raise AuditError(f"{_OPTION} {ref}: that commit holds no {name}; rules come in by a merge")
    said = f"{name} of {ref}"
    identity = str(Path(into, file).resolve())
    rules = parse(fetched[file], name=said, base=into, identity=identity)
    if rules.boilerplate:
        fetched |= _fetch_texts((around, commit), folder, rules.boilerplate, into)
    known = _baseline((around, commit), settings.baseline) if settings.baseline else None
    config = posixpath.join(around.top, name)
    where = f"{ref} ({commit[:SHORT]})"
    return Rulebook(
        rules=rules, config=config, texts=into, known=known, commit=(around, commit),
        remarks=_changes(fetched, posixpath.dirname(config), where),
    )  # fmt: skip


def _named(around: Repository, config: str) -> str:
    path = os.path.relpath(Path(config).resolve(), around.top).replace(os.sep, "/")
    if path.startswith("../"):
        raise AuditError(f"{_OPTION}: {config} lies outside of the git repository")
    return path


def _nearest(around: Repository, commit: str, start: Path) -> str:
    """Return the nearest `audit.yml` that the commit holds; what this work adds does not count."""
    below = Path(_named(around, str(start)))
    names = [(folder / NAME).as_posix() for folder in (below, *below.parents)]
    held = around.held(commit, whole=True)
    return next((name for name in names if os.fsencode(name) in held), NAME)


def _baseline(place: Commit, file: str) -> Known:
    around, commit = place
    data = around.content(commit, _named(around, file))
    if data is None:
        raise AuditError(f"{_OPTION}: {commit[:SHORT]} holds no baseline {file}")
    return baselines.read(file, data)


def _fetch_rules(place: Commit, folder: str, file: str, into: str) -> dict[str, bytes]:
    """Write the rules file and all that it extends *into* a folder; return them by name.

    What is not there is left to the loader, which says so at its place.
    """
    found: dict[str, bytes] = {}
    waiting = [file]
    while waiting:
        name = waiting.pop()
        data = None if name in found else _fetch(place, folder, name, into)
        if data is not None:
            found[name] = data
            waiting += _extended(name, data)
    return found


def _extended(name: str, data: bytes) -> Iterator[str]:
    mistakes = Mistakes()
    file = decode(name, "", data, mistakes)
    node = None if mistakes.found else read(file, mistakes)
    wanted = node.nodes.get("extends") if node else None
    for one in wanted.nodes if isinstance(wanted, Items) else ():
        if isinstance(one, Scalar) and not one.text.startswith((PREFIX, "/")):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), one.text))
            if not path.startswith("../"):
                yield path


def _fetch_texts(
    place: Commit, folder: str, patterns: tuple[str, ...], into: str
) -> Mapping[str, bytes]:
    fits = matcher(patterns)
    around, commit = place
    prefix = f"{folder}/" if folder else ""
    names = sorted(os.fsdecode(path) for path in around.held(commit, whole=True))
    inside = [name.removeprefix(prefix) for name in names if name.startswith(prefix)]
    held = around.contents(commit, [f"{prefix}{name}" for name in inside if fits(name)])
    fetched = {name.removeprefix(prefix): data for name, data in held.items()}
    for name, data in fetched.items():
        _put(into, name, data)
    return fetched


def _fetch(place: Commit, folder: str, name: str, into: str) -> bytes | None:
    around, commit = place
    data = around.content(commit, posixpath.join(folder, name))
    if data is not None:
        _put(into, name, data)
    return data


def _put(into: str, name: str, data: bytes) -> None:
    target = Path(into, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _changes(fetched: Mapping[str, bytes], folder: str, where: str) -> tuple[str, ...]:
    changed = sorted(name for name, data in fetched.items() if _now(folder, name) != data)
    return tuple(
        f"{name} is not that of {where}, which was used; its changes count once they are merged"
        for name in changed
    )


def _now(folder: str, name: str) -> bytes | None:
    try:
        return Path(folder, name).read_bytes()
    except OSError:
        return None
