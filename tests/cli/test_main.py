"""The door of the command line: exit codes, one line an error, a light start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit import cli
from audit.cli.output import deliver, sinks
from audit.cli.progress import Watch
from audit.errors import AuditError, NothingToAudit, UsageError
from audit.reports import Page

HEAVY = ("rich", "numpy", "duckdb", "pyarrow", "yaml", "regex", "msgspec", "audit.model")


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "audit", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )


def test_every_command_has_a_file_and_a_line():
    names = cli.commands()
    assert names[:7] == list(cli.ORDER)
    assert not set(names) & set(cli.SHARED)
    for name in names:
        first = Path(cli.__file__).with_name(f"{name}.py").read_text("utf-8").splitlines()[0]
        assert first.startswith(f'"""`audit {name}`: ')
        assert first.endswith('."""')


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["sources", "-h"]])
def test_help_starts_light_and_fits(arguments):
    code = (
        "import sys; from audit.cli import main; code = main(sys.argv[1:]);"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "80"},
    )
    assert done.stderr == "0 []\n"
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    assert done.stdout.startswith("Usage: audit")


def test_help_names_every_command(capsys):
    assert cli.main([]) == 0
    assert all(f"\n  {name} " in capsys.readouterr().out for name in ["check"])
    assert cli.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name} " in shown for name in cli.commands())
    assert "3 nothing to" in shown


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("audit 0.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Did you mean 'check'? (see `audit --help`)"),
        (["check", "--fail-on", "x"], "(see `audit check --help`)"),
        (["check", "--nonsense"], "No such option: --nonsense"),
        (["check", "--today", "soon"], "--today soon: not a date like 2024-05-12"),
        (["show"], "Missing argument 'DOC'"),
        (["documents", "--limit", "-1"], "--limit"),
    ],
)
def test_bad_usage_is_one_line_and_2(capsys, arguments, said):
    assert cli.main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("audit: error: ")
    assert said in shown.err
    assert shown.err.count("\n") == 1


def raising(error):
    def work():
        raise error

    return cli.guarded(work)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (AuditError("a\x1b[31mb"), 2, "audit: error: a\\x1b[31mb\n"),
        (NothingToAudit("no files"), 3, "audit: error: no files\n"),
        (KeyboardInterrupt(), 130, "audit: error: interrupted\n"),
        (PermissionError(13, "Permission denied", "x"), 2, "audit: error: x: Permission denied\n"),
        (ValueError("one\ntwo"), 2, "audit: error: this is a bug: ValueError: one (AUDIT_DEBUG=1"),
        (ValueError(), 2, "audit: error: this is a bug: ValueError (AUDIT_DEBUG=1"),
    ],
)
def test_every_failure_is_one_line(capfd, monkeypatch, error, code, said):
    monkeypatch.delenv("AUDIT_DEBUG", raising=False)
    assert raising(error) == code
    shown = capfd.readouterr().err
    assert shown.startswith(said)
    assert shown.count("\n") == 1


def test_debugging_shows_where(monkeypatch):
    monkeypatch.setenv("AUDIT_DEBUG", "1")
    with pytest.raises(ValueError, match="one"):
        raising(ValueError("one"))


def test_a_reader_that_went_away_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "audit", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_an_error():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "audit", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_the_module_hands_on_the_exit_code():
    done = run("check", "--nonsense")
    assert (done.returncode, done.stdout) == (2, "")


# Where results go


def test_unknown_formats_are_refused_before_any_work():
    with pytest.raises(
        UsageError, match="there is no format “pdf”; there are concise, csv, full, github"
    ):
        sinks("pdf", [], Page())
    with pytest.raises(UsageError, match="not FORMAT=FILE"):
        sinks("full", ["sarif"], Page())
    assert [sink.file for sink in sinks("full", ["sarif=a=b.json"], Page())] == ["", "a=b.json"]


def test_a_file_is_whole_or_not_there(tmp_path):
    file = tmp_path / "report.jsonl"
    file.write_text("old")

    def half(out):
        out.write("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver("jsonl", half, str(file))
    assert file.read_text() == "old"
    deliver("jsonl", lambda out: out.write("é\n"), str(file))
    assert file.read_bytes() == "é\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.jsonl"]


def test_a_link_is_followed_and_stays(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    deliver("jsonl", lambda out: out.write("new"), str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_file_that_cannot_be_written_is_one_line(tmp_path):
    with pytest.raises(AuditError, match=r"cannot write .*: No such file or directory"):
        deliver("jsonl", lambda out: out.write("x"), str(tmp_path / "none" / "x"))
    with pytest.raises(AuditError, match="cannot write"):
        deliver("jsonl", lambda out: out.write("x"), str(tmp_path))


def test_a_device_is_written_and_not_replaced():
    deliver("jsonl", lambda out: out.write("x"), os.devnull)
    assert not Path(os.devnull).is_file()


def test_progress_is_quiet_without_a_terminal(capsys):
    watch = Watch(drawn=False, told=False)
    watch("reading", 1, 2, 10, 20)
    watch.stop()
    assert capsys.readouterr().err == ""
    watch = Watch(drawn=False, told=True)
    watch("reading", 1, 2, 10, 20)
    watch("reading", 2, 2, 20, 20)
    assert capsys.readouterr().err == "audit: reading, 2 documents, 20 bytes\n"


def test_a_working_directory_that_is_gone_is_named(tmp_path, monkeypatch, capsys):
    """Another program removed it, or it lay on a disk that was taken out."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for arguments in (["check"], ["documents", str(tmp_path)], ["rules", "list"]):
        assert cli.main(arguments) == 2
        said = "audit: error: the working directory is gone; change to one that exists\n"
        assert capsys.readouterr().err == said
    assert cli.main(["--version"]) == 0


def test_names_of_files_are_utf_8_in_every_locale(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "brève.txt").write_text("The ferry to the museum leaves at noon.\n")
    (tmp_path / "audit.yml").write_text(
        "audit: 1\nrules:\n  ferry:\n    check: text\n    paths: [brève.txt]\n"
        "    forbid: {contains: [ferry]}\n    severity: error\n",
        "utf-8",
    )
    old = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    check = ("check", "papers", "-f", "concise", "--no-catalogue")
    done = run(*check, cwd=tmp_path, encoding="utf-8", env={**os.environ, **old})
    assert (done.returncode, done.stdout.splitlines()[0], done.stderr) == (
        1,
        "brève.txt:1:5 error “ferry” [ferry]",
        "",
    )
