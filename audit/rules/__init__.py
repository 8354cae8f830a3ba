"""Rules: a YAML file in, rules that judge violations out; every mistake with its place.

`load` reads a file with all that it extends, `pins` names what of that must be fetched, `find`
looks for the nearest one, `schema` describes the format for editors, `prove` runs the tests that
rules carry.
"""

from audit.rules.load import DEFAULT, load, parse, pins
from audit.rules.packs import find, packs, shipped
from audit.rules.prove import Outcome, Proof, RunScenario, prove, unproved
from audit.rules.ruleset import Form, Rule, RuleSet, Variant, fingerprint
from audit.rules.schema import schema
from audit.rules.shapes import Documents, Expected, Scenario, Tests

__all__ = [
    "DEFAULT",
    "Documents",
    "Expected",
    "Form",
    "Outcome",
    "Proof",
    "Rule",
    "RuleSet",
    "RunScenario",
    "Scenario",
    "Tests",
    "Variant",
    "find",
    "fingerprint",
    "load",
    "packs",
    "parse",
    "pins",
    "prove",
    "schema",
    "shipped",
    "unproved",
]
