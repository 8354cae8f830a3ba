"""What the collection knows of its sources: the chrome of a site, and how it writes its dates."""

from typing import Final

from audit.claims.weights import BEST_OF_ALL, OF_PROSE, SECOND_ABOVE
from audit.compare import Method, has_rows
from audit.compare.spread import KNOWN, spread_publishers
from audit.compare.standing import SLOT, find_standing
from audit.compare.suffixes import find_suffixes
from audit.compare.told import BEHIND, tell_days
from audit.engines import Engine
from audit.tables import BOILERPLATE, COMMON_RUNS, SOURCED, Query

SOURCE: Final = f"""
with {KNOWN}homes as (
    select doc, name, folded from known
    union all
    select h.doc, h.name, lower(h.name) as folded from (
        select c.doc, split_part(split_part(c.normalized, '://', 2), '/', 1) as name
        from claims c join selected s on s.doc = c.doc left join known k on k.doc = c.doc
        where c.property = 'url' and c.chosen and k.doc is null
    ) h where h.name <> ''
),
habits as (
    select k.folded, min(k.name) as name, count(distinct c.doc) as documents,
        max(case when instr(c.reason, :month_first) > 0 then 1 else 0 end) as month_first
    from claims c join homes k on k.doc = c.doc
    where c.part = 'text' and c.property in ('issued', 'modified')
        and (instr(c.reason, :day_first) > 0 or instr(c.reason, :month_first) > 0)
    group by k.folded
    having count(distinct case when instr(c.reason, :month_first) > 0 then 1 else 0 end) = 1
),
swapped as (
    select c.doc, c.number, h.documents, h.name, h.month_first,
        substr(c.normalized, 1, 10) as early, substr(c.normalized, 12, 10) as late,
        case when substr(c.value, 2, 1) between '0' and '9' then substr(c.value, 1, 2)
            else concat('0', substr(c.value, 1, 1)) end as opening
    from claims c join homes k on k.doc = c.doc join habits h on h.folded = k.folded
    where instr(c.reason, :open) > 0 and length(c.normalized) = 21
),
settled as (
    select s.*,
        case when s.month_first = 1 and substr(s.early, 6, 2) = s.opening then s.early
            when s.month_first = 1 and substr(s.late, 6, 2) = s.opening then s.late
            when s.month_first = 0 and substr(s.early, 9, 2) = s.opening then s.early
            when s.month_first = 0 and substr(s.late, 9, 2) = s.opening then s.late end as day
    from swapped s
),
said as (
    select c.doc, c.number, c.property, c.value, coalesce(t.day, c.normalized) as normalized,
        c.extractor, c.origin, c.part, c.line, c.start, c.end,
        case when t.day is null then c.confidence else round(c.confidence + :swap, 4)
            end as confidence,
        case when t.day is null then c.reason else concat(c.reason,
            '; ', case when t.month_first = 1 then 'month' else 'day' end,
            ' first, as in ', t.documents, case when t.documents = 1 then ' page' else ' pages' end,
            ' of ', t.name) end as reason,
        c.chosen, case when t.day is null then 0 else 1 end as settled
    from claims c left join settled t on t.doc = c.doc and t.number = c.number
),
alike as (
    select w.block, w.property, w.normalized, count(distinct w.doc) as documents,
        count(distinct case when s.own = 0
            and substr(b.normalized, 1, 10) <> substr(w.normalized, 1, 10) then w.doc end
        ) as against
    from within w join standing s on s.doc = w.doc and s.number = w.number
    left join claims b on b.doc = w.doc and b.property = w.property and b.chosen
    group by w.block, w.property, w.normalized
),
headed as (
    select w.doc, w.block, min(w.start) as start
    from within w join standing s on s.doc = w.doc and s.number = w.number
    join claims c on c.doc = w.doc and c.number = w.number
    where w.property = 'title' and c.chosen and (s.own = 1 or s.alone = 1)
    group by w.doc, w.block
),
around as (
    select w.doc, w.number, max(w.documents) as around,
        max(case when a.documents > 1 and (w.property = 'title'
                or :slot * a.against >= a.documents) then a.documents
            when w.property = 'issued' and s.amid = 1 then w.documents end) as documents
    from within w join alike a
        on a.block = w.block and a.property = w.property and a.normalized = w.normalized
    join standing s on s.doc = w.doc and s.number = w.number
    left join headed h on h.doc = w.doc and h.block = w.block and w.property = 'issued'
        and w.start - h.start between 0 and :behind
    where s.own = 0 and h.doc is null
        and (w.property = 'issued' or s.alone = 0 or a.documents > 1)
    group by w.doc, w.number
),
sifted as (
    select c.doc, c.number, c.property, c.value, c.normalized, c.extractor, c.origin, c.part,
        c.line, c.start, c.end, c.chosen, c.settled,
        case when r.around is null or r.documents is not null then c.confidence
            when c.confidence >= :least and c.property = 'issued'
                then greatest(round(c.confidence - :around, 4), :least)
            else round(c.confidence - :around, 4) end as confidence,
        case when r.around is not null and r.documents is null then concat(c.reason,
            '; the words around it stand in ', r.around, ' documents') else c.reason end as reason,
        case when r.documents is not null then concat(
                '; the same words stand in ', r.documents, ' documents: page furniture')
            when n.doc is not null then '; that is the name of the publisher'
            else '' end as against,
        case when r.around is not null and r.documents is null then 1 else 0 end as around
    from said c
    left join around r on r.doc = c.doc and r.number = c.number
    left join known n on n.doc = c.doc and c.property = 'title' and c.part = 'text'
        and n.folded = lower(trim(c.normalized))
),
echoed as (
    select w.doc, lower(trim(w.normalized)) as folded
    from sifted w join sifted r on r.doc = w.doc and r.property = 'title' and r.part = 'text'
        and r.against = '' and r.confidence + :lead >= :least and instr(r.reason, :follows) > 0
    where w.property = 'title' and w.part = 'text' and w.against <> ''
    group by w.doc, lower(trim(w.normalized))
),
weighed as (
    select w.doc, w.number, w.property, w.value, w.normalized, w.extractor, w.origin, w.part,
        w.line, w.start, w.end, w.chosen, w.settled, w.confidence, w.reason, w.around,
        case when e.doc is null then w.against
            else '; its text has the same words as page furniture, and a headline of its own'
            end as against
    from sifted w left join echoed e on e.doc = w.doc and w.property = 'title'
        and w.part = 'markup' and e.folded = lower(trim(w.normalized))
),
chosen as (select distinct w.doc, w.property from weighed w where w.chosen),
opened as (
    select w.doc, w.property,
        max(case when w.against <> '' and (w.chosen or w.settled = 0) then 1 else 0 end
        ) as furniture
    from weighed w left join chosen n on n.doc = w.doc and n.property = w.property
    where (w.chosen and (w.against <> '' or w.around = 1) and w.property in ('title', 'issued'))
        or (n.doc is null and (w.settled = 1 or (w.property = 'title' and w.against <> ''
            and instr(w.reason, :of_prose) > 0 and instr(w.reason, :best) > 0)))
    group by w.doc, w.property
),
ranked as (
    select w.*, o.doc is not null as opened,
        w.confidence + case when o.furniture = 1 and w.part = 'text' then :lead else 0.0 end
            as worth,
        case when w.against = '' and w.normalized <> ''
            and not (w.property = 'issued' and instr(w.normalized, '/') > 0)
            then 1 else 0 end as able
    from weighed w left join opened o on o.doc = w.doc and o.property = w.property
),
rechosen as (
    select r.*, row_number() over (
        partition by r.doc, r.property order by r.able desc, r.worth desc, r.number
    ) as place
    from ranked r
),
judged as (
    select r.doc, r.number, r.property, r.value, r.normalized, r.extractor, r.origin, r.part,
        r.line, r.start, r.end,
        case when r.against <> '' then least(r.confidence, :barred) else r.confidence end
            as confidence,
        concat(r.reason, r.against) as reason,
        case when r.opened then r.place = 1 and r.able = 1 and r.worth >= :least
            else r.chosen end as chosen,
        r.against <> '' as barred
    from rechosen r
),
numbers as (select c.doc, max(c.number) as number from claims c group by c.doc)
select j.doc, j.number, j.property, j.value, j.normalized, j.extractor, j.origin, j.part, j.line,
    j.start, j.end, j.confidence, j.reason, j.chosen, j.barred
from judged j
union all
select n.doc, cast(coalesce(m.number, -1) + n.nth as integer) as number, 'publisher' as property,
    substr(t.text, n.start + 1, n.stop - n.start) as value, n.name as normalized,
    'site-chrome' as extractor, 'found' as origin, 'text' as part, n.line, n.start,
    n.stop, case when n.voices > 1 then 0.6 else 0.55 end as confidence,
    concat('this page furniture also stands in ', n.path, ', whose line ', n.said,
        ' names the publisher') as reason,
    n.names = 1 as chosen, false as barred
from spread n join texts t on t.doc = n.doc left join numbers m on m.doc = n.doc
"""

