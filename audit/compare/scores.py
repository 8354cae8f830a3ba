"""Exact scores of every candidate, by shingle sets, on the whole text and on the body.

A score is a pure function of the words and the masks of two documents. The catalogue keeps all of
the last run, so that only pairs are scored of which a document is new, has other words, or other
boilerplate.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare.tiles import shelves, tiled
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.overlap import Overlaps, overlaps
from audit.fingerprints.shelf import Numbers
from audit.tables import CANDIDATES, SCORED, SCORES, Query, Table

_COLUMNS: Final = ", ".join(f"s.{name}" for name in SCORES.columns)

WANTED: Final = """
select p.a, p.b, ma.state as a_state, mb.state as b_state
from {pairs} p join masks ma on ma.doc = p.a join masks mb on mb.doc = p.b
"""

UNSCORED: Final = """
select w.a, w.b from wanted w left join scored s
    on s.a = w.a and s.b = w.b and s.a_state = w.a_state and s.b_state = w.b_state
where s.a is null
"""
HOW_MANY: Final = "select count(*) from unscored"

LEARNED: Final = f"""
select {_COLUMNS}, w.a_state, w.b_state
from fresh_scores s join wanted w on w.a = s.a and w.b = s.b
"""

SCORE: Final = f"""
select {_COLUMNS} from scored s join wanted w
    on s.a = w.a and s.b = w.b and s.a_state = w.a_state and s.b_state = w.b_state
"""

SEEN: Final = """
select doc, state from mask_states union select doc, state from masks
"""

STALE: Final = """
select count(*) from scored s
left join mask_states ma on ma.doc = s.a and ma.state = s.a_state
left join mask_states mb on mb.doc = s.b and mb.state = s.b_state
where ma.doc is null or mb.doc is null
"""
ALL: Final = "select count(*) from scored"

KEEP: Final = f"""
select {_COLUMNS}, s.a_state, s.b_state from scored s
join mask_states ma on ma.doc = s.a and ma.state = s.a_state
join mask_states mb on mb.doc = s.b and mb.state = s.b_state
"""

STALE_SHARE: Final = 4
"""One in so many scores may be of words and masks that are gone."""

_STATED: Final = {"a": "bigint", "b": "bigint", "a_state": "bigint", "b_state": "bigint"}
_WANTED: Final = Table(name="wanted", scratch=True, columns=_STATED)
_STATES: Final = Table(
    name="mask_states", scratch=True, columns={"doc": "bigint", "state": "bigint"}
)
_UNSCORED: Final = Table(name="unscored", scratch=True, columns={"a": "bigint", "b": "bigint"})
_FRESH: Final = Table(name="fresh_scores", scratch=True, columns=SCORES.columns)


@dataclass(frozen=True, slots=True)
class Score:
    """Score the pairs of a batch."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of SHELVED, give those of `scores`."""
        parts = [_columns(pairs, overlaps(shelf, at)) for shelf, pairs, at in shelves(batch)]
        columns: dict[str, Any] = {
            name: np.concatenate([part[name] for part in parts] or [[]]) for name in SCORES.columns
        }
        return batch_of(SCORES, columns)


def _columns(pairs: Numbers, found: Overlaps) -> dict[str, Any]:
    """Return the columns of `scores`."""
    shares = ("resemblance", "containment_a", "containment_b")
    rest = ("raw_content", "body_content", "remainder", "remainder_resemblance")
    return {
        "a": pairs[:, 0],
        "b": pairs[:, 1],
        **{f"raw_{name}": column for name, column in zip(shares, found.raw, strict=True)},
        **{f"body_{name}": column for name, column in zip(shares, found.body, strict=True)},
        **{name: getattr(found, name) for name in (*rest, "blocks", "stretches", "framed")},
    }


def score(engine: Engine, pairs: Table = CANDIDATES) -> None:
    """Fill `scores` from *pairs*, `tokens` and `masks`."""
    if not engine.value(Query(sql=f"select count(*) from {pairs.name}")):
        engine.clear(SCORES)
        return
    engine.create(_WANTED, Query(sql=WANTED.replace("{pairs}", pairs.name)))
    engine.create(_UNSCORED, Query(sql=UNSCORED))
    if engine.value(Query(sql=HOW_MANY)):
        engine.apply(Score(), tiled(engine, _UNSCORED), _FRESH)
        engine.extend(SCORED, Query(sql=LEARNED))
    engine.create(_STATES, Query(sql=SEEN))
    engine.create(SCORES, Query(sql=SCORE))


def start_scores(engine: Engine) -> None:
    """Begin to note of which masks there are scores in this run."""
    engine.clear(_STATES)


def forget_scores(engine: Engine) -> None:
    """Drop the scores of masks that no round of this run had, once they are many."""
    known = engine.value(Query(sql=ALL))
    if known and engine.value(Query(sql=STALE)) * STALE_SHARE > known:
        engine.create(SCORED, Query(sql=KEEP))
