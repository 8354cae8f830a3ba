"""Processes of the pool: they run our modules, whatever lies in the folder that is audited."""

import subprocess
import sys

SCRIPT = """
from audit.engines.pool import _executor

if __name__ == "__main__":
    print(_executor(1).submit(int, "7").result())
"""


def test_workers_load_nothing_from_the_working_folder(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    script = tmp_path / "elsewhere" / "script.py"
    script.write_text(SCRIPT)
    for name in ("multiprocessing", "numpy", "audit"):
        (tmp_path / f"{name}.py").write_text("open('loaded', 'w').close()\n")
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "7\n", done.stderr
    assert not (tmp_path / "loaded").exists()


UNGUARDED = """
from audit.engines.pool import _alone
from audit.examine import Examine
from audit.model import Source

_alone(Examine(), Source(uri="a", size=1, modified=0, inode=0, path="a", location="a"), "")
"""


def test_processes_that_cannot_start_are_said_once(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "EngineError: no process can be started to read in; try again with -j 1" in done.stderr
