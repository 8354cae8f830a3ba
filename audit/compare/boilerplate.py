"""Boilerplate: what recurs in different documents, counted over clusters of one content.

Counting documents alone would call eleven versions of one article boilerplate.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method
from audit.compare.components import label
from audit.compare.index import end_to_end
from audit.compare.masks import mask
from audit.compare.sites import find_sites, leave_reused
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.islands import Hits, sequence
from audit.tables import COMMON_RUNS, HITS, LABELS, PIECES, SEQUENCE, Query, Table

COMMON_RUN: Final = """
with runs as (
    select f.doc, f.position as first, cast(:run as integer) as count, f.hash as key,
        false as whole_line
    from shared f
    union all
    select l.doc, l.first_token as first, l.tokens as count, l.digest as key, true as whole_line
    from lines l join heads h on h.doc = l.doc
),
often as (
    select d.key, d.whole_line
    from (select distinct doc, key, whole_line from runs) d
    left join declared k on k.key = d.key and k.whole_line = d.whole_line
    group by d.key, d.whole_line having count(*) >= :clusters or count(k.key) > 0
)
select r.doc, r.first, r.count, r.key, r.whole_line
from runs r join often q on q.key = r.key and q.whole_line = r.whole_line
"""
"""What stands in fewer documents cannot stand in enough clusters."""

HIT: Final = """
with frequent as (
    select d.key, d.whole_line, cast(count(*) as integer) as documents
    from (select distinct doc, key, whole_line from common_runs) d
    join clusters c on c.doc = d.doc
    left join declared k on k.key = d.key and k.whole_line = d.whole_line
    group by d.key, d.whole_line
    having count(distinct c.cluster) >= :clusters or count(k.key) > 0
)
select r.doc, r.first, r.count, q.documents, r.key, r.whole_line
from common_runs r join frequent q on q.key = r.key and q.whole_line = r.whole_line
"""

GROUPED: Final = """
select h.doc, h.words,
    array_agg(x.first) as firsts, array_agg(x.count) as counts,
    array_agg(x.documents) as documents, array_agg(x.key) as keys,
    array_agg(cast(x.whole_line as integer)) as whole_lines
from hits x join heads h on h.doc = x.doc group by h.doc, h.words
"""

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

RUN_LABELS: Final = Table(name="run_labels", columns=LABELS.columns)


_OF_A_HIT: Final = ("documents", "keys", "whole_lines")


@dataclass(frozen=True, slots=True)
class Arrange:
    """Bring the hits of each document that count into their order."""

    slot: int

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of GROUPED, give those of `sequence`.

        The documents lie end to end, with as many words between two that no slot reaches over.
        """
        sizes = batch["words"].to_numpy().astype(np.int64) + self.slot + 1
        starts = np.cumsum(sizes) - sizes
        firsts, many = end_to_end(batch["firsts"])
        found, *rest = (end_to_end(batch[name])[0] for name in ("counts", *_OF_A_HIT))
        hits = sequence(
            Hits(
                firsts=firsts + np.repeat(starts, many),
                counts=found.astype(np.int64),
                documents=rest[0],
                keys=rest[1],
                lines=rest[2].astype(np.bool_),
            ),
            int(sizes.sum()),
            self.slot,
        )
        owners = np.searchsorted(starts, hits.firsts, side="right") - 1
        columns: dict[str, Any] = {
            "doc": batch["doc"].to_numpy()[owners],
            "ordinal": np.arange(owners.size) - np.searchsorted(owners, owners),
            "first": hits.firsts - starts[owners],
            "count": hits.counts,
            "documents": hits.documents,
            "key": hits.keys,
            "whole_line": hits.lines,
        }
        return batch_of(SEQUENCE, columns)


def find_boilerplate(engine: Engine, method: Method) -> None:
    """Fill `hits`, `pieces` and `masks` from `common_runs` and `clusters`."""
    values = {"clusters": method.boilerplate_clusters}
    engine.create(HITS, Query(sql=HIT, values=values))
    engine.apply(Arrange(method.join), Query(sql=GROUPED), SEQUENCE)
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


def find_common_runs(engine: Engine, method: Method) -> None:
    """Fill `common_runs` and `sites` from what the documents hold, once for all rounds."""
    find_sites(engine, method)
    values = {"run": method.index_run, "clusters": method.boilerplate_clusters}
    engine.create(COMMON_RUNS, Query(sql=COMMON_RUN, values=values))
