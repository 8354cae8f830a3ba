"""Suffixes: what the titles of a site's pages all end with is the name of the site.

The title element of a page says `The bell comes home - Coast Reader`; one page alone cannot tell
which of the parts is the title.
"""

from typing import Final

from audit.compare import has_rows
from audit.compare.spread import HOUSED, RIVAL
from audit.engines import Engine
from audit.tables import SOURCED, Query, Table

SUFFIXED: Final = Table(
    name="suffixed",
    scratch=True,
    columns={
        "doc": "bigint",
        "number": "integer",
        "value": "varchar",
        "rest": "varchar",
        "pages": "bigint",
        "is_site": "boolean",
    },
)
"""The title elements, by the *number* of their claim, whose last part *value* several pages have.

It is that of the site where most of its pages have it.
"""

SUFFIX: Final = f"""
with {HOUSED}titled as (
    select c.doc, c.number, regexp_extract(c.value, :parts, 2) as value,
        regexp_extract(c.value, :parts, 1) as rest, h.host, h.top
    from claims c join housed h on h.doc = c.doc
    where c.property = 'title' and c.part = 'markup' and instr(c.reason, :element) = 1
),
ended as (
    select t.doc, t.number, t.value, t.rest, t.host, t.top, lower(t.value) as folded from titled t
    where length(t.value) between 2 and :longest and regexp_extract(t.value, :odd, 0) = ''
),
shared_ends as (
    select host, top, folded, count(distinct doc) as pages from ended
    group by host, top, folded having count(distinct lower(rest)) >= :several
),
sizes as (select host, top, count(distinct doc) as pages from titled group by host, top)
select e.doc, e.number, e.value, e.rest, s.pages, 3 * s.pages >= 2 * z.pages as is_site
from ended e
join shared_ends s on s.host = e.host and s.top = e.top and s.folded = e.folded
join sizes z on z.host = e.host and z.top = e.top
"""

ADDED: Final = """
with numbers as (select s.doc, max(s.number) as number from sourced s group by s.doc),
named as (
    select s.doc, lower(trim(s.normalized)) as folded, max(s.confidence) as confidence,
        max(case when s.chosen then 1 else 0 end) as chosen
    from sourced s where s.property = 'publisher' and s.normalized <> ''
    group by s.doc, lower(trim(s.normalized))
),
voices as (
    select x.doc, max(n.chosen) as named,
        max(case when n.folded = lower(x.value) then 1 else 0 end) as agrees,
        max(case when n.folded <> lower(x.value) and n.confidence >= :rival then 1 else 0 end
        ) as rival
    from suffixed x left join named n on n.doc = x.doc group by x.doc, x.value
),
shortened as (
    select x.doc, x.number, x.rest, x.value, x.pages, x.is_site, v.named, v.agrees, v.rival,
        row_number() over (partition by x.doc order by x.number) as nth
    from suffixed x join voices v on v.doc = x.doc
)
select s.doc, s.number, s.property, s.value,
    case when x.rest is not null then x.rest else s.normalized end as normalized,
    s.extractor, s.origin, s.part, s.line, s.start, s.end, s.confidence,
    case when x.rest is not null then concat(s.reason, '; without what ends the titles of ',
        x.pages, ' pages') else s.reason end as reason,
    s.chosen, s.barred
from sourced s left join shortened x on x.doc = s.doc and x.number = s.number and x.is_site
    and lower(s.normalized) = lower(s.value)
union all
select s.doc, cast(n.number + 1 as integer) as number, 'publisher' as property, x.value,
    x.value as normalized, 'site-chrome' as extractor, 'embedded' as origin, s.part, s.line,
    cast(s.end - length(x.value) as integer) as start, s.end,
    case when not x.is_site or x.rival = 1 then 0.45 when x.agrees = 1 then 0.65 else 0.6
        end as confidence,
    concat('the titles of ', x.pages, ' pages end with it',
        case when x.is_site then '' else ', and more with something else' end) as reason,
    x.is_site and x.rival = 0 and coalesce(x.named, 0) = 0 as chosen, false as barred
from shortened x join sourced s on s.doc = x.doc and s.number = x.number
join numbers n on n.doc = x.doc where x.nth = 1
"""

PARTS: Final = "^(.*[^ ]) +[-–—|·•»:]+ +([^ ].*)$"
"""What stands before the last sign that parts a title, and behind it."""
ODD: Final = (
    "(?i)[0-9&]|book|buch|manual|manuel|guide|guía|guida|document|tutorial|reference|chapter|wiki"
)
"""What the names of books and of manuals have, and entities of the markup."""
ELEMENT: Final = "title element"
"""How the reasons of claims from the title of a page begin."""
SEVERAL: Final = 3
"""Different titles that end alike, at least."""
LONGEST: Final = 60
"""Characters of a name of a site, at most."""


def find_suffixes(engine: Engine) -> None:
    """Add to `sourced` the publishers that the titles of pages end with."""
    said = {"parts": PARTS, "odd": ODD, "element": ELEMENT}
    values = {"longest": LONGEST, "several": SEVERAL, **said}
    engine.create(SUFFIXED, Query(sql=SUFFIX, values=values))
    if has_rows(engine, SUFFIXED):
        engine.create(SOURCED, Query(sql=ADDED, values={"rival": RIVAL}))
