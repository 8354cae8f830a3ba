"""Frequent runs: what stands in several contents, and in which order it stands in each document."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method, has_rows
from audit.compare.index import end_to_end
from audit.compare.sites import find_sites
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.islands import Hits, sequence
from audit.tables import COMMON_RUNS, HITS, SEQUENCE, Query, Table

COMMON_RUN: Final = """
with runs as (
    select f.doc, f.position as first, cast(:run as integer) as count, f.hash as key,
        false as whole_line
    from shared f
    union all
    select l.doc, l.first_token as first, l.tokens as count, l.digest as key, true as whole_line
    from lines l join heads h on h.doc = l.doc
),
several as (
    select key, whole_line from runs group by key, whole_line having count(*) >= :clusters
    union
    select key, whole_line from declared
),
met as (
    select r.* from runs r join several q on q.key = r.key and q.whole_line = r.whole_line
),
often as (
    select d.key, d.whole_line
    from (select distinct doc, key, whole_line from met) d
    left join declared k on k.key = d.key and k.whole_line = d.whole_line
    group by d.key, d.whole_line having count(*) >= :clusters or count(k.key) > 0
)
select r.doc, r.first, r.count, r.key, r.whole_line
from met r join often q on q.key = r.key and q.whole_line = r.whole_line
"""
"""What stands in fewer documents cannot stand in enough clusters; most stands but once."""

FREQUENT: Final = """
select d.key, d.whole_line, cast(count(*) as integer) as documents
from (select distinct doc, key, whole_line from common_runs) d
join clusters c on c.doc = d.doc
left join declared k on k.key = d.key and k.whole_line = d.whole_line
group by d.key, d.whole_line
having count(distinct c.cluster) >= :clusters or count(k.key) > 0
"""

TURNED: Final = """
select distinct r.doc from common_runs r join (
    select f.key, f.whole_line from frequent f
    left join frequent_before b on b.key = f.key and b.whole_line = f.whole_line
    where b.key is null
    union all
    select b.key, b.whole_line from frequent_before b
    left join frequent f on f.key = b.key and f.whole_line = b.whole_line
    where f.key is null
) as other on other.key = r.key and other.whole_line = r.whole_line
"""
"""The documents with a run that is frequent now and was not in the round before, or was."""

HIT: Final = """
select r.doc, r.first, r.count, q.documents, r.key, r.whole_line
from common_runs r join turned t on t.doc = r.doc
join frequent q on q.key = r.key and q.whole_line = r.whole_line
"""

GROUPED: Final = """
select x.doc, array_agg(x.first) as firsts, array_agg(x.count) as counts,
    array_agg(x.documents) as documents, array_agg(x.key) as keys,
    array_agg(cast(x.whole_line as integer)) as whole_lines
from hits x group by x.doc
"""

SAME: Final = """
select a.* from arranged a left join turned t on t.doc = a.doc where t.doc is null
"""

_FREQUENT: Final = Table(
    name="frequent",
    scratch=True,
    columns={"key": "bigint", "whole_line": "boolean", "documents": "integer"},
)
_BEFORE: Final = Table(name="frequent_before", scratch=True, columns=_FREQUENT.columns)
_TURNED: Final = Table(name="turned", scratch=True, columns={"doc": "bigint"})
_ARRANGED: Final = Table(name="arranged", scratch=True, columns=SEQUENCE.columns)
_FRESH: Final = Table(name="fresh_sequence", scratch=True, columns=SEQUENCE.columns)
_OF_A_HIT: Final = ("documents", "keys", "whole_lines")


@dataclass(frozen=True, slots=True)
class Arrange:
    """Bring the hits of each document that count into their order."""

    slot: int
    light: ClassVar[bool] = True

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of GROUPED, give those of `sequence`.

        The documents lie end to end from the first of their hits to the last, with as many words
        between two that no slot reaches over.
        """
        firsts, many = end_to_end(batch["firsts"])
        counts, *rest = (end_to_end(batch[name])[0] for name in ("counts", *_OF_A_HIT))
        rows = np.cumsum(many) - many
        least = np.minimum.reduceat(firsts, rows)
        sizes = np.maximum.reduceat(firsts + counts, rows).astype(np.int64) - least + self.slot + 1
        starts = np.cumsum(sizes) - sizes
        hits = sequence(
            Hits(
                firsts=firsts + np.repeat(starts - least, many),
                counts=counts.astype(np.int64),
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
            "first": hits.firsts - (starts - least)[owners],
            "count": hits.counts,
            "documents": hits.documents,
            "key": hits.keys,
            "whole_line": hits.lines,
        }
        return batch_of(SEQUENCE, columns)


def find_common_runs(engine: Engine, method: Method) -> bool:
    """Fill `common_runs` and `sites` from what the documents hold, once for all rounds.

    Return whether there are any.
    """
    values = {"run": method.index_run, "clusters": method.boilerplate_clusters}
    engine.create(COMMON_RUNS, Query(sql=COMMON_RUN, values=values))
    engine.clear(_FREQUENT)
    engine.clear(_ARRANGED)
    if not has_rows(engine, COMMON_RUNS):
        return False
    find_sites(engine, method)
    return True


def find_sequence(engine: Engine, method: Method) -> None:
    """Fill `sequence`, anew for those documents alone whose frequent runs are others."""
    engine.create(_BEFORE, Query(sql="select * from frequent"))
    values = {"clusters": method.boilerplate_clusters}
    engine.create(_FREQUENT, Query(sql=FREQUENT, values=values))
    engine.create(_TURNED, Query(sql=TURNED))
    engine.create(HITS, Query(sql=HIT))
    engine.apply(Arrange(method.join), Query(sql=GROUPED), _FRESH)
    engine.create(_ARRANGED, Query(sql=SAME))
    engine.extend(_ARRANGED, Query(sql="select * from fresh_sequence"))
    engine.create(SEQUENCE, Query(sql="select * from arranged"))
