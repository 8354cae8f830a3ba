"""Every machine format: golden, whole, and true or safe on hostile text."""

import csv
import dataclasses
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from audit.model import Problem, Severity
from audit.registry import members
from audit.reports import Page, Report
from audit.reports.jsonl import TYPES, Jsonl

GOLDEN = Path(__file__).parent / "golden"
FORMATS = members("audit.reports", Report)
MACHINE = ("csv", "github", "gitlab", "jsonl", "jsonld", "junit", "markdown", "rdjson", "sarif")


def written(form, audit, **page):
    out = io.StringIO()
    FORMATS[form](Page(**page)).write(audit, out)
    return out.getvalue()


def clean(audit):
    return dataclasses.replace(audit, findings=[], problems=[])


def many(audit, number, severity=Severity.ERROR):
    finding = dataclasses.replace(audit.findings[0], severity=severity)
    return dataclasses.replace(audit, findings=[finding] * number, problems=[])


def test_the_formats_are_those_we_promise():
    assert sorted(FORMATS) == sorted((*MACHINE, "full", "concise"))


@pytest.mark.parametrize("form", MACHINE)
def test_golden(form, example, update):
    path = GOLDEN / f"report.{form}"
    text = written(form, example)
    if update:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", ["example", "hostile", "clean"])
def test_every_report_is_utf8_lines_that_end(form, kind, example, hostile):
    audit = {"example": example, "hostile": hostile, "clean": clean(example)}[kind]
    text = written(form, audit)
    assert text.endswith("\n")
    assert text.encode().decode() == text
    assert text == written(form, audit)


# JSON


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_json_lines_stream_every_record(example):
    found = records(written("jsonl", example))
    assert found[0]["type"] == "run"
    assert found[0]["format"] == 1
    kinds = [record["type"] for record in found[1:]]
    assert list(dict.fromkeys(kinds)) == list(TYPES)
    assert len(kinds) == 7 + 15 + 2 + 2 + 5 + 1 + 4 + 2 + 2 + 5


def test_json_lines_keep_hostile_text_true(hostile):
    found = records(written("jsonl", hostile))
    messages = [record["message"] for record in found if record["type"] == "finding"]
    assert messages == [finding.message for finding in hostile.findings]
    paths = [record["path"] for record in found if record["type"] == "document"]
    assert paths == [document.path for document in hostile.documents]


def test_json_lines_of_one_type(example):
    out = io.StringIO()
    Jsonl(types=("pair",)).write(example, out)
    assert {record["type"] for record in records(out.getvalue())} == {"run", "pair"}


@pytest.mark.parametrize("form", ["gitlab", "rdjson"])
def test_other_json_is_true_too(form, hostile):
    messages = json.dumps(json.loads(written(form, hostile)))
    assert all(json.dumps(each.message)[1:-1] in messages for each in hostile.findings)


def test_gitlab_needs_distinct_fingerprints(example):
    issues = json.loads(written("gitlab", many(example, 3)))
    key = example.findings[0].key
    assert [issue["fingerprint"] for issue in issues] == [key, f"{key}-2", f"{key}-3"]
    assert json.loads(written("gitlab", clean(example))) == []


def test_rdjson_has_lines_and_no_columns(example):
    found = json.loads(written("rdjson", example))["diagnostics"]
    assert {each["severity"] for each in found} == {"ERROR", "WARNING", "INFO"}
    assert all(set(each["location"]["range"]["start"]) == {"line"} for each in found)


# JUnit


def test_junit_fails_what_the_gate_fails(example):
    tree = ET.fromstring(written("junit", example))
    assert tree.attrib == {
        "name": "audit",
        "tests": "7",
        "failures": "1",
        "errors": "1",
        "skipped": "1",
    }
    tree = ET.fromstring(written("junit", example, fail_on=Severity.NOTE))
    assert len(list(tree.iter("failure"))) == int(tree.attrib["failures"]) == 4
    tree = ET.fromstring(written("junit", example, fail_on=Severity.OFF))
    assert not list(tree.iter("failure"))


def test_junit_counts_cannot_be_forged(hostile):
    finding = dataclasses.replace(hostile.findings[0], message="<failure <error <skipped")
    tree = ET.fromstring(
        written("junit", dataclasses.replace(hostile, findings=[finding], problems=[]))
    )
    assert (tree.attrib["failures"], tree.attrib["errors"]) == ("1", "0")
    assert next(tree.iter("failure")).attrib["message"] == finding.message


