"""Boilerplate: what recurs in different documents, counted over clusters of one content.

Counting documents alone would call eleven versions of one article boilerplate.
"""

from typing import Final

from audit.compare import Method
from audit.compare.components import label
from audit.compare.frequent import find_sequence
from audit.compare.masks import mask
from audit.compare.sites import leave_reused
from audit.engines import Engine
from audit.tables import LABELS, PIECES, SEQUENCE, Query, Table

KEYS: Final = "select distinct key as node from sequence"

FOLLOWING: Final = """
with streams as (
    select s.*, 0 as stream from sequence s
    union all
    select s.*, 1 as stream from sequence s where not s.whole_line
),
following as (
    select doc, key, documents, first + count as last,
        lead(key) over (partition by doc, stream order by ordinal) as next_key,
        lead(first) over (partition by doc, stream order by ordinal) as next_first,
        lead(documents) over (partition by doc, stream order by ordinal) as next_documents
    from streams
)
select key as x, next_key as y from following
where next_first - last <= :slot
group by key, next_key, documents, next_documents
having 3 * count(distinct doc) >= 2 * greatest(documents, next_documents)
"""
"""Two runs belong to one block that follow each other in most of the documents of either.

Whole lines stand between runs, but do not part them.
"""

PIECE: Final = """
with marked as (
    select s.doc, s.ordinal, s.first, s.first + s.count as last, l.label,
        lag(l.label) over (partition by s.doc order by s.ordinal) as label_before,
        max(s.first + s.count) over (
            partition by s.doc order by s.ordinal rows between unbounded preceding and 1 preceding
        ) as reached
    from sequence s join labels l on l.node = s.key
),
numbered as (
    select doc, first, last, label, sum(
        case when label = label_before and first - reached <= :slot then 0 else 1 end
    ) over (partition by doc order by ordinal) as island
    from marked
),
islands as (
    select doc, island, min(label) as key, min(first) as first, max(last) as last
    from numbered group by doc, island
),
trimmed as (
    select doc, key, last, greatest(first, coalesce(max(last) over (
        partition by doc order by island rows between unbounded preceding and 1 preceding
    ), 0)) as first
    from islands
)
select doc, first, last - first as count, key from trimmed where last > first
"""
"""Stretches of runs of one block, joined over slots; where two overlap, the earlier has it."""

AS_RUNS: Final = """
select p.doc, row_number() over (partition by p.doc order by p.first) as ordinal, p.first,
    p.count, k.documents, p.key, false as whole_line
from pieces p join (
    select key, count(distinct doc) as documents from pieces group by key
) as k on k.key = p.key
"""

RELABELLED: Final = """
select r.node, coalesce(l.label, r.label) as label
from run_labels r left join labels l on l.node = r.label
"""

TEMPLATE: Final = """
with sizes as (
    select p.doc, p.key, sum(p.count) as words from pieces p group by p.doc, p.key
),
documents_of as (select key, count(*) as documents from sizes group by key),
totals as (select doc, sum(words) as words from sizes group by doc),
dominated as (
    select s.key, count(*) as documents
    from sizes s join totals t on t.doc = s.doc join heads h on h.doc = s.doc
    where 2 * s.words >= h.words - t.words + s.words group by s.key
),
suspected as (
    select d.key, n.documents from dominated d join documents_of n on n.key = d.key
    where 3 * d.documents >= 2 * n.documents
),
beside as (
    select x.key, y.key as other, x.doc, y.words, q.documents
    from suspected q join sizes x on x.key = q.key join sizes y on y.doc = x.doc
    where y.key <> x.key
),
constant as (
    select key, other from beside group by key, other, documents having 2 * count(*) > documents
),
apart as (
    select b.key, b.documents from beside b
    left join constant c on c.key = b.key and c.other = b.other
    group by b.key, b.documents, b.doc
    having 2 * sum(case when c.key is null then 0 else b.words end) < sum(b.words)
),
content as (
    select key from apart group by key, documents having 3 * count(*) >= 2 * documents
)
select p.doc, p.first, p.count, p.key
from pieces p left join content c on c.key = p.key where c.key is null
"""
"""What is left without it is less than it, and it stands in one template here and in another
there, but for less than half of their words: that is a text that several sites carry."""

RUN_LABELS: Final = Table(name="run_labels", scratch=True, columns=LABELS.columns)


def find_boilerplate(engine: Engine, method: Method) -> None:
    """Fill `pieces` and `masks` from `common_runs`, `clusters` and what the round before found."""
    find_sequence(engine, method)
    _join_runs(engine, method)
    _join_blocks(engine, method)
    leave_reused(engine, method)
    engine.create(PIECES, Query(sql=TEMPLATE))
    mask(engine)


def _join_runs(engine: Engine, method: Method) -> None:
    """Fill `labels` and `pieces` from `sequence`."""
    slot = {"slot": method.join}
    label(engine, Query(sql=KEYS), Query(sql=FOLLOWING, values=slot))
    engine.create(PIECES, Query(sql=PIECE, values=slot))


def _join_blocks(engine: Engine, method: Method) -> None:
    """Join the blocks that follow each other in most of their documents, as runs are joined.

    Where each page lacks another item of a menu, runs are torn, but not the parts of the menu.
    """
    engine.create(RUN_LABELS, Query(sql="select node, label from labels"))
    engine.create(SEQUENCE, Query(sql=AS_RUNS))
    _join_runs(engine, method)
    engine.create(LABELS, Query(sql=RELABELLED))
