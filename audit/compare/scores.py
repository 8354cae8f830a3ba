"""Exact scores of every candidate, by shingle sets, on the whole text and on the body."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare.index import nested
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.overlap import Overlap, overlaps
from audit.fingerprints.shelf import Shelf, Words
from audit.tables import CANDIDATES, SCORES, Query, Table

TILED: Final = """
with tiled as (
    select c.a, c.b, ha.tile as tile_a, hb.tile as tile_b
    from {pairs} c join heads ha on ha.doc = c.a join heads hb on hb.doc = c.b
),
pairs as (
    select tile_a, tile_b, array_agg(a) as pairs_a, array_agg(b) as pairs_b
    from tiled group by tile_a, tile_b
),
members as (
    select tile_a, tile_b, a as doc from tiled union select tile_a, tile_b, b as doc from tiled
),
shelves as (
    select m.tile_a, m.tile_b, array_agg(m.doc) as docs, array_agg(t.shingle) as shingle,
        array_agg(t.hashes) as hashes, array_agg(k.spans) as spans
    from members m join tokens t on t.doc = m.doc join masks k on k.doc = m.doc
    group by m.tile_a, m.tile_b
)
select p.pairs_a, p.pairs_b, s.docs, s.shingle, s.hashes, s.spans
from pairs p join shelves s on s.tile_a = p.tile_a and s.tile_b = p.tile_b
"""
"""One row for each two tiles of heads: the pairs between them, and the words of both."""

Pair = tuple[int, int]


def tiled(pairs: Table) -> Query:
    """Return the SELECT of all *pairs*, a table with the columns a and b, tile by tile."""
    return Query(sql=TILED.replace("{pairs}", pairs.name))


def shelves(batch: pa.RecordBatch) -> Iterator[tuple[Shelf, list[Pair], list[Pair]]]:
    """Yield for each row of TILED the shelf, the pairs as documents and as places on the shelf."""
    columns = [nested(batch[name]) for name in ("hashes", "spans")]
    names = ("pairs_a", "pairs_b", "docs", "shingle")
    rows = zip(*(batch[name].to_pylist() for name in names), *columns, strict=True)
    for pairs_a, pairs_b, docs, lengths, hashes, spans in rows:
        words = [
            Words(hashes=each.view(np.uint64), masked=flags(masks, each.size), shingle=length)
            for each, masks, length in zip(hashes, spans, lengths, strict=True)
        ]
        place = {doc: number for number, doc in enumerate(docs)}
        pairs = list(zip(pairs_a, pairs_b, strict=True))
        yield Shelf(words), pairs, [(place[a], place[b]) for a, b in pairs]


def flags(spans: Any, size: int) -> Any:
    """Return for each of *size* words whether it lies in *spans* (first, count, ...)."""
    inside = np.zeros(size, dtype=np.bool_)
    for first, count in spans.reshape(-1, 2).tolist():
        inside[first : first + count] = True
    return inside


TOUCHED: Final = """
select c.a, c.b from candidates c
left join remasked ra on ra.doc = c.a left join remasked rb on rb.doc = c.b
where ra.doc is not null or rb.doc is not null
"""

MERGED: Final = """
select {columns} from fresh_scores s
union all
select {columns} from scores s left join fresh_scores f on f.a = s.a and f.b = s.b
where f.a is null
"""

STALE: Final = Table(name="stale", columns={"a": "bigint", "b": "bigint"})
FRESH: Final = Table(name="fresh_scores", columns=SCORES.columns)


@dataclass(frozen=True, slots=True)
class Score:
    """Score the pairs of a batch."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of TILED, give those of `scores`."""
        scored = [
            (*pair, *_row(overlap))
            for shelf, pairs, places in shelves(batch)
            for pair, overlap in zip(pairs, overlaps(shelf, places), strict=True)
        ]
        names = enumerate(SCORES.columns)
        return batch_of(SCORES, {name: [row[place] for row in scored] for place, name in names})


def _row(pair: Overlap) -> tuple[float, ...]:
    content = (pair.raw_content, pair.body_content)
    return (
        *pair.raw,
        *pair.body,
        *content,
        pair.remainder,
        pair.remainder_resemblance,
        pair.blocks,
        pair.framed,
    )


def score(engine: Engine) -> None:
    """Fill `scores` from `candidates`, `tokens` and `masks`."""
    engine.apply(Score(), tiled(CANDIDATES), SCORES)


def score_again(engine: Engine) -> None:
    """Score the pairs anew whose documents are `remasked`; the others stay as they are."""
    engine.create(STALE, Query(sql=TOUCHED))
    engine.apply(Score(), tiled(STALE), FRESH)
    columns = ", ".join(f"s.{name}" for name in SCORES.columns)
    engine.create(SCORES, Query(sql=MERGED.replace("{columns}", columns)))
