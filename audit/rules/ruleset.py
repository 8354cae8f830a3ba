"""Rules as the rest of the house sees them: values that judge violations."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from sys import intern
from typing import Final

from audit.checks import Check, Row, failure
from audit.errors import PatternError, UsageError
from audit.model import Finding, RuleRecord, Severity, Violation, Waiver
from audit.rules.mistakes import suggestion
from audit.rules.packs import PREFIX
from audit.rules.shapes import Documents, Tests

ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""The id of a rule."""

NAME: Final = re.compile(r"\{([^{}\s]+|[^{}\s:]+:[^{}|]*\|[^{}|]*)\}")
"""A name in a message; braces around anything else are just braces.

`{count:place|places}` is the first word where the value is 1, else the second.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a rule is after some of its overrides; forms with equal *options* share a variant."""

    check: Check
    options: str
    severity: Severity
    message: str
    matches: Callable[[str], bool]
    paths: tuple[str, ...]
    help: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One override: where it applies, and which form each form becomes there."""

    matches: Callable[[str], bool]
    moves: Mapping[int, int]
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule with everything that its overrides make of it; the first form is the plain one."""

    id: str
    forms: tuple[Form, ...]
    steps: tuple[Step, ...]
    tests: Tests
    place: str
    """Where it is written: `audit.yml:14:3`."""

    @property
    def plain(self) -> Form:
        """Return the form without overrides."""
        return self.forms[0]

    def form(self, path: str) -> Form:
        """Return the form in force for *path*: overrides in their order, the last one wins."""
        index = 0
        for step in self.steps:
            if index in step.moves and step.matches(path):
                index = step.moves[index]
        return self.forms[index]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A rule with one set of options; *id* marks its rows in `observations`."""

    id: str
    rule: str
    check: Check
    owner: Rule
    options: str

    def judge(self, row: Row) -> Finding | None:
        """Return the finding in one *row* of the check's SELECT, or None where there is none.

        Raise PatternError where a pattern runs out of time, CheckError where the check fails.
        """
        where = row.get("path") or row.get("a_path", "")
        try:
            return self.finding(self.check.violation(row))
        except TimeoutError:
            raise PatternError(f"rule {self.rule}: a pattern ran out of time on {where}") from None
        except Exception as error:
            raise failure(self.rule, self.check, where, error) from error

    def finding(self, violation: Violation | None) -> Finding | None:
        """Return the finding, or None where this variant is not in force at the violation."""
        if violation is None:
            return None
        path = violation.location.path
        form = self.owner.form(path)
        if form.options != self.options or form.severity == Severity.OFF or not form.matches(path):
            return None
        return Finding(
            rule=self.rule,
            severity=form.severity,
            message=intern(filled(form.message, violation.values)),
            location=violation.location,
            related=violation.related,
            key=fingerprint(self.rule, violation.key),
            beside=violation.beside,
        )


@dataclass(frozen=True, kw_only=True)
class RuleSet:
    """Everything a rules file says, with what it extends."""

    name: str
    """The file as it was named, or the pack."""
    base: str
    """The folder of the file, empty for a shipped pack; its globs are relative to it."""
    rules: tuple[Rule, ...]
    documents: Documents
    boilerplate: tuple[str, ...]
    waivers: tuple[Waiver, ...]
    digest: str
    """SHA-256 of everything that can change a finding."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of all rules, those that are off too."""
        return frozenset(rule.id for rule in self.rules)

    def variants(self, today: dt.date | None = None) -> tuple[Variant, ...]:
        """Return one variant for every rule and set of options that is in force somewhere.

        *today* is what `today` means in a rule; None: the date of the clock, in UTC.
        """
        day = today or dt.datetime.now(dt.UTC).date()
        return tuple(variant for rule in self.rules for variant in _variants(rule, day))

    def narrowed(self, select: Sequence[str], ignore: Sequence[str]) -> "RuleSet":
        """Return only the *select*ed rules (empty: all) without the *ignore*d ones.

        Raise UsageError for an id that no rule has.
        """
        for unknown in [one for one in (*select, *ignore) if one not in self.ids]:
            raise UsageError(f"unknown rule “{unknown}”{suggestion(unknown, self.ids)}")
        wanted = (frozenset(select) or self.ids) - frozenset(ignore)
        return replace(self, rules=tuple(rule for rule in self.rules if rule.id in wanted))

    @property
    def records(self) -> tuple[RuleRecord, ...]:
        """Return the rules as reports describe them."""
        return tuple(_record(rule) for rule in self.rules)

    @property
    def inherited(self) -> tuple[str, ...]:
        """Return the ids of the rules that stand as a shipped pack has them."""
        return tuple(rule.id for rule in self.rules if rule.place.startswith(PREFIX))

    @cached_property
    def manifests(self) -> tuple[str, ...]:
        """Return the manifests that rules join, relative to the root."""
        named = (getattr(form.check, "manifest", "") for rule in self.rules for form in rule.forms)
        return tuple(sorted({name for name in named if name}))


def filled(message: str, values: Mapping[str, str]) -> str:
    """Return *message* with every {name} replaced by its value, once."""

    def value(found: re.Match[str]) -> str:
        name, counts, words = found[1].partition(":")
        if name not in values or not counts:
            return values.get(name, found[0])
        one, _, many = words.partition("|")
        return one if values[name] == "1" else many

    return NAME.sub(value, message)


def fingerprint(rule: str, key: Sequence[str]) -> str:
    """Return 16 hexadecimal digits for the matter *key* under *rule*."""
    parts = [part.encode("utf-8", "surrogatepass") for part in (rule, *key)]
    data = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hashlib.sha256(data).hexdigest()[:16]


def _variants(rule: Rule, today: dt.date) -> list[Variant]:
    live: dict[str, Check] = {}
    for form in rule.forms:
        if form.severity != Severity.OFF:
            live.setdefault(form.options, form.check.on(today))
    return [
        Variant(
            id=f"{rule.id}#{number}" if number else rule.id,
            rule=rule.id,
            check=check,
            owner=rule,
            options=options,
        )
        for number, (options, check) in enumerate(live.items())
    ]


def _record(rule: Rule) -> RuleRecord:
    form = rule.plain
    summary = (type(form.check).__doc__ or rule.id).strip().splitlines()[0]
    return RuleRecord(
        id=rule.id,
        check=type(form.check).id,
        severity=form.severity,
        summary=summary,
        help=form.help,
        url=form.url,
    )
