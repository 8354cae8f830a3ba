"""What CI systems run is run here as they run it: the hook, the action, the job of GitLab."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
UNDATED = {"papers/new.txt": "Nobody knows when this was written.\n"}


@pytest.fixture
def runner(tmp_path) -> Path:
    """The temporary folder of a runner in which the first step has installed the tool."""
    folder = tmp_path / "runner"
    (folder / "audit" / "bin").mkdir(parents=True)
    (folder / "audit" / "bin" / "audit").symlink_to(BIN / "audit")
    return folder


def step(repository, runner, **inputs):
    """Run the second step of the action by its own words; an input not given has its default."""
    (check,) = [one for one in ACTION["runs"]["steps"] if one["id"] == "check"]
    given = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
    expressions = {f"${{{{ inputs.{name} }}}}": value for name, value in given.items()}
    files = {name: str(runner / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", check["run"]],
        cwd=repository.folder,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(runner),
            "RUNNER_TEMP": str(runner),
            **files,
            **{name: expressions[value] for name, value in check["env"].items()},
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_input_is_pasted_into_a_script():
    for one in ACTION["runs"]["steps"]:
        assert "${{" not in one["run"]
        assert one["shell"] == "bash"


def test_the_action_fails_a_pull_request_for_what_it_adds(pull_request, runner):
    done = step(pull_request, runner, **{"new-since": pull_request.git("rev-parse", "main")})
    assert done.returncode == 1, done.stderr
    errors = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert [line.split(",")[0] for line in errors] == [
        "::error file=papers/a-copy.txt",
        "::error file=papers/undated.txt",
    ]
    assert "undated-before" not in done.stdout
    log = json.loads((runner / "audit.sarif").read_text("utf-8"))
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
    }
    assert uris == {"papers/a-copy.txt", "papers/near-copy.txt", "papers/undated.txt"}
    assert (runner / "GITHUB_OUTPUT").read_text() == f"sarif={runner}/audit.sarif\n"
    assert "## audit: 2 errors, 1 warning" in (runner / "GITHUB_STEP_SUMMARY").read_text("utf-8")


def test_the_action_passes_what_is_clean_and_takes_several_paths(repository, runner):
    base = repository.git("rev-parse", "HEAD")
    repository.commit(
        {"two words/note.txt": "A note.\n", "two words/note.meta.yml": "issued: 2024\n"}
    )
    done = step(repository, runner, paths="papers\ntwo words\n", **{"new-since": base})
    assert (done.returncode, done.stderr) == (0, "")
    assert step(repository, runner, **{"new-since": ""}).returncode == 1
    assert step(repository, runner, **{"new-since": "", "fail-on": "never"}).returncode == 0


def test_the_action_says_what_it_could_not_do(repository, runner):
    done = step(repository, runner, **{"new-since": "0" * 40})
    assert done.returncode == 2
    assert "names no commit here" in done.stderr
    hostile = step(repository, runner, paths="$(touch x); `touch x`", **{"new-since": ""})
    assert hostile.returncode == 2
    assert not (repository.folder / "x").exists()


def hook(repository, name):
    """Run the hook as pre-commit does: its entry, in the top of the work tree, without files."""
    (one,) = [one for one in HOOKS if one["id"] == name]
    assert one["pass_filenames"] is False
    return subprocess.run(
        shlex.split(one["entry"]),
        cwd=repository.folder,
        env={"PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(repository.folder.parent)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_stops_a_commit_that_adds_an_undated_page(repository):
    assert hook(repository, "audit").returncode == 0
    repository.write(UNDATED)
    repository.git("add", "--all")
    done = hook(repository, "audit")
    assert done.returncode == 1
    assert "papers/new.txt:1:1 error" in done.stdout
    assert "undated-before" not in done.stdout
    repository.write({"papers/new.meta.yml": "issued: 2024-05-01\n"})
    assert hook(repository, "audit").returncode == 0


def test_the_hook_of_rules_tries_their_tests(repository):
    tests = "tests: {fails: [eel], passes: [heel]}"
    repository.write({"audit.yml": f"audit: 1\nrules: {{r: {{check: text, {tests}}}}}\n"})
    assert hook(repository, "audit-rules").returncode == 2
    rule = f"{{check: text, forbid: {{contains: [eel]}}, {tests}}}"
    repository.write({"audit.yml": f"audit: 1\nrules: {{r: {rule}}}\n"})
    done = hook(repository, "audit-rules")
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "r: noisy: passes: heel")
