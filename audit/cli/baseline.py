"""`audit baseline`: take the findings that are there as known, so that only new ones count."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.options import Scope, Talk, command

if TYPE_CHECKING:
    from audit.baselines import Difference, Entry
    from audit.model import Finding


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(baseline)


def baseline(
    scope: Scope,
    talk: Talk,
    file: Annotated[
        str, typer.Option("--file", metavar="FILE", help="The baseline.")
    ] = "audit-baseline.jsonl",
    accept_new: Annotated[
        bool, typer.Option("--accept-new", show_default=False, help="Add the new findings.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", show_default=False, help="Drop entries without a finding.")
    ] = False,
) -> int:
    """Show what is new and what is gone since the baseline; write it only if asked.

    Exit code 1 where there is something new that was not accepted. `audit check --baseline FILE`
    then counts only what is not in it.
    """
    from audit import baselines, pipeline
    from audit.cli.progress import watched
    from audit.errors import UsageError
    from audit.model import Severity

    settings = replace(scope.settings(), written=(file,))
    if prune and (settings.select or settings.ignore):
        raise UsageError("--prune needs every rule; leave out --select and --ignore")
    known = baselines.read(file) if _exists(file) else {}
    with watched(talk) as watch, pipeline.audited(settings, watch) as audit:
        watch.stop()
        found = baselines.difference(known, audit.findings)
        said = {finding.key: finding for finding in audit.findings}
        incomplete = pipeline.exit_code(audit, Severity.OFF)
    _tell(found, said)
    if incomplete and (accept_new or prune):
        raise UsageError("the audit is incomplete, nothing is written; see `audit check`")
    if accept_new or prune:
        baselines.write(file, _kept(known.values(), found, accept_new, prune))
    return incomplete or int(bool(found.added) and not accept_new)


def _exists(file: str) -> bool:
    from pathlib import Path

    return Path(file).exists()


def _kept(
    known: "Iterable[Entry]", found: "Difference", accept_new: bool, prune: bool
) -> "set[Entry]":
    kept = {*known, *found.added} if accept_new else set(known)
    return kept - set(found.removed) if prune else kept


def _tell(found: "Difference", said: "dict[str, Finding]") -> None:
    from audit.cli.output import deliver
    from audit.reports import safe, safe_path

    lines = [f"+ {safe_path(one.path)} {_sentence(one, said)}" for one in found.added]
    lines += [f"- {safe_path(one.path)} {one.rule} [{one.key}]" for one in found.removed]
    lines += [f"+{len(found.added):,} / -{len(found.removed):,}"]
    text = [f"{safe(line, line=True)}\n" for line in lines]
    deliver("full", lambda out: out.writelines(text))


def _sentence(entry: "Entry", said: "dict[str, Finding]") -> str:
    finding = said[entry.key]
    return f"{finding.severity.value} {finding.message} [{finding.rule}] {finding.key}"
