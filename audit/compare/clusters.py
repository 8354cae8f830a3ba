"""Clusters of one content: what must be counted once when boilerplate is looked for.

Two documents that share a template share it in few blocks, and the rest of them differs; two
versions differ little, and what one took from the other stands all over both. So an edge is a
containment (by runs of three words) that is very high, or scattered, or whose remainders are
short or alike.
"""

from typing import Final

from audit.compare import Method
from audit.engines import Engine
from audit.tables import CLUSTERS, Query, Table

EDGES: Final = Table(name="edges", columns={"x": "integer", "y": "integer"})

EDGE: Final = """
with alike as (
    select ha.rank as x, hb.rank as y
    from scores s join heads ha on ha.doc = s.a join heads hb on hb.doc = s.b
    where s.{side}_content >= :same_content
        and not (
            s.{side}_content < :surely_same and s.remainder >= :remainder
            and s.remainder_resemblance < :resemblance and s.blocks <= :blocks
        )
    union
    select hm.rank as x, hh.rank as y
    from families m join heads hm on hm.doc = m.doc join heads hh on hh.doc = m.head
    where m.doc <> m.head
)
select x, y from alike union all select y, x from alike
"""

ALONE: Final = "select doc, rank as cluster from heads"

LOWER: Final = """
with least as (
    select e.x as rank, min(c.cluster) as cluster
    from edges e join heads h on h.rank = e.y join clusters c on c.doc = h.doc group by e.x
),
lowered as (
    select c.doc, least(c.cluster, coalesce(l.cluster, c.cluster)) as cluster
    from clusters c join heads h on h.doc = c.doc left join least l on l.rank = h.rank
)
select w.doc, least(w.cluster, up.cluster) as cluster
from lowered w join heads h on h.rank = w.cluster join clusters up on up.doc = h.doc
"""

TOTAL: Final = "select sum(cluster) from clusters"


def cluster(engine: Engine, method: Method, side: str) -> None:
    """Fill `clusters` from `scores`, by the *side* `raw` or `body`.

    Connected components by least label with pointer jumping, until nothing changes.
    """
    values = {
        "same_content": method.same_content,
        "remainder": method.mates_remainder,
        "resemblance": method.mates_resemblance,
        "surely_same": method.surely_same,
        "blocks": method.mates_blocks,
    }
    engine.create(EDGES, Query(sql=EDGE.replace("{side}", side), values=values))
    engine.create(CLUSTERS, Query(sql=ALONE))
    before, now = None, engine.value(Query(sql=TOTAL))
    while before != now:
        engine.create(CLUSTERS, Query(sql=LOWER))
        before, now = now, engine.value(Query(sql=TOTAL))
