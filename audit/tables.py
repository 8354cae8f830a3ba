"""The waist of the hourglass: the tables between documents, and the queries over them.

Tables are long and narrow, so that one SQL text runs on every engine. Hashes travel as signed
64-bit integers; a document is its *doc*, 64 bits of a hash of its uri. Columns called `end` are
always qualified in SQL (`c.end`), because the bare word is reserved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

FORMAT: Final = 1
"""Format of the catalogue; raise it with every change of what `examine` writes."""

type_names: Final = ("bigint", "integer", "double", "boolean", "varchar", "bigint[]", "integer[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A name and its columns in order; *columns* maps each name to one of `type_names`."""

    name: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One SELECT with its bound values, written `:name` in the text."""

    sql: str
    values: Mapping[str, Any] = field(default_factory=dict)


FILES: Final = Table(
    name="files",
    columns={
        "doc": "bigint",
        "uri": "varchar",
        "size": "bigint",
        "modified": "bigint",
        "inode": "bigint",
        "sha256": "varchar",
        "media_type": "varchar",
        "basis": "varchar",
        "encoding": "varchar",
        "encoding_confidence": "double",
        "characters": "integer",
        "words": "integer",
        "text_digest": "varchar",
        "template_digest": "varchar",
        "state": "varchar",
        "sidecar": "varchar",
    },
)
"""Every file that was opened. *sidecar*: size and time of the file beside it, or empty."""

TEXTS: Final = Table(name="texts", columns={"doc": "bigint", "text": "varchar"})

LINES: Final = Table(
    name="lines",
    columns={
        "doc": "bigint",
        "number": "integer",
        "line": "integer",
        "start": "integer",
        "end": "integer",
        "first_token": "integer",
        "tokens": "integer",
        "digest": "bigint",
        "furniture": "boolean",
    },
)
"""Lines of the text that hold a token; *line* is the line of the file a person opens.

*digest* hashes the tokens with digits masked, so that `Page 3 of 12` is one line everywhere.
"""

TOKENS: Final = Table(
    name="tokens",
    columns={
        "doc": "bigint",
        "shingle": "integer",
        "hashes": "bigint[]",
        "starts": "integer[]",
        "ends": "integer[]",
    },
)
"""The words of a document: hash of the folded word, and its characters [start, end).

*shingle* is the length of the document's shingles: 5 words, or 12 characters.
"""

CLAIMS: Final = Table(
    name="claims",
    columns={
        "doc": "bigint",
        "number": "integer",
        "property": "varchar",
        "value": "varchar",
        "normalized": "varchar",
        "extractor": "varchar",
        "origin": "varchar",
        "part": "varchar",
        "line": "integer",
        "start": "integer",
        "end": "integer",
        "confidence": "double",
        "reason": "varchar",
        "chosen": "boolean",
    },
)

CONFLICTS: Final = Table(
    name="conflicts",
    columns={
        "doc": "bigint",
        "property": "varchar",
        "number": "integer",
        "other_number": "integer",
        "reason": "varchar",
    },
)
"""Two claims of one document (numbers of `claims`) for one property that cannot both be true."""

PROBLEMS: Final = Table(
    name="problems",
    columns={
        "doc": "bigint",
        "stage": "varchar",
        "message": "varchar",
        "incomplete": "boolean",
    },
)

EXAMINED: Final = (FILES, TEXTS, LINES, TOKENS, CLAIMS, CONFLICTS, PROBLEMS)
"""What `examine` fills; every one has the column *doc*."""

SELECTED: Final = Table(name="selected", columns={"doc": "bigint", "path": "varchar"})
"""The documents of this run with the path that people see."""

COPIES: Final = Table(
    name="copies", columns={"doc": "bigint", "head": "bigint", "relation": "varchar"}
)
"""Documents with the bytes or the words of a *head* (the first by path); a head has no row."""

HEADS: Final = Table(
    name="heads",
    columns={"doc": "bigint", "rank": "integer", "words": "integer", "tile": "integer"},
)
"""Documents that are compared: long enough and no copies; *rank* orders them by path from 1.

