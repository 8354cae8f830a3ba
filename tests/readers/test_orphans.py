"""Nobody reads for a parent that is gone: reading processes end with it, however it ends."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

IDLE = """
import os, sys, time
from dataclasses import dataclass

@dataclass
class Idle:
    way: str
    told: str

    def work(self, begin):
        begin(None)
        self.held = os.open(self.told, os.O_WRONLY)
        if self.way == "prompts":
            os.write(self.held, b"?" if sys.stdin.read() else b"")
        if self.way == "starts":
            os.posix_spawn("/bin/sleep", ["sleep", "60"], {}, file_actions=[
                (os.POSIX_SPAWN_DUP2, self.held, 1),
            ])
        os.write(self.held, b".")
        while self.way == "spins":
            pass
        time.sleep(60)
        yield
"""
PARENT = """
import sys
sys.path[:] = {path!r}
from idle import Idle
from audit.readers import Limits
from audit.readers.guard import Process
for way in {ways!r}:
    Process.for_task(way, Idle(way, {told!r}), Limits())
sys.stdin.read()
"""
WAYS = ("sleeps", "spins", "prompts", "starts", "sleeps too")
SECONDS = 3
"""Far less than the limit of a step, for a machine that is busy."""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Make a pipe with a name; it ends when everybody who has it open for writing has ended."""
    made = tmp_path / "told"
    os.mkfifo(made)
    (tmp_path / "idle.py").write_text(IDLE)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names in folders there")
def test_killed_parent_leaves_no_reading_processes(told):
    path = [str(told.parent), *filter(None, sys.path)]
    code = PARENT.format(path=path, ways=WAYS, told=str(told))
    listening = os.open(told, os.O_RDONLY | os.O_NONBLOCK)
    kept = os.open(told, os.O_WRONLY)  # else it may end before anybody else has opened it
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as parent:
        try:
            said = heard(listening, len(WAYS), 60)
        finally:
            os.kill(parent.pid, signal.SIGKILL)
            os.close(kept)
    assert said == b"." * len(WAYS)
    assert heard(listening, 1, SECONDS) == b""
    os.close(listening)


def heard(pipe: int, most: int, seconds: float) -> bytes:
    """Return what comes before the end of *pipe*; raise TimeoutError where it does not end."""
    said, end = b"", time.monotonic() + seconds
    while len(said) < most:
        if not select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
            raise TimeoutError
        got = os.read(pipe, most - len(said))
        if not got:
            return said
        said += got
    return said
