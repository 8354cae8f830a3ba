"""Members of another distribution, found through entry points and nothing else."""

import json
from pathlib import Path
from shutil import copytree

import pytest

HERE = Path(__file__).parent
RULES = """\
audit: 1
rules:
  berth-exists:
    check: berth
    last: 12
    severity: error
    tests: {passes: ["She lies at berth 12."], fails: ["She lies at berth 13."]}
"""


@pytest.fixture
def harbour(audit, tmp_path):
    """Return the tool beside the plug-in, in a folder with one log of the harbour."""
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "log.txt").write_text("The Agnes lies at berth 7.\nThe Freja lies at berth 40.\n")
    return type(audit)(cwd=tmp_path, environment={"PYTHONPATH": str(HERE)})


def test_a_check_and_a_report_of_another_distribution(harbour):
    done = harbour("check", "-f", "log", "--no-catalogue", "-j", "1")
    assert done.clear
    assert (done.code, done.out) == (1, b"! log.txt:2:19 berth 40, but the last is 12\n")


def test_a_reader_and_an_extractor_of_another_distribution(harbour, tmp_path):
    """They work in the processes that read, and what they make is judged as everything else."""
    text = 'log = """\nThe Freja lies at berth 40.\nPilot: Ingrid Aas\n"""\n'
    (tmp_path / "harbour.toml").write_text(text)
    done = harbour("check", "harbour.toml", "-f", "jsonl", "--no-catalogue", "-j", "2")
    rows = [json.loads(line) for line in done.out.splitlines()]
    (document,) = [row for row in rows if row["type"] == "document"]
    assert (document["media_type"], document["state"]) == ("application/toml", "short")
    (claim,) = [row for row in rows if row["type"] == "claim" and row["extractor"] == "pilot"]
    assert (claim["value"], claim["line"], claim["chosen"]) == ("Ingrid Aas", 2, True)
    assert [row["line"] for row in rows if row["type"] == "finding"] == [1]


def test_tooling_knows_it(harbour):
    done = harbour("explain", "berth-exists")
    assert b"A text names a berth that the harbour does not have." in done.out
    assert harbour("rules", "test", "--coverage").code == 0
    assert b'"berth"' in harbour("rules", "schema").out


def test_a_file_in_the_collection_is_no_plug_in(audit, tmp_path):
    """What is reviewed must not bring code: neither a module nor a distribution beside it."""
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "harbour_audit.py").write_bytes((HERE / "harbour_audit.py").read_bytes())
    copytree(HERE / "harbour_audit-1.0.dist-info", tmp_path / "harbour_audit-1.0.dist-info")
    (tmp_path / "typer.py").write_text("raise SystemExit('code of the collection was run')")
    done = audit("check", "--no-catalogue")
    assert done.code == 2
    assert "audit.yml:4:12: unknown check “berth”" in done.err


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise RuntimeError('no wind')", "RuntimeError: no wind"),
        ("Berth = Log = int", "is not a"),
        ("", "AttributeError"),
    ],
)
def test_a_broken_plug_in_is_named(harbour, tmp_path, code, said):
    done = changed(harbour, tmp_path, code)("check", "log.txt", "--no-catalogue")
    assert done.code == 2
    assert done.clear
    assert "harbour" in done.line
    assert said in done.line


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            "Berth.violation = lambda self, row: 1 / 0",
            "rule berth-exists: check “berth” failed on log.txt: ZeroDivisionError",
        ),
        ("FOUND = 'select'", "rule berth-exists, check “berth”: the engine failed: Parser Error"),
        (
            "Log.write = lambda self, audit, out: 1 / 0",
            "the report “log” failed: ZeroDivisionError",
        ),
    ],
)
def test_a_plug_in_that_fails_at_work_is_named(harbour, tmp_path, change, said):
    code = f"{(HERE / 'harbour_audit.py').read_text()}\n{change}\n"
    command = changed(harbour, tmp_path, code)
    done = command("check", "log.txt", "-f", "log", "--no-catalogue", "-j", "1")
    assert (done.code, done.clear) == (2, True)
    assert said in done.line
    debugged = type(harbour)(cwd=tmp_path, environment={**command.environment, "AUDIT_DEBUG": "1"})
    if "Log" in change:  # one is enough: each costs a process
        assert "Traceback" in debugged("check", "log.txt", "-f", "log", "--no-catalogue").err


def changed(harbour, folder, code):
    """Return the tool beside a plug-in of the same name with other code."""
    broken = folder / "broken"
    broken.mkdir()
    (broken / "harbour_audit.py").write_text(code)
    copytree(HERE / "harbour_audit-1.0.dist-info", broken / "harbour_audit-1.0.dist-info")
    return type(harbour)(cwd=folder, environment={"PYTHONPATH": str(broken)})
