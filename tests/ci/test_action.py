"""What CI systems run is run here as they run it: the hook, the action, the job of GitLab."""

import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from audit import cli, version

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
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(runner),
        "RUNNER_TEMP": str(runner),
        **files,
        **{name: expressions[value] for name, value in check["env"].items()},
    }
    return bash(check["run"], repository.folder, environment, check=False)


def bash(script, cwd, environment, *, check=True):
    """Run *script* as GitHub does."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=check,
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
    standard = ROOT / "tests" / "reports" / "sarif-schema-2.1.0.json"
    jsonschema.Draft4Validator(json.loads(standard.read_text("utf-8"))).validate(log)
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
    done = step(repository, runner, **{"new-since": "", "fail-on": "never"})
    assert done.returncode == 0
    assert "::error file=papers/undated-before.txt" in done.stdout


def test_the_action_installs_itself(repository, runner, tmp_path):
    """Its first step, by its own words; pip takes what it needs from here, not from the network."""
    (install,) = [one for one in ACTION["runs"]["steps"] if one["id"] == "install"]
    folder = tmp_path / "fresh"
    folder.mkdir()
    here = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    environment = {
        **here,
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(folder),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "RUNNER_TEMP": str(folder),
        "SOURCE": str(ROOT),
        "EXTRAS": "pdf,warc",
    }
    assert set(install["env"]) == {"SOURCE", "EXTRAS"}
    bash(install["run"], tmp_path, environment)
    made = folder / "audit" / "bin" / "audit"
    done = subprocess.run([made, "--version"], env=environment, capture_output=True, check=True)
    assert done.stdout.decode() == f"audit {version()}\n"
    packs = next((folder / "audit").rglob("audit/_rules"))
    assert (packs / "archive.yml").read_bytes() == (ROOT / "rules" / "archive.yml").read_bytes()


def test_the_action_keeps_a_catalogue_where_it_is_told(pull_request, runner):
    base = pull_request.git("rev-parse", "main")
    inputs = {"new-since": base, "catalogue": str(runner / "kept")}
    first = step(pull_request, runner, **inputs)
    kept = runner / "kept" / "catalogue.duckdb"
    assert kept.stat().st_size
    assert not (pull_request.folder / ".audit").exists()
    again = step(pull_request, runner, **inputs)
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout) == (1, first.stdout)


def test_the_action_says_what_it_could_not_do(repository, runner):
    done = step(repository, runner, **{"new-since": "0" * 40})
    assert done.returncode == 2
    assert "names no commit here" in done.stderr
    hostile = step(repository, runner, paths="$(touch x); `touch x`", **{"new-since": ""})
    assert hostile.returncode == 2
    assert not (repository.folder / "x").exists()


# GitLab


def test_the_job_of_the_readme_does_what_it_says(pull_request, tmp_path):
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"(?s)```yaml\n(.*?)```", readme)]
    (job,) = [block["audit"] for block in blocks if "script" in str(block.get("audit"))]
    install, *lines = job["script"]
    distribution = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"]
    assert install == f"pip install {distribution}"
    environment = {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": pull_request.git("rev-parse", "main"),
    }
    done = bash("\n".join(lines), pull_request.folder, environment, check=False)
    assert done.returncode == 1, done.stderr
    found = json.loads(
        (pull_request.folder / job["artifacts"]["reports"]["codequality"]).read_bytes()
    )
    assert sorted((one["check_name"], one["location"]["path"]) for one in found) == [
        ("date-stated", "papers/undated.txt"),
        ("exact-duplicate", "papers/a-copy.txt"),
        ("near-duplicate", "papers/near-copy.txt"),
    ]


# pre-commit


def entry(name):
    """Return the words of a hook; pre-commit calls it once, without files."""
    (one,) = [one for one in HOOKS if one["id"] == name]
    assert (one["pass_filenames"], one["language"]) == (False, "python")
    assert name != "audit" or (one["require_serial"], one["always_run"]) == (True, True)
    return shlex.split(one["entry"])


@pytest.fixture
def hook(repository, monkeypatch, capsys):
    """Call a hook at the top of the work tree, in this process; give the code and what it said."""

    def call(name):
        monkeypatch.chdir(repository.folder)
        programme, *arguments = entry(name)
        assert programme == "audit"
        code = cli.main(arguments)
        return code, capsys.readouterr().out

    return call


def test_the_hook_runs_as_pre_commit_runs_it(repository):
    repository.write(UNDATED)
    repository.git("add", "--all")
    done = subprocess.run(
        entry("audit"),
        cwd=repository.folder,
        env={"PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(repository.folder.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "papers/new.txt:1:1 error" in done.stdout
    assert "undated-before" not in done.stdout


def test_the_hook_lets_a_dated_page_in(repository, hook):
    repository.write({**UNDATED, "papers/new.meta.yml": "issued: 2024-05-01\n"})
    repository.git("add", "--all")
    code, said = hook("audit")
    assert (code, "undated-before" in said) == (0, False)


def test_the_hook_of_rules_tries_their_tests(repository, hook):
    tests = "tests: {fails: [eel], passes: [heel]}"
    repository.write({"audit.yml": f"audit: 1\nrules: {{r: {{check: text, {tests}}}}}\n"})
    assert hook("audit-rules")[0] == 2
    rule = f"{{check: text, forbid: {{contains: [eel]}}, {tests}}}"
    repository.write({"audit.yml": f"audit: 1\nrules: {{r: {rule}}}\n"})
    code, said = hook("audit-rules")
    assert (code, said.splitlines()[0]) == (1, "r: noisy: passes: heel")
