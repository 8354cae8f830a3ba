"""`audit rules`: what is asked of documents."""

import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from audit.cli.options import Colour, command
from audit.cli.views import Form

if TYPE_CHECKING:
    from audit.rules import Proof, RuleSet

Config = Annotated[
    str, typer.Option("--config", "-c", help="Rules; else the nearest audit.yml, else our own.")
]
_TEXT: Final = """List the rules, try them on their own tests, describe their format, fetch them."""


def register(app: typer.Typer) -> None:
    """Add the commands of this file to *app*."""
    group = typer.Typer(no_args_is_help=True, help=_TEXT)
    group.callback()(_group)
    command(group, "list")(list_rules)
    command(group, "test")(try_rules)
    command(group, "schema")(schema)
    command(group, "fetch")(fetch)
    app.add_typer(group, name="rules")


def _group() -> None:
    """List the rules, try them on their own tests, describe their format, fetch them."""


def list_rules(
    config: Config = "",
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


def try_rules(
    config: Config = "",
    select: Annotated[
        list[str] | None,
        typer.Option("--select", show_default=False, help="Only these rules, with commas."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", show_default=False, help="Also rules of shipped packs.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", show_default=False, help="Fail on rules nothing fires.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", show_default=False, help="Also what was proved.")
    ] = False,
) -> int:
    """Run the tests that rules carry: `tests: {passes, fails, scenarios}`.

    Rules as the shipped packs have them are proved with every release; they are left out where
    there is a rules file, unless they are selected or `--all` are asked for. Exit code 1 where a
    rule does not do what its tests say, with what came instead.
    """
    from audit.pipeline.scenario import workshop
    from audit.reports.terminal.words import several
    from audit.rules import find, load, prove, unproved

    rules = load(config or find(".") or None)
    names = tuple(part.strip() for value in select or () for part in value.split(","))
    inherited = () if names or everything else rules.inherited
    if len(inherited) < len(rules.rules):
        rules = rules.narrowed(names, inherited)
        if inherited:
            said = f"{several(len(inherited), 'rule')} of shipped packs not tried; --all"
            sys.stderr.write(f"audit: {said}\n")
    with workshop() as run:
        proofs = prove(rules, run)
    silent = unproved(rules) if coverage else ()
    return _tell(rules, proofs, silent, verbose)


def schema() -> int:
    """Print the JSON Schema of a rules file, for completion in editors."""
    import json

    from audit.cli.output import deliver
    from audit.rules import schema as described

    deliver("json", lambda out: out.writelines([json.dumps(described(), indent=2), "\n"]))
    return 0


def fetch(config: Config = "") -> int:
    """Fetch what a rules file extends by address: `extends: [{url: https://…, sha256: …}]`.

    Nothing else of audit uses the network. What has the right digest is kept in the folder that
    AUDIT_CACHE_DIR names, else in that of the user, and is not fetched again.
    """
    from audit.errors import UsageError
    from audit.reports import safe_path
    from audit.rules import find, load, pins
    from audit.rules.fetch import fetch as fetched
    from audit.rules.pinned import keep, kept

    file = config or find(".")
    if not file:
        raise UsageError("no audit.yml is in force here; -c FILE names one")
    wanted = pins(file)
    for pin in wanted:
        new = kept(pin) is None
        if new:
            keep(pin, fetched(pin))
        sys.stdout.write(f"{safe_path(pin.url)} {'fetched' if new else 'is here'}\n")
    load(file)
    if not wanted:
        sys.stderr.write(f"audit: {safe_path(file)} extends nothing by address\n")
    return 0


def _tell(
    rules: "RuleSet", proofs: "tuple[Proof, ...]", silent: tuple[str, ...], verbose: bool
) -> int:
    from audit.cli.output import deliver
    from audit.reports import safe
    from audit.reports.terminal.words import several
    from audit.rules import Outcome

    wrong = [one for one in proofs if one.outcome in {Outcome.MISSING, Outcome.NOISY}]
    lines = [line for one in (proofs if verbose else wrong) for line in _said(one)]
    lines += [f"{id_}: no test expects a finding of this rule" for id_ in silent]
    skipped = sum(one.outcome is Outcome.SKIPPED for one in proofs)
    proved = len(proofs) - len(wrong) - skipped
    counts = [several(len(rules.rules), "rule"), f"{several(proved, 'test')} proved"]
    counts += [f"{len(wrong):,} failed"] if wrong else []
    counts += [f"{skipped:,} skipped because of rules that are off"] if skipped else []
    counts += [f"{several(len(silent), 'rule')} without a proof"] if silent else []
    safely = [f"{safe(line, line=True)}\n" for line in [*lines, ", ".join(counts)]]
    deliver("full", lambda out: out.writelines(safely))
    if not proofs and not silent:
        sys.stderr.write("audit: no rule has tests; `tests: {passes: [...], fails: [...]}`\n")
    return int(bool(wrong or silent))


def _said(proof: "Proof") -> list[str]:
    head = f"{proof.rule}: {proof.outcome.value}: {proof.case}"
    return [head, *(f"  {line}" for line in proof.detail.splitlines())]
