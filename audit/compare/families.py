"""Families: versions of one text, by exact resemblance to a head; a star, never a chain.

Versions share almost everything with each other, so comparing all of them with everything else
says the same thing many times over at the cost of the square of their number.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method
from audit.compare.frames import FRAMES, frame_values
from audit.compare.index import end_to_end
from audit.compare.scores import score
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.minhash import BANDS, buckets
from audit.fingerprints.shingles import shingles_of_each
from audit.tables import BUCKETS, FAMILIES, KIN, Query, Table

UNMET: Final = """
select t.doc, t.state, t.shingle, t.hashes from tokens t join heads h on h.doc = t.doc
left join (select distinct doc, state from buckets) b on b.doc = t.doc and b.state = t.state
where b.doc is null
"""

MET: Final = """
select b.doc, b.state, b.bucket from buckets b
join heads h on h.doc = b.doc join tokens t on t.doc = b.doc and t.state = b.state
union all
select doc, state, bucket from fresh_buckets
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

KINSHIP: Final = (
    "with "
    + FRAMES
    + """
select s.a, s.b from scores s left join frames f on f.a = s.a and f.b = s.b
where s.raw_resemblance >= :family and f.a is null
"""
)

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

MET_ANY: Final = Query(sql="select count(*) from peers")
SIZE: Final = "select count(*) from families"
FRESH: Final = Table(name="fresh_buckets", scratch=True, columns=BUCKETS.columns)
PEERS: Final = Table(
    name="peers", scratch=True, columns={"a": "bigint", "b": "bigint", "shared": "integer"}
)


@dataclass(frozen=True, slots=True)
class Meet:
    """Put documents into the buckets of their shingles."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take `doc`, `state`, `shingle` and `hashes`, give the columns of `buckets`."""
        words, sizes = end_to_end(batch["hashes"])
        lengths = batch["shingle"].to_numpy()
        found: dict[str, list[Any]] = {
            name: [np.zeros(0, dtype=np.int64)] for name in BUCKETS.columns
        }
        for length in np.unique(lengths).tolist():
            of_length = lengths == length
            hashes = words[np.repeat(of_length, sizes)].view(np.uint64)
            every, counts = shingles_of_each(hashes, sizes[of_length], length)
            found["bucket"].append(buckets(every, counts))
            for name in ("doc", "state"):
                column = batch[name].to_numpy()[of_length][counts > 0]
                found[name].append(np.repeat(column, BANDS))
        columns: dict[str, Any] = {name: np.concatenate(parts) for name, parts in found.items()}
        return batch_of(BUCKETS, columns)


def find_families(engine: Engine, method: Method) -> None:
    """Fill `families` from `tokens` and `heads`: every member with its head, heads with themselves.

    A document joins the first head by rank that it resembles enough; a head joins nobody.
    """
    engine.apply(Meet(), Query(sql=UNMET), FRESH)
    engine.create(BUCKETS, Query(sql=MET))
    engine.create(PEERS, Query(sql=MEETING))
    if not engine.value(MET_ANY):
        engine.clear(FAMILIES)
        return
    score(engine, PEERS)
    values = {"family": method.family, **frame_values(method)}
    engine.create(KIN, Query(sql=KINSHIP, values=values))
    engine.clear(FAMILIES)
    before, now = -1, 0
    while before != now:
        engine.create(FAMILIES, Query(sql=ROUND))
        before, now = now, engine.value(Query(sql=SIZE))
