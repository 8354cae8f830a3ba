"""The exit code says the same in every format."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from audit import cli
from audit.registry import members
from audit.reports import Report

FORMATS = sorted(members("audit.reports", Report))
RULES = "audit: 1\nrules: {r: {check: text, forbid: {contains: [eel]}, severity: warning}}\n"
HERONS = "A note about herons.\n"
EEL = "A note about an eel.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "papers").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "papers"


def check(*options):
    return cli.main(["check", "papers", "-j", "1", *options])


def nothing(folder: Path) -> None:
    (folder / "empty").mkdir()


def described(folder: Path) -> None:
    (folder / "a.meta.yml").write_text("title: On eels\n")


def clean(folder: Path) -> None:
    (folder / "a.txt").write_text(HERONS)


def eels(folder: Path) -> None:
    (folder / "a.txt").write_text(EEL)


def outside(folder: Path) -> None:
    (folder / "a.txt").write_text(EEL)
    (folder / "c").symlink_to("/etc/hostname")


def broken(folder: Path) -> None:
    (folder.parent / "audit.yml").write_text("audit: 1\nrules: {r: {check: txt}}\n")
    (folder / "a.txt").write_text(EEL)


Case = tuple[Callable[[Path], None], dict[tuple[str, ...], int]]
CASES: list[Case] = [
    (nothing, {(): 3}),
    (described, {(): 3}),
    (clean, {("--fail-on", "note"): 0}),
    (
        eels,
        {
            (): 0,
            ("--fail-on", "never"): 0,
            ("--fail-on", "warning"): 1,
            ("--fail-on", "note", "--no-such-option"): 2,
        },
    ),
    (outside, {("--fail-on", "warning"): 2, ("--fail-on", "never"): 2}),
    (broken, {("--fail-on", "never"): 2}),
]


@pytest.mark.parametrize(("made", "codes"), CASES, ids=[made.__name__ for made, _ in CASES])
def test_exit_codes(folder, capsys, made, codes):
    """One collection, every format; the catalogue stays, so that only the first run compares."""
    made(folder)
    for options, code in codes.items():
        found = {form: check("-f", form, *options) for form in FORMATS}
        assert found == dict.fromkeys(FORMATS, code), options
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_beside_changes_nothing(folder, tmp_path, capsys):
    eels(folder)
    files = [option for form in FORMATS for option in ("-o", f"{form}={tmp_path / form}")]
    assert check("--fail-on", "note", *files) == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.name in FORMATS) == FORMATS
    assert all((tmp_path / form).stat().st_size for form in FORMATS)


HOSTILE = "::error::x\n::stop-commands::y ]]> [x] \x1b[31m \u202e \udcff\x07.txt"


def test_hostile_names_and_words_in_every_format(folder, capsys):
    """A name cannot forge a command of a CI, and a text cannot end what quotes it."""
    (folder.parent / "audit.yml").write_text(
        RULES.replace("contains: [eel]", "matches: '(?s)An eel.*'").replace("warning", "error")
    )
    words = f"An eel [/x] {HOSTILE}\n::error::z\n\0".encode("utf-8", "surrogateescape")
    with open(os.path.join(folder, HOSTILE), "wb") as file:  # noqa: PTH118, PTH123  # a surrogate
        file.write(words)
    for form in FORMATS:
        assert check("-f", form, "--fail-on", "never") in {0, 2}
        shown = capsys.readouterr().out
        assert not {"\x1b", "\x07", "\0"} & set(shown), form
        obeyed = [line for line in shown.splitlines() if line.startswith(("::error::", "::stop"))]
        assert len(obeyed) == (form == "github"), form


def test_a_regex_bomb_is_named_within_seconds(folder, capsys):
    (folder / "a.txt").write_text("a" * 60 + "bc\n")
    check("--fail-on", "never")  # what is measured is the pattern, not the start
    rule = "{check: text, forbid: {matches: '(a|aa)+c'}}"
    (folder.parent / "audit.yml").write_text(f"audit: 1\nrules: {{bomb: {rule}}}\n")
    capsys.readouterr()
    start = time.process_time()
    assert check() == 2
    assert time.process_time() - start < 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "rule bomb: a pattern ran out of time on a.txt" in said


def test_the_interrupt_is_130():
    assert cli.guarded(lambda: (_ for _ in ()).throw(KeyboardInterrupt)) == 130
