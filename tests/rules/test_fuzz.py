"""Any bytes as a rules file give rules or located mistakes, never anything else."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit.errors import RuleError
from audit.rules import RuleSet, parse
from audit.rules.build import checks
from audit.rules.shapes import Heading, RulesFile
from audit.rules.typed import fields

LOCATED = re.compile(
    r"\A(?:[\w./:-]+:\d+:\d+: .+\n {0,5}\d+ \| .*\n {6}\|  *\^(?:\n|\Z)|and \d+ more)+"
)

WORDS = sorted(
    {*fields(RulesFile), *fields(Heading), *checks(), "error", "off", "today", "1", "0.5", "**",
     "{x}",
     *(name for check in checks().values() for name in fields(check)), "contains", "required",
     "title", "issued", "audit:archive", "./x.yml", "(", "[a", "", "null", "é\u202e", "2027-01-31"}
)  # fmt: skip
values = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
    ),
    max_leaves=12,
)


def survives(data):
    try:
        loaded = parse(data, name="audit.yml", base="/nowhere")
    except RuleError as error:
        said = str(error)
    else:
        runs(loaded)
        return
    assert LOCATED.match(said), said


def runs(loaded):
    assert isinstance(loaded, RuleSet)
    for variant in loaded.variants():
        variant.check.select(variant.id)


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: f"audit: 1\n{text}".encode())
)
@example(b"\xff\xfe")
@example(b"audit: 1\n? \n")
@example("audit: 1\u2028rules: [".encode())
@example(b'audit: "\\ud800"\n')
@example(b"audit: 1\nrules: {? {a: b} : c}\n")
@example(b"%YAML 1.2\n--- {audit: 1}\n...\n")
@example(b"audit: 1\n\tx: y\n")
def test_any_bytes(data):
    survives(data)


def written(value):
    """Return *value* as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(list(fields(RulesFile))), values, max_size=5))
def test_any_shape(file):
    survives(written({**file, "audit": "1"}).encode())


rule = st.sampled_from(sorted(checks())).flatmap(
    lambda name: st.dictionaries(
        st.sampled_from([*fields(checks()[name]), *fields(Heading)]), values, max_size=4
    ).map(lambda options: {**options, "check": name})
)


@settings(max_examples=100, deadline=None)
@given(rule, st.none() | values)
def test_any_options(options, override):
    file = {"audit": "1", "rules": {"r": options}}
    if override is not None:
        file["overrides"] = [{"paths": ["**"], "rules": {"r": override}}]
    survives(written(file).encode())
