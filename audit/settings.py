"""What the command line asked for; seen by cli and pipeline only."""

import datetime as dt
from dataclasses import dataclass

from audit.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of one run."""

    paths: tuple[str, ...] = (".",)
    config: str = ""
    """The rules file; empty: the nearest `audit.yml` above the first path, else the default pack."""
    catalogue: bool = True
    jobs: int = 0
    """Worker processes; 0: as many as this machine has cores."""
    fail_on: Severity = Severity.ERROR
    """`off` stands for never."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: dt.date | None = None
    """The date that `today` means in rules and waivers; None: the clock's."""
    waivers: bool = True
