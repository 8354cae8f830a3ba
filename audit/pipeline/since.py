"""What is new: what was added or changed since a commit, or since the last clean run.

Everything is compared with everything; only findings about what is new are reported. A document
is new if its bytes are, or the file beside it, or a table that speaks of it or did at that commit.
Of a new and an old document that are too much alike, the new one is accused, whatever their dates
say.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.engines import Engine, Row
from audit.errors import AuditError, UsageError
from audit.git import SHORT, repository
from audit.model import Finding, Source
from audit.pipeline.former import formerly_declared
from audit.pipeline.ground import Ground
from audit.readers.sidecars import declared_digests
from audit.readers.walk import visible
from audit.readers.walk.beside import Beside
from audit.tables import Query

CATALOGUE: Final = "catalogue"
"""The word that asks for what no clean run has seen yet; for archives that are not in git."""

ACCEPTED: Final = "accepted.jsonl"
"""The file beside the catalogue that lists what the last clean run saw."""

_OPTION: Final = "--new-since"
_ALONE: Final = "`--new-since catalogue` works without git"
_DIGESTS: Final = "select path, sha256 from documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What a run calls new; paths are those of reports."""

    said: str
    """Since when, for people."""
    documents: Collection[str]
    manifests: Collection[str] = ()
    """Manifests that are new or changed, or list something that is gone."""
    fixity: Collection[str] = ()
    """Rules that join a manifest; a changed one may change their findings on any document."""

    def about(self, finding: Finding) -> bool:
        """Tell whether *finding* is about something new."""
        listed = bool(self.manifests) and finding.rule in self.fixity
        return listed or self.names(finding.location.path)

    def names(self, path: str) -> bool:
        """Tell whether what lies at *path* is new, or a manifest that must be looked at."""
        return self._holds(path) or path in self.manifests

    def turned(self, row: Row) -> Row:
        """Return *row* with its new document as the later one, where the other is old."""
        new = {side: self._holds(row.get(f"{side}_path") or "") for side in ("a", "b")}
        if new["a"] == new["b"]:
            return row
        return {**row, "a_issued": _LATE[new["a"]], "b_issued": _LATE[new["b"]]}

    def _holds(self, path: str) -> bool:
        # A record of a container is as new as the file that holds it.
        return path in self.documents or path.partition("!/")[0] in self.documents


_LATE: Final = {True: "9999", False: "0000"}


def since_commit(ref: str, ground: Ground) -> Since | None:
    """Return what *ref* calls new, before any document is opened; None where no commit was asked.

    Raise AuditError where git cannot say.
    """
    if not ref or ref == CATALOGUE:
        return None
    try:
        around = repository(ground.root, _OPTION)
    except AuditError as error:
        raise AuditError(f"{error}; {_ALONE}") from None
    distrust(ground, _OPTION)
    base = around.base(ref)
    held = frozenset(map(_named, around.held(base)))
    changed = frozenset(map(_named, around.changed(base)))
    gone = frozenset(path for path in changed if not _exists(ground.root, path))
    beside = Beside(ground.rules.documents.metadata)
    declared = formerly_declared(ground, around, base)

    def is_new(source: Source) -> bool:
        if source.path in declared:
            return True
        files = [source.path, *_sidecar(source, ground)]
        orphaned = bool(gone) and not gone.isdisjoint(beside.names(source.path))
        return orphaned or any(path not in held or path in changed for path in files)

    manifests = [
        name for name in ground.rules.manifests if gone or name not in held or name in changed
    ]
    return Since(
        said=f"{ref} ({base[:SHORT]})",
        documents=frozenset(source.path for source in ground.walk.sources if is_new(source)),
        manifests=manifests,
        fixity=_fixity(ground) if not changed.isdisjoint(manifests) else (),
    )


def distrust(ground: Ground, asker: str) -> None:
    """Refuse a catalogue that comes with what is judged, for the option *asker*.

    Raise AuditError: it could say anything of it.
    """
    around = repository(ground.root, asker) if ground.catalogue else None
    # The engine takes the unfinished work of a killed run from the file beside it.
    for file in (ground.catalogue, f"{ground.catalogue}.wal"):
        if around and around.tracks(file):
            raise AuditError(
                f"{visible(file)}: this catalogue is kept in git, so whoever commits could "
                "forge it; take it out (`git rm --cached`), or use --no-catalogue"
            )


def since_run(asked: str, ground: Ground, engine: Engine) -> Since | None:
    """Return what no clean run has seen yet; None where that was not *asked*."""
    if asked != CATALOGUE:
        return None
    if not ground.catalogue:
        raise UsageError(f"{_OPTION} {CATALOGUE} needs the catalogue, not --no-catalogue")
    known = _accepted(ground)
    now = _digests(ground, engine)
    new = {
        source.path for source in ground.walk.sources if now[source.uri] != known.get(source.uri)
    }
    return Since(
        said="the last clean run", documents=new, manifests=ground.rules.manifests,
        fixity=_fixity(ground),
    )  # fmt: skip


def accept(ground: Ground, engine: Engine) -> None:
    """Remember that a clean run saw these documents; others stay as they were."""
    found = {**_accepted(ground), **_digests(ground, engine)}
    lines = [json.dumps([uri, digest]) + "\n" for uri, digest in sorted(found.items())]
    file = _file(ground)
    made = file.with_name(f".{file.name}.{os.getpid()}")
    made.write_text("".join(lines), "utf-8")
    made.replace(file)


def _accepted(ground: Ground) -> Mapping[str, str]:
    file = _file(ground)
    if not file.exists():
        return {}
    try:
        return dict(json.loads(line) for line in file.read_text("utf-8").splitlines())
    except (ValueError, TypeError):
        raise AuditError(f"{file}: not a list of accepted documents; delete it") from None


def _file(ground: Ground) -> Path:
    return Path(ground.catalogue).with_name(ACCEPTED)


def _digests(ground: Ground, engine: Engine) -> Mapping[str, str]:
    """Return one digest for the bytes of each document and of the file beside it, by uri."""
    digests = {row["path"]: row["sha256"] for row in engine.rows(Query(sql=_DIGESTS))}
    return {
        source.uri: " ".join([digests.get(source.path, ""), *declared_digests(source)])
        for source in ground.walk.sources
    }


def _sidecar(source: Source, ground: Ground) -> Iterable[str]:
    if source.sidecar:
        below = os.path.relpath(source.sidecar, ground.walk.root)
        yield visible(below.replace(os.sep, "/"))
    # Which row was changed is not known, so every document with one is new.
    if source.fields or source.records:
        yield from ground.walk.tables


def _fixity(ground: Ground) -> frozenset[str]:
    rules = ground.rules.rules
    return frozenset(rule.id for rule in rules if hasattr(rule.plain.check, "manifest"))


def _named(path: bytes) -> str:
    return visible(os.fsdecode(path))


def _exists(root: str, path: str) -> bool:
    return os.path.lexists(os.path.join(root, path))  # noqa: PTH118  # a string
