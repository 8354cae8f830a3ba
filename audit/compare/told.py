"""Told: the day beside the headline of another document is that one's, and one's own is near.

Pages of a site list what else there is to read, with its days. Where the collection knows the
headline of each, it knows whose day stands beside it.
"""

from typing import Final

from audit.claims.lists import LISTED
from audit.compare import has_rows
from audit.engines import Engine
from audit.tables import SOURCED, Query, Table

TOLD: Final = Table(
    name="told",
    scratch=True,
    columns={"doc": "bigint", "number": "integer", "home": "boolean", "path": "varchar"},
)
"""Days of issue beside a headline: of the document of *path*, or at *home*, of their own document.

At home *path* is another document that has the headline and the day as well, or empty.
"""

TELL: Final = """
with carriers as (
    select doc, doc as head from heads
    union all
    select c.doc, coalesce(up.head, c.head) as head
    from copies c left join copies up on up.doc = c.head
),
titles as (
    select distinct c.doc, s.path, k.cluster, l.digest, l.start
    from sourced t join sourced c on c.doc = t.doc and c.property = 'title' and c.part = 'text'
        and not c.barred and lower(trim(c.normalized)) = lower(trim(t.normalized))
    join lines l on l.doc = c.doc and l.start <= c.start and l.end > c.start
    join selected s on s.doc = c.doc
    join carriers w on w.doc = c.doc join clusters k on k.doc = w.head
    where t.property = 'title' and t.chosen
),
headlines as (
    select digest, min(path) as path, min(cluster) as least, max(cluster) as most
    from titles group by digest
),
met as (
    select distinct l.doc, l.digest
    from headlines t join lines l on l.digest = t.digest join selected s on s.doc = l.doc
    join carriers w on w.doc = l.doc join clusters k on k.doc = w.head
    left join titles o on o.doc = l.doc and o.digest = l.digest
    where o.doc is null and (k.cluster <> t.least or k.cluster <> t.most)
),
lists as (
    select m.doc from met m join (select distinct doc from titles) t on t.doc = m.doc
    group by m.doc having count(distinct m.digest) >= :several
),
placed_lines as (
    select l.doc, l.start, l.end, l.digest, row_number() over (
        partition by l.doc order by l.first_token
    ) as place
    from lines l join lists m on m.doc = l.doc
),
headed as (
    select p.doc, p.place, p.digest, o.doc is not null as own
    from placed_lines p left join met m on m.doc = p.doc and m.digest = p.digest
    left join titles o on o.doc = p.doc and o.digest = p.digest
    where m.doc is not null or o.doc is not null
),
days as (
    select c.doc, c.number, c.chosen, substr(c.normalized, 1, 10) as day, p.place
    from sourced c join placed_lines p on p.doc = c.doc and p.start <= c.start and p.end > c.start
    where c.property = 'issued' and c.part = 'text'
        and length(c.normalized) >= 10 and instr(c.normalized, '/') = 0
),
nearest as (
    select d.doc, d.number, d.day, d.place, h.digest, h.own, d.place - h.place as below,
        row_number() over (
        partition by d.doc, d.number, case when d.place > h.place then 1 else 0 end
        order by abs(d.place - h.place)
    ) as nth
    from days d join headed h on h.doc = d.doc
        and d.place - h.place >= -1 and d.place - h.place <= :reach and d.place <> h.place
),
beside as (select doc, number, day, place, digest, own, below from nearest where nth = 1),
gave as (
    select t.digest, substr(c.normalized, 1, 10) as day, min(t.path) as path
    from titles t join (select distinct digest from met) m on m.digest = t.digest
    join sourced c on c.doc = t.doc and c.property = 'issued' and not c.barred
        and length(c.normalized) >= 10 and (c.chosen or (c.part = 'text'
            and c.start - t.start between 0 and :behind))
    group by t.digest, substr(c.normalized, 1, 10)
),
listed as (
    select b.digest, b.day, b.below, count(distinct w.head) as documents, min(s.path) as path
    from beside b join carriers w on w.doc = b.doc join selected s on s.doc = b.doc
    where not b.own group by b.digest, b.day, b.below
),
others as (
    select b.doc, b.number, b.digest, b.day, b.below, coalesce(g.path, t.path) as path
    from beside b join headlines t on t.digest = b.digest
    left join gave g on g.digest = b.digest and g.day = b.day
    left join listed l on l.digest = b.digest and l.day = b.day and l.below = b.below
    where not b.own and (g.path is not null or (l.documents > 1 and b.below > 0))
),
homes as (
    select distinct b.doc, b.number from beside b
    left join (
        select distinct i.doc from beside i
        join gave g on g.digest = i.digest and g.day = i.day where not i.own and i.below < 0
    ) u on u.doc = b.doc
    left join days e on e.doc = b.doc and e.place = b.place - 1
    join headlines t on t.digest = b.digest and t.least = t.most
    where b.own
        and (b.below > 0 or u.doc is not null or e.doc is not null)
),
bounds as (select distinct doc, number from beside where own),
once_more as (
    select distinct o.doc, o.digest, o.day
    from others o left join bounds h on h.doc = o.doc and h.number = o.number where h.doc is null
),
away as (
    select o.doc, o.number, min(o.path) as path
    from others o left join bounds h on h.doc = o.doc and h.number = o.number
    left join once_more m on m.doc = o.doc and m.digest = o.digest and m.day = o.day
    where h.doc is null or m.doc is null
    group by o.doc, o.number
),
vouched as (
    select b.doc, b.number, min(l.path) as path
    from beside b join listed l on l.digest = b.digest and l.day = b.day
    where b.own group by b.doc, b.number
)
select a.doc, a.number, false as home, a.path from away a
union all
select h.doc, h.number, true as home, coalesce(v.path, '') as path
from homes h left join others o on o.doc = h.doc and o.number = h.number
left join vouched v on v.doc = h.doc and v.number = h.number where o.doc is null
"""
"""The nearest headline above a day and the one right below it are looked at.

Its day it is whose headline that is where the other document has this day, or where several list
both together. Between the headline of another and its own it is the other's, but for a day that
this list gives the other once more: then all are of one day.
"""

