"""Build rules from typed nodes: checks, messages, overrides and what they make of each other."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Final

from audit.checks import Check
from audit.globs import matcher
from audit.model import Severity
from audit.registry import members
from audit.rules.mistakes import Mistakes, Place, shown, suggestion
from audit.rules.nodes import Entries, Items, Node, Scalar, laid, plain
from audit.rules.packs import owner
from audit.rules.ruleset import ID, NAME, Form, Rule, Step
from audit.rules.shapes import Heading, Level, Override
from audit.rules.typed import build, check, fields, globs, unknown
from audit.rules.within import within

MOST: Final = 64
"""Forms that the overrides may give to one rule."""

_NEVER: Final = ("check", "paths", "tests")
"""What an override cannot change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One override: which paths it is for, and what it says of each rule."""

    matches: Callable[[str], bool]
    rules: Mapping[str, Entries]
    keys: Mapping[str, Place]


@cache
def checks() -> Mapping[str, type[Check]]:
    """Return the checks that there are, by id."""
    return members("audit.checks", Check)  # type: ignore[type-abstract]


def spelled_all(rules: Entries, mistakes: Mistakes) -> Entries:
    """Return *rules* with every `id: warning` written out as a map; note what is neither."""
    nodes: dict[str, Node] = {}
    for id_, rule in rules.nodes.items():
        if isinstance(rule, Entries):
            nodes[id_] = rule
        elif check(rule, Level, id_, mistakes):
            severity = {"severity": rule.place}
            nodes[id_] = Entries(nodes={"severity": rule}, keys=severity, place=rule.place)
    return Entries(nodes=nodes, keys=rules.keys, place=rules.place)


def build_rules(
    rules: Entries | None, changes: Sequence[Change], mistakes: Mistakes
) -> tuple[Rule, ...]:
    """Return the rules in the order in which they are first named."""
    if rules is None:
        return ()
    found = []
    for id_, node in rules.nodes.items():
        if not ID.fullmatch(id_):
            place = rules.keys[id_]
            mistakes.add(place, f"“{shown(id_)}” is no rule id; use a-z, 0-9 and -, as in no-date")
        if isinstance(node, Entries) and _has_check(id_, rules, mistakes):
            rule = _rule(id_, node, changes, (rules.keys[id_], mistakes))
            found += [rule] if rule else []
    return tuple(found)


def _has_check(id_: str, rules: Entries, mistakes: Mistakes) -> bool:
    node = rules.nodes[id_]
    place = rules.keys[id_]
    name = node.nodes.get("check") if isinstance(node, Entries) else None
    if name is None:
        known = [
            one
            for one, rule in rules.nodes.items()
            if isinstance(rule, Entries) and "check" in rule.nodes
        ]
        near = owner(id_) or suggestion(id_, known) or "; a new rule begins with “check:”"
        mistakes.add(place, f"unknown rule “{shown(id_)}”{near}")
        return False
    if not isinstance(name, Scalar) or name.text not in checks():
        word = name.text if isinstance(name, Scalar) else ""
        near = suggestion(word, checks()) or f"; there are {', '.join(checks())}"
        mistakes.add(name.place, f"unknown check “{shown(word)}”{near}")
        return False
    return True


def _rule(
    id_: str, node: Entries, changes: Sequence[Change], where: tuple[Place, Mistakes]
) -> Rule | None:
    """Return a rule with every form that *changes* give it: states, and moves between them."""
    place, mistakes = where
    nodes = [node]
    seen = {_canonical(node): 0}
    steps = []
    for change in (one for one in changes if id_ in one.rules):
        moves = {}
        for index in range(len(nodes)):
            changed = laid(nodes[index], change.rules[id_])
            moves[index] = seen.setdefault(_canonical(changed), len(nodes))
            nodes += [changed] if moves[index] == len(nodes) else []
        steps.append(Step(matches=change.matches, moves=moves, place=str(change.keys[id_])))
        if len(nodes) > MOST:
            mistakes.add(change.keys[id_], f"more than {MOST} different forms of “{id_}”")
            return None
    forms = [
        _form(one, one.place if number else place, mistakes) for number, one in enumerate(nodes)
    ]
    tests = build(_part(node, fields(Heading), place), Heading, mistakes)
    if tests is None or None in forms:
        return None
    whole = tuple(form for form in forms if form)
    return Rule(id=id_, forms=whole, steps=tuple(steps), tests=tests.tests, place=str(place))


def _canonical(node: Entries) -> str:
    return json.dumps(plain(node), sort_keys=True)


def _form(node: Entries, place: Place, mistakes: Mistakes) -> Form | None:
    kind = checks()[str(plain(node.nodes["check"]))]
    heading_keys, option_keys = fields(Heading), fields(kind)
    known = (*option_keys, *heading_keys)
    wrong = unknown(node, known, mistakes, f"check {kind.id} has no option")
    heading = build(_part(node, heading_keys, place), Heading, mistakes)
    options = _part(node, option_keys, place)
    _check_message(node.nodes.get("message"), kind, mistakes)
    matches = globs(node.nodes.get("paths"), mistakes)
    if wrong:
        # What the check would say of the whole may only follow from the key that is wrong.
        for key, child in options.nodes.items():
            check(child, option_keys[key].type, key, mistakes)
        return None
    built = build(options, kind, mistakes)
    if heading is None or built is None:
        return None
    return Form(
        check=built,
        options=_canonical(options),
        severity=Severity(heading.severity),
        message=heading.message or kind.message,
        matches=matches if "paths" in node.nodes else matcher(heading.paths),
        paths=heading.paths,
        help=" ".join(heading.help.split()),
        url=heading.url,
    )


def _part(node: Entries, keys: Iterable[str], place: Place) -> Entries:
    kept = {key: child for key, child in node.nodes.items() if key in keys}
    return Entries(nodes=kept, keys={key: node.keys[key] for key in kept}, place=place)


def _check_message(node: Node | None, kind: type[Check], mistakes: Mistakes) -> None:
    if not isinstance(node, Scalar):
        return
    for found in NAME.finditer(node.text):
        name, counts, words = found[1].partition(":")
        if name not in kind.names:
            near = suggestion(name, kind.names) or f"; there are {', '.join(kind.names)}"
            wrong = f"check {kind.id} has no name “{{{shown(name)}}}”{near}"
        elif counts and words.count("|") != 1:
            example = "as in {count:place|places}"
            wrong = f"“{shown(found[0])}” must give both words, {example}"
        else:
            continue
        mistakes.add(within(node, found.start()), wrong)


def build_overrides(nodes: Sequence[Node], mistakes: Mistakes) -> tuple[Change, ...]:
    """Return the overrides in their order."""
    found = []
    for node in nodes:
        if not isinstance(node, Entries):
            mistakes.add(node.place, "an override is a map of paths and rules")
            continue
        paths, rules = node.nodes.get("paths"), node.nodes.get("rules")
        unknown(node, tuple(fields(Override)), mistakes, "an override has no key")
        if not (isinstance(paths, Items) and paths.nodes and isinstance(rules, Entries)):
            mistakes.add(node.place, "an override needs a list of “paths” and a map of “rules”")
            continue
        check(paths, fields(Override)["paths"].type, "paths", mistakes)
        changed = spelled_all(rules, mistakes)
        entries = _allowed(changed, mistakes)
        found.append(Change(matches=globs(paths, mistakes), rules=entries, keys=rules.keys))
    return tuple(found)


def _allowed(changed: Entries, mistakes: Mistakes) -> dict[str, Entries]:
    """Return what an override says of each rule, without what it cannot say."""
    found = {}
    for id_, one in changed.nodes.items():
        if isinstance(one, Entries):
            for key in [key for key in _NEVER if key in one.nodes]:
                mistakes.add(one.keys[key], f"an override cannot change “{key}” of “{shown(id_)}”")
            found[id_] = _part(one, [key for key in one.nodes if key not in _NEVER], one.place)
    return found


def check_ids(changes: Sequence[Change], ids: AbstractSet[str], mistakes: Mistakes) -> None:
    """Note every override of a rule that there is not."""
    for change in changes:
        for id_ in change.rules:
            if id_ not in ids:
                near = owner(id_) or suggestion(id_, ids)
                mistakes.add(change.keys[id_], f"unknown rule “{shown(id_)}”{near}")
