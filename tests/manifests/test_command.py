"""`audit manifest` as a person types it: what is printed, and which exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit.cli import main
from audit.cli.manifest import Style
from audit.manifests import Style as Known


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def run(*words):
        code = main(["manifest", *words])
        said = capsys.readouterr()
        return code, said.out or said.err.rstrip("\n")

    return run


def test_a_year_in_the_life_of_a_list(run, tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text(name)
    assert run("write", "-o", "SHA256SUMS") == (0, "audit: SHA256SUMS: 3 files, 3 bytes")
    ok = "3 listed, 3 here: 3 ok, 0 modified, 0 moved, 0 missing, 0 new, 0 unreadable\n"
    assert run("verify", "SHA256SUMS") == (0, ok)
    (tmp_path / "a").write_text("A")
    (tmp_path / "b").rename(tmp_path / "\x1b[31mb")
    (tmp_path / "c").unlink()
    (tmp_path / "d").write_text("d")
    code, out = run("verify", "SHA256SUMS", "-f", "concise")
    assert code == 1
    assert out.splitlines() == [
        "modified   a",
        "missing    c",
        r"moved      \x1b[31mb (was b)",
        "new        d",
        "3 listed, 3 here: 0 ok, 1 modified, 1 moved, 1 missing, 1 new, 0 unreadable",
    ]
    code, out = run("verify", "SHA256SUMS", "-f", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert rows[0]["type"] == "run"
    assert [row["state"] for row in rows[1:]] == ["moved", "modified", "missing", "new"]


def test_bagit_style_writes_beside_the_files_and_never_twice(run, tmp_path):
    (tmp_path / "a").write_text("a")
    assert run("write", "--style", "bagit", "-a", "sha512")[0] == 0
    assert (tmp_path / "manifest-sha512.txt").is_file()
    code, message = run("write", "--style", "bagit", "-a", "sha512")
    assert (code, message.endswith("it exists already; --force replaces it")) == (2, True)
    assert run("write", "--style", "bagit", "-a", "sha512", "--force")[0] == 0
    assert run("verify", ".")[0] == 0


def test_exit_codes_tell_causes_apart(run, tmp_path):
    assert run("write")[0] == 3
    (tmp_path / "list").write_text("")
    assert run("verify", "list")[0] == 2
    (tmp_path / "list").write_text(f"{'0' * 64}  a\n")
    assert run("verify", "list")[0] == 1
    (tmp_path / "a").symlink_to("list")
    assert run("verify", "list")[0] == 2
    assert run("verify", "gone")[0] == 2
    assert run("verify", "list", "gone") == (2, "audit: error: gone: it is not a folder")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks the system for its file")
def test_a_list_redirected_into_its_own_folder_does_not_list_itself(tmp_path):
    (tmp_path / "a").write_text("a")
    with (tmp_path / "list").open("wb") as out:
        command = [sys.executable, "-m", "audit", "manifest", "write"]
        subprocess.run(command, cwd=tmp_path, stdout=out, check=True)
    assert [line[66:] for line in (tmp_path / "list").read_text().splitlines()] == ["a"]


def test_the_option_knows_every_style():
    assert [str(style) for style in Style] == [str(style) for style in Known]
