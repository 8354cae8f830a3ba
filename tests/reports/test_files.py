"""Records in containers: CI systems show a finding in a file that the repository has."""

import dataclasses
import json

import pytest

from audit.model import Location, Problem
from audit.reports.files import Files

from .conftest import document
from .test_formats import written

BOX = "deposits/box.zip"
INSIDE = f"{BOX}!/minutes/may.txt"
DEEP = f"{BOX}!/letters.mbox!/2"
BESIDE = "deposits/box.zip!/loose.txt"


@pytest.fixture
def packed(example):
    """Return the example with a finding and a problem inside an archive."""
    at = Location(path=INSIDE, line=7, column=3, end_line=7, end_column=9)
    related = [Location(path=DEEP, line=4)]
    finding = dataclasses.replace(example.findings[0], location=at, related=related)
    problem = Problem(path=INSIDE, stage="read", message="line 9, column 2: cut off")
    container = document(BOX, 0, 0.0, media_type="application/zip", state="container")
    return dataclasses.replace(
        example, documents=[container], findings=[finding], problems=[problem]
    )


def test_a_record_lies_in_the_outermost_container(packed):
    files = Files(packed)
    for path, record in ((INSIDE, "minutes/may.txt:7"), (DEEP, "letters.mbox!/2:7")):
        found = files.place(Location(path=path, line=7, column=3, end_line=9))
        assert found.file == f"collections/{BOX}"
        assert (found.at.line, found.at.column, found.at.end_line) == (1, 1, 1)
        assert found.record == record
        assert found.said("a copy") == f"{record}: a copy"


def test_a_folder_may_be_named_like_a_container(example):
    at = Location(path=BESIDE, line=7)
    found = Files(dataclasses.replace(example, documents=[document(BESIDE, 9, 0.0)])).place(at)
    assert found == (f"collections/{BESIDE}", at, "")
    assert found.said("a copy") == "a copy"


def test_github_annotates_the_container(packed):
    found = [line for line in written("github", packed).splitlines() if " file=" in line]
    for line, what in zip(found, ("minutes/may.txt:9: read: ", "minutes/may.txt:7: "), strict=True):
        assert f" file=collections/{BOX},line=1," in line
        assert f"::{what}" in line
        assert "col=" not in line


def test_gitlab_names_the_container(packed):
    for issue, line in zip(json.loads(written("gitlab", packed)), (9, 7), strict=True):
        assert issue["location"] == {"path": f"collections/{BOX}", "lines": {"begin": 1}}
        assert issue["description"].startswith(f"minutes/may.txt:{line}: ")


def test_reviewdog_gets_the_container(packed):
    first = {"start": {"line": 1}, "end": {"line": 1}}
    problem, finding = json.loads(written("rdjson", packed))["diagnostics"]
    (related,) = finding["related_locations"]
    for each in (problem, finding, related):
        assert each["location"] == {"path": f"collections/{BOX}", "range": first}
    assert finding["message"].startswith("minutes/may.txt:7: ")
    assert related["message"] == f"{DEEP}:4"


def test_sarif_has_the_container_and_the_name_of_the_record(packed):
    (run,) = json.loads(written("sarif", packed))["runs"]
    (result,) = run["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": f"collections/{BOX}"},
        "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": INSIDE, "kind": "resource"}]
    assert result["message"]["text"].startswith("minutes/may.txt:7: ")
    (notice, *_) = run["invocations"][0]["toolExecutionNotifications"]
    uri = notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == f"collections/{BOX}"
    assert notice["message"]["text"].startswith("minutes/may.txt:9: read: ")
