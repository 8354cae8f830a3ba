"""Frames: pairs that share the ends of their pages and nothing else, as pages of one template do.

One paragraph of two versions may be written anew; but where a page shares the same frame, and
nothing else, with several others, it is the frame of them all.
"""

from collections.abc import Mapping
from typing import Any, Final

from audit.compare import Method

FRAMES: Final = """
framed_pairs as (
    select s.a, s.b, s.raw_content * least(ha.words, hb.words) as size
    from scores s join heads ha on ha.doc = s.a join heads hb on hb.doc = s.b
    where s.remainder >= :frame_remainder and s.remainder_resemblance < :resemblance
        and s.blocks <= s.framed and s.stretches <= s.framed + 1
),
hubs as (
    select doc from (
        select a as doc, size from framed_pairs union all select b, size from framed_pairs
    ) as sides group by doc having count(*) > 1 and min(size) >= 0.9 * max(size)
),
frames as (
    select p.a, p.b from framed_pairs p
    left join hubs x on x.doc = p.a left join hubs y on y.doc = p.b
    where x.doc is not null or y.doc is not null
)
"""
"""Tables of a WITH, from `scores` and `heads`: `frames` are the pairs."""


def frame_values(method: Method) -> Mapping[str, Any]:
    """Return the values that FRAMES binds."""
    return {
        "frame_remainder": method.frame_remainder,
        "resemblance": method.mates_resemblance,
    }
