"""What the commands that show one table have in common."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from audit.cli.options import Scope, Talk, page

if TYPE_CHECKING:
    from audit.model import Audit
    from audit.reports import Page

Write = Callable[["Audit", TextIO, "Page"], None]


class Form(StrEnum):
    """A table for people, or one object a line."""

    TABLE = "table"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """How many rows, in which form."""

    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=0,
            show_default=False,
            help="Rows at most, 0 for all; without it 20 on a terminal.",
        ),
    ] = None
    everything: Annotated[
        bool, typer.Option("--all", show_default=False, help="Also what is only boilerplate.")
    ] = False
    format: Annotated[Form, typer.Option("--format", "-f", help="How it is written.")] = Form.TABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one command shows: a table, or records of these types."""

    context: typer.Context
    scope: Scope
    rows: Rows
    talk: Talk

    def show(self, name: str, *types: str) -> int:
        """Write the view called *name* of the terminal, or the records of *types*."""

        def write(audit: "Audit", out: TextIO, look: "Page") -> None:
            if self.rows.format.value == Form.JSONL.value:
                from audit.reports.jsonl import Jsonl

                Jsonl(look, types).write(audit, out)
            else:
                from audit.reports.terminal import draw

                draw(name, audit, out, look)

        return self.run(write)

    def run(self, write: Write) -> int:
        """Audit, hand the result to *write*, return 2 where the audit is incomplete, else 0."""
        settings = self.scope.settings()
        from audit import pipeline
        from audit.cli.output import deliver
        from audit.cli.progress import watched
        from audit.model import Severity

        look = page(
            self.context.obj,
            self.scope,
            self.talk,
            limit=self.rows.limit,
            everything=self.rows.everything,
        )
        with watched(self.talk) as watch, pipeline.audited(settings, watch) as audit:
            watch.stop()
            deliver(self.rows.format.value, lambda out: write(audit, out, look))
            tell_incomplete(audit)
            return pipeline.exit_code(audit, Severity.OFF)


def tell_incomplete(audit: "Audit") -> None:
    """Say on stderr what the audit lacks, since a table has no place for it."""
    lacking = [problem for problem in audit.problems if problem.incomplete]
    if not lacking:
        return
    from audit.reports import safe, safe_path

    first = f"{safe_path(lacking[0].path)}: {safe(lacking[0].message, line=True)}"
    more = f"; {len(lacking) - 1:,} more, see `audit check`" if len(lacking) > 1 else ""
    sys.stderr.write(f"audit: incomplete: {first}{more}\n")
