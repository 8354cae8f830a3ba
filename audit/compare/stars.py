"""Clusters of duplicates: a head and what resembles it and each other; a chain is no cluster.

Stars of near-duplicates are found first; of a star only those stay together of which every two
resemble each other, so that the least resemblance of a cluster is exact and never below the
threshold. What was left out by that still stands in `pairs`.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from audit.compare import Method, has_rows
from audit.compare.components import TOGETHER
from audit.compare.index import lists, nested
from audit.compare.tiles import WORDS_IN_PART, flags
from audit.engines import Engine
from audit.engines.arrow import batch_of
from audit.fingerprints.shelf import Shelf, Words
from audit.fingerprints.stars import close_groups, resemblances, stars
from audit.tables import LABELS, PAIRS, STARS, Query, Table

MOST: Final = 1_000
"""Documents of one cluster; of more, the next ones begin another."""

LINK: Final = """
select ha.rank as x, hb.rank as y
from pairs p join heads ha on ha.doc = p.a join heads hb on hb.doc = p.b
join tokens ta on ta.doc = p.a join tokens tb on tb.doc = p.b and tb.shingle = ta.shingle
where p.relation = 'near-duplicate'
"""

NODE: Final = f"select x as node from ({LINK}) as ends union select y from ({LINK}) as ends"

ANY: Final = "select count(*) from pairs where relation = 'near-duplicate'"

PARTED: Final = """
with placed as (
    select h.doc, h.rank, h.words, l.label,
        row_number() over (partition by l.label order by h.rank) - 1 as nth
    from star_labels l join heads h on h.rank = l.node
),
cut as (select p.*, cast(floor(nth / :most) as integer) as piece from placed p),
sized as (
    select label, piece, count(*) as members, sum(words) as words from cut group by label, piece
),
parted as (
    select s.*, cast(floor(
        (sum(words) over (order by label, piece) - words) / :part_words
    ) as integer) as part
    from sized s
)
select c.doc, c.rank, c.label, c.piece, p.members, p.part
from cut c join parted p on p.label = c.label and p.piece = c.piece where p.members > 1
"""

STARRED: Final = """
select array_agg(c.doc) as docs, array_agg(c.rank) as ranks, array_agg(t.shingle) as shingles,
    array_agg(t.hashes) as hashes, array_agg(k.spans) as spans
from starred c join tokens t on t.doc = c.doc join masks k on k.doc = c.doc
where c.part = :part and c.members > 2 group by c.label, c.piece
"""
"""Of two the pair says it already."""

PARTS: Final = "select coalesce(max(part), -1) + 1 from starred"

WITH_COPIES: Final = """
with firsts as (
    select c.doc, coalesce(up.head, c.head) as origin
    from copies c left join copies up on up.doc = c.head
),
twos as (
    select label, piece, min(rank) as low, max(rank) as high from starred
    where members = 2 group by label, piece
),
close as (
    select doc, star, minimum from close_stars
    union all
    select m.doc, x.doc, p.body_resemblance
    from twos t join heads x on x.rank = t.low join heads y on y.rank = t.high
    join pairs p on p.a = x.doc and p.b = y.doc and p.relation = 'near-duplicate'
    join starred m on m.label = t.label and m.piece = t.piece
),
grouped as (
    select doc, star, minimum from close
    union all
    select f.origin, f.origin, 1.0 from (select distinct origin from firsts) f
    left join close s on s.doc = f.origin where s.doc is null
)
select doc, star, minimum from grouped
union all
select f.doc, g.star, g.minimum from firsts f join grouped g on g.doc = f.origin
"""

STAR_LABELS: Final = Table(name="star_labels", scratch=True, columns=LABELS.columns)
PLACED: Final = Table(
    name="starred",
    scratch=True,
    columns={
        "doc": "bigint",
        "rank": "integer",
        "label": "bigint",
        "piece": "integer",
        "members": "integer",
        "part": "integer",
    },
)
CLOSE: Final = Table(name="close_stars", scratch=True, columns=STARS.columns)


@dataclass(frozen=True, slots=True)
class Head:
    """Find the head of every node of a batch of graphs."""

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of TOGETHER, give those of `labels`."""
        nodes, labels = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for row in zip(*(lists(batch[name]) for name in ("nodes", "x", "y")), strict=True):
            nodes.append(np.sort(row[0]))
            labels.append(stars(nodes[-1], row[1], row[2]))
        columns: dict[str, Any] = {"node": np.concatenate(nodes), "label": np.concatenate(labels)}
        return batch_of(STAR_LABELS, columns)


@dataclass(frozen=True, slots=True)
class Close:
    """Keep of every star those that all resemble each other."""

    least: float

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Take the columns of STARRED, give those of `stars`."""
        columns: dict[str, list[Any]] = {name: [] for name in CLOSE.columns}
        names = ("docs", "ranks", "shingles")
        inner = [nested(batch[name]) for name in ("hashes", "spans")]
        rows = zip(*(batch[name].to_pylist() for name in names), *inner, strict=True)
        for docs, ranks, lengths, hashes, spans in rows:
            order = np.argsort(ranks).tolist()
            bodies = _bodies([(hashes[at], spans[at]) for at in order], lengths[0])
            for group, minimum in close_groups(resemblances(bodies), self.least):
                members = [docs[order[place]] for place in group]
                columns["doc"] += members
                columns["star"] += [members[0]] * len(members)
                columns["minimum"] += [minimum] * len(members)
        return batch_of(CLOSE, columns)


def _bodies(documents: list[tuple[Any, Any]], length: int) -> list[Any]:
    """Return the distinct shingles of each body."""
    words = [
        Words(hashes=hashes.view(np.uint64), masked=flags(spans, hashes.size), shingle=length)
        for hashes, spans in documents
    ]
    sets = Shelf(words).sets(length)
    bounds = zip(sets.bounds[:-1].tolist(), sets.bounds[1:].tolist(), strict=True)
    return [sets.hashes[low:high][sets.body[low:high]] for low, high in bounds]


def find_stars(engine: Engine, method: Method) -> None:
    """Fill `stars` from `pairs`, `tokens`, `masks` and `copies`."""
    if not has_rows(engine, PAIRS):
        engine.clear(STARS)
        return
    if not engine.value(Query(sql=ANY)):
        engine.clear(PLACED)
        engine.clear(CLOSE)
        engine.create(STARS, Query(sql=WITH_COPIES))
        return
    sql = TOGETHER.replace("{nodes}", NODE).replace("{links}", LINK)
    engine.apply(Head(), Query(sql=sql), STAR_LABELS)
    values = {"most": MOST, "part_words": WORDS_IN_PART}
    engine.create(PLACED, Query(sql=PARTED, values=values))
    parts = int(engine.value(Query(sql=PARTS)))
    engine.apply(Close(method.near_duplicate), Query(sql=STARRED, parts=parts), CLOSE)
    engine.create(STARS, Query(sql=WITH_COPIES))
