"""What checks read beside the comparisons."""

from typing import Final

from audit.tables.shape import Table

DOCUMENTS: Final = Table(
    name="documents",
    columns={
        "doc": "bigint",
        "path": "varchar",
        "sha256": "varchar",
        "size": "bigint",
        "modified": "bigint",
        "media_type": "varchar",
        "basis": "varchar",
        "stated": "varchar",
        "encoding": "varchar",
        "encoding_confidence": "double",
        "encoding_basis": "varchar",
        "characters": "integer",
        "words": "integer",
        "boilerplate_share": "double",
        "language": "varchar",
        "state": "varchar",
        "container": "varchar",
    },
)
"""The documents of this run, complete; what checks and reports read."""

OBSERVATIONS: Final = Table(
    name="observations",
    columns={
        "rule": "varchar",
        "doc": "bigint",
        "start": "integer",
        "end": "integer",
        "line": "integer",
        "column": "integer",
        "end_line": "integer",
        "end_column": "integer",
        "value": "varchar",
        "nth": "integer",
        "note": "varchar",
    },
)
"""What the `look` of a check saw in a text; *nth* counts equal values in a document from 1.

Lines and columns are those of the file that a person opens, *start* and *end* those of the text.
"""

OBSERVED: Final = Table(
    name="observed",
    columns={**OBSERVATIONS.columns, "state": "bigint", "chunks": "bigint"},
)
"""Observations with the states of `texts` and `chunks` that they hold for, kept from run to run."""

LOOKED: Final = Table(name="looked", columns={"how": "varchar"})
"""Which checks looked when `observed` was filled."""

EXPECTED: Final = Table(
    name="expected",
    columns={
        "manifest": "varchar",
        "line": "integer",
        "path": "varchar",
        "algorithm": "varchar",
        "digest": "varchar",
        "seen": "varchar",
    },
)
"""What a manifest says; fixity is a join. *seen* is the digest of a file that is no document."""

FRESH: Final = Table(name="fresh", columns={"path": "varchar"})
"""The documents that a run calls new, where it was asked for what is new."""
