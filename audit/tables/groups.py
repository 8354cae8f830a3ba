"""What documents are together: families, versions, contents, clusters of duplicates, sites."""

from typing import Final

from audit.tables.shape import Table

COPIES: Final = Table(
    name="copies", columns={"doc": "bigint", "head": "bigint", "relation": "varchar"}
)
"""Documents with the bytes or the words of a *head* (the first by path); a head has no row."""

HEADS: Final = Table(
    name="heads",
    scratch=True,
    columns={"doc": "bigint", "rank": "integer", "words": "integer"},
)
"""Documents that are compared: long enough and no copies; *rank* orders them by path from 1."""

KIN: Final = Table(name="kin", scratch=True, columns={"a": "bigint", "b": "bigint"})
"""Heads whose exact resemblance makes them versions of one text, a before b by rank."""

FAMILIES: Final = Table(name="families", scratch=True, columns={"doc": "bigint", "head": "bigint"})
"""Versions of one text with the first of them; documents without a family have no row."""

VERSIONS: Final = Table(
    name="versions",
    columns={
        "family": "bigint",
        "doc": "bigint",
        "position": "integer",
        "day": "varchar",
        "dated": "boolean",
        "revert_of": "bigint",
        "evidence": "varchar",
        "before": "bigint",
    },
)
"""The versions of one text; *position* counts from 1, by date where *dated*, else by path.

*revert_of* is the earlier version, not the one *before*, whose words it has again. *evidence*
says which claim gives the *day*.
"""

CLUSTERS: Final = Table(
    name="clusters", scratch=True, columns={"doc": "bigint", "cluster": "integer"}
)
"""Heads of one content; *cluster* is the least rank in it."""

STARS: Final = Table(name="stars", columns={"doc": "bigint", "star": "bigint", "minimum": "double"})
"""Duplicates of which every two resemble each other by *minimum* or more; *star* is the first."""

SITES: Final = Table(
    name="sites",
    scratch=True,
    columns={"doc": "bigint", "site": "varchar", "by_folder": "boolean"},
)
"""Where heads come from, as far as an address, a publisher or a folder tells."""
