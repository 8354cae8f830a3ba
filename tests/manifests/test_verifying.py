"""Folders and bags on disk: what a verification says of them, and that it reads nothing else."""

import hashlib
import json
import os
import unicodedata

import pytest

from audit.errors import ManifestError
from audit.fingerprints.digests import confirm, digest_bytes, digest_files
from audit.manifests import (
    State,
    exit_code,
    expected_rows,
    full,
    json_lines,
    open_package,
    verify,
)
from audit.model import FileDigest
from audit.tables import EXPECTED


def sha(data):
    return hashlib.sha256(data).hexdigest()


def md5(data):
    return hashlib.md5(data).hexdigest()


def lay(root, files):
    for path, data in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


def check(manifest, root="", again=lambda first: confirm(first)[1]):
    return verify(open_package(str(manifest), str(root) if root else ""), digest_files, again)


def states(verification):
    return {each.path: str(each.state) for each in verification.verdicts}


def test_a_folder_and_its_list(tmp_path):
    lay(tmp_path, {"list.txt": f"{sha(b'1')}  a\n{sha(b'2')}  log/b\n", "a": "1", "log/b": "3"})
    lay(tmp_path, {".hidden": "x", ".audit/catalogue.duckdb": "x"})
    verification = check(tmp_path / "list.txt")
    assert states(verification) == {".hidden": "new", "a": "ok", "log/b": "modified"}
    assert verification.remarks == ["'.audit': left out, it holds a catalogue"]
    assert exit_code(verification) == 1


def test_a_list_outside_of_the_folder(tmp_path):
    lay(tmp_path, {"lists/list.txt": f"{sha(b'1')}  a\n", "quay/a": "1"})
    verification = check(tmp_path / "lists/list.txt", tmp_path / "quay")
    assert states(verification) == {"a": "ok"}
    assert exit_code(verification) == 0


def test_rhash_164_an_empty_list_is_an_error(tmp_path):
    lay(tmp_path, {"list.txt": "", "a": "1"})
    with pytest.raises(ManifestError, match="no file is listed, so nothing can be verified"):
        check(tmp_path / "list.txt")


def test_links_are_not_followed_and_said(tmp_path):
    lay(tmp_path, {"out/secret": "s", "in/list.txt": f"{sha(b's')}  l\n{sha(b's')}  d/secret\n"})
    (tmp_path / "in/l").symlink_to("../out/secret")
    (tmp_path / "in/d").symlink_to("../out")
    (tmp_path / "in/loop").symlink_to(".")
    verification = check(tmp_path / "in/list.txt")
    assert states(verification) == {"d/secret": "unreadable", "l": "unreadable"}
    assert [text.split(":")[0] for text in verification.remarks] == ["'d'", "'loop'"]
    assert exit_code(verification) == 2


def test_a_path_that_leaves_the_root_is_refused_before_any_read(tmp_path):
    lay(tmp_path, {"secret": "s", "in/list.txt": f"{sha(b's')}  ../secret\n"})
    read = []
    with pytest.raises(ManifestError, match="leaves the folder"):
        verify(
            open_package(str(tmp_path / "in/list.txt")),
            lambda paths, _: read.extend(paths) or [],
            lambda first: first,
        )
    assert read == []


def test_a_pipe_never_stops_the_audit(tmp_path):
    lay(tmp_path, {"list.txt": f"{sha(b'1')}  a\n"})
    os.mkfifo(tmp_path / "a")
    os.mkfifo(tmp_path / "pipe.txt")
    assert states(check(tmp_path / "list.txt")) == {"a": "unreadable"}
    with pytest.raises(ManifestError, match="not a regular file"):
        check(tmp_path / "pipe.txt")


