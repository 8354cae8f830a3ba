"""Readers work on the bytes they are given: they open no file, no connection and no process."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import runpy, sys

made = runpy.run_path(sys.argv[1])
attacks = runpy.run_path(sys.argv[2])["ATTACKS"]
files = dict(made["SAMPLES"])
kinds = ("xml", "docx-l", "yaml")
files |= {name: attack.make() for name, attack in attacks.items() if name.startswith(kinds)}
jobs = [made["job"](name, data) for name, data in files.items()]

def read():
    for job in jobs:
        made["checked"](job, list(job.work(lambda _said: None)))

read()  # what is imported late is imported now
seen = []
watched = ("open", "socket.", "subprocess.", "os.", "shutil.", "tempfile.", "urllib.")

def watch(event, values):
    if event.startswith(watched) or event == "ctypes.dlopen":
        seen.append((event, values))

sys.addaudithook(watch)
read()
print(len(jobs), seen)
open(sys.argv[1]).close()
assert seen, "the watch sleeps"
"""


def test_readers_open_nothing():
    here = Path(__file__).parent
    attacks = here.parent.parent / "benchmarks" / "attacks.py"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(here / "test_fuzz_readers.py"), str(attacks)],
        capture_output=True,
        text=True,
        check=False,
    )
    count, _, seen = done.stdout.strip().partition(" ")
    assert int(count or 0) > 20, done.stderr
    assert (seen, done.returncode) == ("[]", 0), done.stderr
