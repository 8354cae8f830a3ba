"""`audit duplicates`: copies, near-duplicates, and documents inside others."""

import typer

from audit.cli.options import Scope, Talk, command
from audit.cli.views import Rows, View


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(duplicates)


def duplicates(context: typer.Context, scope: Scope, rows: Rows, talk: Talk) -> int:
    """List copies, near-duplicates, and documents inside others."""
    view = View(context=context, scope=scope, rows=rows, talk=talk)
    return view.show("duplicates", "pair", "cluster", "version")
