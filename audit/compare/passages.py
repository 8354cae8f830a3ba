"""Passages: what two documents share word for word, with characters on both sides."""

from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

from audit.compare import Method
from audit.compare.index import lists
from audit.compare.scores import sides
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.chains import Reach, passages
from audit.tables import ALIGNED, PASSAGES, Query

PAIRED: Final = """
select c.a, c.b, ta.shingle as a_shingle, tb.shingle as b_shingle,
    ta.hashes as a_hashes, tb.hashes as b_hashes, ma.spans as a_spans, mb.spans as b_spans,
    ta.starts as a_starts, ta.ends as a_ends, tb.starts as b_starts, tb.ends as b_ends
from candidates c
join tokens ta on ta.doc = c.a join tokens tb on tb.doc = c.b
join masks ma on ma.doc = c.a join masks mb on mb.doc = c.b
"""

LINED: Final = """
select p.a, p.b, p.number, p.a_start, p.a_end, la.line as a_line,
    p.b_start, p.b_end, lb.line as b_line, p.words, p.boilerplate
from aligned p
join lines la on la.doc = p.a and p.a_first >= la.first_token
    and p.a_first < la.first_token + la.tokens
join lines lb on lb.doc = p.b and p.b_first >= lb.first_token
    and p.b_first < lb.first_token + lb.tokens
"""


@dataclass(frozen=True, slots=True)
class Align:
    """Find the passages of the pairs of a batch."""

    reach: Reach

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of PAIRED, give those of `aligned`."""
        columns: dict[str, list[Any]] = {name: [] for name in ALIGNED.columns}
        offsets = (lists(batch[name]) for name in ("a_starts", "a_ends", "b_starts", "b_ends"))
        names = zip(batch["a"].to_pylist(), batch["b"].to_pylist(), strict=True)
        rows = zip(names, sides(batch, "a"), sides(batch, "b"), zip(*offsets, strict=True), strict=True)
        for pair, a, b, (a_starts, a_ends, b_starts, b_ends) in rows:
            for number, chain in enumerate(passages(a, b, self.reach), start=1):
                values = (
                    *pair,
                    number,
                    chain.a_first,
                    int(a_starts[chain.a_first]),
                    int(a_ends[chain.a_last - 1]),
                    chain.b_first,
                    int(b_starts[chain.b_first]),
                    int(b_ends[chain.b_last - 1]),
                    chain.matched,
                    chain.masked,
                )
                for column, value in zip(columns.values(), values, strict=True):
                    column.append(value)
        return batch_of(ALIGNED, columns)


def align(engine: Engine, method: Method) -> None:
    """Fill `passages` from `candidates`, `tokens`, `masks` and `lines`."""
    engine.apply(Align(method.reach), Query(sql=PAIRED), ALIGNED)
    engine.create(PASSAGES, Query(sql=LINED))
