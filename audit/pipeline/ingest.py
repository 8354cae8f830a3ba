"""Bring the catalogue up to date: read what is new or changed, forget what is gone."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from audit.engines import Engine, Row
from audit.errors import EngineError
from audit.examine import Examine
from audit.fingerprints.digests import document_number
from audit.globs import matcher
from audit.model import Source
from audit.pipeline.given import ONE, Given
from audit.pipeline.ground import Ground
from audit.pipeline.restat import restat, same_bytes
from audit.readers.sidecars import is_stamp
from audit.tables import COMPARED, SELECTED, Query

Progress = Callable[[str, int, int, int, int], None]
"""Called with the stage, sources done and in all, bytes done and in all."""

KNOWN: Final = """
select doc, uri, size, sha256, modified, inode, changed, sidecar, state, media_type, reading,
    container
from files
"""
RECORDS: Final = """
select r.doc, r.uri, r.container from files r where r.container <> '' order by r.uri
"""
SELECTION: Final = "select doc, path from selected"


NOT_COMPARED: Final = Given(COMPARED, {"how": []})


def ingest(engine: Engine, ground: Ground, progress: Progress | None) -> None:
    """Fill the examined tables and `selected`; empty `compared` where anything is not as it was."""
    documents = ground.rules.documents
    examine = Examine(documents.limits.limits, documents.text_field, documents.profile)
    sources = {document_number(source.uri): source for source in ground.walk.sources}
    if len(sources) != len(ground.walk.sources):
        raise EngineError("two paths have the same document number; rename one of them")
    rows = list(engine.rows(Query(sql=KNOWN)))
    known = {row["doc"]: row for row in rows if not row["container"]}
    suspects = {
        doc: source
        for doc, source in sources.items()
        if ground.rules.manifests or not _unchanged(known.get(doc), source, examine)
    }
    full = {row["container"] for row in rows}
    alike = {
        doc: source
        for doc, source in suspects.items()
        if source.uri not in full and _read_alike(known.get(doc), source, examine)
    }
    same = same_bytes(alike, known)
    if restat(engine, same, known):
        engine.apply(NOT_COMPARED, ONE, COMPARED)
    fresh = {doc: source for doc, source in suspects.items() if doc not in same}
    inside = _inside(ground)
    gone = [doc for doc, row in known.items() if doc not in sources and inside(row["uri"])]
    inner = _inner(rows, {*known} - {*gone, *fresh})
    if fresh or gone:
        engine.apply(NOT_COMPARED, ONE, COMPARED)
    engine.ingest(
        examine,
        list(fresh.values()),
        [*gone, *fresh, *inner],
        _watch(list(fresh.values()), progress),
    )
    paths = {doc: source.path for doc, source in sources.items()}
    _select(engine, paths | _records(engine, ground, paths))


def _inner(rows: Sequence[Row], kept: Collection[int]) -> list[int]:
    """Return the records in files that are not *kept*, or whose reading was not finished."""
    records = [row for row in rows if row["container"]]
    files = {uri: document_number(uri) for uri in {row["container"] for row in records}}
    return [row["doc"] for row in records if files[row["container"]] not in kept]


def _select(engine: Engine, paths: Mapping[int, str]) -> None:
    """Fill `selected` with the documents of this run, if they are not in it."""
    before = {row["doc"]: row["path"] for row in engine.rows(Query(sql=SELECTION))}
    if paths != before:
        engine.apply(NOT_COMPARED, ONE, COMPARED)
        columns: dict[str, Sequence[Any]] = {"doc": list(paths), "path": list(paths.values())}
        engine.apply(Given(SELECTED, columns), ONE, SELECTED)


def _records(engine: Engine, ground: Ground, paths: Mapping[int, str]) -> dict[int, str]:
    """Return the paths of the records in the files of *paths*, but those that are excluded."""
    excluded = matcher(ground.rules.documents.exclude)
    taken = frozenset(paths.values())
    found = {}
    for row in engine.rows(Query(sql=RECORDS)):
        container = paths.get(document_number(row["container"]))
        if container is None:
            continue
        member = row["uri"].removeprefix(f"{row['container']}!//")
        path = f"{container}!/{member}"
        if not excluded(path):
            # A folder may really be called `a.zip!`.
            found[row["doc"]] = f"{container}!//{member}" if path in taken else path
    return found


def _watch(sources: Sequence[Source], progress: Progress | None) -> Callable[[int, int], None]:
    total = sum(source.size for source in sources)

    def done(count: int, size: int) -> None:
        if progress:
            progress("reading", count, len(sources), size, total)

    return done


def _unchanged(row: Row | None, source: Source, examine: Examine) -> bool:
    """Tell whether a document need not be read again.

    What could not be read for the moment has no *reading*, and is tried again.
    """
    return (
        row is not None
        and (row["modified"], row["inode"], row["changed"])
        == (source.modified, source.inode, source.changed)
        and _read_alike(row, source, examine)
    )


def _read_alike(row: Row | None, source: Source, examine: Examine) -> bool:
    """Tell whether the same bytes, read again, would give what is known."""
    return (
        row is not None
        and row["size"] == source.size
        and row["reading"] == examine.reading(row["media_type"])
        and is_stamp(row["sidecar"], source)
    )


def _inside(ground: Ground) -> Callable[[str], bool]:
    """Return what tells whether a uri lies under one of the paths that were given."""
    roots = [os.path.relpath(Path(path).absolute(), ground.base) for path in ground.paths]
    folders = tuple("" if root == "." else root.replace(os.sep, "/") + "/" for root in roots)
    return lambda uri: f"{uri}/".startswith(folders)
