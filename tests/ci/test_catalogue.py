"""What is new for an archive that is not in git: what no clean run has seen yet."""

import json

import pytest

from audit import cli

RULES = "audit: 1\nrules: {eels: {check: text, forbid: {contains: [eel]}, severity: error}}\n"


@pytest.fixture
def archive(tmp_path, monkeypatch):
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "old.txt").write_text("An eel that was always here.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "papers"


@pytest.fixture
def check(capsys):
    def run(*options):
        code = cli.main(
            ["check", "papers", "-f", "jsonl", "-j", "1", "--new-since", "catalogue", *options]
        )
        shown = capsys.readouterr()
        rows = [json.loads(line) for line in shown.out.splitlines()]
        return code, [row["path"] for row in rows if row["type"] == "finding"], shown.err

    return run


def test_what_a_clean_run_has_seen_is_old(archive, check):
    assert check()[:2] == (1, ["old.txt"])
    assert check("--fail-on", "never")[:2] == (0, ["old.txt"])
    assert check()[:2] == (0, [])
    (archive / "new.txt").write_text("A new eel.\n")
    assert check()[:2] == (1, ["new.txt"])
    # To ask again does not help: only what passed is accepted.
    assert check()[:2] == (1, ["new.txt"])
    (archive / "new.txt").write_text("A herring.\n")
    assert check()[:2] == (0, [])


def test_a_change_is_new_and_a_date_is_not(archive, check):
    check("--fail-on", "never")
    (archive / "old.txt").touch()
    assert check()[:2] == (0, [])
    (archive / "old.txt").write_text("An eel that was always here!\n")
    assert check()[:2] == (1, ["old.txt"])


def test_the_file_beside_a_document_counts(archive, check):
    check("--fail-on", "never")
    (archive / "old.meta.yml").write_text("title: The eel\n")
    assert check()[:2] == (1, ["old.txt"])


def test_half_an_audit_accepts_nothing(archive, check):
    (archive / "link").symlink_to("/etc/hostname")
    assert check("--fail-on", "never")[0] == 2
    (archive / "link").unlink()
    assert check()[:2] == (1, ["old.txt"])


def test_it_needs_the_catalogue(archive, check):
    code, _, said = check("--no-catalogue")
    assert (code, "needs the catalogue" in said) == (2, True)


def test_a_list_that_is_damaged_is_named(archive, check):
    check("--fail-on", "never")
    (archive.parent / ".audit" / "accepted.jsonl").write_text("[1\n")
    code, _, said = check()
    assert (code, "accepted.jsonl: not a list of accepted documents" in said) == (2, True)
