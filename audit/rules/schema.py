"""The JSON Schema of a rules file, from the same types that the loader reads."""

from typing import Any, Final

import msgspec

from audit.rules.build import checks
from audit.rules.shapes import Heading, RulesFile

Schema = dict[str, Any]
"""JSON, as the standard writes it."""

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> Schema:
    """Return the JSON Schema (2020-12) of a rules file, for completion in editors."""
    kinds = tuple(checks().values())
    _, found = msgspec.json.schema_components([RulesFile, *kinds], ref_template="#/$defs/{name}")
    definitions: Schema = {name: _without_title(one) for name, one in found.items()}
    whole = definitions.pop(RulesFile.__name__)
    options = {kind.id: definitions.pop(kind.__name__) for kind in kinds}
    heading = definitions.pop(Heading.__name__)
    definitions["level"] = heading["properties"]["severity"]
    definitions["rule"] = _rule(heading, options)
    definitions["change"] = _change(heading, options)
    whole["properties"]["rules"]["additionalProperties"] = _either("rule")
    override = definitions["Override"]["properties"]["rules"]
    override["additionalProperties"] = _either("change")
    return {
        "$schema": DRAFT,
        "title": "Rules of audit",
        **whole,
        "description": "What a collection of documents must be, and how bad it is if it is not.",
        "$defs": dict(sorted(definitions.items())),
    }


def _either(name: str) -> Schema:
    return {"anyOf": [{"$ref": "#/$defs/level"}, {"$ref": f"#/$defs/{name}"}]}


def _rule(heading: Schema, options: dict[str, Schema]) -> Schema:
    """Describe what every rule says, and the options of the check that it names.

    A rule that changes an inherited one names no check; then any option may stand there.
    """
    common = dict(heading["properties"])
    common["check"] = {"enum": list(options), "description": "The type of the rule."}
    return {
        "type": "object",
        "description": heading.get("description", ""),
        "properties": {**_every(options), **common},
        "additionalProperties": False,
        "allOf": [_when(name, one, common) for name, one in options.items()],
    }


def _when(name: str, options: Schema, common: Schema) -> Schema:
    known = [*common, *options["properties"]]
    return {
        "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
        "then": {
            "description": options.get("description", "").split("\n", 1)[0],
            "properties": options["properties"],
            "propertyNames": {"enum": known},
        },
    }


def _change(heading: Schema, options: dict[str, Schema]) -> Schema:
    common = {
        key: one
        for key, one in heading["properties"].items()
        if key not in {"check", "paths", "tests"}
    }
    return {
        "type": "object",
        "properties": {**_every(options), **common},
        "additionalProperties": False,
    }


def _every(options: dict[str, Schema]) -> Schema:
    """Return each option that some check has; where checks differ, any of their meanings."""
    found: dict[str, list[Schema]] = {}
    for one in options.values():
        for key, meaning in one["properties"].items():
            if meaning not in found.setdefault(key, []):
                found[key].append(meaning)
    return {
        key: meanings[0] if len(meanings) == 1 else {"anyOf": meanings}
        for key, meanings in sorted(found.items())
    }


def _without_title(one: Schema) -> Schema:
    return {key: value for key, value in one.items() if key != "title"}
