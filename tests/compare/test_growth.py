"""No query makes more rows than documents times a constant, whatever the documents have in common.

Rows between the steps of a query are counted, not time or memory, which are others on each machine.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb

from audit.compare import Method
from audit.engines.duckdb import DuckDB
from audit.pipeline import compare
from audit.pipeline.ground import lay
from audit.pipeline.ingest import ingest
from audit.pipeline.judge import judge
from audit.pipeline.records import records_of
from audit.pipeline.trusted import rulebook
from audit.settings import Settings
from audit.tables import DECLARED, Query, Table

FEW, TIMES = 60, 4
ENOUGH = 8_000
"""Rows from which on the growth of a query is looked at; fewer may be those of a few documents."""

RULES = """
audit: 1
rules:
  quotation: {check: quotation, unattributed: true}
  copied: {check: duplicate}
  similar: {check: similar, threshold: 0.5}
"""
# With few documents every pair is compared, so that pairs grow with the square of them.
METHOD = Method(most_pairs=0, most_documents=5)


class Counted(DuckDB):
    """The engine as it is, which notes how many rows all steps of each statement made."""

    def __init__(self) -> None:
        super().__init__("", 1)
        self.rows_of: Counter[str] = Counter()
        _watch(self._connection)

    def create(self, table: Table, query: Query) -> None:
        super().create(table, query)
        self._note(self._connection)

    def extend(self, table: Table, query: Query) -> None:
        super().extend(table, query)
        self._note(self._connection)

    def value(self, query: Query) -> Any:
        found = super().value(query)
        self._note(self._connection)
        return found

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with super()._reading() as cursor:
            _watch(cursor)
            yield cursor
            self._note(cursor)

    def _note(self, connection: duckdb.DuckDBPyConnection) -> None:
        asked = json.loads(connection.get_profiling_information(format="json")).get("query", {})
        sql = asked.get("sql", "")
        self.rows_of[sql] = max(self.rows_of[sql], asked.get("total_intermediate_rows", 0))


def _watch(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("set enable_profiling = 'no_output'")


def pages(prose: Callable[[int], str], documents: int) -> Iterator[tuple[str, str]]:
    """Yield pages of three folders with one menu, footer and day, two headlines and many copies."""
    heads = ["The bells of the harbour tower come home", "The old slipway of the town is mended"]
    menu = "Home | Harbour news | Library | Museum | Tides and weather | Sports of the town | Maps"
    footer = f"Read at the quay between the library and the mill: {' '.join(['tide'] * 15)}."
    listed = "\n".join(f"{head}\n{day} May 2019" for day, head in enumerate(heads, 3))
    quoted = [prose(40) for _ in range(0, documents, 16)]
    for number in range(documents):
        name = f"{'abc'[number % 3]}/{number:04}.txt"
        title = heads[number // 8 % 2] if number % 8 < 3 else prose(6)[:-1]
        amid = quoted[number // 16] if number % 8 == 1 else prose(40)
        body = f"{prose(60)}\n{amid}\n{prose(60)}"
        more = listed if title not in heads else ""
        named = "Publisher: Coast Reader\n" if number % 2 else ""
        page = f"{menu}\n\n{title}\n\n{named}3 May 2019\n\n{body}\n\nMore\n{more}\n\n{footer}\n"
        yield name, "The same few words on every page of it.\n" * 3 if number % 4 > 1 else page


def rows_of(folder: Path, texts: Iterator[tuple[str, str]]) -> Counter[str]:
    """Return how many rows the statements of one audit of *texts* made at most."""
    for name, text in texts:
        (folder / "texts" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "texts" / name).write_text(text)
    (folder / "audit.yml").write_text(RULES)
    settings = Settings(paths=(str(folder / "texts"),), catalogue=False, jobs=1)
    with rulebook(settings) as book, closing(Counted()) as engine:
        ground = lay(settings, book)
        ingest(engine, ground, None)
        engine.clear(DECLARED)
        compare(engine, METHOD)
        judge(engine, ground, complete=True)
        records = records_of(engine)
        for kind in (records.claims, records.boilerplate, records.pairs, records.versions):
            assert list(kind)
        for table in ("told", "standing", "spread", "voted", "passages", "stars"):
            assert engine.value(Query(sql=f"select count(*) from {table}")), table
        return engine.rows_of


def test_rows_grow_as_documents_do(tmp_path, prose):
    few = rows_of(tmp_path / "few", pages(prose, FEW))
    many = rows_of(tmp_path / "many", pages(prose, FEW * TIMES))
    assert sum(few.values()) > ENOUGH
    grown = {sql: (few[sql], rows) for sql, rows in many.items() if rows > ENOUGH}
    assert len(grown) > 20
    for sql, (before, after) in grown.items():
        assert after < 1.5 * TIMES * before, f"{before} rows, then {after}: {sql}"
