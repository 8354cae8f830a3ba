"""Reading under guard: what is risky is read in a process that can be killed.

A reader that is linear works in this process on files up to a megabyte. Everything else is sent
to a process of its own with bounded memory, processor time and time on the clock. A document that
ends that process is a problem with the limit's name; a new process goes on with the next one.
"""

import atexit
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from dataclasses import replace
from multiprocessing.connection import Pipe
from typing import ClassVar, Final

from audit.errors import ReadError
from audit.readers import Limits, Remark, container_for, reader_for
from audit.readers.guard.unfold import Item, Job, Unfold
from audit.readers.guard.worker import serve

__all__ = ["Item", "Job", "read_job"]

HARMLESS: Final = 1024 * 1024
"""Bytes up to which a linear reader works in the calling process."""
DEATHS: Final = 20
"""Processes that one file may end before the rest of it is given up."""
_patience: Final = 3
"""Seconds on the clock for one of processor time.

What computes without end is ended by its processor time, which no other work of the machine can
use up. The clock is for what waits without end, and where the system counts no processor time: it
must be wider, or a busy machine would call good documents slow.
"""
_day: Final = 86_400

Answer = Item | tuple[int, Item] | None


def read_job(job: Job) -> Iterator[Item]:
    """Yield what lies in one file: the file itself, or its records and then the file."""
    if _is_harmless(job):
        yield from Unfold(job, lambda _number, _item: None)
    else:
        yield from _guarded(job)


def _is_harmless(job: Job) -> bool:
    media_type = job.format.media_type
    if container_for(media_type):
        return False
    reader = reader_for(media_type)
    if reader is None or not job.data:
        return True
    return reader.linear and len(job.data) <= HARMLESS


def _guarded(job: Job) -> Iterator[Item]:
    """Yield the items of *job*; the file itself is to be read again where one of them is."""
    again = False
    for item in _attempts(job):
        again |= item.again
        yield replace(item, again=again) if item.source == job.source else item


def _attempts(job: Job) -> Iterator[Item]:
    done: set[int] = set()
    begun: dict[int, Item] = {}
    for _ in range(DEATHS):
        ended = yield from _attempt(replace(job, done=frozenset(done)), done, begun)
        if not ended:
            return
        last = max(begun, default=0)
        done.add(last)
        yield _lost(begun.pop(last) if last in begun else _whole(job), ended)
        if last == 0:
            return
    reason = f"ended {DEATHS} processes; the rest is not read"
    yield _lost(begun.get(0) or _whole(job), _EndedError(reason))


def _attempt(
    job: Job, done: set[int], begun: dict[int, Item]
) -> "Generator[Item, None, _EndedError | None]":
    """Yield items, note what is begun and done, and return why the process ended, if it did."""
    worker = _Worker.for_job(job)
    under_way: list[int] = []
    while True:
        try:
            answer = worker.receive(job.limits)
        except _EndedError as ended:
            return ended
        if answer is None:
            return None
        if isinstance(answer, Item):
            number = under_way.pop()
            done.add(number)
            del begun[number]  # a file may hold a hundred thousand of them
            yield answer
        else:
            number, begun[number] = answer
            under_way.append(number)


def _lost(item: Item, ended: "_EndedError") -> Item:
    remark = Remark(message=str(ended))
    return replace(item, state="unreadable", problems=(remark,), again=ended.again)


def _whole(job: Job) -> Item:
    return Item(
        source=job.source,
        sha256=job.sha256,
        media_type=job.format.media_type,
        basis=job.format.basis,
        stated=job.format.stated,
    )


class _EndedError(ReadError):
    """Say why a process ended, and whether it might do better another time."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.again = again


class _Worker:
    """The one process in which this process reads what is risky."""

    current: ClassVar["_Worker | None"] = None

    def __init__(self) -> None:
        self._connection, theirs = Pipe()
        self._process = _start(theirs.fileno())
        theirs.close()
        atexit.register(self.end)

    @classmethod
    def for_job(cls, job: Job) -> "_Worker":
        """Return a process that has got *job*."""
        for _ in range(2):
            worker = cls.current = cls.current or cls()
            try:
                worker.send(job)
            except OSError:
                worker.end()
            else:
                return worker
        raise ReadError("no process to read it can be started")

    def send(self, job: Job) -> None:
        """Send *job*; raise OSError where nobody listens."""
        self._connection.send(job)

    def receive(self, limits: Limits) -> Answer:
        """Return the next answer; raise _EndedError where none will come."""
        patience = min(_patience * limits.seconds, _day)
        try:
            if self._connection.poll(patience):
                answer: Answer = self._connection.recv()
                return answer
        except (EOFError, OSError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
            ended = _ended(self._process.returncode, limits)
        else:
            ended = _EndedError(f"over the limit of {patience} s on the clock", again=True)
        self.end()
        raise ended

    def end(self) -> None:
        """End the process and forget it."""
        self._process.kill()
        self._process.wait()
        self._connection.close()
        atexit.unregister(self.end)
        _Worker.current = None


def _start(handle: int) -> "subprocess.Popen[bytes]":
    """Start a process that serves the pipe *handle*.

    Not by multiprocessing, which runs the main module again and looks for modules in the working
    folder, which may be the one that is audited.
    """
    path = [folder for folder in sys.path if folder]
    code = f"import sys; sys.path[:] = {path!r}; from {serve.__module__} import main; main()"
    windows = sys.platform == "win32"
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
    return subprocess.Popen(  # noqa: S603  # our own interpreter and our own code
        [sys.executable, "-P", "-c", code, str(handle)],
        pass_fds=() if windows else (handle,),
        close_fds=not windows,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _ended(status: int | None, limits: Limits) -> _EndedError:
    if status is None or status >= 0:
        return _EndedError(f"its reader ended (exit status {status})", again=True)
    name = signal.Signals(-status).name
    if name == "SIGXCPU":
        return _EndedError(f"over the limit of {limits.seconds} s of processor time")
    return _EndedError(f"its reader was ended by the system ({name})", again=name == "SIGKILL")
