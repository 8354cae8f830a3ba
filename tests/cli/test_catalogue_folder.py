"""Where the catalogue is kept: beside the rules, or in a folder that is named."""

import pytest

from audit import cli


@pytest.fixture
def papers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "tide.txt").write_text("The tide mill turns again on Sundays.\n")
    return folder


def check(*options):
    return cli.main(["check", "papers", "-j", "1", "-q", "--fail-on", "never", *options])


def test_it_lies_in_the_folder_that_is_named(papers, tmp_path):
    assert check("--catalogue", "kept/here") == 0
    assert (tmp_path / "kept" / "here" / "catalogue.duckdb").stat().st_size
    assert (tmp_path / "kept" / "here" / ".gitignore").read_text() == "*\n"
    assert not (tmp_path / ".audit").exists()


def test_a_folder_that_is_there_is_left_as_it_is(papers, tmp_path):
    assert check("--catalogue", ".") == 0
    assert not (tmp_path / ".gitignore").exists()
    assert (tmp_path / "catalogue.duckdb").exists()


def test_it_may_not_lie_among_the_documents(papers, capsys):
    assert check("--catalogue", "papers/kept") == 2
    assert "--catalogue papers/kept: lies among the documents" in capsys.readouterr().err
    assert check("--catalogue", "papers/.audit") == 0
    assert check("--catalogue", "papers/.audit") == 0


def test_none_is_kept_where_none_is_wanted(papers, tmp_path):
    assert check("--catalogue", "kept", "--no-catalogue") == 0
    assert not (tmp_path / "kept").exists()


def test_it_may_not_lie_among_documents_that_lie_in_a_folder_of_its_name(papers, capsys):
    inner = papers / ".audit" / "letters"
    inner.mkdir(parents=True)
    (inner / "tide.txt").write_text("The tide mill turns again on Sundays.\n")
    kept = str(inner / "kept")
    assert cli.main(["check", str(inner), "-j", "1", "--catalogue", kept]) == 2
    assert "lies among the documents" in capsys.readouterr().err


def test_a_link_to_itself_is_no_folder(papers, tmp_path, capsys):
    (tmp_path / "ring").symlink_to("ring")
    assert check("--catalogue", "ring/kept") == 2
    assert "the catalogue cannot be kept here (" in capsys.readouterr().err


def test_the_first_run_says_what_the_second_says(papers, monkeypatch, capsys):
    (papers / "audit.yml").write_text("audit: 1\nrules: {copies: {check: duplicate}}\n")
    monkeypatch.chdir(papers)
    said = [(cli.main(["check", "-j", "1", "-f", "jsonl"]), capsys.readouterr().out) for _ in "ab"]
    assert (papers / ".audit" / "catalogue.duckdb").exists()
    assert said[0] == said[1]
