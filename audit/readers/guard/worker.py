"""The process that does what is risky: the system bounds it, nobody misses it when it dies."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any, Final, Protocol

from audit.readers.bounds import Limits, is_full
from audit.readers.guard.frames import DAY, Frames

_margin: Final = 1
FULL: Final = 77
"""The exit status of a process that got no more memory."""

Begin = Callable[[Any], None]
"""Told of every step before it is taken: what to say of it, or None where nothing is to be said."""


class Task(Protocol):
    """What a process is asked to do; it must be picklable, and all that it says."""

    def work(self, begin: Begin) -> Iterator[Any]:
        """Yield answers; every step that *begin* is told of has processor time of its own."""


def main() -> None:
    """Serve the pipe whose handle stands on the command line, as long as the parent lives."""
    threading.Thread(target=_outlive_nobody, args=(_lifeline(),), daemon=True).start()
    handle = int(sys.argv[1])
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        serve(PipeConnection(handle))
    else:
        serve(Connection(handle))


def serve(connection: Connection) -> None:
    """Do the tasks that arrive until nobody sends any more.

    For each, what is said of a step that begins, the answers, and None at the end, all with the
    number of the task. A process that the code of others split off says nothing: it ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    frames, itself = Frames(connection), os.getpid()
    with contextlib.suppress(EOFError, OSError):
        while True:
            number, (task, limits) = frames.receive(DAY, sys.maxsize)
            _bound_memory(limits)

            def say(said: Any, number: int = number) -> None:
                if os.getpid() != itself:
                    os._exit(0)
                frames.send(number, said)

            def begin(said: Any, limits: Limits = limits) -> None:
                _bound_time(limits)
                if said is not None:
                    say(said)

            try:
                _do(task, begin, say)
            except (MemoryError, ImportError) as error:
                if not is_full(error):
                    raise
                os._exit(FULL)  # it has no memory to tidy up with


def _lifeline() -> int:
    """Return what was standard input, where code of others cannot read it: it finds nothing."""
    lifeline = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return lifeline


def _outlive_nobody(lifeline: int) -> None:
    """End this process, and what it has started, when the system closes the parent's end.

    This takes turns with Python, and waits for C that keeps the interpreter to itself.
    """
    os.read(lifeline, 1)
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


def _do(task: Task, begin: Begin, say: Begin) -> None:
    for answer in task.work(begin):
        say(answer)
    say(None)


def _bound_memory(limits: Limits) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError, OverflowError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.RLIM_INFINITY))


def _bound_time(limits: Limits) -> None:
    """Give this process the processor time of one more step."""
    with contextlib.suppress(ImportError, ValueError, OSError, OverflowError):
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        most = int(used) + limits.seconds + _margin
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
