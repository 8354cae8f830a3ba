"""A pull request is judged by itself: compared with everything, by the rules of its base."""

import hashlib
import subprocess
import sys

import pytest

from audit import cli

DATED = "issued: 2024-04-02\n"
FOUND = [
    ("date-stated", "papers/undated.txt"),
    ("exact-duplicate", "papers/a-copy.txt"),
    ("near-duplicate", "papers/near-copy.txt"),
]


def test_everything_is_found_without_a_base(pull_request, run):
    code, found, _ = run()
    assert code == 1
    assert ("date-stated", "papers/undated-before.txt") in found


def test_only_what_a_pull_request_adds_is_reported(pull_request, run):
    code, found, said = run("--new-since", "main")
    # The copy sorts before the document that it copies; being new, it is the one accused.
    assert sorted(set(found)) == FOUND
    assert code == 1
    assert "4 new or changed documents since main (" in said
    assert "findings on others are not reported" in said


def test_a_waiver_of_what_was_not_asked_is_not_called_idle(pull_request, run):
    rules = pull_request.folder / "audit.yml"
    excuse = "reason: It was never dated., until: 2999-01-01"
    waiver = f"waivers: [{{rule: date-stated, paths: [papers/undated-before.txt], {excuse}}}]\n"
    rules.write_text(rules.read_text() + waiver)
    assert "excuses nothing" not in run("--new-since", "main")[2]


def test_main_may_move_on(pull_request, run):
    pull_request.git("switch", "--quiet", "main")
    pull_request.commit({"papers/later.txt": "Something else was merged meanwhile.\n"})
    pull_request.git("switch", "--quiet", "intake")
    assert sorted(set(run("--new-since", "main")[1])) == FOUND


def test_a_clean_pull_request_passes_whatever_was_there_before(repository, run):
    repository.commit({"papers/clean.txt": "Nothing but a note.\n", "papers/clean.meta.yml": DATED})
    assert run()[0] == 1
    assert run("--new-since", "HEAD~1")[:2] == (0, [])


def test_work_that_is_not_committed_counts(repository, run):
    repository.write({"papers/new.txt": "Nobody knows when this was written.\n"})
    assert run("--new-since", "HEAD")[:2] == (1, [("date-stated", "papers/new.txt")])
    repository.git("add", "--all")
    assert run("--new-since", "HEAD")[:2] == (1, [("date-stated", "papers/new.txt")])


def test_what_git_ignores_is_a_document_all_the_same(repository, run):
    repository.write({".gitignore": "*.txt\n", "papers/new.txt": "Nobody knows when.\n"})
    assert ("date-stated", "papers/new.txt") in run("--new-since", "HEAD")[1]


@pytest.mark.parametrize("how", ["changed", "removed", "renamed", "document"])
def test_what_is_changed_is_new(repository, run, how):
    papers = repository.folder / "papers"
    if how == "changed":
        (papers / "crane.meta.yml").write_text("title: The crane\n")
    elif how == "removed":
        (papers / "crane.meta.yml").unlink()
    elif how == "renamed":
        repository.git("mv", "papers/undated-before.txt", "papers/crane.md.txt")
    else:
        (papers / "undated-before.txt").write_text("It was rewritten, and still has no date.\n")
    repository.commit({})
    ((rule, path),) = run("--new-since", "HEAD~1")[1]
    assert rule == "date-stated"
    wanted = {"renamed": "crane.md.txt", "document": "undated-before.txt"}.get(how, "crane.txt")
    assert path == f"papers/{wanted}"


def test_a_subfolder_is_enough(pull_request, run):
    inside = [(rule, path.removeprefix("papers/")) for rule, path in FOUND]
    config = ("-c", "../audit.yml")
    folder = pull_request.folder / "papers"
    assert sorted(set(run("--new-since", "main", *config, folder=folder)[1])) == inside
    assert sorted(set(run("papers", "--new-since", "main")[1])) == inside


