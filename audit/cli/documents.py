"""`audit documents`: their size, words, share of boilerplate, encoding and state."""

import typer

from audit.cli.options import Scope, Talk, command
from audit.cli.views import Rows, View


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(documents)


def documents(context: typer.Context, scope: Scope, rows: Rows, talk: Talk) -> int:
    """List the documents: size, words, share of boilerplate, encoding, state."""
    return View(context=context, scope=scope, rows=rows, talk=talk).show("documents", "document")
