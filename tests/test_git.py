"""Git is asked for what a commit held: many files with one question, and nothing is checked out."""

import os
import subprocess

import pytest

from audit.git import repository

PERSON = ("-c", "user.name=Ada Lund", "-c", "user.email=ada@library.example")


@pytest.fixture
def archive(tmp_path):
    def git(*words):
        command = ["git", *PERSON, *words]
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    (tmp_path / "known").mkdir()
    files = {
        "known/menu.txt": b"Home\nNews\n",
        "known/empty.txt": b"",
        "known/odd\nname.txt": b"\x00\xff blob 7\n\n",
        "other.txt": b"other\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "known" / "link.txt").symlink_to("../other.txt")
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "one")
    (tmp_path / "known" / "menu.txt").write_text("changed since\n")
    return repository(str(tmp_path), "--rules-from"), git("rev-parse", "HEAD"), files


def test_many_files_at_once_are_those_of_the_commit(archive):
    around, commit, files = archive
    found = around.contents(commit, [*files, "known/link.txt", "none.txt"])
    assert found == files
    assert {name: around.content(commit, name) for name in files} == files
    assert around.content(commit, "known/link.txt") is None


def test_nothing_is_asked_for_nothing(archive):
    around, commit, _ = archive
    assert around.contents(commit, []) == {}
    assert around.contents(commit, ["none.txt"]) == {}


def test_what_changed_and_what_was_held(archive):
    around, commit, files = archive
    assert around.changed(commit) == {b"known/menu.txt"}
    assert around.held(commit) == {*map(os.fsencode, files), b"known/link.txt"}


def test_a_file_is_kept_by_whatever_name_it_is_reached(archive, tmp_path):
    around, _, _ = archive
    (tmp_path / "known" / "new.txt").write_text("not yet\n")
    os.link(tmp_path / "other.txt", tmp_path / "OTHER.TXT")  # as where case does not count
    (tmp_path / "way").symlink_to("known")
    for kept in ("other.txt", "OTHER.TXT", "way/menu.txt", "known/link.txt"):
        assert around.tracks(str(tmp_path / kept)), kept
    for free in ("known/new.txt", "way/new.txt", "none.txt"):
        assert not around.tracks(str(tmp_path / free)), free


def test_a_file_of_a_submodule_is_kept(archive, tmp_path):
    around, commit, _ = archive
    git = ["git", *PERSON, "-c", "protocol.file.allow=always"]
    added = ["submodule", "--quiet", "add", str(tmp_path), "known/inner"]
    subprocess.run([*git, *added], cwd=tmp_path, check=True, capture_output=True)
    assert around.commit("HEAD") == commit
    assert around.tracks(str(tmp_path / "known" / "inner" / "other.txt"))
