"""Tiles: pairs in groups whose documents fit on one shelf, so that words are read once a group.

Documents that meet the same first document lie beside each other, so that a star (a footer and
all that carry it) is one tile. How the pairs are grouped changes no result.
"""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare.index import lists, nested
from audit.engines import Engine
from audit.fingerprints.shelf import Numbers, Shelf, Words
from audit.tables import Query, Table

WORDS_IN_TILE: Final = 100_000
MOST_IN_TILE: Final = 600_000
DOCUMENTS_IN_TILE: Final = 8
"""Words of a tile; books need more room, because each is sorted again with every tile it meets."""
WORDS_IN_PART: Final = 12_000_000
"""Words that are asked for together, a tenth of a gigabyte of hashes."""

TILE: Final = """
with met as (
    select p.b as doc, h.rank from {pairs} p join heads h on h.doc = p.a
    union all
    select h.doc, h.rank from {pairs} p join heads h on h.doc = p.a
),
beside as (select doc, min(rank) as place from met group by doc),
room as (
    select greatest(:least, least(:most, :documents * avg(h.words))) as words
    from beside b join heads h on h.doc = b.doc
)
select b.doc, h.words, cast(floor(
    (sum(h.words) over (order by b.place, h.rank) - h.words) / room.words
) as integer) as tile
from beside b join heads h on h.doc = b.doc cross join room
"""

TILED: Final = """
with met as (
    select p.a, p.b, least(ta.tile, tb.tile) as low, greatest(ta.tile, tb.tile) as high,
        ta.words as a_words, tb.words as b_words
    from {pairs} p join tiles ta on ta.doc = p.a join tiles tb on tb.doc = p.b
),
members as (
    select low, high, a as doc, a_words as words from met
    union
    select low, high, b as doc, b_words as words from met
),
sizes as (select low, high, sum(words) as words from members group by low, high),
parted as (
    select low, high, cast(floor(
        (sum(words) over (order by low, high) - words) / :part_words
    ) as integer) as part
    from sizes
)
select m.a, m.b, m.low, m.high, p.part
from met m join parted p on p.low = m.low and p.high = m.high
"""

SHELVED: Final = """
with pairs as (
    select low, high, array_agg(a) as pairs_a, array_agg(b) as pairs_b
    from tiled where part = :part group by low, high
),
members as (
    select low, high, a as doc from tiled where part = :part
    union
    select low, high, b as doc from tiled where part = :part
),
shelves as (
    select m.low, m.high, array_agg(m.doc) as docs, array_agg(t.shingle) as shingle,
        array_agg(t.hashes) as hashes, array_agg(k.spans) as spans
    from members m join tokens t on t.doc = m.doc join masks k on k.doc = m.doc
    group by m.low, m.high
)
select p.pairs_a, p.pairs_b, s.docs, s.shingle, s.hashes, s.spans
from pairs p join shelves s on s.low = p.low and s.high = p.high
"""
"""One row for each two tiles: the pairs between them, and the words of both."""

PARTS: Final = "select coalesce(max(part), -1) + 1 from tiled"

TILES: Final = Table(
    name="tiles", scratch=True, columns={"doc": "bigint", "words": "integer", "tile": "integer"}
)
TILED_PAIRS: Final = Table(
    name="tiled",
    scratch=True,
    columns={"a": "bigint", "b": "bigint", "low": "integer", "high": "integer", "part": "integer"},
)


def tiled(engine: Engine, pairs: Table) -> Query:
    """Return the query of all *pairs*, a table of heads with the columns a and b, tile by tile."""
    room = {"least": WORDS_IN_TILE, "most": MOST_IN_TILE, "documents": DOCUMENTS_IN_TILE}
    engine.create(TILES, Query(sql=_of(pairs, TILE), values=room))
    parts = {"part_words": WORDS_IN_PART}
    engine.create(TILED_PAIRS, Query(sql=_of(pairs, TILED), values=parts))
    return Query(sql=SHELVED, parts=int(engine.value(Query(sql=PARTS))))


def _of(pairs: Table, sql: str) -> str:
    return sql.replace("{pairs}", pairs.name)


def shelves(batch: pa.RecordBatch) -> Iterator[tuple[Shelf, Numbers, Numbers]]:
    """Yield for each row of SHELVED the shelf, its pairs as documents and as places on it.

    Pairs have the shape (n, 2).
    """
    flat = [lists(batch[name]) for name in ("pairs_a", "pairs_b", "docs", "shingle")]
    inner = [nested(batch[name]) for name in ("hashes", "spans")]
    for pairs_a, pairs_b, docs, lengths, hashes, spans in zip(*flat, *inner, strict=True):
        words = [
            Words(hashes=each.view(np.uint64), masked=flags(masks, each.size), shingle=length)
            for each, masks, length in zip(hashes, spans, lengths.tolist(), strict=True)
        ]
        pairs = np.column_stack((pairs_a, pairs_b))
        order = np.argsort(docs)
        yield Shelf(words), pairs, order[np.searchsorted(docs, pairs, sorter=order)]


def flags(spans: Any, size: int) -> Any:
    """Return for each of *size* words whether it lies in *spans* (first, count, ...)."""
    inside = np.zeros(size, dtype=np.bool_)
    for first, count in spans.reshape(-1, 2).tolist():
        inside[first : first + count] = True
    return inside
