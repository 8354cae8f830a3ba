"""Masks: the words of each head that count as boilerplate or page furniture."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.shingles import state_of
from audit.tables import MASKS, PIECES, Query

MASK: Final = """
with parts as (
    select doc, first, count from pieces
    union all
    select l.doc, l.first_token as first, l.tokens as count
    from lines l join heads h on h.doc = l.doc where l.furniture
)
select h.doc, t.state, array_agg(p.first) as firsts, array_agg(p.count) as counts
from heads h join tokens t on t.doc = h.doc left join parts p on p.doc = h.doc
group by h.doc, t.state
"""

NO_PIECES: Final = """
select doc, 0 as first, 0 as count, doc as key from heads where doc is null
"""


@dataclass(frozen=True, slots=True)
class Mask:
    """Write down the boilerplate and the furniture of each head as spans of tokens."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of MASK, give those of `masks`."""
        spans = [
            [number for span in sorted(zip(firsts, counts, strict=True)) for number in span]
            if firsts[0] is not None
            else []
            for firsts, counts in zip(
                batch["firsts"].to_pylist(), batch["counts"].to_pylist(), strict=True
            )
        ]
        states = [
            state_of(np.array([state, *each], dtype=np.int64)) if each else state
            for state, each in zip(batch["state"].to_pylist(), spans, strict=True)
        ]
        return batch_of(MASKS, {"doc": batch["doc"], "state": states, "spans": spans})


def start_masks(engine: Engine) -> None:
    """Fill `masks` with the furniture of the pages alone, before any boilerplate is known."""
    engine.create(PIECES, Query(sql=NO_PIECES))
    mask(engine)


def mask(engine: Engine) -> None:
    """Fill `masks` from `pieces` and the furniture of the pages."""
    engine.apply(Mask(), Query(sql=MASK), MASKS)
