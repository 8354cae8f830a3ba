"""Places: every boilerplate block in every document, copies included, with its lines."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method
from audit.compare.index import end_to_end
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.tables import BOILERPLATE, PLACED, Query

CARRIED: Final = """
with carriers as (
    select doc, doc as head from heads
    union all
    select c.doc, coalesce(up.head, c.head) as head
    from copies c left join copies up on up.doc = c.head
)
select c.doc, t.starts, t.ends, p.firsts, p.counts, p.keys
from carriers c join tokens t on t.doc = c.doc join (
    select doc, array_agg(first) as firsts, array_agg(count) as counts, array_agg(key) as keys
    from pieces group by doc
) p on p.doc = c.head
"""

SHOWN: Final = """
with known as (select distinct l.label as key from declared d join labels l on l.node = d.key),
counted as (
    select p.block from placed p left join known k on k.key = p.key group by p.block
    having (count(distinct p.doc) >= :clusters or count(k.key) > 0) and max(p.tokens) >= :words
)
select p.block, p.doc, p.first_token, p.tokens, p.start, p.end,
    low.line as line, high.line as end_line
from placed p join counted c on c.block = p.block
join lines low on low.doc = p.doc and p.first_token >= low.first_token
    and p.first_token < low.first_token + low.tokens
join lines high on high.doc = p.doc and p.first_token + p.tokens - 1 >= high.first_token
    and p.first_token + p.tokens - 1 < high.first_token + high.tokens
"""


@dataclass(frozen=True, slots=True)
class Locate:
    """Turn the tokens of pieces into characters."""

    light: ClassVar[bool] = True

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of CARRIED, give those of `placed`."""
        starts, words = end_to_end(batch["starts"])
        ends, _ = end_to_end(batch["ends"])
        firsts, many = end_to_end(batch["firsts"])
        counts, _ = end_to_end(batch["counts"])
        keys, _ = end_to_end(batch["keys"])
        begins = np.repeat(np.cumsum(words) - words, many)
        known, which = np.unique(keys, return_inverse=True)
        names = pa.array([f"{key & (1 << 64) - 1:016x}"[:12] for key in known.tolist()])
        columns: dict[str, Any] = {
            "block": names.take(pa.array(which)),
            "key": keys,
            "doc": np.repeat(batch["doc"].to_numpy(), many),
            "first_token": firsts,
            "tokens": counts,
            "start": starts[begins + firsts],
            "end": ends[begins + firsts + counts - 1],
        }
        return batch_of(PLACED, columns)


def place_boilerplate(engine: Engine, method: Method) -> None:
    """Fill `boilerplate` from `pieces`: every place of every block that recurs often enough."""
    if not engine.value(Query(sql="select count(*) from pieces")):
        engine.clear(PLACED)
        engine.clear(BOILERPLATE)
        return
    engine.apply(Locate(), Query(sql=CARRIED), PLACED)
    values = {"clusters": method.boilerplate_clusters, "words": method.block_words}
    engine.create(BOILERPLATE, Query(sql=SHOWN, values=values))
