"""Relations: what two documents are to each other, decided on their bodies."""

from typing import Final

from audit.compare import Method, has_rows
from audit.engines import Engine
from audit.tables import CANDIDATES, COPIES, PAIRS, Query

PAIR: Final = """
with shared as (
    select a, b, cast(sum(case when boilerplate then 0 else words end) as integer) as words
    from passages group by a, b
),
compared as (
    select s.a, s.b, s.raw_resemblance, s.raw_containment_a, s.raw_containment_b,
        s.body_resemblance, s.body_containment_a, s.body_containment_b,
        coalesce(p.words, 0) as shared_words, c.shared
    from scores s join candidates c on c.a = s.a and c.b = s.b
    left join shared p on p.a = s.a and p.b = s.b
),
judged as (
    select c.*, case
        when shared_words > 0 and body_resemblance >= :near_duplicate then 'near-duplicate'
        when shared_words >= :contains_words
            and greatest(body_containment_a, body_containment_b) >= :contains then 'contains'
        when shared_words > 0 then 'quotes'
        when shared >= :least and greatest(raw_containment_a, raw_containment_b) >= :suspect
            then 'boilerplate-only'
        end as relation
    from compared c
),
copied as (
    select case when sd.path < sh.path then c.doc else c.head end as a,
        case when sd.path < sh.path then c.head else c.doc end as b,
        c.relation, f.words
    from copies c join selected sd on sd.doc = c.doc join selected sh on sh.doc = c.head
    join files f on f.doc = c.head
)
select a, b, relation, raw_resemblance, raw_containment_a, raw_containment_b,
    body_resemblance, body_containment_a, body_containment_b, shared_words
from judged where relation is not null
union all
select a, b, relation, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, words from copied
"""


def relate(engine: Engine, method: Method) -> None:
    """Fill `pairs` from `scores`, `passages` and `copies`."""
    if not has_rows(engine, CANDIDATES, COPIES):
        engine.clear(PAIRS)
        return
    values = {
        "least": method.least_shared,
        "suspect": method.suspect,
        "near_duplicate": method.near_duplicate,
        "contains": method.contains,
        "contains_words": method.contains_words,
    }
    engine.create(PAIRS, Query(sql=PAIR, values=values))
