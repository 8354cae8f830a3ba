"""Containers in an audit: their records are documents, and the catalogue keeps up with them."""

import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from audit.model import Finding, PairRecord
from audit.pipeline import audited
from audit.settings import Settings

TEXT = "On the {} of May the harbour office of the town opened its doors at seven sharp.\n"


class Result(NamedTuple):
    read: int
    states: dict[str, str]
    pairs: list[PairRecord]
    findings: list[Finding]


def pack(file: Path, **members: str) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.txt", content)
    os.utime(file, (1_700_000_000, 1_700_000_000))


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "input"
    made.mkdir()
    pack(made / "a.zip", one=TEXT.format("first"), two=TEXT.format("second"))
    (made / "copy.txt").write_text(TEXT.format("first"))
    return made


@pytest.fixture
def run(folder, tmp_path, monkeypatch) -> Callable[[], Result]:
    """Return a function that audits the folder with the catalogue of this test."""
    monkeypatch.chdir(tmp_path)

    def audit() -> Result:
        read = 0

        def watch(_stage: str, done: int, *_sizes: int) -> None:
            nonlocal read
            read = done

        with audited(Settings(paths=("input",), jobs=1), watch) as found:
            states = {document.path: document.state for document in found.documents}
            assert len(states) == len(list(found.documents))
            return Result(read, states, list(found.pairs), list(found.findings))

    return audit


def test_records_are_compared_with_files(run):
    result = run()
    assert result.states == {
        "a.zip": "container",
        "a.zip!/one.txt": "read",
        "a.zip!/two.txt": "read",
        "copy.txt": "read",
    }
    pairs = {(pair.a, pair.b): pair.relation for pair in result.pairs}
    assert pairs["a.zip!/one.txt", "copy.txt"] == "identical"


def test_the_catalogue_follows_containers(run, folder):
    assert run()[1:] == run()[1:]
    pack(folder / "a.zip", one=TEXT.format("first"), three=TEXT.format("third") * 2)
    assert set(run().states) == {"a.zip", "a.zip!/one.txt", "a.zip!/three.txt", "copy.txt"}
    (folder / "a.zip").unlink()
    assert set(run().states) == {"copy.txt"}


def test_what_is_unchanged_is_not_read_again(run, folder):
    before = run()
    assert before.read == 2
    assert run() == before._replace(read=0)
    pack(folder / "a.zip", one=TEXT.format("first"), two=TEXT.format("second"))
    assert run() == before._replace(read=1)


@pytest.mark.skipif(os.name == "nt", reason="the system does not say when a file was changed")
def test_a_file_changed_in_place_with_its_time_put_back_is_read_again(run, folder):
    before = run()
    file = folder / "copy.txt"
    status = file.stat()
    with file.open("r+b") as opened:
        opened.write(TEXT.format("ninth").encode())
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = file.stat()
    same = ("st_size", "st_mtime_ns", "st_ino")
    assert [getattr(after, name) for name in same] == [getattr(status, name) for name in same]
    changed = run()
    assert changed.read == 1
    assert "identical" in {pair.relation for pair in before.pairs}
    assert "identical" not in {pair.relation for pair in changed.pairs}


def test_excluded_records_and_records_in_manifests(run, folder, tmp_path):
    (tmp_path / "audit.yml").write_text(
        "audit: 1\ndocuments: {exclude: ['**/two.txt']}\n"
        "rules: {fixity: {check: fixity, manifest: manifest-sha256.txt, severity: error}}\n"
    )
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in folder.iterdir()
    ]
    (folder / "manifest-sha256.txt").write_text("".join(lines))
    result = run()
    assert "a.zip!/one.txt" in result.states
    assert "a.zip!/two.txt" not in result.states
    assert result.findings == []


def test_a_folder_that_is_called_like_a_container(run, folder):
    (folder / "a.zip!").mkdir()
    (folder / "a.zip!" / "one.txt").write_text("Another text altogether, with words of its own.\n")
    states = run().states
    assert len(states) == 5
    assert {"a.zip!/one.txt", "a.zip!//one.txt"} < set(states)