def test_names_of_every_kind(tmp_path):
    names = ["two\nlines", "trail ", "é\u2028", "back\\slash", "~old", "%0A", "[/x]", "\x1b[31m"]
    lay(tmp_path, dict.fromkeys(names, "1"))
    (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(b"1")
    rows = [f"{sha(b'1')}  {name}\0" for name in [*names, "\udcff.txt"] if name != "~old"]
    data = "".join([*rows, f"{sha(b'1')}  ./~old\0"])
    (tmp_path / "list.txt").write_bytes(data.encode("utf-8", "surrogateescape"))
    verification = check(tmp_path / "list.txt")
    assert set(states(verification).values()) == {"ok"}
    assert verification.here == 9
    assert all(line.isascii() for line in json_lines(verification, {}))


class Storage:
    """A storage that gives *first* for every path, and *second* when it is asked again."""

    def __init__(self, first, second):
        self.first, self.second = first, second

    def files(self, paths, names):
        return [self.digest(path, self.first) for path in paths]

    def again(self, found):
        return self.digest(found.path, self.second)

    @staticmethod
    def digest(path, data):
        digests = {} if data is None else digest_bytes(data)
        error = "Input/output error" if data is None else ""
        size = len(data or b"")
        return FileDigest(path=path, size=size, modified=0, inode=0, digests=digests, error=error)


@pytest.mark.parametrize(
    ("second", "state", "remark"),
    [
        (b"bad", State.MODIFIED, ""),
        (b"good", State.OK, "the storage is not to be trusted"),
        (b"worse", State.UNREADABLE, "two reads gave different bytes"),
        (None, State.UNREADABLE, "Input/output error"),
    ],
)
def test_nothing_is_accused_after_one_read(tmp_path, second, state, remark):
    lay(tmp_path, {"list.txt": f"{sha(b'good')}  a\n", "a": "good"})
    storage = Storage(b"bad", second)
    package = open_package(str(tmp_path / "list.txt"))
    (verdict,) = verify(package, storage.files, storage.again).verdicts
    assert verdict.state is state
    assert remark in verdict.remark
    assert verdict.path == "a"


def test_a_size_that_the_list_knows_is_a_fact(tmp_path):
    rows = ["%%%% HASHDEEP-1.0", "%%%% size,md5,filename", "##", f"3,{md5(b'abc')},a"]
    lay(tmp_path, {"list.txt": "\n".join(rows), "a": "ab"})
    (verdict,) = check(tmp_path / "list.txt").verdicts
    assert verdict.remark == "it had 3 bytes and has 2"


def test_a_folder_without_manifests_is_an_error(tmp_path):
    with pytest.raises(ManifestError, match="there is no manifest in this folder"):
        check(tmp_path)


def test_lines_for_people_show_both_digests_and_hide_nothing(tmp_path):
    lay(tmp_path, {"list.txt": f"{sha(b'1')}  a \n{sha(b'2')}  b\n", "a ": "x", "c": "2"})
    lines = list(full(check(tmp_path / "list.txt"), str))
    place = str(tmp_path / "list.txt")
    assert lines == [
        'modified   "a "',
        f"    listed in {place}:1",
        f"    sha256 expected {sha(b'1')}",
        f"    sha256 found    {sha(b'x')}",
        "moved      c (was b)",
        f"    listed in {place}:2",
        "2 listed, 2 here: 0 ok, 1 modified, 1 moved, 0 missing, 0 new, 0 unreadable",
    ]


def test_json_lines(tmp_path):
    lay(tmp_path, {"list.txt": f"{sha(b'1')}  a\n", "a": "1"})
    head, file = map(json.loads, json_lines(check(tmp_path / "list.txt"), {"root": "."}))
    assert (head["type"], head["format"], head["root"]) == ("run", 1, ".")
    assert head["counts"]["ok"] == head["counts"]["listed"] == head["counts"]["here"] == 1
    assert (file["type"], file["path"], file["state"], file["line"]) == ("file", "a", "ok", 1)


def test_rows_for_the_rule_are_relative_to_the_root(tmp_path):
    nfd = unicodedata.normalize("NFD", "é")
    lay(tmp_path, {"in/list.txt": f"{sha(b'1')}  a\n{sha(b'2')}  é\n", f"in/{nfd}": "2"})
    rows = expected_rows(str(tmp_path / "in/list.txt"), str(tmp_path))
    assert (*rows, "seen") == tuple(EXPECTED.columns)
    assert rows["path"] == ["in/a", f"in/{nfd}"]
    assert rows["line"] == [1, 2]
    assert rows["digest"] == [sha(b"1"), sha(b"2")]
    outside = expected_rows(str(tmp_path / "in/list.txt"), str(lay(tmp_path / "quay", {"a": "1"})))
    assert outside["path"] == ["a", "é"]
