"""The embedded engine: DuckDB in this process, a pool of processes for the work on texts."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, Final

import duckdb
import pyarrow as pa
import regex

from audit.engines import Engine, Examine, Function, Progress, Row
from audit.engines.arrow import batches_of, schema_of
from audit.engines.connect import SEARCHED, connect, give_memory
from audit.engines.pool import Pool
from audit.errors import EngineError
from audit.model import Source
from audit.tables import EXAMINED, FORMAT, KEPT, Query, Table

_ROWS: Final = 2048
_NAME: Final = regex.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")


class DuckDB(Engine):
    """One DuckDB database, in a file or in memory."""

    name = "duckdb"

    def __init__(self, path: str, jobs: int) -> None:
        """Open the database at *path* (empty: in memory) with a pool of *jobs* processes."""
        self._pool = Pool(jobs)
        known = bool(path) and os.path.lexists(path)
        self._connection = connect(path)
        try:
            if not (known and self._has_format(path)):
                self._declare_all()
        except BaseException:
            self._connection.close()
            raise

    def ingest(
        self, examine: Examine, sources: Sequence[Source], forget: Iterable[int], done: Progress
    ) -> None:
        """Replace the rows of *sources*; some thousand documents are one transaction."""
        self._forget(list(forget))
        count = size = 0
        for batch, pieces in self._pool.examine(examine, batches_of(sources)):
            for tables in pieces:
                with self._transaction():
                    for table in EXAMINED:
                        self._insert(table, tables[table.name])
            count, size = count + len(batch), size + sum(source.size for source in batch)
            done(count, size)
        give_memory(self._connection, self.value(Query(sql="select count(*) from files")))

    def create(self, table: Table, query: Query) -> None:
        """Fill *table* anew with the rows of *query*."""
        made = f"create or replace table {_place(table)} as {_made(table, query)}"
        _run(self._connection, made, query.values)

    def clear(self, table: Table) -> None:
        """Make *table* empty."""
        self._declare(table)

    def extend(self, table: Table, query: Query) -> None:
        """Add the rows of *query* to *table*."""
        made = f"insert into {_place(table)} {_made(table, query)}"
        _run(self._connection, made, query.values)

    def apply(self, function: Function, query: Query, table: Table) -> None:
        """Fill *table* anew with *function* of the batches of *query*."""
        with self._reading() as cursor, self._transaction():
            asked = chain.from_iterable(
                _read(cursor, part).to_arrow_reader(_ROWS) for part in _parts(query)
            )
            first = next(asked, None)
            self._declare(table)
            if first is not None:
                for result in self._pool.map(function, chain([first], asked)):
                    self._insert(table, result)

    def rows(self, query: Query) -> Iterator[Row]:
        """Yield the rows of *query* by column name."""
        with self._reading() as cursor:
            _run(cursor, query.sql, query.values)
            names = [column[0] for column in cursor.description or ()]
            while block := cursor.fetchmany(_ROWS):
                for values in block:
                    yield dict(zip(names, values, strict=True))

    def value(self, query: Query) -> Any:
        """Return the first column of the first row of *query*, or None."""
        row = _run(self._connection, query.sql, query.values).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Write what is to be kept and end the pool."""
        self._pool.close()
        self._connection.close()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._connection.cursor() as cursor:
            cursor.execute(SEARCHED)
            yield cursor

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        _run(self._connection, "begin")
        try:
            yield
        except BaseException:
            with contextlib.suppress(duckdb.Error):  # the first failure has ended it
                self._connection.rollback()
            raise
        _run(self._connection, "commit")

    def _has_format(self, path: str) -> bool:
        """Tell whether a catalogue is open or nothing; anything else is an EngineError."""
        try:
            found = self.value(Query(sql="select format from kept.catalogue"))
        except EngineError as error:
            if not isinstance(error.__cause__, duckdb.CatalogException):
                raise
            if _run(self._connection, "select table_name from duckdb_tables()").fetchall():
                said = f"{path}: a database, but not a catalogue of audit; move it away"
                raise EngineError(said) from None
            return False
        if found != FORMAT:
            raise EngineError(
                f"{path}: catalogue of format {found}, this version reads {FORMAT}; "
                "delete it, it is rebuilt from the documents"
            )
        return True

    def _declare_all(self) -> None:
        with self._transaction():
            for table in (*EXAMINED, *KEPT):
                self._declare(table)
            _run(
                self._connection,
                "create table kept.catalogue as select $format as format",
                {"format": FORMAT},
            )

    def _declare(self, table: Table) -> None:
        columns = ", ".join(f'"{column}" {kind}' for column, kind in table.columns.items())
        _run(self._connection, f"create or replace table {_place(table)} ({columns})")

    def _insert(self, table: Table, batch: pa.RecordBatch) -> None:
        if batch.num_rows:
            rows = pa.Table.from_batches([batch.select(list(table.columns))], schema_of(table))
            self._connection.register("arriving", rows)
            _run(self._connection, f"insert into {_place(table)} select * from arriving")
            self._connection.unregister("arriving")

    def _forget(self, documents: list[int]) -> None:
        if not documents:
            return
        with self._transaction():
            gone = pa.table({"doc": pa.array(documents, type=pa.int64())})
            self._connection.register("gone", gone)
            for table in EXAMINED:
                _run(
                    self._connection,
                    f"delete from {_place(table)} where doc in (select doc from gone)",
                )
            self._connection.unregister("gone")


def _run(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, Any] | None = None
) -> duckdb.DuckDBPyConnection:
    try:
        return connection.execute(_NAME.sub(r"$\1", sql), dict(values or {}))
    except duckdb.Error as error:
        raise _failed(error, sql) from error


def _read(cursor: duckdb.DuckDBPyConnection, query: Query) -> duckdb.DuckDBPyRelation:
    try:
        return cursor.sql(_NAME.sub(r"$\1", query.sql), params=dict(query.values) or None)
    except duckdb.Error as error:
        raise _failed(error, query.sql) from error


def _place(table: Table) -> str:
    return f'{"memory" if table.scratch else "kept"}."{table.name}"'


def _made(table: Table, query: Query) -> str:
    columns = ", ".join(
        f'cast(made."{name}" as {kind}) as "{name}"' for name, kind in table.columns.items()
    )
    return f"select {columns} from ({query.sql}) as made"


def _parts(query: Query) -> Iterator[Query]:
    if query.parts is None:
        yield query
        return
    for part in range(query.parts):
        yield replace(query, values={**query.values, "part": part})


def _failed(error: duckdb.Error, sql: str) -> EngineError:
    """Return one line for the reader, with the statement as a note for whoever looks deeper."""
    first = str(error).strip().splitlines()[0]
    failure = EngineError(f"the engine failed: {first}")
    failure.add_note(f"in: {sql}")
    return failure
