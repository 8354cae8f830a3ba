"""Standing: whether a line stands in its document as in others, or in a place of its own.

A masthead stands in every page where it stands in the next. A headline that other pages list stands
elsewhere in them: below other lines and above others. The day of an edition stands at one place in
all of its articles, but beside their own words; the day of a menu stands amid the menu.
"""

from typing import Final

from audit.claims.lists import LISTED
from audit.compare import Method, has_rows
from audit.compare.spots import lay_spots
from audit.compare.voted import count_votes
from audit.engines import Engine
from audit.tables import COMMON_RUNS, Query, Table

WITHIN: Final = Table(
    name="within",
    scratch=True,
    columns={
        "doc": "bigint",
        "number": "integer",
        "property": "varchar",
        "normalized": "varchar",
        "start": "integer",
        "stop": "integer",
        "block": "varchar",
        "documents": "bigint",
    },
)
"""The titles and days of publication that words of a block hold, and where these *stop*."""

STANDING: Final = Table(
    name="standing",
    scratch=True,
    columns={
        "doc": "bigint",
        "number": "integer",
        "own": "integer",
        "amid": "integer",
        "alone": "integer",
    },
)
"""Of a claim in WITHIN: whether its line has a place of its own, or is in the midst of a block.

What stands in no other text at all is *alone*, but for a line of a paragraph whose words others
have, broken into other lines."""

HELD: Final = """
select c.doc, c.number, c.property, c.normalized, c.start, b.end as stop, b.block, k.documents
from claims c join boilerplate b on b.doc = c.doc and b.start < c.end and b.end > c.start
join (
    select block, count(distinct doc) as documents from boilerplate group by block
) k on k.block = b.block
where c.part = 'text' and c.property in ('title', 'issued') and c.extractor <> 'act'
    and instr(c.reason, :listed) = 0
union all
select c.doc, c.number, c.property, c.normalized, c.start, l.end as stop,
    concat('line ', v.digest) as block, v.documents
from claims c join lines l on l.doc = c.doc and l.start <= c.start and l.end > c.start
join voted v on v.digest = l.digest and v.place = l.number
where c.part = 'text' and c.property = 'title' and c.extractor <> 'act'
"""

STAND: Final = """
with shared_words as (
    select distinct h.doc, h.number from lined h join common_runs r on r.doc = h.doc
        and r.first >= h.first_token and r.first + r.count <= h.last_token
    join lines b on b.doc = h.doc and b.first_token = h.last_token and b.start - h.stop <= :touch
    where not r.whole_line and h.size between :wrapped and :widest
        and b.end - b.start between :wrapped and :widest
),
counts as (
    select property, digest, words, count(distinct text) as texts, count(distinct doc) as documents
    from spots group by property, digest, words
),
whole as (
    select c.property, c.digest, c.words, c.texts, c.documents, coalesce(d.text, '') as led
    from counts c left join led d on d.digest = c.digest and c.property = 'title'
),
at_place as (
    select property, digest, words, place, count(distinct text) as texts
    from spots group by property, digest, words, place
),
at_above as (
    select property, digest, words, above, count(distinct text) as texts
    from spots group by property, digest, words, above
),
at_below as (
    select property, digest, words, below, count(distinct text) as texts
    from spots group by property, digest, words, below
),
at_upon as (
    select property, digest, words, above, upon, count(distinct text) as texts
    from spots group by property, digest, words, above, upon
),
at_next as (
    select property, digest, words, below, next, count(distinct text) as texts
    from spots group by property, digest, words, below, next
),
counted as (
    select s.doc, s.property, s.digest, s.words, s.place, w.texts, w.documents,
        greatest(p.texts, o.texts, n.texts) as alike,
        case when s.property = 'title' and n.texts > 1 and s.next <> 0 then 1 else 0 end as goes_on,
        case when a.texts > 1 and b.texts > 1 then 1 else 0 end as amid,
        case when w.led = '' then 0 when w.led = s.text then 1
            when w.texts >= :several then -1 else 0 end as leads
    from spots s
    join whole w on w.property = s.property and w.digest = s.digest and w.words = s.words
    join at_place p on p.property = s.property and p.digest = s.digest and p.words = s.words
        and p.place = s.place
    join at_above a on a.property = s.property and a.digest = s.digest and a.words = s.words
        and a.above = s.above
    join at_below b on b.property = s.property and b.digest = s.digest and b.words = s.words
        and b.below = s.below
    join at_upon o on o.property = s.property and o.digest = s.digest and o.words = s.words
        and o.above = s.above and o.upon = s.upon
    join at_next n on n.property = s.property and n.digest = s.digest and n.words = s.words
        and n.below = s.below and n.next = s.next
),
said as (
    select h.doc, h.number, h.documents, h.begins, c.property, c.digest, c.words
    from lined h join counted c on c.doc = h.doc and c.property = h.property
        and c.digest = h.digest and c.place = h.place
)
select h.doc, h.number,
    max(case when c.texts < 2 or c.leads < 0 then 0 when c.leads > 0 then 1
        when 2 * (c.alike - 1) < c.texts - 1 and c.goes_on = 0 then 1 else 0 end) as own,
    min(case when c.amid = 1 and :slot * c.documents >= (:slot - 1) * h.documents then 1
        else 0 end) as amid,
    max(case when c.texts = 1 and h.begins = 0 and r.doc is null then 1 else 0 end) as alone
from said h join counted c on c.doc = h.doc and c.property = h.property and c.digest = h.digest
    and c.words = h.words
left join shared_words r on r.doc = h.doc and r.number = h.number
group by h.doc, h.number
"""
"""Where a line stands: how far down, below which two lines, above which two.

It has a place of its own where its text alone goes on below it with words of its own, or else where
it stands as it does in less than half of the other texts that have it. Of days the whole line must
be the same, of titles the digits may differ. A day is amid its block where the lines around it
recur with it, and few documents of the block have another.
"""

SEVERAL: Final = 3
"""Texts that have a line, from which on it is no other's headline where one alone goes on below."""
TOUCH: Final = 2
"""Characters from a line to the next of the same paragraph, at most."""
WRAPPED, WIDEST = 45, 130
"""Characters of the lines of a paragraph that was broken into lines."""
SLOT: Final = 4
"""One in so many documents of a block must have another day, for the day to be the document's."""


def find_standing(engine: Engine, method: Method) -> None:
    """Fill `within` and `standing` from `claims`, `boilerplate`, `lines` and `common_runs`."""
    if not has_rows(engine, COMMON_RUNS):
        engine.clear(WITHIN)
        engine.clear(STANDING)
        return
    count_votes(engine, method.boilerplate_clusters, method.block_words)
    engine.create(WITHIN, Query(sql=HELD, values={"listed": LISTED}))
    lay_spots(engine)
    values = {"slot": SLOT, "touch": TOUCH, "wrapped": WRAPPED, "widest": WIDEST}
    values |= {"several": SEVERAL}
    engine.create(STANDING, Query(sql=STAND, values=values))
