"""The table of sources: what is disputed has its column, also where the value has none."""

import json
from pathlib import Path


def test_every_disputed_property_is_named(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/report.pdf").write_text("<!doctype html><title>Tide mill</title><p>It opens at nine.")
    Path("in/mill.txt").write_text("The tide mill\n\nThe wheel turns at low water.\n")
    outcome = run("sources", "in", "--no-catalogue")
    assert outcome.code == 0
    disputed = {line.split("\t")[0]: line.split("\t")[-1] for line in outcome.out.splitlines()}
    assert disputed == {"path": "conflict", "mill.txt": "", "report.pdf": "format"}


def test_what_a_table_lacks_is_told_beside_it(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/log.xml").write_text("<?xml version='1.0'?><log><day>Calm sea</day></log><log/>")
    Path("in/mill.txt").write_text("The tide mill\n\nThe wheel turns at low water.\n")
    for view in ("sources", "documents"):
        outcome = run(view, "in", "--no-catalogue")
        assert outcome.code == 2
        assert outcome.err.startswith("audit: incomplete: log.xml: broken XML: ")
        assert outcome.err.count("\n") == 1
    Path("in/again.xml").write_text("<?xml version='1.0'?><log><day>Calm sea</day></log><log/>")
    assert run("sources", "in", "--no-catalogue").err.endswith("; 1 more, see `audit check`\n")


def test_a_conflict_says_why_wherever_it_is_shown(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/mill.txt").write_text("The tide mill\n18 May 2024\n\nThe wheel turns at low water.\n")
    Path("in/mill.meta.yml").write_text("issued: 2024-05-01\n")
    why = "2024-05-01 against 2024-05-18, 17 days apart"
    shown = run("show", "mill.txt", "in", "--no-catalogue").out
    assert shown.count(f"  in conflict: {why}\n") == 2
    claims = run("sources", "in", "--no-catalogue", "-f", "jsonl").out.splitlines()[1:]
    told = [each["dispute"] for each in map(json.loads, claims) if each["conflict"]]
    assert told == [why, why]
    linked = run("sources", "in", "--no-catalogue", "-f", "jsonld").out
    assert linked.count(f'"audit:conflict":true,"audit:dispute":"{why}"') == 2
