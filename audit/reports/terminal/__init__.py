"""The terminal: calm tables for a person, plain lines of full values for everything else.

`Full` and `Concise` are the formats of `audit check`; `draw` shows one table. On a terminal,
columns go before values are squeezed and long tables end in the command for the rest. Elsewhere
there are no boxes, no ellipses and no limit: one record a line.
"""

from importlib import import_module
from typing import TextIO, final

from audit.model import Audit
from audit.reports import Page, Report
from audit.reports.terminal.sheet import Sheet


@final
class Full(Report):
    """A summary, then every finding with its related places, then what to do next."""

    id = "full"
    mark = "every unbroken run of "

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write summary, findings, problems, total and advice."""
        from audit.reports.terminal.findings import write_full
        from audit.reports.terminal.summary import write

        sheet = Sheet(out, self.page)
        write(audit, sheet)
        write_full(audit, sheet)


@final
class Concise(Report):
    """One finding a line, then the total."""

    id = "concise"
    mark = "every unbroken run of "

    def write(self, audit: Audit, out: TextIO) -> None:
        """Write findings and total."""
        from audit.reports.terminal.findings import write_concise

        write_concise(audit, Sheet(out, self.page))


def draw(view: str, audit: Audit, out: TextIO, page: Page) -> None:
    """Write the view called *view*, a module of this package: `documents`, `sources`, ..."""
    module = import_module(f"{__name__}.{view}")
    module.write(audit, Sheet(out, page))
