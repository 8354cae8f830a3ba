"""Read a file once: its SHA-256, its first bytes, and all of them where they are not too many."""

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import Final

from audit.errors import ReadError
from audit.readers.bounds import LIMITS, Limits

HEAD: Final = 65_536
"""Bytes at the start of a file that tell its format."""
_flags: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put in the place of the file must not stop us
    | getattr(os, "O_BINARY", 0)
)
_block: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What one read of a file gave; *data* is None where it was too big to keep."""

    sha256: str
    size: int
    modified: int
    """Nanoseconds since the epoch."""
    inode: int
    changed: int
    """When the system last changed anything of the file; nanoseconds likewise."""
    head: bytes
    """The first bytes, enough to identify the format."""
    data: bytes | None


def load(location: str, limits: Limits = LIMITS) -> Loaded:
    """Read the file once for its SHA-256 and its bytes; over the limit the data is None.

    Memory is bounded by the limit. Raise ReadError where the file cannot be read, is no plain
    file, or changes meanwhile.
    """
    try:
        file = os.open(location, _flags)
        try:
            before = os.fstat(file)
            loaded = _loaded(file, before, limits.file)
            after = os.fstat(file)
        finally:
            os.close(file)
    except OSError as error:
        raise ReadError(_reason(error)) from error
    if _state(before) != _state(after):
        raise ReadError("changed while it was read")
    return loaded


def _loaded(file: int, status: os.stat_result, limit: int) -> Loaded:
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("is no longer a plain file")
    size = status.st_size
    data = _whole(file, size) if size <= limit else None
    digest, head = hashlib.sha256(data or b""), (data or b"")[:HEAD]
    left = size if data is None else 0
    while left > 0 and (block := os.read(file, min(left, _block))):
        digest.update(block)
        head = head or block[:HEAD]
        left -= len(block)
    return Loaded(
        sha256=digest.hexdigest(),
        size=size,
        modified=status.st_mtime_ns,
        inode=status.st_ino,
        changed=status.st_ctime_ns,
        head=head,
        data=data,
    )


def _state(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _whole(file: int, size: int) -> bytes:
    """Return the file with one read where the system gives it at once."""
    data = os.read(file, size)
    while len(data) < size and (more := os.read(file, size - len(data))):
        data += more
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "vanished before it could be read"
    if error.errno == getattr(os, "ELOOP", 40):
        return "became a link before it could be read"
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
