"""What is declared beside a document: a file of its own, or its row in a table."""

import hashlib
import os
from typing import Final

from audit.errors import ReadError
from audit.model import Source

_LIMIT: Final = 1 << 20


def stamp(source: Source) -> str:
    """Return what tells one state of all that is declared of *source* from another, or empty."""
    told = hashlib.sha256(repr(source.fields).encode()).hexdigest() if source.fields else ""
    return " ".join(part for part in (_state(source.sidecar), told) if part)


def _state(location: str) -> str:
    if not location:
        return ""
    try:
        status = os.stat(location, follow_symlinks=False)  # noqa: PTH116  # a string
    except OSError:
        return "unreadable"
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ino}:{status.st_ctime_ns}"


def load_sidecar(location: str) -> str:
    """Return the decoded text of a small UTF-8 file; raise ReadError where that is impossible."""
    try:
        descriptor = os.open(location, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError as error:
        raise ReadError(error.strerror or "cannot be opened") from None
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise ReadError(f"over the limit of {_LIMIT} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8 at byte {error.start}") from None
