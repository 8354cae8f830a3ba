"""What the command line asked for; seen by cli and pipeline only."""

import datetime as dt
from dataclasses import dataclass

from audit.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of one run."""

    paths: tuple[str, ...] = (".",)
    config: str = ""
    """The rules file; empty: the nearest `audit.yml` above, else the default pack."""
    catalogue: bool = True
    kept_in: str = ""
    """The folder of the catalogue; empty: `.audit` beside the rules."""
    jobs: int = 0
    """Worker processes; 0: as many as this machine has cores."""
    fail_on: Severity = Severity.ERROR
    """`off` stands for never."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: dt.date | None = None
    """The date that `today` means in rules and waivers; None: the clock's."""
    waivers: bool = True
    new_since: str = ""
    """A commit: report only what was added or changed since this work and it parted.

    `catalogue` is what no clean run has seen; empty: report everything."""
    rules_from: str = ""
    """A commit: rules, waivers, boilerplate and baseline are those that it holds."""
    mask_contacts: bool = False
    """Whether mail addresses are hidden in every report."""
    baseline: str = ""
    """A file of findings that are known and do not count."""
    written: tuple[str, ...] = ()
    """Files that this run writes; where they lie among the documents they are none."""
