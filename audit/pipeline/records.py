"""Rows of tables as the values that reports read, fetched when they are wanted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Generic, TypeVar

from audit.engines import Engine, Row
from audit.model import (
    BlockRecord,
    ClaimRecord,
    ClusterRecord,
    DocumentRecord,
    HeaderRecord,
    PairRecord,
    PassageRecord,
    Place,
    Problem,
    Relation,
    Scores,
    VersionRecord,
)
from audit.pipeline.versions import VERSIONS, versions_of
from audit.tables import Query

Record = TypeVar("Record")

DOCUMENTS: Final = """
select path, sha256, size, modified, media_type, basis, encoding, encoding_confidence,
    encoding_basis, characters, words, boilerplate_share, language, state
from documents order by path
"""

CLAIMS: Final = """
select s.path, c.property, c.value, c.normalized, c.chosen, c.line, c.start, c.end, c.extractor,
    c.origin, c.part, c.confidence, c.reason, d.doc is not null as conflict,
    coalesce(f.path, '') as declared_in, coalesce(d.reason, '') as dispute
from sourced c join selected s on s.doc = c.doc
left join asides f on f.doc = c.doc and f.number = c.number left join (
    select x.doc, x.number, case
            when count(distinct k.reason) = 1 then min(k.reason)
            when count(distinct k.reason) = 2 then concat(min(k.reason), '; ', max(k.reason))
            else concat(min(k.reason), '; ', max(k.reason), '; and ',
                cast(count(distinct k.reason) - 2 as varchar), ' more')
        end as reason
    from conflicts k
    join sourced a on a.doc = k.doc and a.number = k.number
    join sourced b on b.doc = k.doc and b.number = k.other_number
    join sourced x on x.doc = k.doc and (x.number = a.number or x.number = b.number)
    where k.number = k.other_number or not (a.barred or b.barred)
    group by x.doc, x.number
) d on d.doc = c.doc and d.number = c.number
order by s.path, c.number
"""

HEADERS: Final = """
select s.path, h.kind, h.name, h.value from headers h join selected s on s.doc = h.doc
order by s.path, h.number
"""

BLOCKS: Final = """
select b.block, s.path, b.start, b.end, b.line, b.end_line, b.tokens,
    substr(t.text, b.start + 1, b.end - b.start) as text, k.documents
from boilerplate b join selected s on s.doc = b.doc join texts t on t.doc = b.doc
join (
    select block, count(distinct doc) as documents, max(tokens) as tokens
    from boilerplate group by block
) k on k.block = b.block
order by k.documents desc, k.tokens desc, b.block, s.path, b.start
"""

PAIRS: Final = """
with dated as (
    select c.doc, substr(min(c.normalized), 1, 10) as issued from sourced c
    where c.chosen and c.property = 'issued' and length(c.normalized) >= 10
        and instr(c.normalized, '/') = 0
    group by c.doc
)
select sa.path as a, sb.path as b, p.relation, p.raw_resemblance, p.raw_containment_a,
    p.raw_containment_b, p.body_resemblance, p.body_containment_a, p.body_containment_b,
    p.shared_words, coalesce(sc.path, '') as cluster,
    coalesce(da.issued, '') as a_issued, coalesce(db.issued, '') as b_issued,
    case when da.issued < db.issued then sa.path when db.issued < da.issued then sb.path
        else '' end as first
from pairs p join selected sa on sa.doc = p.a join selected sb on sb.doc = p.b
left join stars xa on xa.doc = p.a left join stars xb on xb.doc = p.b and xb.star = xa.star
left join selected sc on sc.doc = case when xb.doc is not null then xa.star end
left join dated da on da.doc = p.a left join dated db on db.doc = p.b
order by sa.path, sb.path
"""

CLUSTERS: Final = """
select h.path as cluster, s.path, x.minimum
from stars x join selected h on h.doc = x.star join selected s on s.doc = x.doc
order by h.path, s.path
"""

PASSAGES: Final = """
select sa.path as a, sb.path as b, p.a_start, p.a_end, p.a_line, p.b_start, p.b_end, p.b_line,
    p.words, p.boilerplate
