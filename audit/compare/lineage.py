"""Lineage: the versions of one text in the order that dated claims prove, or in none.

Versions are a star: families and near-duplicates of the first by path, never of each other alone.

Text alone orders badly, so a family whose documents do not all carry a date of their own is said
to be of unknown order and listed by path. A date is the day of the last change, else of
publication; where these tell nothing, the day of capture. A version that has the words of an
earlier one again, with another between them, is a revert.
"""

from typing import Final

from audit.compare import has_rows
from audit.engines import Engine
from audit.tables import COPIES, FAMILIES, PAIRS, VERSIONS, Query

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
said as (
    select c.doc, case when c.property = 'captured' then 2 else 1 end as kind,
        substr(c.normalized, 1, 10) as day,
        concat(
            c.property,
            case c.part when 'fields' then ', in a field' else concat(', line ', c.line) end,
            ' (', c.extractor, ')'
        ) as evidence,
        row_number() over (
            partition by c.doc, case when c.property = 'captured' then 2 else 1 end
            order by case when c.property = 'modified' then 0 else 1 end, c.normalized, c.number
        ) as place
    from sourced c
    where c.chosen and c.property in ('issued', 'modified', 'captured')
        and length(c.normalized) >= 10 and instr(c.normalized, '/') = 0
),
days as (select doc, kind, day, evidence from said where place = 1),
sizes as (select head, count(*) as versions from members group by head),
telling as (
    select m.head, d.kind
    from members m join days d on d.doc = m.doc join sizes z on z.head = m.head
    group by m.head, d.kind, z.versions
    having count(*) = z.versions
        and count(distinct concat(d.day, ' ', m.origin)) = count(distinct d.day)
),
kinds as (select head, min(kind) as kind from telling group by head),
ordered as (
    select m.head, m.doc, m.origin, coalesce(d.day, '') as day, z.versions,
        coalesce(d.evidence, '') as evidence, k.kind is not null as is_dated,
        row_number() over (partition by m.head order by
            case when k.kind is not null then d.day end, s.path
        ) as position
    from members m join selected s on s.doc = m.doc join sizes z on z.head = m.head
    left join kinds k on k.head = m.head
    left join days d on d.doc = m.doc and d.kind = coalesce(k.kind, 1)
),
again as (
    select head, doc, lag(position) over (
        partition by head, origin order by position
    ) as position
    from ordered
)
select o.head as family, o.doc, o.position, o.day, o.is_dated as dated,
    case when r.position < o.position - 1 then back.doc end as revert_of, o.evidence,
    lag(o.doc) over (partition by o.head order by o.position) as before
from ordered o left join again r on r.head = o.head and r.doc = o.doc
left join ordered back on back.head = r.head and back.position = r.position
where o.versions > 1
"""


def order_versions(engine: Engine) -> None:
    """Fill `versions` from `families`, `copies` and the chosen dates of `sourced`."""
    if has_rows(engine, PAIRS, FAMILIES, COPIES):
        engine.create(VERSIONS, Query(sql=VERSION))
    else:
        engine.clear(VERSIONS)
