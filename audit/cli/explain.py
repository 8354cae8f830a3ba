"""`audit explain`: a rule with its manual page, or one finding with the words that prove it."""

from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.options import Scope, Talk, command

if TYPE_CHECKING:
    from audit.rules import RuleSet


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(explain)


def explain(
    subject: Annotated[
        str,
        typer.Argument(metavar="RULE|CHECK|KEY", help="A rule, a check, or the key of a finding."),
    ],
    scope: Scope,
    talk: Talk,
    path: Annotated[
        str,
        typer.Option(
            "--for", metavar="PATH", show_default=False, help="The settings in force for it."
        ),
    ] = "",
) -> int:
    """Explain a rule: settings in force, where they are written, the manual page of its check.

    Or a check, for rules yet to be written: its manual page. Or a finding: its message, the
    passages on both sides with their lines, and what to do.
    """
    from audit.rules import find, load

    config = scope.config or find((scope.paths or ["."])[0])
    rules = load(config or None)
    if subject in rules.ids:
        return _rule(rules, subject, path, talk)
    return _finding(scope, subject, talk) if _is_key(subject) else _check(rules, subject, talk)


def _is_key(text: str) -> bool:
    return len(text) == 16 and set(text) <= set("0123456789abcdef")  # noqa: PLR2004  # of a finding


def _rule(rules: "RuleSet", name: str, path: str, talk: Talk) -> int:
    from audit.cli.output import deliver
    from audit.reports import Page
    from audit.reports.terminal.explain import write_rule
    from audit.reports.terminal.sheet import Sheet
    from audit.rules.manual import manual

    page = Page(colour=talk.color.value)
    told = next(manual(rule, path) for rule in rules.rules if rule.id == name)
    deliver("full", lambda out: write_rule(told, Sheet(out, page)))
    return 0


def _check(rules: "RuleSet", name: str, talk: Talk) -> int:
    from audit.cli.output import deliver
    from audit.errors import UsageError
    from audit.reports import Page
    from audit.reports.terminal.explain import write_check
    from audit.reports.terminal.sheet import Sheet
    from audit.rules.build import checks
    from audit.rules.manual import page_of
    from audit.rules.mistakes import suggestion

    if name not in checks():
        near = suggestion(name, {*rules.ids, *checks()}) or "; see `audit rules list`"
        raise UsageError(f"no rule or check is called “{name}”{near}")
    using = [rule.id for rule in rules.rules if type(rule.plain.check).id == name]
    page = page_of(checks()[name])
    deliver(
        "full",
        lambda out: write_check(name, page, using, Sheet(out, Page(colour=talk.color.value))),
    )
    return 0


def _finding(scope: Scope, key: str, talk: Talk) -> int:
    from audit import pipeline
    from audit.cli.output import deliver
    from audit.cli.progress import watched
    from audit.pipeline.evidence import evidence
    from audit.pipeline.waive import named
    from audit.reports import Page
    from audit.reports.terminal.explain import write_finding
    from audit.reports.terminal.sheet import Sheet

    page = Page(colour=talk.color.value)
    with watched(talk) as watch, pipeline.audited(scope.settings(), watch) as audit:
        watch.stop()
        finding = named(audit, key)
        rule = next(one for one in audit.rules if one.id == finding.rule)
        proof = evidence(audit, finding)
        deliver("full", lambda out: write_finding(finding, rule, proof, Sheet(out, page)))
    return 0
