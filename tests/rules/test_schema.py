"""The schema for editors and the loader are two views of the same types."""

import jsonschema
import msgspec
import pytest
import yaml

from audit.errors import RuleError
from audit.rules import packs, parse, schema, shipped
from audit.rules.build import checks
from audit.rules.shapes import Documents, Excuse, Heading, Override, RulesFile
from audit.rules.typed import fields

SCHEMA = schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

MINIMAL = {
    "boilerplate": {},
    "date": {"weekday": True},
    "duplicate": {},
    "filename": {"matches": "a"},
    "fixity": {},
    "format": {},
    "length": {},
    "metadata": {"agree": True},
    "quotation": {},
    "similar": {"threshold": 0.5},
    "text": {"forbid": {"contains": ["a"]}},
}
WORD = {"audit": 1, "documents": {}, "rules": {}}


def loads(value):
    try:
        parse(yaml.safe_dump(value).encode(), name="audit.yml", base="")
    except RuleError as error:
        return "no option" not in str(error) and "unknown key" not in str(error)
    return True


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_keys_are_those_of_the_types():
    definitions = SCHEMA["$defs"]
    assert set(SCHEMA["properties"]) == set(fields(RulesFile))
    for shape in (Documents, Excuse, Override):
        assert set(definitions[shape.__name__]["properties"]) == set(fields(shape))
    options = {name for check in checks().values() for name in fields(check)}
    assert set(definitions["rule"]["properties"]) == options | set(fields(Heading))
    assert set(definitions["change"]["properties"]) == (
        (options | set(fields(Heading))) - {"check", "paths", "tests"}
    )


@pytest.mark.parametrize("name", sorted(checks()))
def test_each_key_of_each_check_is_known_to_both(name):
    every = {key for check in checks().values() for key in fields(check)} | set(fields(Heading))
    for key in sorted(every | {"nonsense"}):
        value = WORD.get(key, MINIMAL[name].get(key, "x"))
        file = {"audit": 1, "rules": {"r": {"check": name, **MINIMAL[name], key: value}}}
        if key == "check":
            continue
        errors = [one for error in VALIDATOR.iter_errors(file) for one in (error, *error.context)]
        unknown = [
            error
            for error in errors
            if error.validator == "additionalProperties" or "propertyNames" in error.schema_path
        ]
        assert (not unknown) == loads(file), key


def test_options_do_not_carry_the_names_of_the_heading():
    for check in checks().values():
        assert not set(fields(check)) & set(fields(Heading))


@pytest.mark.parametrize("name", packs())
def test_every_pack_is_valid(name):
    text = (shipped() / f"{name}.yml").read_text("utf-8")
    value = yaml.load(text, Loader=yaml.CBaseLoader)
    # YAML 1.2 as editors read it: numbers and flags are typed, words are not.
    VALIDATOR.validate(_typed(value))


def _typed(value):
    if isinstance(value, dict):
        return {key: _typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_typed(one) for one in value]
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            pass
    return {"true": True, "false": False}.get(value, value)


@pytest.mark.parametrize("check", checks().values(), ids=checks())
def test_every_check_has_a_manual_and_described_options(check):
    manual = check.__doc__ or ""
    assert all(word in manual for word in ("rules:", "PASS:", "FAIL:", "Names for the message:"))
    assert all(f"`{{{name}}}`" in manual for name in check.names)
    for name, field in fields(check).items():
        assert any(note.description for note in field.type.__metadata__), name
    assert msgspec.convert(MINIMAL[check.id], check).message
