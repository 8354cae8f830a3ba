"""`audit check`: everything, and the gate: findings worst first, exit code 1 for the worst."""

import sys
from dataclasses import dataclass, replace
from typing import Annotated, Final

import typer

from audit.cli.options import Gate, Scope, Talk, command, page

FORMATS: Final = "full, concise, jsonl, sarif, junit, github, gitlab, rdjson, markdown, csv, jsonld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Which findings count and which fail the run, and where results go."""

    fail_on: Annotated[
        Gate,
        typer.Option(
            "--fail-on",
            envvar="AUDIT_FAIL_ON",
            show_envvar=False,
            help="The mildest severity that makes exit code 1.",
        ),
    ] = Gate.ERROR
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            envvar="AUDIT_FORMAT",
            show_envvar=False,
            show_default=False,
            help=f"What goes to standard output: {FORMATS}.",
        ),
    ] = ""
    new_since: Annotated[
        str,
        typer.Option(
            "--new-since",
            metavar="REF",
            envvar="AUDIT_NEW_SINCE",
            show_envvar=False,
            show_default=False,
            help="Compare everything, report only what was added or changed since this commit; "
            "`catalogue`: since the last clean run.",
        ),
    ] = ""
    rules_from: Annotated[
        str,
        typer.Option(
            "--rules-from",
            metavar="REF",
            envvar="AUDIT_RULES_FROM",
            show_envvar=False,
            show_default=False,
            help="Rules, waivers, boilerplate and baseline as this commit holds them.",
        ),
    ] = ""
    baseline: Annotated[
        str,
        typer.Option(
            "--baseline",
            metavar="FILE",
            envvar="AUDIT_BASELINE",
            show_envvar=False,
            show_default=False,
            help="Known findings, which do not count; see `audit baseline`.",
        ),
    ] = ""
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT=FILE",
            show_default=False,
            help="A file beside it, may be repeated: -o sarif=audit.sarif",
        ),
    ] = None
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics",
            envvar="AUDIT_STATISTICS",
            show_envvar=False,
            show_default=False,
            help="One row a rule instead of the findings (full and concise).",
        ),
    ] = False
    show_waived: Annotated[
        bool,
        typer.Option(
            "--show-waived",
            envvar="AUDIT_SHOW_WAIVED",
            show_envvar=False,
            show_default=False,
            help="Also findings that a waiver or the baseline excuses (full and concise).",
        ),
    ] = False


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(check)


def check(context: typer.Context, scope: Scope, results: Results, talk: Talk) -> int:
    """Audit documents and judge them by the rules.

    Findings come worst first, each document in one piece. The exit code is the same in every
    format.
    """
    settings = replace(
        scope.settings(results.fail_on),
        new_since=results.new_since,
        rules_from=results.rules_from,
        baseline=results.baseline,
    )
    from audit import pipeline
    from audit.cli.output import sinks
    from audit.cli.progress import watched

    look = page(
        context.obj,
        scope,
        talk,
        fail_on=settings.fail_on,
        statistics=results.statistics,
        waived=results.show_waived,
    )
    wanted = sinks(_form(results), results.output or (), look)
    settings = replace(settings, written=tuple(sink.file for sink in wanted if sink.file))
    with watched(talk) as watch, pipeline.audited(settings, watch) as audit:
        watch.stop()
        for sink in reversed(wanted):
            sink.write(audit)
        return pipeline.exit_code(audit, settings.fail_on)


def _form(results: Results) -> str:
    return results.format or ("full" if sys.stdout.isatty() else "concise")
