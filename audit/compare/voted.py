"""Voted: short lines at one place of many documents, most of which are called otherwise.

A masthead of two words and the kind of a paper above it are too short for a block. What most of
the documents that begin with it do not take for their title is none of the few that do.
"""

from typing import Final

from audit.engines import Engine
from audit.tables import Query, Table

VOTED: Final = Table(
    name="voted",
    scratch=True,
    columns={"digest": "bigint", "place": "integer", "documents": "bigint"},
)
"""Lines, by their digest and their number, that are no title where they stand."""

VOTE: Final = """
with titles as (
    select c.doc, min(case when c.part = 'text' then l.number end) as place,
        max(case when c.part = 'text' then 0 else 1 end) as marked
    from claims c join selected s on s.doc = c.doc
    left join lines l on l.doc = c.doc and l.start <= c.start and l.end > c.start
        and c.part = 'text'
    where c.property = 'title' and c.chosen group by c.doc
),
carried as (
    select l.doc, l.digest, l.number as place, k.cluster,
        case when t.place = l.number and t.marked = 0 then 1 else 0 end as chosen,
        case when t.doc is null then 0 else 1 end as titled
    from (select distinct doc, key, first from common_runs where whole_line and count < :words) r
    join lines l on l.doc = r.doc and l.digest = r.key and l.first_token = r.first
    join clusters k on k.doc = l.doc
    left join titles t on t.doc = l.doc
)
select digest, place, count(distinct doc) as documents
from carried group by digest, place
having count(distinct cluster) >= :clusters
    and count(distinct case when titled = 1 and chosen = 0 then cluster end)
        >= 2 * count(distinct case when chosen = 1 then cluster end)
    and 2 * sum(titled) > count(*)
"""
"""Two in three that have a title have another."""


def count_votes(engine: Engine, clusters: int, words: int) -> None:
    """Fill `voted` with lines of fewer than *words* in so many *clusters* of one content."""
    values = {"clusters": clusters, "words": words}
    engine.create(VOTED, Query(sql=VOTE, values=values))
