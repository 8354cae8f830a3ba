"""The manual page of a rule: its settings in force, what overrides change, and its check's page."""

import inspect
from collections.abc import Mapping

import msgspec

from audit.checks import Check
from audit.model.judgements import Manual
from audit.rules.ruleset import Form, Rule


def manual(rule: Rule, path: str = "") -> Manual:
    """Return all about *rule*, with the settings in force for *path*, or for no path at all."""
    form = rule.form(path) if path else rule.plain
    plain = settings(form)
    others = [] if path else [one for one in rule.forms if one is not form]
    return Manual(
        rule=rule.id,
        check=type(form.check).id,
        severity=form.severity,
        place=rule.place,
        settings=[(name, value) for name, value in plain.items() if value],
        overrides=[("for some paths", _changes(plain, settings(one))) for one in others],
        page=page_of(type(form.check)),
    )


def page_of(kind: type[Check]) -> str:
    """Return the manual page of a check."""
    return inspect.getdoc(kind) or ""


def settings(form: Form) -> Mapping[str, str]:
    """Return every setting of *form* as it would be written, those by default too."""
    kind = type(form.check)
    options = {
        key: _written(getattr(form.check, name))
        for name, key in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
    }
    return {
        "severity": form.severity.value,
        "paths": ", ".join(form.paths),
        **options,
        "message": form.message,
        "help": form.help,
        "url": form.url,
    }


def _written(value: object) -> str:
    built = msgspec.to_builtins(value)
    if built is None or built == []:
        return ""
    if isinstance(built, dict):
        built = {key: one for key, one in built.items() if one}
    return built if isinstance(built, str) else msgspec.json.encode(built).decode()


def _changes(plain: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return [f"{name}: {value}" for name, value in other.items() if value != plain.get(name)]
