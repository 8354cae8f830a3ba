"""Every command in the README is run, and what it shows is what comes out."""

import fcntl
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from audit.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
COLUMNS = 100
HEAD = re.compile(r"^(audit \d.*?)  \d{4}-\d\d-\d\d  rules [0-9a-f]+", flags=re.MULTILINE)
"""The first line of a check names the day and the digest of the rules, which change."""
STYLES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of a console block and what the README shows below it."""

    command: str
    shown: str


def fences(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def steps(block: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield Step(command=command, shown=shown)


BLOCKS = [pytest.param(list(steps(block)), id=block.split("\n")[0]) for block in fences("console")]


@pytest.fixture(scope="session")
def cloned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make what a reader has who cloned the project and audited the sample collection."""
    folder: Path = tmp_path_factory.mktemp("cloned")
    shutil.copytree(ROOT / "tests/collections/town", folder / "tests/collections/town")
    for file in (folder / "tests/collections/town/input").iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    with chdir(folder):
        assert main(["check", "tests/collections/town/input", "-q", "--fail-on", "never"]) == 0
    return folder


@pytest.fixture
def checkout(cloned: Path, tmp_path: Path) -> Path:
    """Copy that, and time to read."""
    return shutil.copytree(cloned, tmp_path, dirs_exist_ok=True)


@pytest.mark.parametrize("block", BLOCKS)
def test_consoles_show_what_comes_out(block, checkout, update):
    code = 0
    for step in block:
        if step.command == "echo $?":
            assert step.shown == f"{code}\n"
            continue
        code, out = at_a_terminal(step.command, checkout)
        if update and "...\n" not in step.shown and out != step.shown:
            whole = README.read_text("utf-8")
            README.write_text(
                whole.replace(f"$ {step.command}\n{step.shown}", f"$ {step.command}\n{out}")
            )
        assert out
        assert code in (0, 1), out
        assert matches(step.shown, out), out


def matches(shown: str, out: str) -> bool:
    """Tell whether *out* is as *shown*, where a line `...` stands for any lines."""
    shown, out = (HEAD.sub(r"\1 DATE rules DIGEST", text) for text in (shown, out))
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), out) is not None


def at_a_terminal(command: str, cwd: Path) -> tuple[int, str]:
    """Run *command* as a reader sees it, in a terminal of 100 columns without colours."""
    name, *arguments = shlex.split(command)
    assert name == "audit"
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-m", "audit", *arguments],
        cwd=cwd,
        env={"HOME": str(cwd), "PATH": os.environ["PATH"], "TERM": "xterm", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    out = b"".join(pieces(ours))
    os.close(ours)
    running.communicate()
    text = STYLES.sub("", out.decode()).replace("\r\n", "\n")
    return running.returncode, re.sub(r" +$", "", text, flags=re.MULTILINE)


def pieces(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(descriptor, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            return
        if not piece:
            return
        yield piece


@pytest.mark.parametrize("rules", [block for block in fences("yaml") if "audit: 1" in block])
def test_rules_load(rules, audit):
    (audit.cwd / "audit.yml").write_text(rules)
    outcome = audit("rules", "list")
    assert outcome.code == 0, outcome.err


WORKFLOWS = [block for block in fences("yaml") if "audit: 1" not in block]


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_workflows_call_what_exists(workflow, audit):
    commands = re.findall(r"^.*?\b(audit [a-z]+ .*)$", workflow, flags=re.MULTILINE)
    assert commands or "uses: OWNER/REPOSITORY@" in workflow
    for command in commands:
        known = audit(*shlex.split(command)[1:2], "--help").out.decode()
        options = [word for word in shlex.split(command) if re.fullmatch(r"--?[a-z-]+", word)]
        assert [option for option in options if option not in known] == []


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_workflows_give_our_action_what_it_takes(workflow):
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    jobs = yaml.safe_load(workflow).get("jobs", {}).values()
    ours = [s for job in jobs for s in job["steps"] if s.get("uses", "").startswith("OWNER/")]
    assert [name for step in ours for name in step["with"] if name not in inputs] == []


@pytest.mark.parametrize("name", ["audit", "tests"])
def test_ci_finds_its_commands(name):
    """The two commands that `.ci/run` takes from here, each after its mark."""
    assert re.search(rf"^<!-- command: {name} -->\n```sh\n.+\n```$", TEXT, flags=re.MULTILINE)


def test_every_command_of_the_tool_is_named(audit):
    commands = re.findall(r"^ +([a-z]+)  ", audit("--help").out.decode(), flags=re.MULTILINE)
    assert commands
    assert [name for name in commands if f"`audit {name}" not in TEXT] == []
