"""`audit rules`: what is asked of documents."""

from typing import Annotated

import typer

from audit.cli.options import Colour, command
from audit.cli.views import Form


def register(app: typer.Typer) -> None:
    """Add the commands of this file to *app*."""
    group = typer.Typer(no_args_is_help=True, help="List the rules.")
    group.callback()(_group)
    command(group, "list")(list_rules)
    app.add_typer(group, name="rules")


def _group() -> None:
    """List the rules."""


def list_rules(
    config: Annotated[
        str, typer.Option("--config", "-c", help="Rules; else the nearest audit.yml, else our own.")
    ] = "",
    form: Annotated[Form, typer.Option("--format", "-f", help="How it is written.")] = Form.TABLE,
    color: Annotated[Colour, typer.Option("--color", help="When to use colour.")] = Colour.AUTO,
) -> int:
    """List the rules in force, with their severities, after all that they extend."""
    from audit.cli.output import deliver
    from audit.reports import Page, to_json
    from audit.rules import find, load

    rules = load(config or find(".") or None).records
    if form is Form.JSONL:
        lines = [f'{{"type":"rule",{to_json(rule)[1:]}\n' for rule in rules]
        deliver("jsonl", lambda out: out.writelines(lines))
        return 0
    from audit.reports.terminal.rules import write
    from audit.reports.terminal.sheet import Sheet

    look = Page(colour=color.value, limit=0)
    deliver("table", lambda out: write(rules, Sheet(out, look)))
    return 0
