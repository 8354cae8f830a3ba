import hashlib

import pytest

from audit import cli
from audit.checks.fixity import Fixity


@pytest.fixture
def collection(world):
    world.document(1, "same.txt", sha256="aa")
    world.document(2, "changed.txt", sha256="bb")
    world.document(3, "new name.txt", sha256="cc")
    world.document(4, "extra.txt", sha256="dd")
    world.document(5, "manifest-sha256.txt", sha256="ee")
    lines = [("same.txt", "AA"), ("changed.txt", "b0"), ("old name.txt", "cc"), ("gone.txt", "ff")]
    for line, (path, digest) in enumerate(lines, 1):
        world.add("expected", line=line, path=path, digest=digest)
    return world


def test_every_state(collection):
    assert sorted(collection.said(Fixity())) == [
        ("changed.txt", 1, "modified: changed.txt is not what the manifest says: bb, not b0"),
        ("extra.txt", 1, "unlisted: extra.txt is in no manifest"),
        ("manifest-sha256.txt", 3, "moved: old name.txt is now new name.txt"),
        ("manifest-sha256.txt", 4, "missing: gone.txt is in the manifest but not here"),
    ]


def test_unlisted_files_may_be_let_through(collection):
    states = [one.values["state"] for one in collection.ask(Fixity(unlisted=False))]
    assert sorted(states) == ["missing", "modified", "moved"]


def test_without_a_manifest_nothing_is_broken(world):
    world.document(1, "a.txt")
    assert world.ask(Fixity()) == []


def test_another_manifest_is_not_asked(collection):
    assert collection.ask(Fixity(manifest="other.txt")) == []


def test_digests_that_cannot_be_compared_are_said_once(world):
    world.document(1, "a.txt")
    world.document(2, "b.txt")
    for line, path in enumerate(("a.txt", "b.txt"), 1):
        world.add("expected", line=line, path=path, algorithm="md5", digest="00")
    (one,) = world.ask(Fixity())
    assert (one.values["state"], one.location.path, one.location.line) == (
        "unverified", "manifest-sha256.txt", 1,
    )  # fmt: skip


def test_a_second_algorithm_beside_sha256_is_no_matter(collection):
    collection.add("expected", line=9, path="same.txt", algorithm="md5", digest="00")
    assert "unverified" not in [one.values["state"] for one in collection.ask(Fixity())]


def test_a_name_with_braces_is_only_a_name(world):
    world.document(1, "a.txt")
    world.add("expected", line=1, path="{actual}.txt", digest="00")
    assert world.said(Fixity(unlisted=False))[0][2] == (
        "missing: {actual}.txt is in the manifest but not here"
    )


def test_listed_files_that_are_no_documents_are_looked_at(tmp_path, monkeypatch, capsys):
    """They were called missing, though they lay there."""
    monkeypatch.chdir(tmp_path)
    rules = "audit: 1\nrules: {whole: {check: fixity, manifest: list.sha256, severity: error}}\n"
    (tmp_path / "audit.yml").write_text(rules)
    files = {
        "a.txt": "The crane comes down.\n",
        "a.meta.yml": "title: The crane\n",
        "metadata.csv": "path,issued\na.txt,2024-05-17\n",
        "bag/bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag/bag-info.txt": "Source-Organization: Town Museum\n",
        "bag/data/b.txt": "The tide mill turns.\n",
    }
    lines = ""
    for name, text in files.items():
        file = tmp_path / "papers" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        lines += f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n"
    (tmp_path / "papers" / "list.sha256").write_text(lines)
    asked = ["check", "papers", "-j", "1", "--no-catalogue", "-f", "concise"]
    assert cli.main(asked) == 0, capsys.readouterr().out
    (tmp_path / "papers" / "metadata.csv").write_text("path,issued\na.txt,2024-05-18\n")
    assert cli.main(asked) == 1


@pytest.mark.parametrize("algorithm", ["md5", "sha512"])
def test_listed_files_that_are_no_documents_are_looked_at_by_any_digest(
    algorithm, tmp_path, monkeypatch, capsys
):
    """A changed table was let through where it had no SHA-256."""
    monkeypatch.chdir(tmp_path)
    rules = f"audit: 1\nrules: {{whole: {{check: fixity, manifest: list.{algorithm}}}}}\n"
    (tmp_path / "audit.yml").write_text(rules)
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text("The crane comes down.\n")
    table = "path,issued\na.txt,2024-05-17\n"
    (papers / "metadata.csv").write_text(table)
    digest = hashlib.new(algorithm, table.encode()).hexdigest()
    (papers / f"list.{algorithm}").write_text(f"{digest}  metadata.csv\n")
    asked = ["check", "papers", "-j", "1", "--no-catalogue", "-f", "concise"]
    cli.main(asked)
    said = capsys.readouterr().out
    assert "metadata.csv" not in said
    assert "unlisted: a.txt is in no manifest" in said
    (papers / "metadata.csv").write_text(table.replace("17", "18"))
    cli.main(asked)
    assert "metadata.csv is not what the manifest says" in capsys.readouterr().out


def test_what_is_listed_is_missed_where_nothing_at_all_is_left(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rules = "audit: 1\nrules: {whole: {check: fixity, manifest: list.sha256, severity: error}}\n"
    exclude = 'documents: {exclude: ["*.sha256"]}\n'
    (tmp_path / "audit.yml").write_text(rules + exclude)
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "list.sha256").write_text(f"{'0' * 64}  letter.txt\n")
    (papers / "letter.meta.yml").write_text("title: To the harbour master\n")
    assert cli.main(["check", "papers", "-j", "1", "--no-catalogue"]) == 1
    assert "letter.txt is in the manifest but not here" in capsys.readouterr().out