def test_names_may_hold_anything(repository, run):
    name = "papers/a\nb “ü” [x] \\x41.txt"
    repository.commit({name: "Nobody knows when this was written.\n"})
    ((_, path),) = run("--new-since", "HEAD~1")[1]
    assert path.startswith("papers/a\nb “ü” [x] ")
    assert run("--new-since", "HEAD")[:2] == (0, [])


def test_a_hook_of_git_may_call_it(repository, run):
    """Git sets paths for its hooks that are true at the top of the work tree only."""
    hook = repository.folder / ".git" / "hooks" / "pre-commit"
    command = f"{sys.executable} -m audit check papers -c audit.yml --new-since HEAD -j 1"
    hook.write_text(f"#!/bin/sh\nexec {command} --no-catalogue -f concise >&2\n")
    hook.chmod(0o755)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        repository.commit({"papers/new.txt": "Nobody knows when this was written.\n"})
    assert "new.txt:1:1 error" in refused.value.stderr
    assert "undated-before" not in refused.value.stderr


# What cannot be answered is said in one line, with exit code 2


def test_a_shallow_clone_is_told_what_to_fetch(pull_request, run, tmp_path):
    clone = tmp_path / "clone"
    origin = f"file://{pull_request.folder}"
    pull_request.git("clone", "--quiet", "--depth", "1", "--branch", "intake", origin, str(clone))
    for ref in ("origin/main", pull_request.git("rev-parse", "main")):
        code, _, said = run("--new-since", ref, folder=clone)
        assert code == 2
        assert "fetch-depth: 0" in said
        assert said.strip().count("\n") == 0


def test_a_shallow_base_without_a_merge_base(pull_request, run, tmp_path):
    clone = tmp_path / "clone"
    origin = f"file://{pull_request.folder}"
    pull_request.git(
        "clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "intake",
        origin, str(clone),
    )  # fmt: skip
    code, _, said = run("--new-since", "origin/main", folder=clone)
    assert (code, "no commit in common" in said, "fetch-depth: 0" in said) == (2, True, True)


def test_unrelated_histories_are_not_called_shallow(repository, run):
    repository.git("switch", "--quiet", "--orphan", "other")
    repository.commit({"papers/x.txt": "x\n"})
    code, _, said = run("--new-since", "main")
    assert (code, "no commit in common" in said, "fetch-depth" in said) == (2, True, False)


@pytest.mark.parametrize("ref", ["nothing", "--output=x", "HEAD:audit.yml", "main..intake", ""])
def test_a_ref_that_is_none(repository, run, ref):
    code, _, said = run(f"--new-since={ref}")
    if ref:
        assert code == 2
        assert "names no commit here" in said
    else:
        assert code == 1  # an empty variable of a CI asks for everything
    assert not (repository.folder / "x").exists()


def test_a_ref_that_is_none_is_said_before_a_document_is_read(repository, monkeypatch, capsys):
    monkeypatch.chdir(repository.folder)
    assert cli.main(["check", "--new-since", "nothing", "-j", "1"]) == 2
    assert "names no commit here" in capsys.readouterr().err
    assert not (repository.folder / ".audit").exists()


@pytest.mark.parametrize("option", ["--new-since", "--rules-from"])
def test_a_folder_that_is_in_no_repository(run, tmp_path, option):
    folder = tmp_path / "loose"
    folder.mkdir()
    (folder / "a.txt").write_text("one\n")
    code, _, said = run(option, "main", folder=folder)
    assert (code, said.strip().count("\n")) == (2, 0)
    assert "is in no git repository" in said


def test_a_repository_without_a_commit(run, tmp_path, repository):
    folder = tmp_path / "young"
    folder.mkdir()
    (folder / "a.txt").write_text("one\n")
    repository.git("init", "--quiet", str(folder))
    assert run("--new-since", "HEAD", folder=folder)[0] == 2


