"""Digests agree with hashlib, in any order of work, and never hide a failed read."""

import hashlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints import digests
from audit.fingerprints.digests import Confirmation
from audit.manifests import digits


@given(st.binary(max_size=300), st.lists(st.sampled_from(digests.algorithms), unique=True))
def test_bytes_have_the_digests_of_hashlib(data, names):
    expected = {name: hashlib.new(name, data).hexdigest() for name in names}
    assert digests.digest_bytes(data, names) == expected


def test_every_algorithm_of_a_manifest_is_known_here():
    assert tuple(digits) == digests.algorithms
    found = digests.digest_bytes(b"", digests.algorithms)
    assert {name: len(value) for name, value in found.items()} == dict(digits)


@pytest.mark.parametrize("size", [0, 1, 4096, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_000])
def test_a_file_has_the_digests_of_its_bytes(tmp_path, size):
    data = (b"harbour master's log " * (size // 21 + 1))[:size]
    file = tmp_path / "log.txt"
    file.write_bytes(data)
    found = digests.digest_file(str(file), ("sha256", "md5"))
    status = file.stat()
    assert found.digests == digests.digest_bytes(data, ("sha256", "md5"))
    assert (found.size, found.modified, found.inode) == (size, status.st_mtime_ns, status.st_ino)
    assert found.error == ""


def test_a_file_larger_than_expected_is_read_to_its_end(tmp_path):
    file = tmp_path / "log.txt"
    file.write_bytes(b"x" * 100_000)
    handle = os.open(file, os.O_RDONLY)
    try:
        size, found = digests.digest_open(handle, 10)
    finally:
        os.close(handle)
    assert (size, found) == (100_000, digests.digest_bytes(b"x" * 100_000))


def test_what_cannot_be_read_says_why(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    errors = {
        name: digests.digest_file(str(tmp_path / name)).error
        for name in ("gone", "link", "pipe", ".", "nul\0")
    }
    assert errors == {
        "gone": "No such file or directory",
        "link": "it is a link, and links are not followed",
        "pipe": "it is not a regular file",
        ".": "it is not a regular file",
        "nul\0": "no file can have such a path",
    }


@pytest.mark.parametrize("size", [5, 400_000])
@pytest.mark.parametrize("threads", [0, 1, 3, 24])
def test_results_come_in_the_order_of_the_paths(tmp_path, size, threads):
    paths = []
    for number in range(70 if size < 100 else 7):
        path = tmp_path / f"{(number * 37) % 101}.txt"
        path.write_bytes(bytes([number]) * size)
        paths.append(str(path))
    paths.insert(3, str(tmp_path / "gone"))
    found = list(digests.digest_files(paths, threads=threads))
    assert [each.path for each in found] == paths
    assert found == [digests.digest_file(path) for path in paths]


def test_no_file_no_digest():
    assert list(digests.digest_files([])) == []


def test_a_second_read_confirms_or_doubts_the_first(tmp_path):
    file = tmp_path / "log.txt"
    file.write_bytes(b"high water 04:12")
    first = digests.digest_file(str(file))
    assert digests.confirm(first) == (Confirmation.CONFIRMED, first)
    flipped = first._replace(digests=digests.digest_bytes(b"high water 04:13"))
    assert digests.confirm(flipped) == (Confirmation.TRANSIENT, first)
    file.unlink()
    assert digests.confirm(first)[0] is Confirmation.UNREADABLE


def test_the_number_of_a_document_is_the_head_of_a_sha256():
    # printf %s museum/page.txt | sha256sum | cut -c1-16
    expected = int(hashlib.sha256(b"museum/page.txt").hexdigest()[:16], 16)
    signed = expected - (1 << 64) if expected >= 1 << 63 else expected
    assert digests.document_number("museum/page.txt") == signed


@given(st.binary(max_size=50).map(lambda name: name.decode("utf-8", "surrogateescape")))
def test_any_name_has_a_number_of_64_bits(uri):
    assert -(1 << 63) <= digests.document_number(uri) < 1 << 63
