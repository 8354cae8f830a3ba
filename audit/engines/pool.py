"""Processes for pure functions: in order, bounded, and only for work longer than their start."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing.connection import wait
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar

import pyarrow as pa

from audit.engines import Examine, Function
from audit.engines.arrow import tables_of
from audit.engines.spool import Spooled, Tables, spool
from audit.errors import EngineError
from audit.model import Source

_AHEAD: Final = 3
"""Batches under way for each process, so that memory is bounded by the batch."""
_WORTH_A_POOL: Final = 4 << 20
"""Bytes of work below which a pool costs more than it brings."""

_BYTES_IN_SLICE: Final = 4 << 20

Answer = TypeVar("Answer")


class Pool:
    """Up to *jobs* processes (0: one for each core), started when first needed."""

    def __init__(self, jobs: int) -> None:
        """Remember how many; start nothing."""
        self._jobs = jobs or _cores()
        self._executor: ProcessPoolExecutor | None = None
        self._spool: TemporaryDirectory[str] | None = None

    def examine(
        self, examine: Examine, batches: Sequence[Sequence[Source]]
    ) -> Iterator[tuple[Sequence[Source], Iterable[Tables]]]:
        """Yield each of *batches* with its rows, piece by piece and in order.

        The documents of such a batch are tried one by one, each in a process of its own; those
        that kill it again are given to `examine.lost`.
        """
        size = sum(source.size for batch in batches for source in batch)
        if self._jobs == 1 or size < _WORTH_A_POOL:
            yield from ((batch, map(tables_of, examine(batch))) for batch in batches)
            return
        asked = deque[tuple[Sequence[Source], Future[Spooled]]]()
        for batch in batches:
            asked.append((batch, self._submit(_examine, examine, batch, self._folder())))
            if len(asked) > self._jobs * _AHEAD:
                yield self._answer(examine, *asked.popleft())
        while asked:
            yield self._answer(examine, *asked.popleft())

    def map(
        self, function: Function, batches: Iterable[pa.RecordBatch]
    ) -> Iterator[pa.RecordBatch]:
        """Yield *function* of each of *batches*, in order."""
        if getattr(function, "light", False):
            yield from map(function, batches)
            return
        waiting = _slices(batches)
        first, size = [], 0
        while size < _WORTH_A_POOL and (batch := next(waiting, None)) is not None:
            first.append(batch)
            size += batch.nbytes
        if self._jobs == 1 or size < _WORTH_A_POOL:
            yield from map(function, chain(first, waiting))
            return
        asked = deque[Future[pa.RecordBatch]]()
        for batch in chain(first, waiting):
            asked.append(self._submit(_apply, function, _packed(batch)))
            if len(asked) > self._jobs * _AHEAD:
                yield asked.popleft().result()
        while asked:
            yield asked.popleft().result()

    def close(self) -> None:
        """End the processes without waiting for work that nobody wants any more."""
        self._end_processes()
        if self._spool:
            self._spool.cleanup()
            self._spool = None

    def _end_processes(self) -> None:
        if self._executor:
            _end(self._executor)
            self._executor = None

    def _folder(self) -> str:
        """Return a folder for rows that are too many to be sent."""
        self._spool = self._spool or TemporaryDirectory(prefix="audit-", ignore_cleanup_errors=True)
        return self._spool.name

    def _submit(self, work: Callable[..., Answer], *values: Any) -> "Future[Answer]":
        for _ in range(2):
            self._executor = self._executor or _executor(self._jobs)
            try:
                with _deaf():
                    return _asked(self._executor, work, *values)
            except BrokenProcessPool:
                self._end_processes()
        raise BrokenProcessPool

    def _answer(
        self, examine: Examine, batch: Sequence[Source], future: "Future[Spooled]"
    ) -> tuple[Sequence[Source], Iterable[Tables]]:
        try:
            return batch, future.result()
        except BrokenProcessPool:
            self._end_processes()
            folder = self._folder()
            alone = (_alone(examine, source, folder) for source in batch)
            return batch, chain.from_iterable(alone)


def _alone(examine: Examine, source: Source, folder: str) -> Iterable[Tables]:
    executor = _executor(1)
    started = False
    try:
        started = _asked(executor, bool, 1).result()
        return _asked(executor, _examine, examine, [source], folder).result()
    except BrokenProcessPool:
        if not started:
            raise EngineError("no process can be started to read in; try again with -j 1") from None
        return [tables_of(examine.lost(source, "reading it ended the process that read it"))]
    finally:
        _end(executor)


def _asked(
    executor: ProcessPoolExecutor, work: Callable[..., Answer], *values: Any
) -> "Future[Answer]":
    """Submit *work*; a process that cannot be started breaks the pool under every Python."""
    try:
        return executor.submit(work, *values)
    except (EOFError, OSError) as error:
        raise BrokenProcessPool from error


def _end(executor: ProcessPoolExecutor) -> None:
    """End *executor* and its processes at once; one that is still starting would complain."""
    for process in list((executor._processes or {}).values()):  # noqa: SLF001  # public from 3.14
        process.kill()
        process.join()
    executor.shutdown(wait=False, cancel_futures=True)


def _executor(jobs: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    # Else a new interpreter looks for modules in the working folder first, which may be hostile.
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_settle)


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Put off Ctrl-C while a process is started, and let the process inherit deafness to it.

    The mask is for the child; threads of the engine may still take the signal, so its handler
    is put off as well.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    heard: list[int] = []
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    handler = signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _settle() -> None:
    """Leave ^C to the run that started this process, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _examine(examine: Examine, batch: Sequence[Source], folder: str) -> Spooled:
    return spool(map(tables_of, examine(batch)), folder)


def _apply(function: Function, packed: bytes) -> pa.RecordBatch:
    result: pa.RecordBatch = function(pa.ipc.open_stream(packed).read_next_batch())
    return result


def _packed(batch: pa.RecordBatch) -> bytes:
    """Return *batch* alone: pickling a slice would send all that it was sliced from."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def _slices(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Cut batches of long rows, so that every process gets some and none gets too much."""
    for batch in batches:
        rows = max(1, batch.num_rows * _BYTES_IN_SLICE // max(batch.nbytes, 1))
        for first in range(0, batch.num_rows, rows):
            yield batch.slice(first, rows)
