"""What an audit writes among the documents: never in place of one, and never one itself."""

import json

import pytest

FAST = ("-q", "-j", "1", "--no-catalogue")
FORMATS = "concise full jsonl sarif junit github gitlab rdjson markdown csv jsonld"


@pytest.fixture
def folder(papers, monkeypatch):
    monkeypatch.chdir(papers)
    (papers.parent / "audit.yml").unlink()
    return papers


@pytest.mark.parametrize("form", FORMATS.split())
def test_a_report_is_no_document_and_is_written_again(folder, run, form):
    first = run("check", "-f", "jsonl", "-o", f"{form}=report.txt", *FAST)
    old = (folder / "report.txt").read_bytes()
    second = run("check", "-f", "jsonl", "-o", f"{form}=report.txt", *FAST)
    assert (first.code, second.code) == (0, 0), second.err
    assert (folder / "report.txt").read_bytes() == old
    assert "report.txt" not in second.out


@pytest.mark.parametrize("form", FORMATS.split())
def test_a_report_never_takes_the_place_of_a_document(folder, run, form):
    old = (folder / "market.txt").read_bytes()
    shown = run("check", "-f", "jsonl", "-o", f"{form}=market.txt", *FAST)
    assert (shown.code, shown.out) == (2, "")
    assert f"-o {form}=market.txt: is a document, and no older report" in shown.err
    assert (folder / "market.txt").read_bytes() == old


def test_an_empty_file_and_one_outside_are_replaced(folder, run):
    (folder / "made.txt").touch()
    (folder.parent / "old.txt").write_text("something of yesterday\n")
    files = ("-o", "sarif=made.txt", "-o", "jsonl=../old.txt")
    assert run("check", "-f", "concise", *files, *FAST).code == 0
    assert json.loads((folder / "made.txt").read_text())["runs"]
    assert (folder.parent / "old.txt").read_text().startswith('{"type":"run"')


@pytest.mark.parametrize("name", ["audit-baseline.jsonl", "known.jsonl"])
def test_a_baseline_among_the_documents_is_none(folder, run, name):
    assert run("baseline", "--file", name, "--accept-new", *FAST).code == 0
    again = run("baseline", "--file", name, *FAST)
    assert (again.code, again.out.splitlines()[-1]) == (0, "+0 / -0")
    shown = run("check", "--baseline", name, "-f", "jsonl", "--fail-on", "note", *FAST)
    assert shown.code == 0
    assert name not in shown.out