def test_nothing_is_checked_out_or_written(pull_request, run):
    before = pull_request.git("status", "--porcelain", "--ignored")
    run("--new-since", "main", "--rules-from", "main")
    after = pull_request.git("status", "--porcelain", "--ignored")
    assert after == before
    assert (pull_request.folder / "papers" / "clean.txt").exists()


# The rules of the base


def test_a_pull_request_cannot_excuse_itself(pull_request, run):
    path = pull_request.folder / "audit.yml"
    excuse = "    reason: because\n    until: 2999-01-01\n"
    waiver = f'waivers:\n  - rule: date-stated\n    paths: ["**"]\n{excuse}'
    path.write_text(path.read_text().replace("severity: error", "severity: off") + waiver)
    pull_request.commit({})
    assert run("--new-since", "main")[0] == 0
    code, found, said = run("--new-since", "main", "--rules-from", "main")
    assert (code, sorted(set(found))) == (1, FOUND)
    assert "audit.yml is not that of main (" in said
    assert "its changes count once they are merged" in said


def test_a_nearer_rules_file_or_none_at_all_changes_nothing(pull_request, run):
    pull_request.commit({"papers/audit.yml": "audit: 1\n"})
    (pull_request.folder / "audit.yml").unlink()
    pull_request.commit({})
    inside = [(rule, path.removeprefix("papers/")) for rule, path in FOUND]
    code, found, said = run("papers", "--new-since", "main", "--rules-from", "main")
    assert (code, sorted(set(found))) == (1, inside)
    assert "audit.yml is not that of main" in said


def test_what_the_rules_extend_comes_from_the_base_too(repository, run):
    rules = "audit: 1\nextends: [./more/local.yml]\ndocuments: {include: ['**/*.txt']}\n"
    more = "audit: 1\nextends: [./deeper.yml]\n"
    deeper = "audit: 1\nrules: {r: {check: text, forbid: {contains: [secret]}, severity: error}}\n"
    repository.commit({"audit.yml": rules, "more/local.yml": more, "more/deeper.yml": deeper})
    repository.commit({"more/deeper.yml": "audit: 1\n", "papers/new.txt": "the secret eel\n"})
    assert run("--new-since", "HEAD~1")[0] == 0
    code, found, said = run("--new-since", "HEAD~1", "--rules-from", "HEAD~1")
    assert (code, found) == (1, [("r", "papers/new.txt")])
    assert "more/deeper.yml is not that of HEAD~1" in said


def test_known_text_comes_from_the_base_too(pull_request, run):
    """Else a request could declare what it copies to be known, and be excused."""
    pull_request.git("switch", "--quiet", "main")
    rules = pull_request.folder / "audit.yml"
    text = rules.read_text().replace("rules:", "boilerplate: [known/*.txt]\nrules:")
    text = text.replace('["**/*.txt"]', '["papers/*.txt"]')
    pull_request.commit({"audit.yml": text, "known/menu.txt": "Home\nNews\nContact\n"})
    pull_request.git("switch", "--quiet", "intake")
    pull_request.git("merge", "--quiet", "--no-edit", "main")
    near = (pull_request.folder / "papers" / "near-copy.txt").read_text()
    pull_request.commit({"known/menu.txt": near})
    assert ("near-duplicate", "papers/near-copy.txt") not in run("--new-since", "main")[1]
    code, found, said = run("--new-since", "main", "--rules-from", "main")
    assert (code, sorted(set(found))) == (1, FOUND)
    assert "known/menu.txt is not that of main" in said


def test_mistakes_in_the_base_are_located(repository, run):
    repository.commit({"audit.yml": "audit: 1\nrules: {r: {check: txt}}\n"})
    code, _, said = run("--rules-from", "HEAD")
    assert code == 2
    assert "audit.yml of HEAD:2:" in said


def test_a_base_without_rules_is_refused(repository, run):
    repository.git("rm", "--quiet", "audit.yml")
    repository.commit({})
    repository.commit({"audit.yml": "audit: 1\n"})
    code, _, said = run("--rules-from", "HEAD~1")
    assert code == 2
    assert "that commit holds no audit.yml" in said


