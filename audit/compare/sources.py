"""What the collection knows of its sources: chrome names a site, and is no title and no date."""

from typing import Final

from audit.engines import Engine
from audit.tables import SOURCED, Query

SOURCE: Final = """
with places as (
    select b.doc, b.start, b.end, b.line, b.tokens, b.block, k.documents
    from boilerplate b join (
        select block, count(distinct doc) as documents from boilerplate group by block
    ) k on k.block = b.block
),
known as (
    select c.doc, c.number, c.line, c.normalized as name, lower(trim(c.normalized)) as folded
    from claims c join selected s on s.doc = c.doc
    where c.property = 'publisher' and c.chosen and c.normalized <> ''
),
repeated as (
    select c.doc, c.number, max(p.documents) as documents
    from claims c join places p on p.doc = c.doc and p.start < c.end and p.end > c.start
    where c.part = 'text' and c.property in ('title', 'issued')
    group by c.doc, c.number
),
weighed as (
    select c.*, r.documents,
        case when r.documents is not null then concat(
                '; the same words stand in ', r.documents, ' documents: page furniture')
            when n.doc is not null then '; that is the name of the publisher'
            else '' end as against
    from claims c
    left join repeated r on r.doc = c.doc and r.number = c.number
    left join known n on n.doc = c.doc and c.property = 'title' and c.part = 'text'
        and n.folded = lower(trim(c.normalized))
),
opened as (
    select w.doc, w.property from weighed w
    where w.chosen and w.against <> '' and w.property in ('title', 'issued')
),
ranked as (
    select w.*, o.doc is not null as opened,
        w.confidence + case when o.doc is not null and w.part = 'text' then :lead else 0.0 end
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
            else r.chosen end as chosen
    from rechosen r
),
agreed as (
    select p.block, min(n.name) as name, count(distinct n.doc) as voices
    from places p join known n on n.doc = p.doc
    group by p.block having count(distinct n.folded) = 1
),
witness as (
    select p.block, s.path, n.line, row_number() over (
        partition by p.block order by s.path, n.number
    ) as place
    from places p join known n on n.doc = p.doc join selected s on s.doc = n.doc
),
named as (
    select p.doc, p.start, least(p.end, l.end) as stop, p.line, g.name, g.voices, w.path,
        w.line as said, row_number() over (
            partition by p.doc, lower(trim(g.name))
            order by p.tokens desc, p.start, p.block, l.start
        ) as place
    from places p
    join agreed g on g.block = p.block
    join witness w on w.block = p.block and w.place = 1
    join lines l on l.doc = p.doc and l.start <= p.start and l.end > p.start
    left join known n on n.doc = p.doc
    where n.doc is null and p.tokens >= :words
),
single as (
    select n.*, count(*) over (partition by n.doc) as names,
        row_number() over (partition by n.doc order by n.name) as nth
    from named n where n.place = 1
),
numbers as (select c.doc, max(c.number) as number from claims c group by c.doc)
select j.doc, j.number, j.property, j.value, j.normalized, j.extractor, j.origin, j.part, j.line,
    j.start, j.end, j.confidence, j.reason, j.chosen
from judged j
union all
select n.doc, cast(coalesce(m.number, -1) + n.nth as integer) as number, 'publisher' as property,
    substr(t.text, n.start + 1, n.stop - n.start) as value, n.name as normalized,
    'site-chrome' as extractor, 'found' as origin, 'text' as part, n.line, n.start,
    n.stop, case when n.voices > 1 then 0.6 else 0.55 end as confidence,
    concat('this page furniture also stands in ', n.path, ', whose line ', n.said,
        ' names the publisher') as reason,
    n.names = 1 as chosen
from single n join texts t on t.doc = n.doc left join numbers m on m.doc = n.doc
"""

LEAST: Final = 0.5
"""Confidence below which nothing is chosen, as in the claims of one document."""
LEAD: Final = 0.15
"""What the runner-up of a text gains when the better one turns out to be page furniture."""
BARRED: Final = 0.3
WORDS: Final = 20
"""Words of a block that tells a site; a shorter one may be a set phrase of many."""


def find_sources(engine: Engine) -> None:
    """Fill `sourced` from `claims`, `boilerplate` and `lines`."""
    values = {"least": LEAST, "lead": LEAD, "barred": BARRED, "words": WORDS}
    engine.create(SOURCED, Query(sql=SOURCE, values=values))
