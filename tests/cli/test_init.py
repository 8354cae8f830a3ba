"""A newcomer's path: look, write rules, change two lines, try them, be stopped for the reason."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

FAST = ("-j", "1")


@pytest.fixture
def bare(papers):
    """Return the collection without rules."""
    (papers.parent / "audit.yml").unlink()
    return papers


def test_rules_are_written_for_what_is_there(bare, run):
    (bare / "page.HTM").write_text("<title>Eels</title><p>Of eels and herons.</p>")
    (bare / "seal.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    shown = run("init", "papers")
    assert (shown.code, shown.out) == (0, "papers/audit.yml\n")
    text = (bare / "audit.yml").read_text()
    assert text.startswith("# yaml-language-server: $schema=.audit/schema.json\n")
    assert 'include: ["**/*.HTM", "**/*.txt"]' in text
    assert "only digests can be kept: 1 .png" in text
    assert "  exact-duplicate: " in text
    schema = json.loads((bare / ".audit" / "schema.json").read_text())
    jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader) | {"audit": 1}, schema)
    assert (bare / ".audit" / ".gitignore").read_text() == "*\n"


def test_the_findings_stay_the_same(bare, run):
    before = run("check", "papers", *FAST).out
    run("init", "papers")
    assert run("check", "papers", *FAST).out == before


def test_nothing_is_overwritten(bare, run):
    (bare / "audit.yml").write_text("mine\n")
    shown = run("init", "papers")
    assert (shown.code, "nothing is overwritten" in shown.err) == (2, True)
    assert (bare / "audit.yml").read_text() == "mine\n"
    (bare / "audit.yml").unlink()
    (bare / "audit.yml").symlink_to("/nowhere")
    assert run("init", "papers").code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_named_and_leaves_no_rules(bare, run):
    (bare / ".audit").mkdir()
    (bare / ".audit" / "schema.json").symlink_to("/dev/full")
    shown = run("init", "papers")
    assert (shown.code, shown.err.count("\n")) == (2, 1)
    assert "cannot write papers/.audit/schema.json: No space left on device" in shown.err
    assert not (bare / "audit.yml").exists()


def test_an_empty_folder_or_none(bare, run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert run("init", "empty").code == 3
    assert run("init", "none").code == 2
    assert list((tmp_path / "empty").iterdir()) == []


def test_words_of_a_document_cannot_become_rules(bare, run):
    menu = (
        "\u2028rules: {x: off}\x85 Our activities\x1b: knots, nets and ropes for every child " * 4
    )
    for number, name in enumerate(["herons", "ferries", "lamps", "wells"]):
        own = " ".join(f"{name} {number * 7 + k} of {name} in winter {k}" for k in range(30))
        (bare / f"{name}.txt").write_text(f"{own}\n{menu}\n")
    assert run("init", "papers").code == 0
    text = (bare / "audit.yml").read_text()
    assert "Our activities" in text
    assert "rules" in yaml.load(text, Loader=yaml.BaseLoader)
    assert "\x1b" not in text
    assert "x" not in yaml.load(text, Loader=yaml.BaseLoader)["rules"]


def test_the_whole_path_of_a_newcomer(bare, run):
    run("init", "papers")
    rules = bare / "audit.yml"
    own = "  no-eels:\n    check: text\n    forbid: {contains: [eel]}\n    severity: error\n"
    tests = "    tests: {fails: [an eel], passes: [a herring]}\n"
    rules.write_text(rules.read_text() + own + tests)
    assert run("rules", "test", "-c", "papers/audit.yml", "--select", "no-eels").code == 0
    shown = run("check", "papers", *FAST)
    assert (shown.code, "market.txt:2:9 error" in shown.out) == (1, True)
