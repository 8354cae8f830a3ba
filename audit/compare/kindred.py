"""Kindred: versions of two texts that may resemble each other although the first of each do not.

Families meet through their heads. The Jaccard distance is a metric (Levandowsky and Winter 1971),
so what the heads share, and how far each version is from its head, bounds what two versions share:
only those are compared that the bound does not rule out. Heads that are near-duplicates themselves
speak for their families.
"""

from typing import Final

from audit.compare import Method
from audit.compare.scores import score
from audit.engines import Engine
from audit.tables import CANDIDATES, Query, Table

KINDRED: Final = """
with kin as (
    select h.doc, h.rank, coalesce(f.head, h.doc) as head,
        case when coalesce(f.head, h.doc) = h.doc then 1.0 else s.raw_resemblance end as alike
    from heads h left join families f on f.doc = h.doc
    left join scores s on s.a = f.head and s.b = f.doc
),
apart as (
    select s.a, s.b, s.raw_resemblance as alike
    from scores s join kin x on x.doc = s.a and x.head = s.a
    join kin y on y.doc = s.b and y.head = s.b
    where s.raw_resemblance < :near and s.raw_resemblance > 0
),
possible as (
    select case when x.rank < y.rank then x.doc else y.doc end as a,
        case when x.rank < y.rank then y.doc else x.doc end as b
    from apart p join kin x on x.head = p.a join kin y on y.head = p.b
    where p.alike >= x.alike + y.alike + :near - 2.0
)
select distinct p.a, p.b, 0 as shared from possible p
left join candidates c on c.a = p.a and c.b = p.b where c.a is null
"""
FAMILIES_IN_ALL: Final = "select count(*) from families"
HOW_MANY: Final = "select count(*) from kindred"

_KINDRED: Final = Table(name="kindred", scratch=True, columns=CANDIDATES.columns)


def meet_through_heads(engine: Engine, method: Method) -> None:
    """Add to `candidates` and `scores` the versions of two texts that may be near-duplicates."""
    if not engine.value(Query(sql=FAMILIES_IN_ALL)):
        return
    engine.create(_KINDRED, Query(sql=KINDRED, values={"near": method.near_duplicate}))
    if engine.value(Query(sql=HOW_MANY)):
        engine.extend(CANDIDATES, Query(sql="select * from kindred"))
        score(engine)