WEIGH: Final = """
with moved as (
    select s.doc from sourced s join claims c on c.doc = s.doc and c.number = s.number
    where s.property = 'title' and s.chosen and not c.chosen
),
seen as (
    select s.doc, s.number, s.chosen, s.normalized, coalesce(t.home, false) as home,
        coalesce(not t.home, false) as away,
        coalesce(t.home, false) and t.path <> '' as vouched,
        s.barred and not (coalesce(t.home, false) and t.path <> '') as barred,
        case when t.home and (t.path <> '' or m.doc is not null or instr(c.reason, :listed) > 0)
            then greatest(c.confidence, :home) else s.confidence end as worth
    from sourced s left join told t on t.doc = s.doc and t.number = s.number
    left join claims c on c.doc = s.doc and c.number = s.number
    left join moved m on m.doc = s.doc
    where s.property = 'issued'
),
opened as (
    select e.doc from seen e group by e.doc
    having max(case when e.home or e.away then 1 else 0 end) = 1
        and max(case when e.chosen and not e.away then 1 else 0 end) = 0
),
ranked as (
    select e.doc, e.number, row_number() over (
        partition by e.doc order by e.vouched desc, e.home desc, e.worth desc, e.number
    ) as place
    from seen e join opened o on o.doc = e.doc
    where not e.away and not e.barred and e.worth >= :least
        and e.normalized <> '' and instr(e.normalized, '/') = 0
),
taken as (
    select r.doc, r.number, e.home, e.vouched, e.worth from ranked r
    join seen e on e.doc = r.doc and e.number = r.number where r.place = 1
)
select s.doc, s.number, s.property, s.value, s.normalized, s.extractor, s.origin, s.part, s.line,
    s.start, s.end,
    case when not t.home then least(s.confidence, :barred)
        when r.home then r.worth else s.confidence end as confidence,
    case when not t.home then concat(s.reason, '; the day of ', t.path, :theirs)
        when r.vouched then concat(c.reason, '; beside its headline here as in ', t.path)
        when r.home then concat(c.reason, '; beside its headline') else s.reason end as reason,
    case when o.doc is null or s.property <> 'issued' then s.chosen else r.doc is not null
        end as chosen,
    case when r.vouched then false else s.barred or coalesce(not t.home, false) end as barred
from sourced s left join told t on t.doc = s.doc and t.number = s.number
left join opened o on o.doc = s.doc
left join taken r on r.doc = s.doc and r.number = s.number
left join claims c on c.doc = s.doc and c.number = s.number
"""
"""A day at home is believed where others give it too, or where its document alone could not know
its headline or took the day for one of a list."""

SEVERAL: Final = 2
"""Headlines of others from which on a document lists them; one may be that of what it holds."""
REACH: Final = 3
"""Lines from a headline to its day at most: a name or a standfirst may stand in between."""
BEHIND: Final = 300
"""Characters from the beginning of a headline to a day that may be its own."""
HOME: Final = 0.55
BARRED: Final = 0.3
LEAST: Final = 0.5
THEIRS: Final = ", whose headline stands beside it"


def tell_days(engine: Engine) -> None:
    """Weigh the days of issue in `sourced` by whose headline they stand beside."""
    values = {"reach": REACH, "several": SEVERAL, "behind": BEHIND}
    engine.create(TOLD, Query(sql=TELL, values=values))
    if has_rows(engine, TOLD):
        said = {"theirs": THEIRS, "listed": LISTED}
        weights = {"least": LEAST, "home": HOME, "barred": BARRED, **said}
        engine.create(SOURCED, Query(sql=WEIGH, values=weights))
