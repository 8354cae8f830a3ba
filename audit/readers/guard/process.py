"""A process that can be killed: it is given tasks, and is bounded in memory and in time.

What computes without end is ended by its processor time, which no other work of the machine can
use up. The clock is for what waits without end, and where the system counts no processor time: it
must be wider, or a busy machine would call good documents slow.
"""

import atexit
import contextlib
import os
import signal
import subprocess
import sys
from multiprocessing.connection import Pipe
from typing import Any, ClassVar, Final

from audit.errors import ReadError
from audit.readers.bounds import Limits
from audit.readers.guard import worker
from audit.readers.guard.frames import DAY, Frames, StrayError

_patience: Final = 3
"""Seconds on the clock for one of processor time."""
_START: Final = 60
"""Seconds on the clock that a new process has at least until it says something: it imports."""

_FULL: Final = ("SIGABRT", "SIGTRAP", "SIGILL")
"""How libraries in C++ end a process that gets no more memory."""


class EndedError(ReadError):
    """Say why a process ended, and whether it might do better another time."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.again = again


class Process:
    """A process in which this process does what is risky, one for each *name* of such work."""

    running: ClassVar[dict[str, "Process"]] = {}

    def __init__(self, name: str) -> None:
        """Start it; *name* is what people call it: `its reader`."""
        self._name = name
        ours, theirs = Pipe()
        self._frames = Frames(ours)
        self._number = 0
        self._heard = False
        self._process = _start(theirs.fileno())
        theirs.close()
        atexit.register(self.end)
        self.running[name] = self

    @classmethod
    def for_task(cls, name: str, task: worker.Task, limits: Limits) -> "Process":
        """Return the process of that *name*, which has got *task*; the one before must be done."""
        for _ in range(2):
            process = cls.running.get(name) or cls(name)
            try:
                process.send(task, limits)
            except OSError:
                process.end()
            else:
                return process
        raise ReadError(f"no process can be started for {name}")

    def send(self, task: worker.Task, limits: Limits) -> None:
        """Send *task*; raise OSError where nobody listens."""
        self._number += 1
        self._frames.send(self._number, (task, limits))

    def receive(self, limits: Limits) -> Any:
        """Return the next answer; raise EndedError where none will come."""
        patience = min(_patience * limits.seconds, DAY)
        if not self._heard:  # a busy machine may need longer for this than for the work
            patience = max(patience, _START)
        try:
            number, said = self._frames.receive(patience, limits.memory)
            self._heard = True
            if number == self._number:
                return said
            ended = EndedError(f"{self._name} answered another question")
        except TimeoutError:
            ended = EndedError(
                f"over the limit of {patience} s on the clock (limits: seconds)", again=True
            )
        except StrayError:
            ended = EndedError(f"{self._name} sent what is no answer")
        except (EOFError, OSError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
            ended = _ended(self._process.returncode, limits, self._name)
        self.end()
        raise ended

    def end(self) -> None:
        """End the process, and what it has started, and forget it."""
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        self._frames.connection.close()
        atexit.unregister(self.end)
        self.running.pop(self._name, None)


def _start(handle: int) -> "subprocess.Popen[bytes]":
    """Start a process that serves the pipe *handle*, and lives while its standard input is open.

    Not by multiprocessing, which runs the main module again and looks for modules in the working
    folder, which may be the one that is audited.
    """
    path = [folder for folder in sys.path if folder]
    code = f"import sys; sys.path[:] = {path!r}; from {worker.__name__} import main; main()"
    windows = sys.platform == "win32"
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
    return subprocess.Popen(  # noqa: S603  # our own interpreter and our own code
        [sys.executable, "-P", "-c", code, str(handle)],
        pass_fds=() if windows else (handle,),
        close_fds=not windows,
        stdin=subprocess.PIPE,  # only this process holds its other end, and never writes
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=not windows,  # so that what it starts can be ended with it
    )


def _ended(status: int | None, limits: Limits, name: str) -> EndedError:
    if status == worker.FULL:
        most = f"{limits.memory:,} bytes (limits: memory)"
        return EndedError(f"{name} needs more memory than {most}")
    if status is None or status >= 0:
        return EndedError(f"{name} ended (exit status {status})", again=True)
    signalled = signal.Signals(-status).name
    if signalled == "SIGXCPU":
        return EndedError(
            f"over the limit of {limits.seconds} s of processor time (limits: seconds)"
        )
    said = f"{name} was ended by the system ({signalled})"
    if signalled in _FULL:
        said += f", perhaps for want of more than {limits.memory:,} bytes (limits: memory)"
    return EndedError(said, again=signalled == "SIGKILL")
