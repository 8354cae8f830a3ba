"""Files whose times or place on the disk are others, and whose bytes are not.

A fresh clone, a restored backup and a rule of fixity make every file suspect; a digest of its
bytes says sooner than a new reading that its rows still hold.
"""

from collections.abc import Mapping
from typing import Any, Final

from audit.engines import Engine, Row
from audit.fingerprints.digests import digest_files
from audit.model import Source
from audit.pipeline.given import ONE, Given
from audit.readers.sidecars import stamp
from audit.tables import FILES, Query, Table

_STATES: Final = {"modified": "bigint", "inode": "bigint", "changed": "bigint"}
_STAMP: Final = {"sidecar": "varchar"}
_RESTAT: Final = Table(name="restat", columns={"doc": "bigint", **_STATES, **_STAMP})
_COLUMNS: Final = ", ".join(
    f"coalesce(r.{name}, f.{name}) as {name}" if name in (_STATES | _STAMP) else f"f.{name}"
    for name in FILES.columns
)
RESTATED: Final = f"select {_COLUMNS} from files f left join restat r on r.doc = f.doc"


def same_bytes(suspects: Mapping[int, Source], known: Mapping[int, Row]) -> dict[int, Source]:
    """Return those of *suspects* whose bytes, read now, have the digest that is *known*."""
    digests = digest_files([source.location for source in suspects.values()])
    return {
        doc: source
        for (doc, source), found in zip(suspects.items(), digests, strict=True)
        if not found.error
        and found.digests["sha256"] == known[doc]["sha256"]
        and (found.size, found.modified, found.inode)
        == (source.size, source.modified, source.inode)
    }


def restat(engine: Engine, same: Mapping[int, Source], known: Mapping[int, Row]) -> bool:
    """Note in `files` where and of when the files are whose bytes are the *same*.

    Return whether a time of change, which documents carry, is another.
    """
    moved = {
        doc: source
        for doc, source in same.items()
        if any(known[doc][name] != getattr(source, name) for name in _STATES)
    }
    if not moved:
        return False
    columns: dict[str, Any] = {
        "doc": list(moved),
        **{name: [getattr(source, name) for source in moved.values()] for name in _STATES},
        "sidecar": [stamp(source) for source in moved.values()],
    }
    engine.apply(Given(_RESTAT, columns), ONE, _RESTAT)
    engine.create(FILES, Query(sql=RESTATED))
    return any(known[doc]["modified"] != source.modified for doc, source in moved.items())
