"""How a database of DuckDB is opened: where it lies, what it may use, why it does not open."""

import os
import re
import tempfile
from pathlib import Path
from typing import Final

import duckdb

from audit.errors import EngineError

SEARCHED: Final = "set search_path = 'memory.main,kept.main'"
"""Names of tables are looked for among the scratch first."""
_MEMORY: Final = 640
"""Megabytes beyond which tables are spilled to disk; more where documents are many."""
_DOCUMENTS: Final = 600
"""Documents for which there is one megabyte more, beyond the first 100,000."""
_MISREAD: Final = re.compile("[?\ud800-\udfff]")
"""What the engine takes for the end of a path, and letters that are no UTF-8."""
_SPILL: Final = str(Path(tempfile.gettempdir()) / f"audit-{os.getpid()}")


def connect(path: str) -> duckdb.DuckDBPyConnection:
    """Open the database at *path* (empty: in memory) as `kept`, beside one in memory for scratch.

    Raise EngineError where it cannot be opened.
    """
    # A whole path is never taken for an address (`md:`, `http:`) or for somebody's home (`~`).
    place = os.path.abspath(path) if path else ""  # noqa: PTH100  # a string for the engine
    _check_readable(path, place)
    if path:
        _make_folder(Path(path).parent)
    try:
        # What is of use in this run alone need not be written down.
        connection = duckdb.connect(":memory:")
        connection.execute(f"attach {_quoted(place or ':memory:')} as kept")
        connection.execute(SEARCHED)
    except duckdb.Error as error:
        raise EngineError(_why_closed(path, str(error))) from None
    # Our joins are written with care for their order of rows; nothing relies on insertion order.
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set enable_progress_bar = false")
    give_memory(connection, 0)
    spill = f"{place}.tmp" if place else _SPILL
    connection.execute("set temp_directory = $folder", {"folder": spill})
    return connection


def give_memory(connection: duckdb.DuckDBPyConnection, documents: int) -> None:
    """Set how much of so many *documents* is held in memory before the rest is spilled."""
    more = max(0, documents - 100_000) // _DOCUMENTS
    connection.execute(f"set memory_limit = '{_MEMORY + more}MB'")


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"


def _check_readable(path: str, place: str) -> None:
    """Raise EngineError where the engine would take the *place* of a file for another."""
    if _MISREAD.search(place):
        raise EngineError(
            f"{path}: the catalogue cannot be kept where a name has a question mark or is not "
            "UTF-8; name another folder with --catalogue, or use --no-catalogue"
        )


def _make_folder(folder: Path) -> None:
    """Make the folder of the catalogue, with a note that keeps it out of version control.

    A folder that is there is somebody's, and gets no such note.
    """
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True)
            (folder / ".gitignore").write_text("*\n", encoding="ascii")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise EngineError(
            f"{folder}: the catalogue cannot be kept here ({reason}); use --no-catalogue"
        ) from None


def _why_closed(path: str, message: str) -> str:
    first = message.splitlines()[0]
    if "set lock on" in first:
        return f"{path}: another audit is using this catalogue; wait for it, or use --no-catalogue"
    return (
        f"{path}: cannot open the catalogue ({first}); delete it, it is rebuilt from the documents"
    )
