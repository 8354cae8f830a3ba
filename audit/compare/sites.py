"""Sites: where documents come from, and texts that stand on several sites without being chrome.

A template repeats within one site. A text that each of several sites has once is no template of
any of them, but a text that one took from the other; unless it is a notice of rights, or declared.
"""

from typing import Final

from audit.compare import Method
from audit.engines import Engine
from audit.tables import PIECES, SITES, Query

HOST: Final = """
regexp_replace(lower(split_part(split_part(c.normalized, '://', 2), '/', 1)), '^www[.]', '')
"""
"""The host that the address of a claim `c` names, with or without its `www`."""

SITE: Final = f"""
with stated as (
    select c.doc,
        min(case when c.property = 'url' and instr(c.normalized, '://') > 0
            then concat('//', {HOST}) end) as host,
        min(case when c.property = 'publisher' then lower(trim(c.normalized)) end) as publisher
    from claims c join heads h on h.doc = c.doc
    where c.chosen and c.property in ('url', 'publisher') and c.normalized <> ''
        and c.confidence >= :sure
    group by c.doc
),
placed_in as (
    select h.doc, regexp_replace(s.path, '[^/]*$', '') as folder
    from heads h join selected s on s.doc = h.doc
),
folders as (
    select folder, count(*) as documents from placed_in group by folder
),
spread as (select count(*) as folders from folders where documents >= :pages)
select p.doc, coalesce(t.host, t.publisher, concat('/', p.folder)) as site,
    t.doc is null as by_folder
from placed_in p left join stated t on t.doc = p.doc
join folders f on f.folder = p.folder cross join spread
where t.doc is not null or (f.documents >= :pages and spread.folders > 1)
"""
"""What the address says, else the publisher, else the folder where several hold several pages."""

REUSED: Final = """
with standing as (
    select p.doc, p.key, sum(p.count) as words, min(p.first) as first,
        max(p.first + p.count) as last
    from pieces p group by p.doc, p.key
),
carriers as (
    select s.doc, s.key, c.cluster, t.site, t.by_folder
    from standing s join clusters c on c.doc = s.doc join sites t on t.doc = s.doc
),
carried as (
    select key, count(*) as documents, max(words) as words from standing group by key
),
in_folders as (
    select key, site, count(distinct cluster) as contents from carriers
    where by_folder group by key, site
),
gathered as (
    select key, sum(contents) as contents, max(contents) as most
    from in_folders group by key having sum(contents) >= :clusters
),
lots as (
    select f.site from in_folders f join gathered g on g.key = f.key join carried w on w.key = f.key
    group by f.site
    having count(
            case when 2 * g.most <= g.contents and w.words between :passage and :notice then 1 end
        ) >= :many
        and count(case when 2 * f.contents > g.contents then 1 end) = 0
),
testimony as (
    select c.key, c.doc, c.cluster, c.site from carriers c join carried w on w.key = c.key
    left join lots l on l.site = c.site and c.by_folder
    where l.site is null or w.words > :notice
),
pages as (
    select t.site, count(distinct c.cluster) as contents
    from sites t join clusters c on c.doc = t.doc group by t.site
),
lone as (
    select n.key, sum(n.documents) as documents, count(*) as sites
    from (
        select key, site, count(distinct cluster) as contents, count(*) as documents
        from testimony group by key, site
    ) as n join pages g on g.site = n.site
    where n.contents < 2 or (n.contents < :clusters and 2 * n.contents < g.contents)
    group by n.key
),
noticed as (
    select s.key, count(distinct s.doc) as documents
    from standing s join claims c on c.doc = s.doc and c.part = 'text'
        and c.property in ('rights', 'rights_holder')
    join lines l on l.doc = c.doc and c.start >= l.start and c.start <= l.end
        and l.first_token < s.last and l.first_token + l.tokens > s.first
    where s.words <= :notice group by s.key
),
known as (select distinct l.label as key from declared d join labels l on l.node = d.key),
reused as (
    select a.key from lone a join carried c on c.key = a.key
    left join noticed n on n.key = a.key left join known k on k.key = a.key
    where a.sites > 1 and 2 * a.documents > c.documents and c.words >= :passage
        and k.key is null and 2 * coalesce(n.documents, 0) < c.documents
)
select p.doc, p.first, p.count, p.key
from pieces p left join reused r on r.key = p.key where r.key is null
"""
"""A site testifies for a block that stands there on one page, or on few of many.

A folder does not for a short block, where many short blocks of it stand in other folders as well
and none is its own: it is a day, or a lot.
"""


def find_sites(engine: Engine, method: Method) -> None:
    """Fill `sites` from `claims`, `heads` and the folders of `selected`."""
    values = {"pages": method.boilerplate_clusters, "sure": SURE}
    engine.create(SITES, Query(sql=SITE, values=values))


def leave_reused(engine: Engine, method: Method) -> None:
    """Take out of `pieces` what several sites carry and none of them repeats."""
    values = {
        "clusters": method.boilerplate_clusters,
        "passage": method.reach.shortest,
        "notice": NOTICE,
        "many": MANY,
    }
    engine.create(PIECES, Query(sql=REUSED, values=values))


SURE: Final = 0.6
"""Confidence of an address or a publisher below which it is a guess that names no site."""

NOTICE: Final = 80
"""Words up to which a block in which rights are claimed is a notice and no text."""

MANY: Final = 10
"""Scattered blocks that tell a folder from a site; fewer may be texts that travelled."""
