"""`audit waive`: accept one finding, for a reason and until a day."""

import datetime as dt
import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from audit.cli.options import Scope, Talk, command


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Why, how long, and who says so."""

    reason: Annotated[str, typer.Option("--reason", help="Why the finding may stay.")]
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="The last day on which it is accepted.")
    ]
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", show_default=False, help="Who decided.")
    ] = ""


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(waive)


def waive(
    fingerprint: Annotated[
        str, typer.Argument(metavar="FINGERPRINT", help="Of the finding, as `audit show` says it.")
    ],
    scope: Scope,
    talk: Talk,
    saying: Saying,
) -> int:
    """Write a waiver into the rules file in force, and print it.

    It ends on that day, or as soon as one of the documents changes. Nothing else in the file is
    touched.
    """
    from audit import pipeline
    from audit.cli.progress import watched
    from audit.pipeline.waive import Excuse, named, rules_file, waiver_of, write
    from audit.reports import safe, safe_path

    excuse = Excuse(key=fingerprint, reason=saying.reason, until=_day(saying.until), by=saying.by)
    settings = scope.settings()
    file = rules_file(settings)
    with watched(talk) as watch, pipeline.audited(settings, watch) as audit:
        watch.stop()
        finding = named(audit, fingerprint)
        waiver = waiver_of(audit, excuse)
    lines = write(file, waiver, finding)
    sys.stdout.writelines(f"{safe(line, line=True)}\n" for line in lines)
    sys.stderr.write(f"audit: written to {safe_path(file)}\n")
    return 0


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        from audit.errors import UsageError

        raise UsageError(f"--until {text}: not a date like 2027-01-31") from None
