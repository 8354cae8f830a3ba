"""Passages: what two documents share word for word, with characters on both sides."""

from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

from audit.compare import Method
from audit.compare.index import lists
from audit.compare.scores import shelves, tiled
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.chains import Chain, Reach, passages
from audit.tables import ALIGNABLE, ALIGNED, PASSAGES, WORD_EDGES, Query

ENOUGH: Final = """
select c.a, c.b from candidates c join scores s on s.a = c.a and s.b = c.b
left join families ma on ma.doc = c.a left join families mb on mb.doc = c.b
where s.body_resemblance > 0
    and (c.shared >= :least or ma.doc is not null or mb.doc is not null)
"""
"""What a member shares with the head of its family is not counted in *shared*."""

EDGED: Final = """
with edges as (
    select a as doc, a_first as word from aligned union select a, a_last from aligned
    union select b, b_first from aligned union select b, b_last from aligned
)
select e.doc, t.starts, t.ends, e.words
from (select doc, array_agg(word) as words from edges group by doc) e
join tokens t on t.doc = e.doc
"""

LINED: Final = """
with placed_words as (
    select w.doc, w.word, w.start, w.end, l.line
    from word_edges w join lines l on l.doc = w.doc and w.word >= l.first_token
        and w.word < l.first_token + l.tokens
)
select p.a, p.b, p.number, af.start as a_start, al.end as a_end, af.line as a_line,
    bf.start as b_start, bl.end as b_end, bf.line as b_line, p.words, p.boilerplate
from aligned p
join placed_words af on af.doc = p.a and af.word = p.a_first
join placed_words al on al.doc = p.a and al.word = p.a_last
join placed_words bf on bf.doc = p.b and bf.word = p.b_first
join placed_words bl on bl.doc = p.b and bl.word = p.b_last
"""


@dataclass(frozen=True, slots=True)
class Align:
    """Find the passages of the pairs of a batch."""

    reach: Reach

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of TILED, give those of `aligned`."""
        rows = [
            (*pair, number, *_tokens(chain))
            for shelf, pairs, places in shelves(batch)
            for pair, chains in zip(pairs, passages(shelf, places, self.reach), strict=True)
            for number, chain in enumerate(chains, start=1)
        ]
        names = enumerate(ALIGNED.columns)
        return batch_of(ALIGNED, {name: [row[place] for row in rows] for place, name in names})


def _tokens(chain: Chain) -> tuple[int, ...]:
    places = (chain.a_first, chain.a_last - 1, chain.b_first, chain.b_last - 1)
    return (*places, chain.matched, chain.masked)


@dataclass(frozen=True, slots=True)
class Edges:
    """Find the characters of the first and last words of the passages of a document."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of EDGED, give those of `edges_of_words`."""
        columns: dict[str, list[Any]] = {name: [] for name in WORD_EDGES.columns}
        names = ("starts", "ends", "words")
        rows = zip(*(lists(batch[name]) for name in names), strict=True)
        for doc, (starts, ends, words) in zip(batch["doc"].to_pylist(), rows, strict=True):
            columns["doc"] += [doc] * words.size
            columns["word"] += words.tolist()
            columns["start"] += starts[words].tolist()
            columns["end"] += ends[words].tolist()
        return batch_of(WORD_EDGES, columns)


def align(engine: Engine, method: Method) -> None:
    """Fill `passages` from `candidates`, `tokens`, `masks` and `lines`."""
    values = {"least": method.least_shared}
    engine.create(ALIGNABLE, Query(sql=ENOUGH, values=values))
    engine.apply(Align(method.reach), tiled(ALIGNABLE), ALIGNED)
    engine.apply(Edges(), Query(sql=EDGED), WORD_EDGES)
    engine.create(PASSAGES, Query(sql=LINED))
