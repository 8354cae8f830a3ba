"""Digests of bytes and files: one read feeds every algorithm, and two reads make an accusation."""

import errno
import hashlib
import os
import stat
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from typing import Final, Protocol

from audit.model import FileDigest


class _Hash(Protocol):
    def update(self, data: bytes | memoryview, /) -> None: ...

    def hexdigest(self) -> str: ...


_constructors: Final[Mapping[str, Callable[[bytes | memoryview], _Hash]]] = {
    "sha512": hashlib.sha512,
    "blake2b": hashlib.blake2b,
    "sha3_512": hashlib.sha3_512,
    "sha384": hashlib.sha384,
    "sha256": hashlib.sha256,
    "blake2s": hashlib.blake2s,
    "sha3_256": hashlib.sha3_256,
    "sha224": hashlib.sha224,
    "sha1": partial(hashlib.sha1, usedforsecurity=False),
    "md5": partial(hashlib.md5, usedforsecurity=False),
}

algorithms: Final = tuple(_constructors)
"""The names of the algorithms, strongest first."""

_flags: Final = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    # A pipe that took the place of a file must not stop the audit.
    | getattr(os, "O_NONBLOCK", 0)
)
_whole: Final = 1 << 20  # a file up to this size is read in one call
_piece: Final = 1 << 18  # a larger one in pieces that stay in the cache of the processor
_batch: Final = 32
_cold_threads: Final = 24
_changed: Final = "it changed while it was read"


class Confirmation(StrEnum):
    """What a second read says of the first one."""

    CONFIRMED = "confirmed"
    TRANSIENT = "transient"
    """The two reads gave different bytes: the storage is not to be trusted."""
    UNREADABLE = "unreadable"


def document_number(uri: str) -> int:
    """Return the identity of the document at *uri*: 64 bits of the SHA-256 of its name, signed."""
    name = uri.encode("utf-8", "surrogateescape")
    return int.from_bytes(hashlib.sha256(name).digest()[:8], "big", signed=True)


def digest_bytes(data: bytes | memoryview, names: Sequence[str] = ("sha256",)) -> dict[str, str]:
    """Return the digest of *data* by each algorithm of *names*, in lower-case hexadecimal digits.

    Raise KeyError for a name that is not in `algorithms`.
    """
    return {name: _constructors[name](data).hexdigest() for name in names}


def digest_open(
    handle: int, size: int, names: Sequence[str] = ("sha256",)
) -> tuple[int, dict[str, str]]:
    """Read the open file *handle* once to its end; return the bytes read and their digests.

    *size* is how many bytes are expected; the file may have more or fewer. Raise OSError.
    """
    if size < _whole:
        data = os.read(handle, size + 1)
        # One byte more than expected was asked for, so that a full answer means a file that grew.
        if len(data) <= size:
            return len(data), digest_bytes(data, names)
    else:
        data = b""
    states = [_constructors[name](data) for name in names]
    total = len(data) + _feed(handle, states)
    return total, {name: state.hexdigest() for name, state in zip(names, states, strict=True)}


def _feed(handle: int, states: Sequence[_Hash]) -> int:
    total = 0
    while piece := os.read(handle, _piece):
        total += len(piece)
        for state in states:
            state.update(piece)
    return total


def digest_file(
    path: str, names: Sequence[str] = ("sha256",), *, again: bool = False
) -> FileDigest:
    """Read the regular file *path* once and return its digests; what fails goes into `error`.

    With *again* the pages that the system keeps of the file are dropped first, so that the bytes
    come from the storage. A file that changes meanwhile is read once more, then given up.
    Links are not followed.
    """
    found = _digest_file(path, names, again)
    return _digest_file(path, names, again) if found.error == _changed else found


def _digest_file(path: str, names: Sequence[str], again: bool) -> FileDigest:
    try:
        handle = os.open(path, _flags)
    except (OSError, ValueError) as error:
        return _failed(path, error)
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            return _failed(path, "it is not a regular file")
        if again and hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        size, digests = digest_open(handle, before.st_size, names)
        after = os.fstat(handle)
    except OSError as error:
        return _failed(path, error)
    finally:
        os.close(handle)
    if after.st_mtime_ns != before.st_mtime_ns or size != after.st_size:
        return _failed(path, _changed)
    return FileDigest(
        path=path,
        size=size,
        modified=after.st_mtime_ns,
        inode=after.st_ino,
        digests=digests,
    )


def _failed(path: str, reason: str | OSError | ValueError) -> FileDigest:
    if isinstance(reason, OSError):
        link = reason.errno == errno.ELOOP
        reason = "it is a link, and links are not followed" if link else str(reason.strerror)
    elif isinstance(reason, ValueError):
        reason = "no file can have such a path"
    return FileDigest(path=path, size=0, modified=0, inode=0, digests={}, error=reason)


def confirm(first: FileDigest) -> tuple[Confirmation, FileDigest]:
    """Read the file of *first* again, from the storage where the system allows it, and compare."""
    second = digest_file(first.path, tuple(first.digests), again=True)
    if second.error:
        return Confirmation.UNREADABLE, second
    same = second.digests == first.digests
    return (Confirmation.CONFIRMED if same else Confirmation.TRANSIENT), second


def digest_files(
    paths: Sequence[str], names: Sequence[str] = ("sha256",), threads: int = 0
) -> Iterator[FileDigest]:
    """Yield the digests of *paths* in their order, whatever the number of *threads*.

    With 0 the first files tell how many: as many as there are cores where they are large, else
    many where the storage makes us wait, and none where small files come from memory.
    """
    work = partial(_digest_batch, names=names)
    large = _are_large(paths[:_batch])
    size = 1 if large else _batch
    start = 0
    if not threads and not large:
        waits = _waits()
        yield from work(paths[:size])
        start = size
        # Small files spend their time in the interpreter, where threads are in each other's way.
        threads = _cold_threads if _waits() - waits > size // 2 else 1
    batches = (paths[at : at + size] for at in range(start, len(paths), size))
    threads = threads or os.cpu_count() or 1
    if threads == 1 or len(paths) - start <= size:
        for batch in batches:
            yield from work(batch)
        return
    yield from _in_order(work, batches, threads)


def _are_large(paths: Sequence[str]) -> bool:
    sizes = []
    for path in paths:
        try:
            sizes.append(os.lstat(path).st_size)
        except (OSError, ValueError):
            continue
    return sum(sizes) > len(sizes) * _piece


def _digest_batch(paths: Sequence[str], names: Sequence[str]) -> list[FileDigest]:
    return [digest_file(path, names) for path in paths]


def _in_order(
    work: Callable[[Sequence[str]], list[FileDigest]],
    batches: Iterator[Sequence[str]],
    threads: int,
) -> Iterator[FileDigest]:
    waiting: deque[Future[list[FileDigest]]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for batch in batches:
            waiting.append(pool.submit(work, batch))
            if len(waiting) > 2 * threads:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _waits() -> int:
    """Return how often this thread slept for a device: that tells cold storage from a busy one."""
    try:
        import resource

        return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    except (ImportError, AttributeError):
        return 0
