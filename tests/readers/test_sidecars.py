"""What stands beside a document: read up to a limit, told from another state by its bytes."""

import os

import pytest

from audit.errors import ReadError
from audit.model import Source
from audit.readers.sidecars import is_stamp, load_sidecar, stamp

LIMIT = 1 << 20


def beside(file) -> Source:
    return Source(
        uri="letter.txt", path="letter.txt", location="letter.txt", size=1, modified=0, inode=0,
        changed=0, sidecar=str(file),
    )  # fmt: skip


def test_another_time_and_the_same_bytes_are_no_other_state(tmp_path):
    file = tmp_path / "letter.meta.yml"
    file.write_text("title: To the harbour master\n")
    known = stamp(beside(file))
    os.utime(file, ns=(7, 7))
    assert stamp(beside(file)) != known
    assert is_stamp(known, beside(file))
    file.write_text("title: To the harbour keeper\n")
    assert not is_stamp(known, beside(file))
    assert not is_stamp("", beside(file))


def test_a_sidecar_is_never_read_beyond_its_limit(tmp_path):
    """Otherwise one line of a program, a sparse file, keeps every run busy for hours."""
    file = tmp_path / "letter.meta.yml"
    with file.open("wb") as made:
        made.truncate(1 << 36)
    known = stamp(beside(file))
    os.utime(file, ns=(7, 7))
    assert is_stamp(known, beside(file))
    with pytest.raises(ReadError, match=f"over the limit of {LIMIT} bytes"):
        load_sidecar(str(file))


def test_what_became_a_folder_since_the_walk_is_told(tmp_path):
    assert stamp(beside(tmp_path)).endswith(" unreadable -")
    with pytest.raises(ReadError, match="Is a directory"):
        load_sidecar(str(tmp_path))
