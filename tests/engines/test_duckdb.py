"""The embedded engine: what goes in comes out, whole or not at all."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from audit.engines import Engine, open_engine
from audit.engines.arrow import batch_of, batches_of, schema_of
from audit.engines.connect import connect
from audit.errors import EngineError
from audit.examine import Examine
from audit.model import Source
from audit.tables import EXAMINED, FORMAT, Query, Table

TIDES = Table(
    name="tides",
    columns={
        "doc": "bigint",
        "hours": "integer",
        "height": "double",
        "spring": "boolean",
        "place": "varchar",
        "marks": "bigint[]",
    },
)
ROWS = """
select * from (values
    (1, 6, 2.5, true, 'pier', [1, 2]), (2, 12, 0.5, false, 'lock', cast([] as bigint[]))
) as v(doc, hours, height, spring, place, marks)
"""
NUMBERS = Table(name="numbers", columns={"doc": "bigint", "twice": "bigint"})
HOLD = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"


@dataclass(frozen=True, slots=True)
class Twice:
    """Double a column; refuse one number."""

    refused: int = -1

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        numbers = batch["doc"].to_pylist()
        if self.refused in numbers:
            raise ValueError(f"refused: {self.refused}")
        return batch_of(NUMBERS, {"doc": numbers, "twice": [2 * each for each in numbers]})


@pytest.fixture
def engine() -> Iterator[Engine]:
    opened = open_engine("", 1)
    yield opened
    opened.close()


def source(file: Path) -> Source:
    stat = file.stat()
    return Source(
        uri=file.name,
        path=file.name,
        location=str(file),
        size=stat.st_size,
        modified=stat.st_mtime_ns,
        inode=stat.st_ino,
    )


def sources(folder: Path, texts: dict[str, str]) -> list[Source]:
    for name, text in texts.items():
        (folder / name).write_text(text)
    return [source(folder / name) for name in texts]


def ignore(_count: int, _size: int) -> None:
    pass


def files(engine: Engine) -> list[tuple[str, int]]:
    rows = engine.rows(Query(sql="select uri, words from files order by uri"))
    return [(row["uri"], row["words"]) for row in rows]


LINKED = """
    select ha.rank as x, hb.rank as y
    from pairs p join heads ha on ha.doc = p.a join heads hb on hb.doc = p.b
    join words wa on wa.doc = p.a join words wb on wb.doc = p.b and wb.shingle = wa.shingle
    where p.relation = 'alike'
