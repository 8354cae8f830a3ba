"""The waist of the hourglass: the tables between documents, and the queries over them.

Tables are long and narrow, so that one SQL text runs on every engine. Hashes travel as signed
64-bit integers; a document is its *doc*, 64 bits of a hash of its uri. Columns called `end` are
always qualified in SQL (`c.end`), because the bare word is reserved.
"""

from audit.tables.compared import (
    ALIGNABLE,
    ALIGNED,
    BOILERPLATE,
    BUCKETS,
    CANDIDATES,
    CLUSTERS,
    COPIES,
    FAMILIES,
    FINGERPRINTS,
    HEADS,
    HITS,
    KIN,
    SEQUENCE,
    LINKS,
    LABELS,
    MASKS,
    PAIRS,
    PASSAGES,
    PIECES,
    PLACED,
    SCORES,
    SELECTED,
    WORD_EDGES,
)
from audit.tables.examined import (
    CLAIMS,
    CONFLICTS,
    EXAMINED,
    FILES,
    LINES,
    PROBLEMS,
    TEXTS,
    TOKENS,
)
from audit.tables.judged import (
    DOCUMENTS,
    EXPECTED,
    OBSERVATIONS,
)
from audit.tables.shape import (
    FORMAT,
    Query,
    Table,
    type_names,
)

__all__ = [
    "ALIGNABLE",
    "ALIGNED",
    "BOILERPLATE",
    "BUCKETS",
    "CANDIDATES",
    "CLAIMS",
    "CLUSTERS",
    "CONFLICTS",
    "COPIES",
    "DOCUMENTS",
    "EXAMINED",
    "EXPECTED",
    "FAMILIES",
    "FILES",
    "FINGERPRINTS",
    "FORMAT",
    "HEADS",
    "HITS",
    "KIN",
    "SEQUENCE",
    "LINKS",
    "LABELS",
    "LINES",
    "MASKS",
    "OBSERVATIONS",
    "PAIRS",
    "PASSAGES",
    "PIECES",
    "PLACED",
    "PROBLEMS",
    "SCORES",
    "SELECTED",
    "TEXTS",
    "TOKENS",
    "WORD_EDGES",
    "Query",
    "Table",
    "type_names",
]
