"""How a database of DuckDB is opened: where it lies, and what it may use."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import duckdb

from audit.engines.place import check_whole, make_ready, why_closed
from audit.errors import EngineError

SEARCHED: Final = "set search_path = 'memory.main,kept.main'"
"""Names of tables are looked for among the scratch first."""
_WRONG: Final = ("common_subplan", "projection_placement")
"""The first takes two joins for one that differ in a column, and gives one for both: duckdb#25819;
what the second lays out fails in a join with many lines, as in duckdb#24807."""
_MEMORY: Final = 640
"""Megabytes beyond which tables are spilled to disk; more where documents are many."""
_DOCUMENTS: Final = 600
"""Documents for which there is one megabyte more, beyond the first 100,000."""
_SPILL: Final = str(Path(tempfile.gettempdir()) / f"audit-{os.getpid()}")


def connect(path: str) -> duckdb.DuckDBPyConnection:
    """Open the database at *path* (empty: in memory) as `kept`, beside one in memory for scratch.

    Raise EngineError where it cannot be opened.
    """
    # A whole path is never taken for an address (`md:`, `http:`) or for somebody's home (`~`).
    place = os.path.abspath(path) if path else ""  # noqa: PTH100  # a string for the engine
    size = make_ready(path, place) if path else 0
    try:
        # What is of use in this run alone need not be written down.
        connection = duckdb.connect(":memory:")
        connection.execute(f"attach {_quoted(place or ':memory:')} as kept")
        connection.execute(SEARCHED)
    except duckdb.Error as error:
        raise EngineError(why_closed(path, error)) from None
    if size:
        check_whole(connection, path, size)
    # Our joins are written with care for their order of rows; nothing relies on insertion order.
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set enable_progress_bar = false")
    _do_without(connection, _WRONG)
    give_memory(connection, 0)
    spill = f"{place}.tmp" if place else _SPILL
    connection.execute("set temp_directory = $folder", {"folder": spill})
    return connection


def _do_without(connection: duckdb.DuckDBPyConnection, optimizers: Iterable[str]) -> None:
    known = {name for (name,) in connection.execute("from duckdb_optimizers()").fetchall()}
    found = ",".join(name for name in optimizers if name in known)
    connection.execute(f"set disabled_optimizers = '{found}'")


def give_memory(connection: duckdb.DuckDBPyConnection, documents: int) -> None:
    """Set how much of so many *documents* is held in memory before the rest is spilled."""
    more = max(0, documents - 100_000) // _DOCUMENTS
    connection.execute(f"set memory_limit = '{_MEMORY + more}MB'")


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"
