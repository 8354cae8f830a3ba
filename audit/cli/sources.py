"""`audit sources`: who, what, when, with which rights; conflicts are marked."""

import typer

from audit.cli.options import Scope, Talk, command
from audit.cli.views import Rows, View


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(sources)


def sources(context: typer.Context, scope: Scope, rows: Rows, talk: Talk) -> int:
    """List where documents come from: who, what, when, rights, conflicts."""
    return View(context=context, scope=scope, rows=rows, talk=talk).show("sources", "claim")