"""
"""Joins of which DuckDB 1.5.1 to 2.0.0 take both ends for one."""
BOTH_ENDS = f"select x as node from ({LINKED}) as ends union select y from ({LINKED}) as ends"


def test_both_ends_of_a_link_are_seen(engine):
    pairs = {"a": "bigint", "b": "bigint", "relation": "varchar"}
    heads = {"doc": "bigint", "rank": "integer"}
    words = {"doc": "bigint", "shingle": "integer"}
    ends = [(1, 2), (2, 3), (2, 4), (4, 5), (2, 6), (2, 7), (2, 8), (3, 9), (7, 10), (2, 11)]
    ends += [(1, 4), (1, 5)]
    values = ", ".join(f"({a * 7919}, {b * 7919}, 'alike')" for a, b in ends)
    counted = "select cast(i * 7919 as bigint) as doc, {} from range(1, {}) as t(i)"
    for name, columns, sql in (
        ("pairs", pairs, f"select * from (values {values}) as v(a, b, relation)"),
        ("heads", heads, counted.format("cast(i as integer) as rank", 12)),
        ("words", words, counted.format("5 as shingle", 24)),
    ):
        engine.create(Table(name=name, scratch=True, columns=columns), Query(sql=sql))
    found = engine.rows(Query(sql=BOTH_ENDS))
    assert sorted(row["node"] for row in found) == list(range(1, 12))


def test_create_and_rows(engine):
    engine.create(TIDES, Query(sql=ROWS))
    found = list(engine.rows(Query(sql="select * from tides order by doc")))
    assert found == [
        {"doc": 1, "hours": 6, "height": 2.5, "spring": True, "place": "pier", "marks": [1, 2]},
        {"doc": 2, "hours": 12, "height": 0.5, "spring": False, "place": "lock", "marks": []},
    ]


def test_columns_are_taken_by_name(engine):
    turned = Table(name="turned", columns={"place": "varchar", "doc": "bigint"})
    engine.create(turned, Query(sql=ROWS))
    assert list(engine.rows(Query(sql="select * from turned order by doc limit 1"))) == [
        {"place": "pier", "doc": 1}
    ]


def test_a_table_may_be_made_from_itself(engine):
    engine.create(TIDES, Query(sql=ROWS))
    engine.create(TIDES, Query(sql="select * replace (doc + 1 as doc) from tides where doc = 1"))
    assert engine.value(Query(sql="select sum(doc) from tides")) == 2


def test_value(engine):
    assert engine.value(Query(sql="select 40 + 2")) == 42
    assert engine.value(Query(sql="select 1 where false")) is None


def test_names_are_bound(engine):
    values = {"least": 3, "place": "O'Hara's :pier"}
    sql = "select :place || cast(:least + :least as varchar) as said, 7::integer as seven"
    assert list(engine.rows(Query(sql=sql, values=values))) == [
        {"said": "O'Hara's :pier6", "seven": 7}
    ]
    engine.create(NUMBERS, Query(sql="select :n as doc, :n * 2 as twice", values={"n": 4}))
    assert engine.value(Query(sql="select twice from numbers")) == 8
    query = Query(sql="select cast(:n as bigint) as doc", values={"n": 5})
    engine.apply(Twice(), query, NUMBERS)
    assert engine.value(Query(sql="select twice from numbers")) == 10


def test_a_mistake_names_the_sql(engine):
    with pytest.raises(EngineError, match="no_such_table"):
        engine.value(Query(sql="select * from no_such_table"))
    with pytest.raises(EngineError):
        engine.create(NUMBERS, Query(sql="select 1 as doc"))
    with pytest.raises(EngineError):
        engine.apply(Twice(), Query(sql="select from where"), NUMBERS)


def test_a_failed_create_leaves_the_table_as_it_was(engine):
    engine.create(NUMBERS, Query(sql="select 1 as doc, 2 as twice"))
    with pytest.raises(EngineError):
        engine.create(NUMBERS, Query(sql="select 1 as doc, cast('two' as bigint) as twice"))
    assert engine.value(Query(sql="select twice from numbers")) == 2


def test_a_failed_apply_leaves_the_table_as_it_was(engine):
    engine.create(NUMBERS, Query(sql="select 1 as doc, 2 as twice"))
    many = Query(sql="select range as doc from range(20000)")
    with pytest.raises(ValueError, match="refused"):
        engine.apply(Twice(refused=19_000), many, NUMBERS)
    assert engine.value(Query(sql="select count(*) from numbers")) == 1
    engine.apply(Twice(), many, NUMBERS)
    assert engine.value(Query(sql="select count(*) from numbers")) == 20_000


def test_apply_of_nothing_makes_an_empty_table(engine):
    engine.apply(Twice(), Query(sql="select 1 as doc where false"), NUMBERS)
    assert list(engine.rows(Query(sql="select * from numbers"))) == []


def test_apply_in_processes_gives_the_same_rows():
    query = Query(sql="select range as doc from range(9000) order by range")
    found = []
    for jobs in (1, 2):
        engine = open_engine("", jobs)
        engine.apply(Twice(), query, NUMBERS)
        found.append(list(engine.rows(Query(sql="select * from numbers order by doc"))))
        engine.close()
    assert found[0] == found[1]
    assert found[0][8_999] == {"doc": 8_999, "twice": 17_998}


def test_ingest_replaces_and_forgets(engine, tmp_path):
    first = sources(tmp_path, {"a.txt": "one two three", "b.txt": "four five"})
    seen = []
    engine.ingest(Examine(), first, [], lambda count, size: seen.append((count, size)))
    assert files(engine) == [("a.txt", 3), ("b.txt", 2)]
    assert seen[-1] == (2, sum(each.size for each in first))
    documents = [row["doc"] for row in engine.rows(Query(sql="select doc from files order by uri"))]
    again = sources(tmp_path, {"a.txt": "one"})
    engine.ingest(Examine(), again, documents, ignore)
    assert files(engine) == [("a.txt", 1)]
    for table in EXAMINED:
        sql = f'select count(*) from "{table.name}" where doc not in (select doc from files)'
        assert engine.value(Query(sql=sql)) == 0


def test_text_from_damaged_bytes_is_kept(engine, tmp_path):
    (tmp_path / "odd.txt").write_bytes(b"a tide of damaged bytes \xed\xa0\x80 at the pier here")
    engine.ingest(Examine(), [source(tmp_path / "odd.txt")], [], ignore)
    assert "bytes" in engine.value(Query(sql="select t.text from texts t"))


def test_a_catalogue_lasts(tmp_path):
    path = str(tmp_path / "deep" / "catalogue.duckdb")
    engine = open_engine(path, 1)
    engine.ingest(Examine(), sources(tmp_path, {"a.txt": "one two three"}), [], ignore)
    engine.close()
    engine = open_engine(path, 1)
    assert files(engine) == [("a.txt", 3)]
    engine.close()


def refusal(path: Path) -> str:
    with pytest.raises(EngineError) as caught:
        open_engine(str(path), 1)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def test_a_catalogue_of_another_format_is_refused(tmp_path):
    path = tmp_path / "catalogue.duckdb"
    open_engine(str(path), 1).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("update catalogue set format = '99'")
    assert "format 99" in refusal(path)
    assert FORMAT != "99"


def test_a_database_of_others_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "accounts.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table accounts as select 1 as balance")
    assert "not a catalogue" in refusal(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("select balance from accounts").fetchone() == (1,)


@pytest.mark.parametrize("data", [b"Not a database at all. " * 400, b"\x00" * 5_000])
def test_a_file_that_is_no_database_is_refused(tmp_path, data):
    path = tmp_path / "catalogue.duckdb"
    path.write_bytes(data)
    refusal(path)
    assert path.read_bytes() == data


def test_a_catalogue_in_use_is_refused(tmp_path):
    path = tmp_path / "catalogue.duckdb"
    open_engine(str(path), 1).close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    assert "another audit is using" in refusal(path)
    holder.communicate(b"\n")
    open_engine(str(path), 1).close()


def test_batches_keep_order_and_bounds():
    many = [
        Source(uri=str(n), path=str(n), location="", size=n * 1_000, modified=0, inode=0)
        for n in range(2_000)
    ]
    batches = batches_of(many)
    assert [each for batch in batches for each in batch] == many
    assert all(batch for batch in batches)
    assert len(batches) > 3
    assert batches_of([]) == []


def test_every_table_has_a_form_in_arrow():
    for table in EXAMINED:
        assert schema_of(table).names == list(table.columns)
        assert batch_of(table, {name: [] for name in table.columns}).num_rows == 0


def test_a_table_is_extended(engine: Engine) -> None:
    engine.create(NUMBERS, Query(sql="select 1 as doc, 2 as twice"))
    engine.extend(NUMBERS, Query(sql="select twice as doc, 2 * twice as twice from numbers"))
    found = engine.rows(Query(sql="select doc, twice from numbers order by doc"))
    assert [tuple(row.values()) for row in found] == [(1, 2), (2, 4)]


def test_scratch_tables_are_read_like_others_and_not_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "with 'quotes'.duckdb")
    once = Table(name="once", scratch=True, columns=NUMBERS.columns)
    with closing(open_engine(path, 1)) as first:
        first.create(once, Query(sql="select 1 as doc, 2 as twice"))
        first.apply(Twice(), Query(sql="select doc from once"), NUMBERS)
        assert first.value(Query(sql="select twice from numbers")) == 2
    with closing(open_engine(path, 1)) as second:
        assert second.value(Query(sql="select twice from numbers")) == 2
        with pytest.raises(EngineError, match="once"):
            second.value(Query(sql="select twice from once"))


@pytest.mark.parametrize("folder", ["md:x", "http:/x", "sqlite:x", "~", ":memory:"])
def test_a_path_is_a_path_whatever_it_begins_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with closing(open_engine(f"{folder}/catalogue.duckdb", 1)):
        pass
    assert (tmp_path / folder / "catalogue.duckdb").stat().st_size


@pytest.mark.parametrize("folder", ["what?", "\udcff"])
def test_a_path_that_the_engine_misreads_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(EngineError, match="name another folder with --catalogue") as refused:
        open_engine(str(tmp_path / folder / "catalogue.duckdb"), 1)
    assert "\n" not in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_a_path_with_a_lock_in_it_is_not_locked(tmp_path: Path) -> None:
    path = tmp_path / "locks.duckdb"
    path.write_bytes(b"no database" * 2000)
    with pytest.raises(EngineError, match="cannot open the catalogue"):
        open_engine(str(path), 1)


def test_steps_of_the_engine_that_give_wrong_rows_or_fail_are_left_out():
    with closing(connect("")) as connection:
        known = {name for (name,) in connection.execute("from duckdb_optimizers()").fetchall()}
        ((off,),) = connection.execute("select current_setting('disabled_optimizers')").fetchall()
    assert set(off.split(",")) - {""} == {"common_subplan", "projection_placement"} & known
