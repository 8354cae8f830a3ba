"""SARIF: the schema of OASIS itself, and what GitHub asks for beyond it."""

import dataclasses
import io
import json
from pathlib import Path

import jsonschema
import pytest

from audit.model import Location, Severity
from audit.reports.sarif import KEPT, PLACES, READ, Sarif

OASIS = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8"))
STANDARD = jsonschema.Draft4Validator(
    OASIS, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
)


def closed(required, **properties):
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {name.lstrip("_"): value for name, value in properties.items()},
    }


def array(items, **other):
    return {"type": "array", "items": items, **other}


TEXT = {"type": "string"}
BAG = {"type": "object", "properties": {"tags": array(TEXT, uniqueItems=True)}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COUNT = {"type": "integer", "minimum": 1}
MESSAGE = {**closed(["text"], text=TEXT, markdown=TEXT), "minProperties": 1}
REGION = closed(["startLine"], startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT)
PHYSICAL = closed(
    ["artifactLocation"],
    artifactLocation=closed(["uri"], uri={"type": "string", "pattern": "^[!-~]+$"}),
    region=REGION,
)
LOCATION = closed(
    [], id={"type": "integer", "minimum": -1}, message=MESSAGE, physicalLocation=PHYSICAL
)
SHORT = closed(["text"], text={"type": "string", "minLength": 1, "maxLength": 1024})
RULE = closed(
    ["id", "shortDescription", "fullDescription", "help"],
    id={"type": "string", "maxLength": 255},
    shortDescription=SHORT,
    fullDescription=SHORT,
    help=closed(["text"], text=TEXT, markdown=TEXT),
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=closed([], enabled={"type": "boolean"}, level=LEVEL),
    properties=BAG,
)
RESULT = closed(
    ["message", "ruleId", "locations", "partialFingerprints"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION, minItems=1, maxItems=1),
    relatedLocations=array(LOCATION, uniqueItems=True, maxItems=99),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
)
NOTIFICATION = closed(
    ["message"],
    level=LEVEL,
    message=MESSAGE,
    descriptor=closed(["id"], id=TEXT),
    locations=array(LOCATION, uniqueItems=True),
)
RUN = closed(
    ["tool", "results"],
    tool=closed(
        ["driver"],
        driver=closed(
            ["name", "rules"],
            name=TEXT,
            version=TEXT,
            semanticVersion=TEXT,
            rules=array(RULE, uniqueItems=True, maxItems=25_000),
            properties=BAG,
        ),
    ),
    invocations=array(
        closed(
            ["executionSuccessful"],
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=array(NOTIFICATION),
        )
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=array(RESULT, maxItems=25_000),
    properties=BAG,
)
SCHEMA = closed(
    ["$schema", "version", "runs"],
    **{"$schema": TEXT},
    version={"const": "2.1.0"},
    runs=array(RUN, minItems=1, maxItems=20),
)


STRICT = jsonschema.Draft202012Validator(SCHEMA)
"""What we write of it, closed: GitHub asks for more than the standard, and ignores the rest."""


def log(audit):
    out = io.StringIO()
    Sarif().write(audit, out)
    return json.loads(out.getvalue())


def run(audit):
    found = log(audit)
    STANDARD.validate(found)
    STRICT.validate(found)
    return found["runs"][0]


def test_examples_are_valid(example, hostile):
    run(example)
    run(hostile)
    run(dataclasses.replace(example, findings=[], problems=[], rules=[]))


@pytest.mark.parametrize(
    "wrong",
    [
        {"startLine": 0},
        {"startLine": 1, "endColumn": 0},
        {"startLine": "1"},
        {"startLine": 1, "line": 1},
    ],
)
def test_the_schema_of_the_standard_bites(example, wrong):
    found = log(example)
    found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] = wrong
    with pytest.raises(jsonschema.ValidationError):
        STANDARD.validate(found)


def test_every_result_and_every_related_place_has_a_line(example, hostile):
    for audit in (example, hostile):
        for result in run(audit)["results"]:
            for place in (*result["locations"], *result.get("relatedLocations", ())):
                assert place["physicalLocation"]["region"]["startLine"] >= 1


def test_only_so_many_related_places_are_named(example):
    places = [Location(path=f"{number}.txt") for number in range(PLACES + 20)]
    finding = dataclasses.replace(example.findings[0], related=places)
    (result,) = run(dataclasses.replace(example, findings=[finding]))["results"]
    assert len(result["relatedLocations"]) == PLACES


def test_waived_findings_are_left_out_and_the_worst_come_first(example):
    levels = [result["level"] for result in run(example)["results"]]
    assert levels == ["error", "warning", "warning", "note"]


def test_every_result_has_a_described_rule(example):
    found = run(example)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule["id"] for rule in rules)
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_finding_is_first_and_its_twin_is_linked(example):
    found = next(each for each in run(example)["results"] if each["ruleId"] == "near-duplicate")
    uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "collections/museum/news/2024-05-13-opening-of-the-east-wing-2.txt"
    assert [each["id"] for each in found["relatedLocations"]] == [1]
    assert found["message"]["text"].endswith("opening-of-the-east-wing.txt:1](1))")
    assert found["partialFingerprints"] == {"auditFinding/v1": example.findings[0].key}


def test_a_region_never_ends_before_it_starts(example):
    for result in run(example)["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["endLine"] >= region["startLine"]
        assert region["endColumn"] > region["startColumn"]


def test_a_document_cannot_forge_a_link(example):
    finding = dataclasses.replace(example.findings[0], message="see [here](http://example.org)")
    text = run(dataclasses.replace(example, findings=[finding]))["results"][0]["message"]["text"]
    assert "](http" not in text


def test_only_a_web_address_is_a_link_to_help(example):
    rules = [
        dataclasses.replace(example.rules[0], url=url)
        for url in ("javascript:alert(1)", "https://example.org/a b")
    ]
    for rule in rules:
        found = run(dataclasses.replace(example, rules=[rule]))["tool"]["driver"]["rules"]
        assert not any("helpUri" in each for each in found)


def test_problems_are_notifications(example):
    invocation = run(example)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    levels = [each["level"] for each in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "warning"]
    remarks = [problem for problem in example.problems if not problem.incomplete]
    whole = run(dataclasses.replace(example, problems=remarks))
    assert whole["invocations"][0]["executionSuccessful"] is True


def test_the_limits_of_github_are_said(example):
    milder = dataclasses.replace(example.findings[0], severity=Severity.NOTE)
    milder = dataclasses.replace(milder, related=())
    findings = [milder] * READ + [example.findings[0]]
    found = log(dataclasses.replace(example, findings=findings, problems=[]))["runs"][0]
    assert len(found["results"]) == READ
    assert found["results"][0]["level"] == "warning"
    said = [
        each["message"]["text"] for each in found["invocations"][0]["toolExecutionNotifications"]
    ]
    assert said[0].startswith(f"1 of {READ + 1:,} results are left out")
    assert f"keeps the {KEPT:,} worst" in said[1]
