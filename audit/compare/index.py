"""The index: winnowed shingles of the heads, joined into candidate pairs."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method, has_rows
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.shingles import shingles_of_each, winnow_each
from audit.tables import CANDIDATES, FAMILIES, FINGERPRINTS, HOT, POSTINGS, SHARED, Query, Table

KNOWN: Final = "select distinct doc, state from fingerprints"

UNINDEXED: Final = """
select t.doc, t.state, t.hashes from tokens t join heads h on h.doc = t.doc
left join indexed f on f.doc = t.doc and f.state = t.state where f.doc is null
"""

STALE: Final = """
select count(*) from indexed f left join (
    select t.doc, t.state from tokens t join heads h on h.doc = t.doc
) as now on now.doc = f.doc and now.state = f.state where now.doc is null
"""

KEEP: Final = """
select f.doc, f.state, f.hash, f.position from fingerprints f
join heads h on h.doc = f.doc join tokens t on t.doc = f.doc and t.state = f.state
"""
LEARNED: Final = "select doc, state, hash, position from fresh_fingerprints"

INDEXED: Final = Table(name="indexed", scratch=True, columns={"doc": "bigint", "state": "bigint"})

FRESH: Final = Table(name="fresh_fingerprints", scratch=True, columns=FINGERPRINTS.columns)

MEETING: Final = """
with several as (
    select hash from fingerprints group by hash having min(doc) <> max(doc)
    union
    select key as hash from declared where not whole_line
)
select f.doc, f.hash, f.position from fingerprints f join several s on s.hash = f.hash
"""

POSTING: Final = """
with own as (
    select f.doc, f.hash, coalesce(m.head, f.doc) as head
    from shared f left join families m on m.doc = f.doc
    left join shared g on g.doc = m.head and m.head <> m.doc and g.hash = f.hash
    where g.doc is null
)
select distinct o.doc, o.hash, o.head, h.rank from own o join heads h on h.doc = o.doc
"""
"""Heads of families, and what their members have beyond them."""

HEADS_IN_ALL: Final = "select count(*) from heads"

PAIRS_IN_ALL: Final = """
select coalesce(sum(documents * (documents - 1) / 2), 0)
from (select count(*) as documents from postings group by hash) as lists
"""

HOTTEST: Final = """
select hash, cast(count(*) as integer) as documents from postings
group by hash having count(*) > :most_documents
"""

CANDIDATE: Final = """
with rare as (
    select p.doc, p.hash, p.head, p.rank from postings p
    left join hot h on h.hash = p.hash where h.hash is null
),
met as (
    select x.doc as a, y.doc as b, cast(count(*) as integer) as shared
    from rare x join rare y on y.hash = x.hash and x.rank < y.rank and x.head <> y.head
    group by x.doc, y.doc
),
firsts as (
    select p.hash, min(p.rank) as rank from postings p join hot h on h.hash = p.hash
    group by p.hash
),
starred as (
    select x.doc as a, y.doc as b, cast(count(*) as integer) as shared
    from firsts f join postings x on x.hash = f.hash and x.rank = f.rank
    join postings y on y.hash = f.hash and y.rank > f.rank and y.head <> x.head
    group by x.doc, y.doc
),
versions as (
    select m.doc, m.head, h.rank,
        lag(m.doc) over (partition by m.head order by h.rank) as before
    from families m join heads h on h.doc = m.doc
),
worded as (
    select s.path, coalesce(up.head, c.head, s.doc) as doc
    from selected s left join copies c on c.doc = s.doc left join copies up on up.doc = c.head
),
neighbours as (
    select w.doc, lag(w.doc) over (order by w.path) as before
    from worded w join heads h on h.doc = w.doc
),
beside as (
    select case when hd.rank < hb.rank then n.doc else n.before end as a,
        case when hd.rank < hb.rank then n.before else n.doc end as b
    from neighbours n join heads hd on hd.doc = n.doc join heads hb on hb.doc = n.before
    left join families fd on fd.doc = n.doc left join families fb on fb.doc = n.before
    where n.doc <> n.before and (fd.doc is not null or fb.doc is not null)
)
select a, b, max(shared) as shared from (
    select a, b, shared from met
    union all select a, b, shared from starred
    union all select head as a, doc as b, 0 as shared from versions where doc <> head
    union all select before as a, doc as b, 0 as shared from versions where before <> head
    union all select a, b, 0 as shared from beside
) as every group by a, b
"""
"""In a family every member meets its head and the member before it; and whatever is in a family
meets its neighbours by path, because the next version may be of another family, or a revert."""


@dataclass(frozen=True, slots=True)
class Winnow:
    """Turn words into fingerprints, batch by batch."""

    run: int
    window: int

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take `doc`, `state` and `hashes`, give the columns of `fingerprints`."""
        words, sizes = end_to_end(batch["hashes"])
        every, sizes = shingles_of_each(words.view(np.uint64), sizes, self.run)
        positions, counts = winnow_each(every, sizes, self.window)
        starts = np.repeat(np.cumsum(sizes) - sizes, counts)
        columns: dict[str, Any] = {
            "doc": np.repeat(batch["doc"].to_numpy(), counts),
            "state": np.repeat(batch["state"].to_numpy(), counts),
            "hash": every[starts + positions].view(np.int64),
            "position": positions.astype(np.int32),
        }
        return batch_of(FINGERPRINTS, columns)


def lists(column: Any) -> list[Any]:
    """Return the lists of an Arrow column as numpy arrays that share its memory."""
    values = column.values.to_numpy(zero_copy_only=True)
    bounds = column.offsets.to_numpy()
    return [values[low:high] for low, high in pairwise(bounds)]


def nested(column: Any) -> list[list[Any]]:
    """Return the lists of lists of an Arrow column as numpy arrays that share its memory."""
    inner = lists(column.values)
    bounds = column.offsets.to_pylist()
    return [inner[low:high] for low, high in pairwise(bounds)]


def end_to_end(column: Any) -> tuple[Any, Any]:
    """Return the items of the lists of an Arrow column end to end, and how many each list has."""
    bounds = column.offsets.to_numpy().astype(np.int64)
    values = column.values.to_numpy(zero_copy_only=True)
    return values[bounds[0] : bounds[-1]], np.diff(bounds)


def index(engine: Engine, method: Method) -> None:
    """Fill `fingerprints`, `shared`, `postings`, `hot` and `candidates` from `tokens`, `families`.

    Where the shingles of everywhere would make too many pairs, they are left to boilerplate.
    """
    engine.create(INDEXED, Query(sql=KNOWN))
    if engine.value(Query(sql=STALE)):
        engine.create(FINGERPRINTS, Query(sql=KEEP))
    engine.apply(Winnow(method.index_run, method.window), Query(sql=UNINDEXED), FRESH)
    engine.extend(FINGERPRINTS, Query(sql=LEARNED))
    engine.create(SHARED, Query(sql=MEETING))
    if not has_rows(engine, SHARED, FAMILIES):
        for table in (POSTINGS, HOT, CANDIDATES):
            engine.clear(table)
        return
    engine.create(POSTINGS, Query(sql=POSTING))
    too_many = engine.value(Query(sql=PAIRS_IN_ALL)) > method.most_pairs
    most = method.most_documents if too_many else engine.value(Query(sql=HEADS_IN_ALL))
    engine.create(HOT, Query(sql=HOTTEST, values={"most_documents": most}))
    engine.create(CANDIDATES, Query(sql=CANDIDATE))