from passages p join selected sa on sa.doc = p.a join selected sb on sb.doc = p.b
order by sa.path, sb.path, p.number
"""

PROBLEMS: Final = """
select s.path, p.stage, p.message, p.incomplete from problems p join selected s on s.doc = p.doc
"""

COUNTS: Final = """
select count(*) as documents, coalesce(sum(words), 0) as words,
    coalesce(sum(case when state = 'short' then 1 else 0 end), 0) as short,
    coalesce(sum(case when state = 'fixity-only' then 1 else 0 end), 0) as fixity_only,
    coalesce(sum(case when state = 'empty' then 1 else 0 end), 0) as empty,
    coalesce(sum(case when state = 'unreadable' then 1 else 0 end), 0) as unreadable,
    coalesce(sum(size), 0) as bytes,
    cast(coalesce(round(sum(words * boilerplate_share)), 0) as bigint) as boilerplate_words
from documents
"""

RELATIONS: Final = "select relation, count(*) as pairs from pairs group by relation"
BLOCK_COUNT: Final = "select count(distinct block) from boilerplate"


@dataclass(frozen=True, slots=True)
class Rows(Generic[Record]):
    """Records that are asked for anew each time they are read."""

    engine: Engine
    sql: str
    build: Callable[[Iterator[Row]], Iterator[Record]]

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in their order."""
        return self.build(self.engine.rows(Query(sql=self.sql)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All records of one audit."""

    documents: Iterable[DocumentRecord]
    claims: Iterable[ClaimRecord]
    boilerplate: Iterable[BlockRecord]
    pairs: Iterable[PairRecord]
    passages: Iterable[PassageRecord]
    versions: Iterable[VersionRecord]
    clusters: Iterable[ClusterRecord]
    headers: Iterable[HeaderRecord]


def records_of(engine: Engine) -> Records:
    """Return the records of *engine*, not yet read."""
    return Records(
        documents=Rows(engine, DOCUMENTS, lambda rows: (DocumentRecord(**row) for row in rows)),
        claims=Rows(engine, CLAIMS, lambda rows: (ClaimRecord(**row) for row in rows)),
        boilerplate=Rows(engine, BLOCKS, _blocks),
        pairs=Rows(engine, PAIRS, lambda rows: map(_pair, rows)),
        versions=Rows(engine, VERSIONS, versions_of),
        clusters=Rows(engine, CLUSTERS, _clusters),
        passages=Rows(engine, PASSAGES, lambda rows: (PassageRecord(**row) for row in rows)),
        headers=Rows(engine, HEADERS, lambda rows: (HeaderRecord(**row) for row in rows)),
    )


def problems_of(engine: Engine) -> list[Problem]:
    """Return what could not be done while reading."""
    return [Problem(**row) for row in engine.rows(Query(sql=PROBLEMS))]


def counts_of(engine: Engine) -> Mapping[str, int]:
    """Return the numbers of a summary, by name."""
    (row,) = engine.rows(Query(sql=COUNTS))
    pairs = {each["relation"]: each["pairs"] for each in engine.rows(Query(sql=RELATIONS))}
    relations = {relation.value: pairs.get(relation.value, 0) for relation in Relation}
    blocks = {"blocks": engine.value(Query(sql=BLOCK_COUNT))}
    return {name: int(number) for name, number in (dict(row) | blocks | relations).items()}


def _blocks(rows: Iterator[Row]) -> Iterator[BlockRecord]:
    for block, places in groupby(rows, key=lambda row: row["block"]):
        found = list(places)
        fullest = max(found, key=lambda row: row["tokens"])
        yield BlockRecord(
            block=block,
            words=fullest["tokens"],
            text=fullest["text"],
            places=[
                Place(**{name: row[name] for name in ("path", "start", "end", "line", "end_line")})
                for row in found
            ],
            variants=len({" ".join(row["text"].split()) for row in found}),
        )


def _clusters(rows: Iterator[Row]) -> Iterator[ClusterRecord]:
    for cluster, members in groupby(rows, key=lambda row: row["cluster"]):
        found = list(members)
        paths = [row["path"] for row in found]
        yield ClusterRecord(cluster=cluster, minimum=found[0]["minimum"], members=paths)


def _pair(row: Row) -> PairRecord:
    return PairRecord(
        a=row["a"],
        b=row["b"],
        relation=Relation(row["relation"]),
        raw=Scores(
            resemblance=row["raw_resemblance"],
            containment_a=row["raw_containment_a"],
            containment_b=row["raw_containment_b"],
        ),
        body=Scores(
            resemblance=row["body_resemblance"],
            containment_a=row["body_containment_a"],
            containment_b=row["body_containment_b"],
        ),
        shared_words=row["shared_words"],
        cluster=row["cluster"],
        first=row["first"],
        a_issued=row["a_issued"],
        b_issued=row["b_issued"],
    )
