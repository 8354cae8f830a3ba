"""Observations: what the checks of texts see, kept for texts that stay as they are."""

from collections.abc import Sequence
from typing import Final

from audit import version
from audit.engines import Engine
from audit.observe import Observe
from audit.rules import Variant
from audit.tables import LOOKED, OBSERVATIONS, OBSERVED, Query, Table

_COLUMNS: Final = ", ".join(f'o."{name}"' for name in OBSERVATIONS.columns)
_NOTHING: Final = ", ".join(
    "''" if kind == "varchar" else "0" for kind in list(OBSERVATIONS.columns.values())[2:]
)

HOW: Final = "select how from looked"
NOTED: Final = "select :how as how"
NONE: Final = "select * from observed where 1 = 0"

UNSEEN: Final = """
select t.doc, t.state, coalesce(c.state, 0) as chunks
from texts t join selected s on s.doc = t.doc left join chunks c on c.doc = t.doc
left join (select distinct doc, state, chunks from observed) o
    on o.doc = t.doc and o.state = t.state and o.chunks = coalesce(c.state, 0)
where o.doc is null
"""
NEW: Final = " and s.path in (select path from fresh)"

TEXT: Final = """
select t.doc, s.path, t.text, c.starts, c.lines, c.columns
from unseen u join texts t on t.doc = u.doc join selected s on s.doc = t.doc
left join chunks c on c.doc = t.doc
"""

ALL_OBSERVED: Final = f"""
select {_COLUMNS}, o.state, o.chunks from observed o
join texts t on t.doc = o.doc and t.state = o.state join selected s on s.doc = o.doc
left join chunks c on c.doc = o.doc
where o.chunks = coalesce(c.state, 0)
union all
select {_COLUMNS}, u.state, u.chunks from fresh_observations o join unseen u on u.doc = o.doc
union all
select '', u.doc, {_NOTHING}, u.state, u.chunks from unseen u
"""
"""A text that was looked at has a row without a rule, so that it is not looked at again."""

SEEN: Final = f"select {_COLUMNS} from observed o where o.rule <> ''"

_UNSEEN: Final = Table(
    name="unseen", columns={"doc": "bigint", "state": "bigint", "chunks": "bigint"}
)
_FRESH: Final = Table(name="fresh_observations", columns=OBSERVATIONS.columns)


def observe(engine: Engine, variants: Sequence[Variant], *, only_new: bool) -> None:
    """Fill `observations` with what the checks of texts see in the texts of this run.

    With *only_new* those that are not in `fresh` need not be looked at, unless a check asks for
    all of them.
    """
    checks = [variant.check for variant in variants if variant.check.looks]
    looking = tuple((variant.id, variant.check) for variant in variants if variant.check.looks)
    only_new = only_new and all(check.alone for check in checks)
    how = repr((version(), looking))
    if engine.value(Query(sql=HOW)) != how:
        engine.create(OBSERVED, Query(sql=NONE))
        engine.create(LOOKED, Query(sql=NOTED, values={"how": how}))
    engine.create(_UNSEEN, Query(sql=UNSEEN + NEW * only_new))
    engine.apply(Observe(looking), Query(sql=TEXT), _FRESH)
    engine.create(OBSERVED, Query(sql=ALL_OBSERVED))
    engine.create(OBSERVATIONS, Query(sql=SEEN))
