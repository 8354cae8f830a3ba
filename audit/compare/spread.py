"""Spread: page furniture names the publisher of pages that do not name theirs, within a site."""

from typing import Final

from audit.compare import has_rows
from audit.compare.sites import HOST
from audit.engines import Engine
from audit.tables import BOILERPLATE, Query, Table

SPREAD: Final = Table(
    name="spread",
    scratch=True,
    columns={
        "doc": "bigint",
        "start": "integer",
        "stop": "integer",
        "line": "integer",
        "name": "varchar",
        "voices": "bigint",
        "path": "varchar",
        "said": "integer",
        "names": "bigint",
        "nth": "bigint",
    },
)
"""The words of a page that name its publisher, and the line of another that says so.

Where furniture *names* several, each is the *nth* of them, and none is chosen.
"""

KNOWN: Final = """known as (
    select c.doc, c.number, c.line, c.normalized as name, lower(trim(c.normalized)) as folded
    from claims c join selected s on s.doc = c.doc
    where c.property = 'publisher' and c.chosen and c.normalized <> ''
),
"""
"""The publishers that documents name themselves: a table within a SELECT, as the two below."""

RIVALS: Final = """rivals as (
    select c.doc, lower(trim(c.normalized)) as folded from claims c
    where c.property = 'publisher' and c.normalized <> '' and c.confidence >= :rival
    group by c.doc, lower(trim(c.normalized))
),
"""
"""Whom a document may name as well, by the least confidence :rival."""

HOUSED: Final = f"""housed as (
    select s.doc, coalesce(u.host, '') as host,
        case when instr(s.path, '/') > 0 then split_part(s.path, '/', 1) else '' end as top
    from selected s left join (
        select c.doc, min({HOST}) as host
        from claims c where c.property = 'url' and c.chosen group by c.doc
    ) u on u.doc = s.doc
),
"""
"""The host of each document, and its folder at the top."""

# An act that several legislatures took over is not the furniture of their pages.
NAMES: Final = f"""
with {KNOWN}{RIVALS}{HOUSED}places as (
    select b.doc, b.start, b.end, b.line, b.tokens, b.block, k.documents, k.texts
    from boilerplate b join (
        select i.block, count(distinct i.doc) as documents, count(distinct f.text_digest) as texts
        from boilerplate i join files f on f.doc = i.doc group by i.block
    ) k on k.block = b.block
),
voices as (
    select distinct k.folded, h.host, h.top from known k join housed h on h.doc = k.doc
),
agreed as (
    select p.block, min(n.name) as name, count(distinct n.doc) as voices
    from places p join known n on n.doc = p.doc join files f on f.doc = p.doc
    group by p.block
    having count(distinct n.folded) = 1 and max(p.texts) >= :part
        and count(distinct f.text_digest) * :part >= max(p.texts)
),
edged as (
    select p.*, g.name, g.voices, l.end as broken,
        max(least(p.start - l.start, e.end - p.end)) over (partition by p.block) as edge,
        max(case when p.start - l.start > :reach and instr(:ends, right(rtrim(
                substr(t.text, l.start + 1, p.start - l.start)), 1)) = 0
            or e.end - p.end > :reach and instr(:ends, left(ltrim(
                substr(t.text, p.end + 1, e.end - p.end)), 1)) = 0
            then 1 else 0 end) over (partition by p.block) as torn
    from places p
    join agreed g on g.block = p.block
    join texts t on t.doc = p.doc
    join lines l on l.doc = p.doc and l.start <= p.start and l.end > p.start
    join lines e on e.doc = p.doc and e.start < p.end and e.end >= p.end
),
witness as (
    select p.block, s.path, n.line, row_number() over (
        partition by p.block order by s.path, n.number
    ) as place
    from places p join known n on n.doc = p.doc join selected s on s.doc = n.doc
),
named as (
    select p.doc, p.start, p.end as last, least(p.end, p.broken) as stop, p.line, p.name,
        p.voices, w.path, w.line as said,
        max(case when instr(lower(substr(t.text, p.start + 1, p.end - p.start)),
            lower(trim(p.name))) > 0 then 1 else 0 end
        ) over (partition by p.doc, lower(trim(p.name))) as says_it,
        row_number() over (
            partition by p.doc, lower(trim(p.name))
            order by p.tokens desc, p.start, p.block, p.broken
        ) as place
    from edged p
    join witness w on w.block = p.block and w.place = 1
    join texts t on t.doc = p.doc
    left join known n on n.doc = p.doc
    left join rivals r on r.doc = p.doc and r.folded <> lower(trim(p.name))
    where n.doc is null and r.doc is null and p.tokens >= :words and p.edge <= :edge and p.torn = 0
),
licensed as (
    select distinct n.doc from named n join claims c on c.doc = n.doc
        and c.start >= n.start and c.start < n.last
    where n.place = 1 and c.property = 'rights' and c.part = 'text'
        and c.normalized not in ('', 'all-rights-reserved')
),
vouched as (
    select distinct n.doc, n.place from named n join housed h on h.doc = n.doc
    join voices v on v.folded = lower(trim(n.name))
        and (v.host <> '' and v.host = h.host
            or ((v.top = h.top and n.doc not in (select doc from licensed) or n.says_it = 1)
                and (v.host = '' or h.host = '')))
)
select n.doc, n.start, n.stop, n.line, n.name, n.voices, n.path, n.said,
    count(*) over (partition by n.doc) as names,
    row_number() over (partition by n.doc order by n.name) as nth
from named n join vouched v on v.doc = n.doc and v.place = n.place where n.place = 1
"""
"""A page that names another publisher, however faintly, is none of the site; nor is one of another
host, or, where a host is not known, one under another folder at the top, but for furniture that
says the name itself; and none by words with a licence, which many put below their texts."""

PART: Final = 3
"""One in so many texts of a block must name its publisher, and so many there must be, copies
counted once: words that others took over are no site's."""
WORDS: Final = 20
"""Words of a block that tells a site; a shorter one may be a set phrase of many."""
EDGE: Final = 3
"""Characters of a line before such a block or behind it, at most: furniture has lines of its own
wherever it stands, and what one says in the midst of a sentence is none."""
REACH: Final = 40
"""Characters on its other side, at most, where a block may leave out a few words of its line."""
ENDS: Final = ".!?\u2026\u3002|\u2022\u00b7>"
"""Signs between the words of such a block and others of its line, however many."""
RIVAL: Final = 0.35
"""Confidence from which a page names a publisher of its own, if not enough to choose it."""


def spread_publishers(engine: Engine) -> None:
    """Fill `spread` from `claims`, `boilerplate` and `lines`."""
    if not has_rows(engine, BOILERPLATE):
        engine.clear(SPREAD)
        return
    values = {
        "part": PART,
        "words": WORDS,
        "edge": EDGE,
        "reach": REACH,
        "ends": ENDS,
        "rival": RIVAL,
    }
    engine.create(SPREAD, Query(sql=NAMES, values=values))
