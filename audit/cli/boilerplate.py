"""`audit boilerplate`: the passages that recur in different documents, and where."""

import typer

from audit.cli.options import Scope, Talk, command
from audit.cli.views import Rows, View


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(boilerplate)


def boilerplate(context: typer.Context, scope: Scope, rows: Rows, talk: Talk) -> int:
    """List the passages that recur in different documents."""
    return View(context=context, scope=scope, rows=rows, talk=talk).show(
        "boilerplate", "boilerplate"
    )
