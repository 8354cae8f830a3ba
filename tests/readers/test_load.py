import hashlib
import os

import pytest

from audit.errors import ReadError
from audit.model import Source
from audit.readers import Limits, check_text, identify, load, reader_for


def test_one_read_gives_digest_and_data(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"harbour")
    loaded = load(str(file))
    assert loaded.data == loaded.head == b"harbour"
    assert loaded.sha256 == hashlib.sha256(b"harbour").hexdigest()
    status = file.stat()
    assert (loaded.size, loaded.modified, loaded.inode) == (7, status.st_mtime_ns, status.st_ino)


def test_a_file_over_the_limit_has_its_digest_only(tmp_path):
    file = tmp_path / "big.bin"
    content = os.urandom(1 << 20) * 3
    file.write_bytes(content)
    loaded = load(str(file), Limits(file=1 << 20))
    assert loaded.data is None
    assert loaded.sha256 == hashlib.sha256(content).hexdigest()
    assert loaded.head == content[: len(loaded.head)]
    assert loaded.head


def test_empty_file(tmp_path):
    (tmp_path / "a").touch()
    assert load(str(tmp_path / "a")).data == b""


def test_what_cannot_be_read(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "a").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError, match="became a link"):
        load(str(tmp_path / "link"))
    with pytest.raises(ReadError, match="vanished"):
        load(str(tmp_path / "none"))
    with pytest.raises(ReadError, match="no longer a plain file"):
        load(str(tmp_path / "pipe"))
    with pytest.raises(ReadError, match="no longer a plain file"):
        load(str(tmp_path))


def test_limits_of_a_text():
    check_text("short\n" * 10, Limits(text=60, line=6))
    with pytest.raises(ReadError, match="60 characters of text, over the limit of 59"):
        check_text("short\n" * 10, Limits(text=59))
    with pytest.raises(ReadError, match="line 2: 7 characters, over the limit of 6"):
        check_text("short\nlonger\n", Limits(line=6))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
def test_every_text_format_has_a_reader(name, source: Source):
    found = identify(name, b"words")
    reader = reader_for(found.media_type)
    assert reader is not None
    document = reader.read(source, b"words", found.basis)
    assert document.text.strip() == "words"
    assert document.basis == found.basis


def test_unknown_formats_have_none():
    assert reader_for("application/octet-stream") is None
