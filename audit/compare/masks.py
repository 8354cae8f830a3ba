"""Masks: the words of each head that count as boilerplate or page furniture."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np
import pyarrow as pa

from audit.compare.index import end_to_end
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
select h.doc, t.state, array_agg(coalesce(p.first, :nowhere)) as firsts,
    array_agg(coalesce(p.count, 0)) as counts
from heads h join tokens t on t.doc = h.doc left join parts p on p.doc = h.doc
group by h.doc, t.state
"""

NOWHERE: Final = -1
"""Where the one span stands of a head without any."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Write down the boilerplate and the furniture of each head as spans of tokens."""

    light: ClassVar[bool] = True

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of MASK, give those of `masks`."""
        firsts, many = end_to_end(batch["firsts"])
        counts, _ = end_to_end(batch["counts"])
        owners = np.repeat(np.arange(many.size), many)
        order = np.lexsort((counts, firsts, owners))
        order = order[firsts[order] != NOWHERE]
        spans = np.column_stack((firsts[order], counts[order])).ravel()
        ends = 2 * np.cumsum(np.bincount(owners[order], minlength=many.size))
        return batch_of(
            MASKS,
            {
                "doc": batch["doc"],
                "state": _states(batch["state"].to_pylist(), spans, ends),
                "spans": pa.ListArray.from_arrays(
                    pa.array(np.append(0, ends), type=pa.int32()), pa.array(spans, type=pa.int32())
                ),
            },
        )


def _states(words: list[int], spans: Any, ends: Any) -> list[int]:
    """Return for each document what stands for its words and its spans, which end at *ends*."""
    starts = [0, *ends[:-1].tolist()]
    bytes_of = spans.astype("<i8").tobytes()
    return [
        state_of(state.to_bytes(8, "little", signed=True) + bytes_of[8 * low : 8 * high])
        if low < high
        else state
        for state, low, high in zip(words, starts, ends.tolist(), strict=True)
    ]


def start_masks(engine: Engine) -> None:
    """Fill `masks` with the furniture of the pages alone, before any boilerplate is known."""
    engine.clear(PIECES)
    mask(engine)


def mask(engine: Engine) -> None:
    """Fill `masks` from `pieces` and the furniture of the pages."""
    engine.apply(Mask(), Query(sql=MASK, values={"nowhere": NOWHERE}), MASKS)