def test_junit_of_nothing_is_one_passing_case(example):
    tree = ET.fromstring(written("junit", clean(example)))
    assert [case.attrib["name"] for case in tree.iter("testcase")] == ["audit"]


def test_junit_takes_hostile_text(hostile):
    tree = ET.fromstring(written("junit", hostile))
    assert len(list(tree.iter("failure"))) == len(hostile.findings)


# GitHub


def commands(text):
    """Return what a runner would obey: lines that start with `::` outside the fence."""
    found = []
    token = ""
    for line in text.split("\n"):
        if token:
            token = "" if line == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        elif line:
            found.append(line)
    assert not token
    return found


def test_github_obeys_only_our_commands(hostile):
    found = commands(written("github", hostile))
    assert len(found) == 10
    assert all(line.startswith("::error ") for line in found)
    assert found[-1].startswith("::error title=audit::and 16 more")


def test_github_escapes_as_the_toolkit_does(example):
    finding = dataclasses.replace(example.findings[0], message="100 %\r\nnext, :line", rule="a,b:c")
    audit = dataclasses.replace(example, findings=[finding], problems=[])
    (line,) = commands(written("github", audit))
    assert r"title=a%2Cb%3Ac::100 %25\r%0Anext, :line%0Asee museum" in line


def test_every_annotation_has_a_file_and_a_line(example, hostile):
    """One without a line is never shown beside the changed files."""
    for audit in (example, hostile):
        found = [line for line in commands(written("github", audit)) if "title=audit::" not in line]
        assert found
        assert all(
            re.match(r"::(error|warning|notice) file=[^,:]+,line=[1-9]", line) for line in found
        )


def test_github_says_its_limit(example):
    found = commands(written("github", many(example, 25, Severity.NOTE)))
    assert len(found) == 10
    assert "and 16 more of this level" in found[-1]
    assert len(commands(written("github", many(example, 10)))) == 10
    assert commands(written("github", clean(example))) == []


# Markdown


def test_markdown_stays_below_the_limit(example):
    text = written("markdown", many(example, 8_000))
    assert len(text.encode()) < 1024 * 1024
    assert re.search(r"\n[\d,]+ more; the other formats have all\.\n", text)


def test_markdown_has_no_structure_of_others(hostile):
    text = written("markdown", hostile)
    rows = [line for line in text.splitlines() if line.startswith("| error")]
    assert len(rows) == len(hostile.findings)
    assert {row.count("|") for row in rows} == {5}
    assert "<script" not in text
    assert "`" not in text
    assert "http://" not in text


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_run_as_a_formula(example, sign):
    """Some spreadsheets take the wide signs of East Asian keyboards for formulas as well."""
    claims = [dataclasses.replace(one, normalized=f"{sign}1+1") for one in example.claims]
    out = written("csv", dataclasses.replace(example, claims=claims))
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row if "1+1" in cell]
    assert cells
    assert {cell[0] for cell in cells} == {"'"}


PLACES = {
    "line 4, column 9: issued 'soon' is no date": (4, 9),
    "its front-matter, line 3, column 1: neither YAML nor JSON": (3, 1),
    "line 1,204: 2,000,000 characters, over the limit of 1,000,000": (1204, 1),
    "the file a.meta.yml beside it, line 7, column 2: no YAML": (1, 1),
    "broken PDF: line 3 is missing": (1, 1),
}


@pytest.mark.parametrize("message", PLACES)
def test_a_problem_stands_where_its_message_says(example, message):
    problem = Problem(path="metadata.csv", stage="metadata", message=message)
    audit = dataclasses.replace(example, findings=[], problems=[problem])
    line, column = PLACES[message]
    assert (problem.location.line, problem.location.column) == (line, column)
    assert f"/metadata.csv,line={line},title=" in written("github", audit)
    assert json.loads(written("gitlab", audit))[0]["location"]["lines"] == {"begin": line}
    (told,) = json.loads(written("rdjson", audit))["diagnostics"]
    assert told["location"]["range"]["start"]["line"] == line
    run = json.loads(written("sarif", audit))["runs"][0]
    notice = run["invocations"][0]["toolExecutionNotifications"][0]
    region = notice["locations"][0]["physicalLocation"].get("region", {})
    assert region == ({"startLine": line, "startColumn": column} if line > 1 else {})
