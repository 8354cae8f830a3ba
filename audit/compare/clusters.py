"""Clusters of one content: what must be counted once when boilerplate is looked for.

Two documents that share a template share it in few blocks, and the rest of them differs; two
versions differ little, and what one took from the other stands all over both. So an edge is a
containment (by runs of three words) that is very high, or scattered, or whose remainders are
short or alike.
"""

from typing import Final

from audit.compare import Method
from audit.compare.components import label
from audit.compare.frames import FRAMES, frame_values
from audit.engines import Engine
from audit.tables import CLUSTERS, Query

EDGE: Final = (
    "with "
    + FRAMES
    + """,
alike as (
    select ha.rank as x, hb.rank as y
    from scores s join heads ha on ha.doc = s.a join heads hb on hb.doc = s.b
    left join frames f on f.a = s.a and f.b = s.b
    where s.{side}_content >= :same_content and f.a is null
        and not (
            s.{side}_content < :most and s.remainder >= :remainder
            and s.remainder_resemblance < :resemblance and s.blocks <= :blocks
            and (s.{side}_content < :half or s.framed > 0)
        )
    union
    select hm.rank as x, hh.rank as y
    from families m join heads hm on hm.doc = m.doc join heads hh on hh.doc = m.head
    where m.doc <> m.head
)
select x, y from alike
"""
)

ALONE: Final = "select rank as node from heads"

LABELLED: Final = """
select h.doc, l.label as cluster from heads h join labels l on l.node = h.rank
"""


def cluster(engine: Engine, method: Method, side: str) -> None:
    """Fill `clusters` from `scores` and `families`, by the *side* `raw` or `body`."""
    values = {
        "same_content": method.same_content,
        "remainder": method.mates_remainder,
        **frame_values(method),
        "blocks": method.mates_blocks,
        "half": method.half,
        "most": method.most,
    }
    label(engine, Query(sql=ALONE), Query(sql=EDGE.replace("{side}", side), values=values))
    engine.create(CLUSTERS, Query(sql=LABELLED))