Neighbours of one *tile* are compared together.
"""

BUCKETS: Final = Table(name="buckets", columns={"doc": "bigint", "bucket": "bigint"})
"""Where heads with almost the same shingles meet; a candidate, never a score."""

KIN: Final = Table(name="kin", columns={"a": "bigint", "b": "bigint"})
"""Heads whose exact resemblance makes them versions of one text, a before b by rank."""

FAMILIES: Final = Table(name="families", columns={"doc": "bigint", "head": "bigint"})
"""Versions of one text with the first of them; documents without a family have no row."""

MASKS: Final = Table(name="masks", columns={"doc": "bigint", "spans": "integer[]"})
"""Tokens of heads that count as boilerplate: first, count, first, count, ... in order."""

CLUSTERS: Final = Table(name="clusters", columns={"doc": "bigint", "cluster": "integer"})
"""Heads of one content; *cluster* is the least rank in it."""

HITS: Final = Table(
    name="hits",
    columns={
        "doc": "bigint",
        "first": "integer",
        "count": "integer",
        "documents": "integer",
        "key": "bigint",
        "whole_line": "boolean",
    },
)
"""Runs of tokens of heads that recur in several clusters; *key* is the hash of the run."""

PIECES: Final = Table(
    name="pieces",
    columns={"doc": "bigint", "first": "integer", "count": "integer", "key": "bigint"},
)
"""Boilerplate in heads: maximal runs of hits; pieces of one *key* are one block."""

FINGERPRINTS: Final = Table(
    name="fingerprints", columns={"doc": "bigint", "hash": "bigint", "position": "integer"}
)
"""Winnowed shingles of k tokens; *position* is the first token."""

CANDIDATES: Final = Table(
    name="candidates", columns={"a": "bigint", "b": "bigint", "shared": "integer"}
)
"""Pairs of heads that share a fingerprint; the path of a sorts before the path of b."""

SCORES: Final = Table(
    name="scores",
    columns={
        "a": "bigint",
        "b": "bigint",
        "raw_resemblance": "double",
        "raw_containment_a": "double",
        "raw_containment_b": "double",
        "body_resemblance": "double",
        "body_containment_a": "double",
        "body_containment_b": "double",
        "raw_content": "double",
        "body_content": "double",
        "remainder": "integer",
        "remainder_resemblance": "double",
        "blocks": "integer",
    },
)
"""Exact scores of candidates; see `fingerprints.overlap.Overlap` for the last five."""

ALIGNABLE: Final = Table(name="alignable", columns={"a": "bigint", "b": "bigint"})
"""Candidates that share enough to share a passage."""

ALIGNED: Final = Table(
    name="aligned",
    columns={
        "a": "bigint",
        "b": "bigint",
        "number": "integer",
        "a_first": "integer",
        "a_last": "integer",
        "b_first": "integer",
        "b_last": "integer",
        "words": "integer",
        "boilerplate": "boolean",
    },
)
"""Passages in tokens, both ends included."""

WORD_EDGES: Final = Table(
    name="word_edges",
    columns={"doc": "bigint", "word": "integer", "start": "integer", "end": "integer"},
)
"""The characters of the tokens at the ends of passages."""

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

PLACED: Final = Table(
    name="placed",
    columns={
        "block": "varchar",
        "doc": "bigint",
        "first_token": "integer",
        "tokens": "integer",
        "start": "integer",
        "end": "integer",
    },
)
"""Pieces of all documents, copies included, with the characters on which they stand."""

BOILERPLATE: Final = Table(
    name="boilerplate",
    columns={
        "block": "varchar",
        "doc": "bigint",
        "first_token": "integer",
        "tokens": "integer",
        "start": "integer",
        "end": "integer",
        "line": "integer",
        "end_line": "integer",
    },
)
"""Each place of each boilerplate block."""

PAIRS: Final = Table(
    name="pairs",
    columns={
        "a": "bigint",
        "b": "bigint",
        "relation": "varchar",
        "raw_resemblance": "double",
        "raw_containment_a": "double",
        "raw_containment_b": "double",
        "body_resemblance": "double",
        "body_containment_a": "double",
        "body_containment_b": "double",
        "shared_words": "integer",
    },
)
"""Related documents; the path of a sorts before the path of b. Copies stand with their head."""

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
        "encoding": "varchar",
        "encoding_confidence": "double",
        "characters": "integer",
        "words": "integer",
        "boilerplate_share": "double",
        "language": "varchar",
        "state": "varchar",
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
    },
)
"""What the `look` of a check saw in a text; *nth* counts equal values in a document from 1."""

EXPECTED: Final = Table(
    name="expected",
    columns={
        "manifest": "varchar",
        "line": "integer",
        "path": "varchar",
        "algorithm": "varchar",
        "digest": "varchar",
    },
)
"""What a manifest says; fixity is a join."""
