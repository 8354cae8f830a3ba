"""Formats whose extra is not installed: fixity, and one line that says what to install."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

COMPOUND = runpy.run_path(str(Path(__file__).with_name("word_files.py")))["SAMPLE"]

SCRIPT = """
import sys

for name in {missing!r}:
    sys.modules[name] = None
from audit.model import Source
from audit.readers import identify
from audit.readers.guard import Job

data = {data!r}
source = Source(uri="a", path="a", location="a", size=len(data), modified=0, inode=0)
job = Job(source=source, sha256="", format=identify("a", data), data=data)
for item in job.work(lambda _said: None):
    (remark,) = item.problems
    print(item.state, remark.incomplete, remark.message, sep="|")
"""


@pytest.mark.parametrize(
    ("extra", "missing", "data"),
    [
        ("pdf", ["pypdf"], b"%PDF-1.7\n"),
        ("pdf", ["pypdfium2"], b"%PDF-1.7\n"),
        ("doc", ["olefile"], COMPOUND),
        ("warc", ["warcio"], b"WARC/1.0\r\n\r\n"),
    ],
)
def test_what_to_install(extra, missing, data, tmp_path):
    script = SCRIPT.format(missing=missing, data=data)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    message = f"fixity only; to read it, install provenance-audit[{extra}]"
    assert done.stdout == f"fixity-only|False|{message}\n", done.stderr
