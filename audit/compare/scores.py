"""Exact scores of every candidate, by shingle sets, on the whole text and on the body."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare.index import lists
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.overlap import Overlap, Side, overlap
from audit.tables import SCORES, Query

PAIRED: Final = """
select c.a, c.b, ta.shingle as a_shingle, tb.shingle as b_shingle,
    ta.hashes as a_hashes, tb.hashes as b_hashes, ma.spans as a_spans, mb.spans as b_spans
from candidates c
join tokens ta on ta.doc = c.a join tokens tb on tb.doc = c.b
join masks ma on ma.doc = c.a join masks mb on mb.doc = c.b
"""


def sides(batch: pa.RecordBatch, name: str) -> list[Side]:
    """Return the documents in the columns *name*_... of *batch*, each document once."""
    known: dict[int, Side] = {}
    documents = batch[name].to_pylist()
    columns = (lists(batch[f"{name}_hashes"]), lists(batch[f"{name}_spans"]))
    rows = zip(documents, *columns, batch[f"{name}_shingle"].to_pylist(), strict=True)
    for doc, hashes, spans, shingle in rows:
        if doc not in known:
            words = hashes.view(np.uint64)
            known[doc] = Side(words, flags(spans, words.size), shingle)
    return [known[doc] for doc in documents]


def flags(spans: Any, size: int) -> Any:
    """Return for each of *size* tokens whether it lies in *spans* (first, count, ...)."""
    inside = np.zeros(size, dtype=np.bool_)
    for first, count in spans.reshape(-1, 2).tolist():
        inside[first : first + count] = True
    return inside


@dataclass(frozen=True, slots=True)
class Score:
    """Score the pairs of a batch."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of PAIRED, give those of `scores`."""
        pairs = zip(sides(batch, "a"), sides(batch, "b"), strict=True)
        scored = [_row(overlap(a, b)) for a, b in pairs]
        names = list(SCORES.columns)[2:]
        columns = {name: [row[place] for row in scored] for place, name in enumerate(names)}
        return batch_of(SCORES, {"a": batch["a"], "b": batch["b"]} | columns)


def _row(pair: Overlap) -> tuple[float, ...]:
    content = (pair.raw_content, pair.body_content)
    return (
        *pair.raw,
        *pair.body,
        *content,
        pair.remainder,
        pair.remainder_resemblance,
        pair.blocks,
    )


def score(engine: Engine) -> None:
    """Fill `scores` from `candidates`, `tokens` and `masks`."""
    engine.apply(Score(), Query(sql=PAIRED), SCORES)
