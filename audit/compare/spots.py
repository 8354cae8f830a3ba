"""Spots: every place in the collection where a line stands that may be a title or has a day.

Each step is a table of its own, so that none is worked out twice, and no text is looked into but
for its days: a collection's texts together are far larger than its lines.
"""

from typing import Final

from audit.engines import Engine
from audit.tables import Query, Table

LINED: Final = Table(
    name="lined",
    scratch=True,
    columns={
        "doc": "bigint",
        "number": "integer",
        "property": "varchar",
        "documents": "bigint",
        "digest": "bigint",
        "place": "integer",
        "begins": "integer",
        "first_token": "integer",
        "last_token": "integer",
        "stop": "integer",
        "size": "integer",
    },
)
"""The lines of the claims in `within`; whether more of the block *begins* below a title."""

AROUND: Final = Table(
    name="around_lines",
    scratch=True,
    columns={
        "doc": "bigint",
        "property": "varchar",
        "digest": "bigint",
        "place": "integer",
        "start": "integer",
        "stop": "integer",
        "text": "varchar",
        "upon": "bigint",
        "above": "bigint",
        "below": "bigint",
        "next": "bigint",
        "prose_below": "bigint",
        "prose_next": "bigint",
        "prose_then": "bigint",
    },
)
"""The lines above and below each; *prose* where one of the next three is long."""

SPOTS: Final = Table(
    name="spots",
    scratch=True,
    columns={
        "doc": "bigint",
        "property": "varchar",
        "digest": "bigint",
        "place": "integer",
        "text": "varchar",
        "words": "varchar",
        "upon": "bigint",
        "above": "bigint",
        "below": "bigint",
        "next": "bigint",
    },
)
"""The same with the *words* of days; of titles the digits may differ."""

LED: Final = Table(name="led", scratch=True, columns={"digest": "bigint", "text": "varchar"})
"""Lines below which one text alone goes on with prose of its own."""

LINE: Final = """
with asked as (
    select w.doc, w.number, w.property, w.start, max(w.documents) as documents,
        max(w.stop) as stop
    from within w group by w.doc, w.number, w.property, w.start
)
select a.doc, a.number, a.property, a.documents, l.digest, l.number as place,
    case when a.property = 'title' and a.stop - l.end > :below then 1 else 0 end as begins,
    l.first_token, l.first_token + l.tokens as last_token, l.end as stop,
    l.end - l.start as size
from asked a join lines l on l.doc = a.doc and l.start <= a.start and l.end > a.start
"""

NEIGHBOUR: Final = """
with marked as (select distinct property, digest from lined)
select l.doc, m.property, l.digest, l.number as place, l.start, l.end as stop,
    case when f.text_digest = '' then cast(l.doc as varchar) else f.text_digest end as text,
    coalesce(o.digest, 0) as upon, coalesce(a.digest, 0) as above,
    coalesce(b.digest, 0) as below, coalesce(n.digest, 0) as next,
    case when b.end - b.start >= :prose then b.digest end as prose_below,
    case when n.end - n.start >= :prose then n.digest end as prose_next,
    case when e.end - e.start >= :prose then e.digest end as prose_then
from lines l join marked m on m.digest = l.digest
join selected s on s.doc = l.doc join files f on f.doc = l.doc
left join lines a on a.doc = l.doc and a.first_token + a.tokens = l.first_token
left join lines o on o.doc = l.doc and o.first_token + o.tokens = a.first_token
left join lines b on b.doc = l.doc and b.first_token = l.first_token + l.tokens
left join lines n on n.doc = l.doc and n.first_token = b.first_token + b.tokens
left join lines e on e.doc = l.doc and e.first_token = n.first_token + n.tokens
"""

SPOT: Final = """
with dated as (select distinct doc from around_lines where property = 'issued'),
spoken as (select t.doc, t.text from texts t join dated d on d.doc = t.doc)
select r.doc, r.property, r.digest, r.place, r.text, '' as words, r.upon, r.above, r.below, r.next
from around_lines r where r.property = 'title'
union all
select r.doc, r.property, r.digest, r.place, r.text,
    lower(trim(substr(t.text, r.start + 1, r.stop - r.start))) as words,
    r.upon, r.above, r.below, r.next
from around_lines r join spoken t on t.doc = r.doc where r.property = 'issued'
"""

LEAD: Final = """
with ahead as (
    select r.digest, r.text, r.prose_below as prose from around_lines r where r.property = 'title'
    union all
    select r.digest, r.text, r.prose_next as prose from around_lines r where r.property = 'title'
    union all
    select r.digest, r.text, r.prose_then as prose from around_lines r where r.property = 'title'
),
own_prose as (
    select p.prose from (select distinct prose from ahead where prose is not null) p
    join lines l on l.digest = p.prose join selected s on s.doc = l.doc
    join files f on f.doc = l.doc
    group by p.prose
    having count(distinct case when f.text_digest = '' then cast(l.doc as varchar)
        else f.text_digest end) = 1
)
select a.digest, min(a.text) as text from ahead a join own_prose o on o.prose = a.prose
group by a.digest having count(distinct a.text) = 1
"""

BELOW: Final = 250
"""Characters of a block that go on below a title, at most: more are a text that others share, of
which it is the first line, not an item of their lists."""
PROSE: Final = 60
"""Characters of a line from which on it is of a text, not of a list."""


def lay_spots(engine: Engine) -> None:
    """Fill `lined`, `around_lines`, `spots` and `led` from `within`."""
    engine.create(LINED, Query(sql=LINE, values={"below": BELOW}))
    engine.create(AROUND, Query(sql=NEIGHBOUR, values={"prose": PROSE}))
    engine.create(SPOTS, Query(sql=SPOT))
    engine.create(LED, Query(sql=LEAD))
