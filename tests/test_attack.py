"""Attacks from outside: the streams that a caller closed."""

import subprocess
import sys
from pathlib import Path


def run(folder: Path, closed: str) -> subprocess.CompletedProcess[str]:
    line = f'exec "$0" -m audit check -q --no-catalogue --fail-on never . {closed}'
    return subprocess.run(
        ["sh", "-c", line, sys.executable], cwd=folder, capture_output=True, text=True, check=False
    )


def test_closed_standard_output_is_one_line(tmp_path):
    (tmp_path / "a.txt").write_text("The harbour office opens at seven.\n")
    done = run(tmp_path, ">&-")
    assert (done.returncode, done.stderr) == (2, "audit: error: standard output is closed\n")


def test_closed_standard_error_changes_no_result(tmp_path):
    (tmp_path / "a.txt").write_text("The harbour office opens at seven.\n")
    assert run(tmp_path, "2>&-").returncode == 0
