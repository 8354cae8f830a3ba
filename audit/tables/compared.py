"""What lies between documents: copies, families, boilerplate, pairs."""

from typing import Final

from audit.tables.examined import CLAIMS
from audit.tables.shape import Table

SELECTED: Final = Table(name="selected", columns={"doc": "bigint", "path": "varchar"})
"""The documents of this run with the path that people see."""

COMPARED: Final = Table(name="compared", columns={"how": "varchar"})
"""How the tables between documents were made, in one row; empty while they are not whole."""

REMEMBERED: Final = Table(name="remembered", columns={"how": "varchar"})
"""How the results were made that are kept from run to run for what stays as it is."""

BUCKETS: Final = Table(
    name="buckets", columns={"doc": "bigint", "state": "bigint", "bucket": "bigint"}
)
"""Where heads with almost the same shingles meet; a candidate, never a score."""

MASKS: Final = Table(
    name="masks", scratch=True, columns={"doc": "bigint", "state": "bigint", "spans": "integer[]"}
)
"""Tokens of heads that count as boilerplate: first, count, first, count, ... in order.

*state* stands for the words and the spans: what was made from them alone holds as long as it stays.
"""

COMMON_RUNS: Final = Table(
    name="common_runs",
    scratch=True,
    columns={
        "doc": "bigint",
        "first": "integer",
        "count": "integer",
        "key": "bigint",
        "whole_line": "boolean",
    },
)
"""Runs and lines of heads that stand in several documents, or are declared boilerplate."""

HITS: Final = Table(
    name="hits",
    scratch=True,
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

DECLARED: Final = Table(name="declared", columns={"key": "bigint", "whole_line": "boolean"})
"""Runs and lines of the texts that the rules declare to be boilerplate."""

SEQUENCE: Final = Table(
    name="sequence",
    scratch=True,
    columns={
        "doc": "bigint",
        "ordinal": "integer",
        "first": "integer",
        "count": "integer",
        "documents": "integer",
        "key": "bigint",
        "whole_line": "boolean",
    },
)
"""The hits that count, in the order in which they stand in their document."""

LABELS: Final = Table(name="labels", scratch=True, columns={"node": "bigint", "label": "bigint"})
"""Nodes with the least node of their component; scratch of `compare.components`."""

PIECES: Final = Table(
    name="pieces",
    scratch=True,
    columns={"doc": "bigint", "first": "integer", "count": "integer", "key": "bigint"},
)
"""Boilerplate in heads: stretches of hits of one block; *key* names the block."""

FINGERPRINTS: Final = Table(
    name="fingerprints",
    columns={"doc": "bigint", "state": "bigint", "hash": "bigint", "position": "integer"},
)
"""Winnowed shingles of k tokens; *position* is the first token, *state* that of `tokens`."""

SHARED: Final = Table(
    name="shared", scratch=True, columns={"doc": "bigint", "hash": "bigint", "position": "integer"}
)
"""Fingerprints that several documents have, or that are declared boilerplate."""

POSTINGS: Final = Table(
    name="postings",
    scratch=True,
    columns={"doc": "bigint", "hash": "bigint", "head": "bigint", "rank": "integer"},
)
"""The distinct fingerprints by which documents meet; *head* is that of the family."""

HOT: Final = Table(name="hot", columns={"hash": "bigint", "documents": "integer"})
"""Fingerprints of so many documents that they bring no pairs together."""

CANDIDATES: Final = Table(
    name="candidates", scratch=True, columns={"a": "bigint", "b": "bigint", "shared": "integer"}
)
"""Pairs of heads that share a fingerprint; the path of a sorts before the path of b."""

SCORES: Final = Table(
    name="scores",
    scratch=True,
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
        "stretches": "integer",
        "framed": "integer",
    },
)
"""Exact scores of candidates; see `fingerprints.overlap.Overlap` for the last seven."""

SCORED: Final = Table(
    name="scored",
    columns={**SCORES.columns, "a_state": "bigint", "b_state": "bigint"},
)
"""The scores of all rounds, with the states of `masks` that they hold for; kept between runs."""

PLACED: Final = Table(
    name="placed",
    scratch=True,
    columns={
        "block": "varchar",
        "key": "bigint",
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

SOURCED: Final = Table(name="sourced", columns={**CLAIMS.columns, "barred": "boolean"})
"""The claims, weighed with what the collection knows: page furniture, and whose it is.

*number* is that of `claims`; what only the collection claims follows with numbers of its own. What
is *barred* is no such thing at all: furniture is no title, nor is the name of the publisher.
"""

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
