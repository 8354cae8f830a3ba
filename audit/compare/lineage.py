"""Lineage: the versions of one text in the order that dated claims prove, or in none.

Versions are a star: families and near-duplicates of the first by path, never of each other alone.

Text alone orders badly, so a family whose documents do not all carry a date of their own is said
to be of unknown order and listed by path. A version that has the words of an earlier one again,
with another between them, is a revert.
"""

from typing import Final

from audit.engines import Engine
from audit.tables import VERSIONS, Query

VERSION: Final = """
with tops as (
    select h.doc, h.rank, coalesce(f.head, h.doc) as head
    from heads h left join families f on f.doc = h.doc
),
alike as (
    select x.doc as a, x.rank, y.doc as b
    from pairs p join tops x on x.doc = p.a and x.head = x.doc
    join tops y on y.doc = p.b and y.head = y.doc
    where p.relation = 'near-duplicate'
),
stars as (
    select l.b as doc, min(l.rank) as rank from alike l
    left join alike before on before.b = l.a where before.b is null group by l.b
),
roots as (
    select t.doc, coalesce(star.doc, t.head) as head
    from tops t left join stars s on s.doc = t.head left join heads star on star.rank = s.rank
),
firsts as (
    select c.doc, coalesce(up.head, c.head) as origin
    from copies c left join copies up on up.doc = c.head
),
members as (
    select doc, head, doc as origin from roots
    union
    select x.doc, r.head, x.origin from firsts x join roots r on r.doc = x.origin
),
days as (
    select c.doc, min(c.normalized) as day from claims c
    where c.chosen and c.property in ('issued', 'modified') and length(c.normalized) >= 10
    group by c.doc
),
dated as (
    select m.head, m.doc, m.origin, s.path, substr(d.day, 1, 10) as day,
        count(*) over (partition by m.head) as versions,
        count(d.day) over (partition by m.head) as with_day
    from members m join selected s on s.doc = m.doc left join days d on d.doc = m.doc
),
distinct_days as (select head, count(distinct day) as days from dated group by head),
ordered as (
    select d.head, d.doc, d.origin, coalesce(d.day, '') as day, d.versions,
        case when d.with_day = d.versions and n.days = d.versions then true else false end
            as is_dated,
        row_number() over (partition by d.head order by
            case when d.with_day = d.versions and n.days = d.versions then d.day end, d.path
        ) as position
    from dated d join distinct_days n on n.head = d.head
),
again as (
    select x.head, x.doc, max(y.position) as position
    from ordered x join ordered y on y.head = x.head and y.origin = x.origin
        and y.position < x.position
    group by x.head, x.doc
)
select o.head as family, o.doc, o.position, o.day, o.is_dated as dated,
    case when r.position < o.position - 1 then back.doc end as revert_of
from ordered o left join again r on r.head = o.head and r.doc = o.doc
left join ordered back on back.head = r.head and back.position = r.position
where o.versions > 1
"""


def order_versions(engine: Engine) -> None:
    """Fill `versions` from `families`, `copies` and the chosen dates of `claims`."""
    engine.create(VERSIONS, Query(sql=VERSION))
