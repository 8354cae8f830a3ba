"""What `audit check` can be asked beside the findings, and where results may go."""

import html
import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit.cli.diff import _together
from audit.cli.output import sinks
from audit.errors import UsageError
from audit.reports import Page

FAST = ("-j", "1")
WAIVER = """\
waivers:
  - {rule: eels, paths: [market.txt], reason: It is a recipe., until: 2999-01-31}
"""


@pytest.fixture
def waived(papers):
    with (papers.parent / "audit.yml").open("a") as rules:
        rules.write(WAIVER)
    return papers


@pytest.mark.parametrize("form", ["concise", "full"])
def test_statistics_are_one_row_a_rule(waived, run, form):
    (waived / "c.txt").write_text((waived / "a.txt").read_text())
    shown = run("check", "papers", "--statistics", "-f", form, *FAST)
    assert shown.code == 0
    assert [line.split("\t") for line in shown.out.splitlines()[:3]] == [
        ["findings", "severity", "rule", "documents", "waived", "known"],
        ["0", "error", "eels", "0", "1", "0"],
        ["2", "warning", "copies", "2", "0", "0"],
    ]
    assert "b.txt:1" not in shown.out
    assert "2 warnings; 1 waived" in shown.out


@pytest.mark.parametrize("form", ["concise", "full"])
def test_waived_findings_are_shown_on_demand_with_their_reason(waived, run, form):
    quiet = run("check", "papers", "-f", form, *FAST)
    assert "an eel" not in quiet.out
    shown = run("check", "papers", "-f", form, "--show-waived", *FAST)
    assert shown.code == quiet.code == 0
    said = "market.txt:2:9 error an eel: eel [eels] (waived: It is a recipe.)"
    assert any(line.startswith(said) for line in shown.out.splitlines())
    assert "1 warning; 1 waived" in shown.out


def test_the_gate_is_where_one_puts_it(papers, run):
    codes = [
        run("check", "papers", "--select", "copies", "--fail-on", level, *FAST).code
        for level in ("never", "error", "warning", "note")
    ]
    assert codes == [0, 0, 1, 1]


# Where results go


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "there.json").write_text("{}")
    (tmp_path / "alias.json").symlink_to("there.json")
    (tmp_path / "hard.json").hardlink_to(tmp_path / "there.json")
    return tmp_path


@pytest.mark.parametrize(
    "other",
    [
        "there.json",
        "./there.json",
        "real/../there.json",
        "alias.json",
        "hard.json",
        "{}/there.json",
    ],
)
def test_two_outputs_to_one_file_are_refused_however_it_is_called(folder, other):
    files = ["sarif=there.json", f"junit={other.format(folder)}"]
    with pytest.raises(UsageError, match=r"-o sarif=there\.json goes to that file already"):
        sinks("concise", files, Page())


def test_a_file_that_is_not_there_yet_is_one_file_too(folder):
    with pytest.raises(UsageError, match="goes to that file already"):
        sinks("concise", ["sarif=real/x.json", "gitlab=link/../link/x.json"], Page())
    assert len(sinks("concise", ["sarif=real/x.json", "gitlab=x.json"], Page())) == 3


def test_a_device_may_be_named_twice(folder):
    assert len(sinks("concise", ["sarif=/dev/null", "junit=/dev/null"], Page())) == 3


def test_standard_output_is_for_one_format(folder):
    with pytest.raises(UsageError, match="-o jsonl=-: standard output is for -f; write -f jsonl"):
        sinks("concise", ["jsonl=-"], Page())
    with Path("out.txt").open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "audit", "check", "real", "-o", "jsonl=out.txt"],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    said = "audit: error: -o jsonl=out.txt: standard output goes to that file already"
    assert (done.returncode, done.stderr.strip()) == (2, said)


# Names that mean nothing, and documents that lie far apart


@pytest.mark.parametrize("name", ["", " "])
def test_show_needs_a_name(papers, run, name):
    shown = run("show", name, "papers")
    assert (shown.code, shown.err.count("\n")) == (2, 1)
    assert "DOC is empty; give a path" in shown.err


def test_documents_far_apart_are_compared_without_their_common_folder(folder):
    far = [str(folder / "real" / "a.txt"), "/etc/b.txt"]
    assert not _together(far, "/")
    assert not _together(["/etc/a/x.txt", "/etc/b/y.txt"], "/etc")
    assert not _together(["/x.txt", "/etc/y.txt"], "/")
    assert _together(["/etc/x.txt", "/etc/b/y.txt"], "/etc")
    below = [str(folder / "a" / "x.txt"), str(folder / "b" / "y.txt")]
    assert _together(below, str(folder))
    os.chdir(folder / "real")
    assert not _together(below, str(folder))


def test_diff_says_what_it_left_out(folder, run):
    for name in ("one/a.txt", "two/b.txt"):
        (folder / "far" / name).parent.mkdir(parents=True)
        (folder / "far" / name).write_text(f"A note of {name}.\n")
    os.chdir(folder / "real")
    shown = run("diff", "../far/one/a.txt", "../far/two/b.txt")
    assert shown.code == 0
    assert shown.err == "audit: the two lie far apart: --within FOLDER folds boilerplate\n"


@pytest.mark.parametrize("form", ["concise", "jsonl", "github", "markdown", "sarif"])
def test_a_rule_whose_paths_no_document_fits_is_told(papers, run, form):
    rules = papers.parent / "audit.yml"
    rules.write_text(
        rules.read_text().replace("check: text\n", "check: text\n    paths: [papers/*]\n")
    )
    shown = run("check", "papers", "-f", form, *FAST)
    assert shown.code == 0
    said = "no document fits the paths of the rule eels; they are relative to the path"
    assert said in html.unescape(shown.out)


def test_an_override_whose_paths_no_document_fits_is_told(papers, run):
    with (papers.parent / "audit.yml").open("a") as rules:
        rules.write("overrides:\n  - {paths: [papers/*], rules: {copies: error}}\n")
    shown = run("check", "papers", "-f", "concise", *FAST)
    assert "audit.yml:13:33: no document fits the paths of the override of copies;" in shown.out


def test_rules_without_a_rule_ask_nothing_and_say_so(papers, run):
    (papers.parent / "audit.yml").write_text("audit: 1\n")
    shown = run("check", "papers", "-f", "concise", *FAST)
    assert shown.code == 0
    assert "audit.yml: no rule is in force, so nothing is asked of the documents" in shown.out
    assert "no rule is in force" not in run("check", "papers", "-c", "audit:archive", *FAST).out
