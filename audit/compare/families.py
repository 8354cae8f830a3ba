"""Families: versions of one text, by exact resemblance to a head; a star, never a chain.

Versions share almost everything with each other, so comparing all of them with everything else
says the same thing many times over at the cost of the square of their number.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method
from audit.compare.index import lists
from audit.compare.scores import Score, tiled
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.minhash import buckets
from audit.fingerprints.shingles import shingles
from audit.tables import BUCKETS, FAMILIES, KIN, SCORES, Query, Table

WORDS: Final = """
select t.doc, t.shingle, t.hashes from tokens t join heads h on h.doc = t.doc
"""

MEETING: Final = """
with least as (
    select b.bucket, min(h.rank) as rank
    from buckets b join heads h on h.doc = b.doc group by b.bucket having count(*) > 1
)
select distinct first.doc as a, b.doc as b, 0 as shared
from buckets b join least l on l.bucket = b.bucket join heads first on first.rank = l.rank
where b.doc <> first.doc
"""

KINSHIP: Final = """
select a, b from scores where raw_resemblance >= :family
"""

NOBODY: Final = "select doc, doc as head from heads where doc is null"

ROUND: Final = """
with open as (
    select k.a, k.b, ha.rank from kin k join heads ha on ha.doc = k.a
    left join families fa on fa.doc = k.a left join families fb on fb.doc = k.b
    where (fa.doc is null or fa.head = k.a) and fb.doc is null
),
firsts as (
    select distinct a as doc from open where a not in (select b from open)
),
joined as (
    select o.b as doc, min(o.rank) as rank from open o join firsts f on f.doc = o.a group by o.b
)
select doc, head from families
union
select doc, doc as head from firsts
union all
select j.doc, h.doc as head from joined j join heads h on h.rank = j.rank
"""

SIZE: Final = "select count(*) from families"
PEERS: Final = Table(name="peers", columns={"a": "bigint", "b": "bigint", "shared": "integer"})


@dataclass(frozen=True, slots=True)
class Meet:
    """Put documents into the buckets of their shingles."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take `doc`, `shingle` and `hashes`, give `doc` and `bucket`."""
        columns: dict[str, list[Any]] = {"doc": [], "bucket": []}
        rows = zip(batch["doc"].to_pylist(), batch["shingle"].to_pylist(), strict=True)
        for (doc, length), hashes in zip(rows, lists(batch["hashes"]), strict=True):
            found = buckets(shingles(hashes.view(np.uint64), length)).tolist()
            columns["doc"] += [doc] * len(found)
            columns["bucket"] += found
        return batch_of(BUCKETS, columns)


def find_families(engine: Engine, method: Method) -> None:
    """Fill `families` from `tokens` and `heads`: every member with its head, heads with themselves.

    A document joins the first head by rank that it resembles enough; a head joins nobody.
    """
    engine.apply(Meet(), Query(sql=WORDS), BUCKETS)
    engine.create(PEERS, Query(sql=MEETING))
    engine.apply(Score(), tiled(PEERS), SCORES)
    engine.create(KIN, Query(sql=KINSHIP, values={"family": method.family}))
    engine.create(FAMILIES, Query(sql=NOBODY))
    before, now = -1, 0
    while before != now:
        engine.create(FAMILIES, Query(sql=ROUND))
        before, now = now, engine.value(Query(sql=SIZE))