def test_a_link_is_no_rules_file(repository, run):
    (repository.folder / "audit.yml").unlink()
    (repository.folder / "audit.yml").symlink_to("papers/crane.txt")
    repository.commit({})
    assert run("--rules-from", "HEAD")[0] == 2


def test_a_baseline_comes_from_the_base_too(repository, run):
    repository.commit({"audit-baseline.jsonl": '{"type":"baseline","format":2}\n'})
    repository.commit({"papers/new.txt": "Nobody knows when this was written.\n"})
    options = ("--rules-from", "HEAD~1", "--baseline", "audit-baseline.jsonl")
    assert run("--new-since", "HEAD~1", *options)[:2] == (1, [("date-stated", "papers/new.txt")])
    code, _, said = run("--rules-from", "HEAD~2", "--baseline", "audit-baseline.jsonl")
    assert (code, "holds no baseline" in said) == (2, True)


def fixity(repository, digests):
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    repository.write({"manifest-sha256.txt": lines})


def test_what_was_listed_stays_listed(repository, run):
    def digest(text):
        return hashlib.sha256(text.encode()).hexdigest()

    rules = "audit: 1\ndocuments: {include: ['**/*.txt'], exclude: [manifest-sha256.txt]}\n"
    rules += "rules:\n  fixity: {check: fixity, manifest: manifest-sha256.txt, severity: error}\n"
    before = {"papers/one.txt": "One.\n", "papers/two.txt": "Two.\n"}
    repository.git("rm", "--quiet", "-r", "papers")
    fixity(repository, {path: digest(text) for path, text in before.items()})
    repository.commit({"audit.yml": rules, **before})
    assert run()[:2] == (0, [])
    # A document comes with its line, another was changed together with its line, one went.
    after = {"papers/one.txt": "One, improved.\n", "papers/three.txt": "Three.\n"}
    fixity(repository, {path: digest(text) for path, text in after.items()})
    repository.git("rm", "--quiet", "papers/two.txt")
    repository.commit(after)
    assert run("--new-since", "HEAD~1")[:2] == (0, [])
    code, found, _ = run("--new-since", "HEAD~1", "--rules-from", "HEAD~1")
    assert (code, found) == (1, [("fixity", "manifest-sha256.txt"), ("fixity", "papers/one.txt")])


def test_a_row_that_lost_its_date_makes_its_document_new(repository, run):
    papers = repository.folder / "papers"
    table = "path,issued,title\nundated-before.txt,2024-05-17,Before\n"
    repository.commit({"papers/metadata.csv": table})
    assert run("--new-since", "HEAD")[1] == []
    (papers / "metadata.csv").write_text(table.replace("2024-05-17", ""))
    repository.commit({})
    assert run("--new-since", "HEAD~1")[1] == [("date-stated", "papers/undated-before.txt")]


@pytest.mark.parametrize("link", [False, True])
def test_a_catalogue_that_is_committed_is_not_believed(pull_request, capsys, monkeypatch, link):
    monkeypatch.chdir(pull_request.folder)
    assert cli.main(["check", "papers", "-j", "1", "-q", "--fail-on", "never"]) == 0
    made = pull_request.folder / ".audit"
    if link:
        made = made.rename(pull_request.folder / "data")
        (pull_request.folder / ".audit").symlink_to("data")
    pull_request.git("add", "--force", f"{made.name}/catalogue.duckdb")
    pull_request.git("commit", "--message", "a catalogue of my own")
    capsys.readouterr()
    assert cli.main(["check", "papers", "-j", "1", "--new-since", "main"]) == 2
    assert "catalogue.duckdb: this catalogue is kept in git" in capsys.readouterr().err
    assert cli.main(["check", "papers", "-j", "1", "--rules-from", "main"]) == 2
    assert "catalogue.duckdb: this catalogue is kept in git" in capsys.readouterr().err
    assert cli.main(["check", "papers", "-j", "1", "--new-since", "main", "--no-catalogue"]) == 1
