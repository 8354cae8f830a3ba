"""The waist of the hourglass: the tables between documents, and the queries over them.

Tables are long and narrow, so that one SQL text runs on every engine. Hashes travel as signed
64-bit integers; a document is its *doc*, 64 bits of a hash of its uri. Columns called `end` are
always qualified in SQL (`c.end`), because the bare word is reserved.
"""

from audit.tables.compared import (
    BOILERPLATE,
    BUCKETS,
    CANDIDATES,
    COMMON_RUNS,
    COMPARED,
    DECLARED,
    FINGERPRINTS,
    HITS,
    HOT,
    LABELS,
    MASKS,
    PAIRS,
    PIECES,
    PLACED,
    POSTINGS,
    REMEMBERED,
    SCORED,
    SCORES,
    SELECTED,
    SEQUENCE,
    SHARED,
    SOURCED,
)
from audit.tables.examined import (
    ASIDES,
    CHUNKS,
    CLAIMS,
    CONFLICTS,
    EXAMINED,
    FILES,
    HEADERS,
    LINES,
    PROBLEMS,
    TEXTS,
    TOKENS,
)
from audit.tables.groups import CLUSTERS, COPIES, FAMILIES, HEADS, KIN, SITES, STARS, VERSIONS
from audit.tables.judged import (
    DOCUMENTS,
    EXPECTED,
    FRESH,
    LOOKED,
    OBSERVATIONS,
    OBSERVED,
)
from audit.tables.passages import ALIGNABLE, ALIGNED, PASSAGES, WORD_EDGES
from audit.tables.shape import (
    FORMAT,
    Query,
    Table,
    type_names,
)

KEPT = (
    SELECTED, COMPARED, REMEMBERED, BUCKETS, FINGERPRINTS, SCORED, ALIGNED, OBSERVED, LOOKED,
)  # fmt: skip
"""Tables that are there, if empty, in every catalogue."""

__all__ = [
    "ALIGNABLE",
    "ALIGNED",
    "ASIDES",
    "BOILERPLATE",
    "BUCKETS",
    "CANDIDATES",
    "CHUNKS",
    "CLAIMS",
    "CLUSTERS",
    "COMMON_RUNS",
    "COMPARED",
    "CONFLICTS",
    "COPIES",
    "DECLARED",
    "DOCUMENTS",
    "EXAMINED",
    "EXPECTED",
    "FAMILIES",
    "FILES",
    "FINGERPRINTS",
    "FORMAT",
    "FRESH",
    "HEADERS",
    "HEADS",
    "HITS",
    "HOT",
    "KEPT",
    "KIN",
    "LABELS",
    "LINES",
    "LOOKED",
    "MASKS",
    "OBSERVATIONS",
    "OBSERVED",
    "PAIRS",
    "PASSAGES",
    "PIECES",
    "PLACED",
    "POSTINGS",
    "PROBLEMS",
    "REMEMBERED",
    "SCORED",
    "SCORES",
    "SELECTED",
    "SEQUENCE",
    "SHARED",
    "SITES",
    "SOURCED",
    "STARS",
    "TEXTS",
    "TOKENS",
    "VERSIONS",
    "WORD_EDGES",
    "Query",
    "Table",
    "type_names",
]
