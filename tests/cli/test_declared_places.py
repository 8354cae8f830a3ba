"""A finding about what another file declares names the place there, and is of its document."""

import json

import pytest

RULES = """audit: 1
rules:
  agree: {check: metadata, agree: true}
  past: {check: date, before: today}
"""
TEXT = "The Harbour Museum reopens\n\nBy Ann Lind\n3 May 2024\n\nThe museum by the harbour opens.\n"
TABLE = 'path,title,date\nb.txt,"The Harbour, Museum reopens",2033-01-02\n'
BAG = "Source-Organization: Town Archive\nBagging-Date: 2001-02-03\n"


@pytest.fixture
def papers(tmp_path, monkeypatch):
    files = {
        "audit.yml": RULES,
        "in/a.txt": TEXT,
        "in/a.meta.yml": 'author: Ann Lind\ndate: "2031-05-04"\n',
        "in/b.txt": TEXT,
        "in/metadata.csv": TABLE,
        "in/bag/bagit.txt": "BagIt-Version: 1.0\n",
        "in/bag/bag-info.txt": BAG,
        "in/bag/data/c.txt": TEXT,
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    rules = tmp_path / "audit.yml"
    rules.write_text(f"{RULES}  saved: {{check: date, before-capture: true}}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(run, *options):
    shown = run("check", "in", "-j", "1", "-f", "jsonl", *options)
    lines = map(json.loads, shown.out.splitlines())
    return {(one["path"], one["rule"]): one for one in lines if one["type"] == "finding"}


def places(finding):
    names = ("path", "line", "column", "end_column")
    return [tuple(at[name] for name in names) for at in finding["related"]]


def test_a_finding_names_the_place_in_the_file_that_declares(papers, run):
    found = findings(run)
    assert places(found["a.txt", "past"]) == [("a.meta.yml", 2, 8, 18)]
    assert places(found["b.txt", "past"]) == [("metadata.csv", 2, 37, 47)]
    assert places(found["a.txt", "agree"]) == [("a.txt", 4, 1, 11), ("a.meta.yml", 2, 8, 18)]
    assert places(found["bag/data/c.txt", "saved"]) == [("bag/bag-info.txt", 2, 15, 25)]


def test_reports_for_people_and_services_name_it_too(papers, run):
    assert "    see a.meta.yml:2:8\n" in run("check", "in", "-j", "1", "-f", "full").out
    (log,) = json.loads(run("check", "in", "-j", "1", "-f", "sarif").out)["runs"]
    (one,) = [
        result
        for result in log["results"]
        if result["ruleId"] == "past" and "2031" in result["message"]["text"]
    ]
    (related,) = [at["physicalLocation"] for at in one["relatedLocations"]]
    assert related["artifactLocation"]["uri"] == "in/a.meta.yml"
    assert related["region"]["startLine"] == 2
    shown = run("explain", findings(run)["a.txt", "past"]["key"], "in", "-j", "1").out
    assert '     2 | date: "2031-05-04"\n' in shown
    assert "     1 | The Harbour Museum reopens" not in shown


def test_a_waiver_speaks_of_the_document_alone(papers, run):
    waiver = "waivers:\n  - {rule: past, paths: [a.txt], reason: known, until: 2999-01-01}\n"
    (papers / "audit.yml").write_text(f"{RULES}{waiver}")
    found = findings(run)
    assert found["a.txt", "past"]["waived"] == "known"
    assert found["b.txt", "past"]["waived"] == ""


def test_a_file_that_is_called_otherwise_from_another_folder(papers, run):
    deep = papers / "in/deep"
    deep.mkdir()
    for name in ("a.txt", "a.meta.yml"):
        (papers / "in" / name).rename(deep / name)
    assert places(findings(run)["deep/a.txt", "past"]) == [("deep/a.meta.yml", 2, 8, 18)]
    shown = run("check", "in/deep", "-j", "1", "-f", "jsonl")
    said = [json.loads(line) for line in shown.out.splitlines()]
    (one,) = [each for each in said if each.get("rule") == "past"]
    assert places(one) == [("a.meta.yml", 2, 8, 18)]


def test_what_is_declared_of_a_picture_is_told(papers, run):
    for name in ("quay.jpg", "walk.jpg", "bare.jpg"):
        (papers / "in" / name).write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0\1" + name.encode())
    (papers / "in/quay.meta.yml").write_text("title: The quay\nlicense: CC BY 4.0\n")
    (papers / "in/metadata.csv").write_text("path,creator\nwalk.jpg,Ann Lind\n")
    head = "filename,filesize,modified,errors,namespace,id,format,version,mime,basis,warning\n"
    row = "walk.jpg,9,2020,,pronom,fmt/11,PNG,1.0,image/png,extension,\n"
    (papers / "in/siegfried.csv").write_text(head + row)
    shown = run("sources", "in", "-j", "1", "-f", "jsonl", "--limit", "0", "--no-catalogue").out
    claims = [one for one in map(json.loads, shown.splitlines()) if one["type"] == "claim"]
    of_pictures = {
        (one["path"], one["property"], one["normalized"], one["declared_in"], one["line"])
        for one in claims
        if one["path"].endswith(".jpg") and one["origin"] == "declared"
    }
    assert of_pictures == {
        ("quay.jpg", "title", "The quay", "quay.meta.yml", 1),
        ("quay.jpg", "rights", "CC-BY-4.0", "quay.meta.yml", 2),
        ("walk.jpg", "creator", "Ann Lind", "metadata.csv", 2),
        ("walk.jpg", "format", "fmt/11", "siegfried.csv", 2),
    }
    assert {one["path"] for one in claims if one["conflict"]} >= {"walk.jpg"}
