"""What a run costs, all its processes together: seconds, and memory at the peak.

CPU and resident memory are sampled from /proc for every process of the session of a run; pages that
processes share are counted in each of them, so the peak is an upper bound.
"""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from session import PAUSE, Session


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one run cost: seconds, and bytes at the peak."""

    cpu: float
    wall: float
    peak: int


def run(command: list[str], out: Path) -> Cost:
    """Run *command* in a session of its own, its output to *out*."""
    start = time.perf_counter()
    with out.open("wb") as file, out.with_suffix(".err").open("w+") as said:
        process = subprocess.Popen(command, stdout=file, stderr=said, start_new_session=True)
        session = Session(process.pid)
        try:
            counted = wait(process, session)
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)
        wall = time.perf_counter() - start
        if process.returncode not in {0, 1}:
            said.seek(0)
            sys.exit(f"{' '.join(command)}: exit {process.returncode}: {said.read()[-500:]}")
    # The kernel counts exactly, but only processes that were waited for.
    return Cost(cpu=max(counted, sum(session.cpu.values())), wall=wall, peak=session.peak)


def wait(process: subprocess.Popen[bytes], session: Session) -> float:
    """Look at *session* until *process* ends; return its CPU seconds as the kernel counted them."""
    while True:
        session.look()
        time.sleep(PAUSE)
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage.ru_utime + usage.ru_stime
