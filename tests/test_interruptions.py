"""Runs that are stopped, starved or raced: nothing is lost, and the next run is a clean one."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
CHECK = ("check", "input", "-f", "jsonl", "--today", "2024-12-31")
HOLD = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with one good document in it."""
    made = tmp_path / "input"
    made.mkdir()
    (made / "good.txt").write_text(GOOD)
    return made


def page(number: int, lines: int = 8) -> str:
    """Return a page that shares no run of words with any other."""
    words = [f"{word}{letters(number)}" for word in GOOD.split()]
    return "\n".join(f"{letters(line)} {' '.join(words)}" for line in range(lines))


def letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def test_folder_that_changes_while_it_is_read(audit, here, folder):
    for number in range(150):
        (folder / f"page-{number:03}.txt").write_text(page(number))
    running = start(audit, *CHECK)
    for number in range(149, 0, -3):
        (folder / f"page-{number:03}.txt").unlink()
        (folder / f"page-{number - 1:03}.txt").write_text(page(number + 1000, 10))
        (folder / f"late-{number:03}.txt").write_text(GOOD)
    out, err = running.communicate(timeout=120)
    assert running.returncode in (0, 1, 2)
    assert b"Traceback" not in err
    assert b'"good.txt"' in out
    again = here(*CHECK)
    assert again.code in (0, 1), again.err
    assert again.out == here(*CHECK, "--no-catalogue").out


def test_broken_pipe_is_quiet(audit, folder):
    for number in range(300):
        (folder / f"page-{number:03}.txt").write_text(page(number, 1))
    command = f"{' '.join(audit.words)} {' '.join(CHECK)} --no-catalogue | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=audit.cwd,
        env=audit.variables,
        capture_output=True,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_full_disk_for_the_report(audit, folder):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    command = f"{' '.join(audit.words)} {' '.join(CHECK)} --no-catalogue > /dev/full"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=audit.cwd,
        env=audit.variables,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_no_place_for_a_catalogue(here, folder, tmp_path):
    """A file in the way stands for a read-only folder, which does not stop root."""
    (tmp_path / ".audit").write_text("in the way")
    outcome = here(*CHECK)
    assert outcome.clear
    assert outcome.code == 2
    assert ".audit" in outcome.line
    assert here(*CHECK, "--no-catalogue").code in (0, 1)


def test_catalogue_that_is_none(here, folder, tmp_path):
    clean = here(*CHECK)
    (catalogue,) = (tmp_path / ".audit").glob("*.duckdb")
    for damage in (b"not a catalogue at all", catalogue.read_bytes()[:9000]):
        catalogue.write_bytes(damage)
        outcome = here(*CHECK)
        assert outcome.clear, outcome.err
        assert outcome.out == clean.out or (outcome.code == 2 and catalogue.name in outcome.err)


def test_catalogue_in_use_by_another(here, folder, tmp_path):
    here(*CHECK)
    (catalogue,) = (tmp_path / ".audit").glob("*.duckdb")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(catalogue)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline()
    outcome = here(*CHECK)
    holder.communicate(b"\n")
    assert outcome.code == 2
    assert outcome.clear
    assert catalogue.name in outcome.line


@pytest.mark.parametrize("written", [1, 400_000])
def test_killed_run_loses_nothing(audit, here, folder, tmp_path, written):
    """Kill it when the catalogue has grown to so many bytes; the next run is as the first."""
    for number in range(150):
        (folder / f"page-{number:04}.txt").write_text(page(number, 40))
    running = start(audit, *CHECK, "-j", "1")
    while running.poll() is None and weight(tmp_path / ".audit") < written:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    again = here(*CHECK)
    assert again.code in (0, 1), again.err
    assert again.out == here(*CHECK, "--no-catalogue").out


def test_killed_run_leaves_no_workers(audit, folder):
    for number in range(400):
        (folder / f"page-{number:04}.txt").write_text(page(number, 110))
    with start(audit, *CHECK, "--no-catalogue", "-j", "2") as running:
        wait_for(lambda: len(group(running.pid)) > 2 or running.poll() is not None)
        os.kill(running.pid, signal.SIGKILL)
    assert left_behind(running.pid) == []


def test_interrupt_is_130_and_quiet(audit, folder):
    for number in range(400):
        (folder / f"page-{number:04}.txt").write_text(page(number, 110))
    running = start(audit, *CHECK, "--no-catalogue", "-j", "2")
    wait_for(lambda: len(group(running.pid)) > 2 or running.poll() is not None)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert left_behind(running.pid) == []
    assert running.returncode == 130, err
    assert b"Traceback" not in err


def left_behind(leader: int) -> list[int]:
    """Return the processes that outlive their leader by five seconds, and end them."""
    wait_for(lambda: not group(leader), 5)
    left = group(leader)
    for process in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return left


def weight(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*.duckdb*"))


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)


def group(leader: int) -> list[int]:
    """Return the living processes of a process group, from the kernel's own list."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, member = status.read_text().rpartition(")")[2].split()[:3]
            if int(member) == leader and state != "Z":
                found.append(int(status.parent.name))
    return found


def start(audit, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the tool in a process group of its own, so that its workers end with it.

    A test run in the background ignores Ctrl-C, and so would its children.
    """
    return subprocess.Popen(
        [*audit.words, *arguments],
        cwd=audit.cwd,
        env=audit.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hearing,  # noqa: PLW1509  # nothing here runs in threads
    )


def hearing() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
