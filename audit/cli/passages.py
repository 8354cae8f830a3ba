"""`audit passages`: what two documents share, with the line on both sides."""

import typer

from audit.cli.options import Scope, Talk, command
from audit.cli.views import Rows, View


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(passages)


def passages(context: typer.Context, scope: Scope, rows: Rows, talk: Talk) -> int:
    """List the passages that two documents share."""
    return View(context=context, scope=scope, rows=rows, talk=talk).show("passages", "passage")
