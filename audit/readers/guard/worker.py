"""The process that reads what is risky: the system bounds it, nobody misses it when it dies."""

import contextlib
import signal
import sys
from multiprocessing.connection import Connection
from typing import Final

from audit.readers import Limits
from audit.readers.guard.unfold import Item, Job, Unfold

_margin: Final = 1


def main() -> None:
    """Serve the pipe whose handle stands on the command line."""
    handle = int(sys.argv[1])
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        serve(PipeConnection(handle))
    else:
        serve(Connection(handle))


def serve(connection: Connection) -> None:
    """Unfold the jobs that arrive until nobody sends any more.

    For each job, `(number, item)` says what is begun, an item what came of it, None the end.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            job: Job = connection.recv()
            _bound_memory(job.limits)

            def begin(number: int, item: Item | None, limits: Limits = job.limits) -> None:
                _bound_time(limits)
                if item:
                    connection.send((number, item))

            for item in Unfold(job, begin):
                connection.send(item)
            connection.send(None)


def _bound_memory(limits: Limits) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError, OverflowError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.RLIM_INFINITY))


def _bound_time(limits: Limits) -> None:
    """Give this process the processor time of one more document."""
    with contextlib.suppress(ImportError, ValueError, OSError, OverflowError):
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        most = int(used) + limits.seconds + _margin
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