LEAST: Final = 0.5
"""Confidence below which nothing is chosen, as in the claims of one document."""
LEAD: Final = 0.15
"""What the runner-up of a text gains when the better one turns out to be page furniture."""
BARRED: Final = 0.3
AROUND: Final = 0.2
"""What a claim loses that is its document's own, in words that others have around theirs."""
SWAP: Final = 0.2
"""What an open date lacks until the habit of its site settles it."""
DAY_FIRST: Final = "day, month, year"
MONTH_FIRST: Final = "month, day, year"
OPEN: Final = "day and month could change places"
"""How the reasons of dated claims tell the order of numbers."""

NAMED: Final = "select 1 from claims where property in ('publisher', 'url') and chosen limit 1"
AS_CLAIMED: Final = "select c.*, false as barred from claims c"

VALUES: Final = {
    "slot": SLOT,
    "least": LEAST,
    "lead": LEAD,
    "barred": BARRED,
    "around": AROUND,
    "swap": SWAP,
    "day_first": DAY_FIRST,
    "month_first": MONTH_FIRST,
    "open": OPEN,
    "behind": BEHIND,
    "follows": SECOND_ABOVE.reason,
    "best": BEST_OF_ALL,
    "of_prose": OF_PROSE,
}


def find_sources(engine: Engine, method: Method) -> None:
    """Fill `sourced` from `claims`, `boilerplate`, `lines` and `common_runs`.

    Where nothing recurs and no document names its site, the collection knows nothing of its own but
    how titles end.
    """
    if has_rows(engine, COMMON_RUNS) or engine.value(Query(sql=NAMED)):
        find_standing(engine, method)
        spread_publishers(engine)
        engine.create(SOURCED, Query(sql=SOURCE, values=VALUES))
    else:
        engine.create(SOURCED, Query(sql=AS_CLAIMED))
    if has_rows(engine, BOILERPLATE):
        tell_days(engine)
    find_suffixes(engine)
