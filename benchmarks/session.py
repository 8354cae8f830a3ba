"""What the processes of one session use: CPU seconds, and memory at the peak, from /proc.

Pages that processes share are counted in each of them, so the peak is an upper bound.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

PAUSE = 0.05
"""Seconds between two looks."""
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Session:
    """What the processes of one session have used so far."""

    number: int
    cpu: dict[int, float] = field(default_factory=dict)
    peak: int = 0

    def look(self) -> None:
        """Read /proc once."""
        resident = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[3]) == self.number:
                self.cpu[int(stat.parent.name)] = (int(fields[11]) + int(fields[12])) / TICK
                resident += int(fields[21]) * PAGE
        self.peak = max(self.peak, resident)
