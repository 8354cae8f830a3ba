"""The exit code says the same in every format."""

import pytest

from audit import cli
from audit.registry import members
from audit.reports import Report

FORMATS = sorted(members("audit.reports", Report))
RULES = "audit: 1\nrules: {r: {check: text, forbid: {contains: [eel]}, severity: warning}}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "papers").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "papers"


def check(*options):
    return cli.main(["check", "papers", "--no-catalogue", "-j", "1", *options])


@pytest.mark.parametrize("form", FORMATS)
def test_exit_codes(folder, form, capsys):
    assert check("-f", form) == 3
    (folder / "a.txt").write_text("A note about herons.\n")
    assert check("-f", form) == 0
    (folder / "b.txt").write_text("A note about an eel.\n")
    assert check("-f", form) == 0
    assert check("-f", form, "--fail-on", "warning") == 1
    (folder / "c").symlink_to("/etc/hostname")
    assert check("-f", form, "--fail-on", "warning") == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_beside_changes_nothing(folder, tmp_path, capsys):
    (folder / "b.txt").write_text("A note about an eel.\n")
    files = [option for form in FORMATS for option in ("-o", f"{form}={tmp_path / form}")]
    assert check("--fail-on", "note", *files) == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.name in FORMATS) == FORMATS
    assert all((tmp_path / form).stat().st_size for form in FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_names_and_words_in_every_format(folder, form, capsys):
    """A name cannot forge a command of a CI, and a text cannot end what quotes it."""
    (folder / "::error::x\n::stop-commands::y ]]> [x] \x1b[31m.txt").write_text("An eel\n")
    assert check("-f", form, "--fail-on", "never") == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert not [line for line in shown.splitlines() if line.startswith("::error::x")]


def test_a_regex_bomb_is_named_within_seconds(folder, capsys):
    (folder / "a.txt").write_text("a" * 60 + "bc\n")
    rule = "{check: text, forbid: {matches: '(a|aa)+c'}}"
    (folder.parent / "audit.yml").write_text(f"audit: 1\nrules: {{bomb: {rule}}}\n")
    assert check() == 2
    assert "bomb" in capsys.readouterr().err


def test_the_interrupt_is_130():
    assert cli.guarded(lambda: (_ for _ in ()).throw(KeyboardInterrupt)) == 130
