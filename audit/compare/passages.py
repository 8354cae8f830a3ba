"""Passages: what two documents share word for word, with characters on both sides."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method, has_rows
from audit.compare.index import end_to_end
from audit.compare.tiles import shelves, tiled
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.chains import Chain, Reach, passages
from audit.tables import ALIGNABLE, ALIGNED, CANDIDATES, PASSAGES, WORD_EDGES, Query, Table

_UNALIGNED: Final = Table(name="unaligned", scratch=True, columns={"a": "bigint", "b": "bigint"})
_FRESH: Final = Table(
    name="fresh_aligned",
    scratch=True,
    columns={name: kind for name, kind in ALIGNED.columns.items() if not name.endswith("_state")},
)
_COLUMNS: Final = ", ".join(
    f"{'w' if name.endswith('_state') else 'p'}.{name}" for name in ALIGNED.columns
)

ENOUGH: Final = """
select c.a, c.b, ka.state as a_state, kb.state as b_state
from candidates c join scores s on s.a = c.a and s.b = c.b
join masks ka on ka.doc = c.a join masks kb on kb.doc = c.b
left join families ma on ma.doc = c.a left join families mb on mb.doc = c.b
where s.body_resemblance > 0
    and (c.shared >= :least or ma.doc is not null or mb.doc is not null)
"""
"""What a member shares with the head of its family is not counted in *shared*."""

UNALIGNED: Final = """
select w.a, w.b from alignable w left join (
    select distinct a, b, a_state, b_state from aligned
) k on k.a = w.a and k.b = w.b and k.a_state = w.a_state and k.b_state = w.b_state
where k.a is null
"""

ALL_ALIGNED: Final = f"""
select {_COLUMNS} from fresh_aligned p join alignable w on w.a = p.a and w.b = p.b
union all
select {_COLUMNS} from aligned p join alignable w
    on w.a = p.a and w.b = p.b and w.a_state = p.a_state and w.b_state = p.b_state
"""

EDGED: Final = """
with real as (select * from aligned where number > 0),
edges as (
    select a as doc, a_first as word from real union select a, a_last from real
    union select b, b_first from real union select b, b_last from real
)
select e.doc, t.starts, t.ends, e.words, l.firsts, l.lines
from (select doc, array_agg(word) as words from edges group by doc) e
join tokens t on t.doc = e.doc
join (
    select n.doc, array_agg(n.first_token) as firsts, array_agg(n.line) as lines
    from lines n join (select distinct doc from edges) d on d.doc = n.doc group by n.doc
) l on l.doc = e.doc
"""

LINED: Final = """
select p.a, p.b, p.number, af.start as a_start, al.end as a_end, af.line as a_line,
    bf.start as b_start, bl.end as b_end, bf.line as b_line, p.words, p.boilerplate
from (select * from aligned where number > 0) p
join word_edges af on af.doc = p.a and af.word = p.a_first
join word_edges al on al.doc = p.a and al.word = p.a_last
join word_edges bf on bf.doc = p.b and bf.word = p.b_first
join word_edges bl on bl.doc = p.b and bl.word = p.b_last
"""


@dataclass(frozen=True, slots=True)
class Align:
    """Find the passages of the pairs of a batch."""

    reach: Reach

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of SHELVED, give those of `aligned`, without the states."""
        rows = [
            (*pair, *row)
            for shelf, pairs, places in shelves(batch)
            for pair, chains in zip(
                pairs.tolist(), passages(shelf, places.tolist(), self.reach), strict=True
            )
            for row in _rows(chains)
        ]
        names = enumerate(_FRESH.columns)
        return batch_of(_FRESH, {name: [row[place] for row in rows] for place, name in names})


def _rows(chains: list[Chain]) -> list[tuple[int, ...]]:
    if not chains:
        return [(0, 0, 0, 0, 0, 0, False)]
    return [(number, *_tokens(chain)) for number, chain in enumerate(chains, start=1)]


def _tokens(chain: Chain) -> tuple[int, ...]:
    places = (chain.a_first, chain.a_last - 1, chain.b_first, chain.b_last - 1)
    return (*places, chain.matched, chain.masked)


@dataclass(frozen=True, slots=True)
class Edges:
    """Find the characters and lines of the first and last words of the passages of a document."""

    light: ClassVar[bool] = True

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of EDGED, give those of `word_edges`."""
        starts, sizes = end_to_end(batch["starts"])
        ends, _ = end_to_end(batch["ends"])
        words, many = end_to_end(batch["words"])
        firsts, held = end_to_end(batch["firsts"])
        lines, _ = end_to_end(batch["lines"])
        begins = np.cumsum(sizes) - sizes
        places = np.repeat(begins, many) + words
        begun = np.repeat(begins, held) + firsts
        order = np.argsort(begun)
        line = order[np.searchsorted(begun[order], places, side="right") - 1]
        columns: dict[str, Any] = {
            "doc": np.repeat(batch["doc"].to_numpy(), many),
            "word": words,
            "start": starts[places],
            "end": ends[places],
            "line": lines[line],
        }
        return batch_of(WORD_EDGES, columns)


def align(engine: Engine, method: Method) -> None:
    """Fill `passages` from `candidates`, `tokens`, `masks` and `lines`."""
    values = {"least": method.least_shared}
    engine.clear(ALIGNABLE)
    if has_rows(engine, CANDIDATES):
        engine.create(ALIGNABLE, Query(sql=ENOUGH, values=values))
    if not has_rows(engine, ALIGNABLE):
        engine.clear(ALIGNED)
        engine.clear(PASSAGES)
        return
    engine.create(_UNALIGNED, Query(sql=UNALIGNED))
    engine.apply(Align(method.reach), tiled(engine, _UNALIGNED), _FRESH)
    engine.create(ALIGNED, Query(sql=ALL_ALIGNED))
    engine.apply(Edges(), Query(sql=EDGED), WORD_EDGES)
    engine.create(PASSAGES, Query(sql=LINED))
