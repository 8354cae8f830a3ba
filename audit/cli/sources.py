"""`audit sources`: who, what, when, with which rights; conflicts are marked."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from audit.cli.options import Scope, Talk, command
from audit.cli.views import Rows, View

if TYPE_CHECKING:
    from audit.model import Audit
    from audit.reports import Page


class Form(StrEnum):
    """A table for people, records, a spreadsheet, or linked data with its evidence."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    JSONLD = "jsonld"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRows(Rows):
    """How many rows, in which form; sources know more forms than other views."""

    format: Annotated[Form, typer.Option("--format", "-f", help="How it is written.")] = Form.TABLE  # type: ignore[assignment]  # more members


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(sources)


def sources(context: typer.Context, scope: Scope, rows: SourceRows, talk: Talk) -> int:
    """List where documents come from: who, what, when, rights, conflicts."""
    view = View(context=context, scope=scope, rows=rows, talk=talk)
    if rows.format in {Form.TABLE, Form.JSONL}:
        return view.show("sources", "claim")

    def write(audit: "Audit", out: TextIO, look: "Page") -> None:
        from audit.registry import members
        from audit.reports import Report

        known = members("audit.reports", Report)  # type: ignore[type-abstract]  # members are not
        known[rows.format.value](look).write(audit, out)

    return view.run(write)
