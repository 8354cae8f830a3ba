"""The shapes that CI systems read: GitLab, reviewdog and JUnit, each closed."""

import io
import json
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from audit.registry import members
from audit.reports import Report

FORMATS = members("audit.reports", Report)
TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}


def closed(optional=(), **properties):
    return {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(properties.keys() - set(optional)),
        "properties": properties,
    }


GITLAB = {
    "type": "array",
    "items": closed(
        description=TEXT,
        check_name=TEXT,
        fingerprint=TEXT,
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=closed(path=TEXT, lines=closed(begin=COUNT)),
    ),
}
POSITION = closed(line=COUNT)
PLACE = closed(path=TEXT, range=closed(start=POSITION, end=POSITION))
DIAGNOSTIC = closed(
    optional=("related_locations",),
    message=TEXT,
    location=PLACE,
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=closed(optional=("url",), value=TEXT, url=TEXT),
    related_locations={"type": "array", "items": closed(message=TEXT, location=PLACE)},
)
REVIEWDOG = closed(source=closed(name=TEXT), diagnostics={"type": "array", "items": DIAGNOSTIC})


def written(form, audit):
    out = io.StringIO()
    FORMATS[form]().write(audit, out)
    return out.getvalue()


@pytest.fixture(params=["example", "hostile"])
def audit(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize(("form", "schema"), [("gitlab", GITLAB), ("rdjson", REVIEWDOG)])
def test_json_has_the_shape_that_is_read(form, schema, audit):
    validator = jsonschema.Draft202012Validator(schema)
    found = json.loads(written(form, audit))
    validator.validate(found)
    issues = found if form == "gitlab" else found["diagnostics"]
    assert len(issues) >= len([one for one in audit.findings if one.counts])
    issues[0].pop("severity")
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(found)


def test_gitlab_fingerprints_are_distinct(audit):
    keys = [issue["fingerprint"] for issue in json.loads(written("gitlab", audit))]
    assert len(set(keys)) == len(keys)


COUNTS = ("tests", "failures", "errors", "skipped")
CHILDREN = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def test_junit_has_the_shape_that_is_read(audit):
    root = ET.fromstring(written("junit", audit))
    assert (root.tag, set(root.attrib)) == ("testsuites", {"name", *COUNTS})
    for suite in root:
        assert (suite.tag, set(suite.attrib)) == ("testsuite", {"name", *COUNTS})
        cases = list(suite)
        assert {case.tag for case in cases} == {"testcase"}
        assert int(suite.attrib["tests"]) == len(cases)
        for name, tag in CHILDREN.items():
            assert int(suite.attrib[name]) == len(suite.findall(f"testcase/{tag}"))
        for case in cases:
            assert set(case.attrib) in (
                {"name", "classname"},
                {"name", "classname", "line", "column"},
            )
            assert [child.tag for child in case] in (
                [], ["failure"], ["error"], ["skipped"], ["system-out"],
            )  # fmt: skip
            assert all({"message"} <= set(bad.attrib) for bad in case.findall("failure"))
    for name in COUNTS:
        assert int(root.attrib[name]) == sum(int(suite.attrib[name]) for suite in root)
