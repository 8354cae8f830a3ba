"""Where a database lies: whether it can lie there, and what to say where it cannot be read."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

from audit.errors import AuditError, EngineError

REBUILT: Final = "delete it, it is rebuilt from the documents"
ELSEWHERE: Final = "name another folder with --catalogue, or use --no-catalogue"
HEADERS: Final = 3 * 4096
"""Bytes of a database before its first block."""

_MISREAD: Final = re.compile("[?\ud800-\udfff]")
"""What the engine takes for the end of a path, and letters that are no UTF-8."""
_DAMAGE: Final = re.compile(
    r"[Cc]orrupt|Could not read |Serialization Error|deserializ|not a valid DuckDB|checksum"
)
_FORBIDDEN: Final = re.compile(r"Permission denied|Read-only file system|Operation not permitted")
_KINDS: Final = (
    (stat.S_ISLNK, "link"),
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISBLK, "device"),
    (stat.S_ISCHR, "device"),
)
_BLOCKS: Final = """
select block_size * used_blocks from pragma_database_size() where database_name = 'kept'
"""


def make_ready(path: str, place: str) -> int:
    """Make the folder of the database at *path*; *place* is the same path from the root on.

    Return the bytes of the database, 0 where it is new or changes of it are still to be made.
    Raise EngineError where the engine could not keep a file there, or would wait for ever.
    """
    if _MISREAD.search(place):
        raise EngineError(
            f"{path}: the catalogue cannot be kept where a name has a question mark or is not "
            f"UTF-8; {ELSEWHERE}"
        )
    folder = Path(path).parent
    _make_folder(folder)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise EngineError(_not_here(folder, "permission denied"))
    size, changes = _size(path), _size(f"{path}.wal")
    return 0 if changes else size


def check_whole(connection: duckdb.DuckDBPyConnection, path: str, size: int) -> None:
    """Raise EngineError where a database of *size* bytes uses more: free ones may be missing."""
    blocks = connection.execute(_BLOCKS).fetchone()
    if blocks and size < HEADERS + blocks[0]:
        raise EngineError(f"{path}: the catalogue is cut off; {REBUILT}")


@contextmanager
def named(path: str) -> Iterator[None]:
    """Say of a failure in here that it is the database at *path* which cannot be read."""
    try:
        yield
    except (duckdb.Error, AuditError) as error:
        cause = _cause(error)
        if cause is None:
            raise
        first = _first_line(cause)
        if path and _DAMAGE.search(first):
            raise EngineError(f"{path}: the catalogue is damaged ({first}); {REBUILT}") from error
        if isinstance(error, AuditError):
            raise
        raise EngineError(f"the engine failed: {first}") from error


def why_closed(path: str, error: duckdb.Error) -> str:
    """Return why the database at *path* cannot be opened, and what to do."""
    first = _first_line(error)
    if "set lock on" in first:
        return f"{path}: another audit is using this catalogue; wait for it, or use --no-catalogue"
    advice = ELSEWHERE if _FORBIDDEN.search(first) else REBUILT
    return f"{path}: cannot open the catalogue ({first}); {advice}"


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
        raise EngineError(_not_here(folder, reason)) from None


def _not_here(folder: Path, reason: str) -> str:
    return f"{folder}: the catalogue cannot be kept here ({reason}); {ELSEWHERE}"


def _size(file: str) -> int:
    """Return the bytes of *file*, 0 for none; raise EngineError where it cannot be written."""
    try:
        status = os.lstat(file)
    except FileNotFoundError:
        return 0
    if not stat.S_ISREG(status.st_mode):
        kind = next((name for is_kind, name in _KINDS if is_kind(status.st_mode)), "special file")
        raise EngineError(f"{file}: is a {kind} and no catalogue; remove it, or {ELSEWHERE}")
    if not os.access(file, os.R_OK | os.W_OK):
        raise EngineError(
            f"{file}: the catalogue cannot be written (permission denied); {ELSEWHERE}"
        )
    return status.st_size


def _cause(error: BaseException | None) -> duckdb.Error | None:
    """Return the failure of the engine that is behind *error*, if one is."""
    while error is not None:
        if isinstance(error, duckdb.Error):
            return error
        error = error.__cause__
    return None


def _first_line(error: duckdb.Error) -> str:
    return str(error).strip().splitlines()[0]
