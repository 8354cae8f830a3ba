"""`audit show`: one document with every piece of evidence."""

from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from audit.cli.options import Scope, Talk, command
from audit.cli.views import Form, Rows, View

if TYPE_CHECKING:
    from audit.model import Audit
    from audit.reports import Page


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(show)


def show(
    context: typer.Context,
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="A path as reports show it, its end, or a digest.")
    ],
    scope: Scope,
    rows: Rows,
    talk: Talk,
) -> int:
    """Show one document: digests, claims with their lines, what it shares with others."""
    if not document.strip():
        from audit.errors import UsageError

        raise UsageError("DOC is empty; give a path as `audit documents` shows it, or a digest")

    def write(audit: "Audit", out: TextIO, look: "Page") -> None:
        from audit.reports.jsonl import Jsonl
        from audit.reports.terminal import draw
        from audit.reports.terminal.show import about

        found = about(audit, document)
        if rows.format is Form.JSONL:
            Jsonl(look).write(found, out)
        else:
            draw("show", found, out, look)

    return View(context=context, scope=scope, rows=rows, talk=talk).run(write)
