"""What two documents say in the same words: passages, in tokens and in characters."""

from typing import Final

from audit.tables.shape import Table

ALIGNABLE: Final = Table(
    name="alignable",
    scratch=True,
    columns={"a": "bigint", "b": "bigint", "a_state": "bigint", "b_state": "bigint"},
)
"""Candidates that share enough to share a passage."""

ALIGNED: Final = Table(
    name="aligned",
    columns={
        "a": "bigint",
        "b": "bigint",
        "a_state": "bigint",
        "b_state": "bigint",
        "number": "integer",
        "a_first": "integer",
        "a_last": "integer",
        "b_first": "integer",
        "b_last": "integer",
        "words": "integer",
        "boilerplate": "boolean",
    },
)
"""Passages in tokens, both ends included, with the states of `masks` that they hold for.

A pair without a passage has one row, whose *number* is 0.
"""

WORD_EDGES: Final = Table(
    name="word_edges",
    scratch=True,
    columns={
        "doc": "bigint",
        "word": "integer",
        "start": "integer",
        "end": "integer",
        "line": "integer",
    },
)
"""The characters and the lines of the tokens at the ends of passages."""

PASSAGES: Final = Table(
    name="passages",
    columns={
        "a": "bigint",
        "b": "bigint",
        "number": "integer",
        "a_start": "integer",
        "a_end": "integer",
        "a_line": "integer",
        "b_start": "integer",
        "b_end": "integer",
        "b_line": "integer",
        "words": "integer",
        "boilerplate": "boolean",
    },
)
