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
    concise,
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


def bag(root, files, *, version="1.0", name="manifest-sha256.txt", **more):
    """Lay a bag with the payload *files* and a manifest of it."""
    lines = "".join(f"{sha(data)}  data/{path}\n" for path, data in files.items())
    declaration = f"BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n"
    lay(root, {"bagit.txt": declaration, name: lines, **more})
    lay(root / "data", files)
    return root


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


def test_a_bag(tmp_path):
    bag(tmp_path, {"a": b"1", "log/b": b"2"}, **{"bag-info.txt": "Payload-Oxum: 2.2\n"})
    verification = check(tmp_path)
    assert states(verification) == {"data/a": "ok", "data/log/b": "ok"}
    assert exit_code(verification) == 0
    assert states(check(tmp_path / "manifest-sha256.txt")) == states(verification)


def test_a_damaged_bag_names_the_file_before_the_oxum(tmp_path):
    bag(tmp_path, {"a": b"1", "b": b"2"}, **{"bag-info.txt": "Payload-Oxum: 2.2\n"})
    lay(tmp_path, {"data/a": "11", "data/c": "3"})
    (tmp_path / "data/b").unlink()
    verification = check(tmp_path)
    lines = list(concise(verification, str))
    assert lines == [
        "modified   data/a",
        "missing    data/b",
        "new        data/c",
        "failed     bag-info.txt: Payload-Oxum says 2 bytes in 2 files, here are 3 in 2",
        "2 listed, 2 here: 0 ok, 1 modified, 0 moved, 1 missing, 1 new, 0 unreadable",
    ]
    assert exit_code(verification) == 1


def test_a_wrong_oxum_alone_fails_a_bag(tmp_path):
    bag(tmp_path, {"a": b"1"}, **{"bag-info.txt": "Payload-Oxum: 9.1\n"})
    assert exit_code(check(tmp_path)) == 1


def test_several_manifests_and_tag_files_are_one_verification(tmp_path):
    tags = {
        "manifest-md5.txt": f"{md5(b'1')}  data/a\n",
        "notes.txt": "n",
        "tagmanifest-sha256.txt": f"{sha(b'x')}  notes.txt\n",
    }
    bag(tmp_path, {"a": b"1"}, **tags)
    verification = check(tmp_path)
    assert states(verification) == {"data/a": "ok", "notes.txt": "modified"}
    lay(tmp_path, {"manifest-md5.txt": f"{md5(b'2')}  data/a\n"})
    verdict = check(tmp_path).verdicts[0]
    assert (verdict.state, verdict.algorithm) == (State.MODIFIED, "md5")


def test_a_bag_of_1_0_lists_every_file_in_every_manifest(tmp_path):
    bag(tmp_path, {"a": b"1", "b": b"2"}, **{"manifest-md5.txt": f"{md5(b'1')}  data/a\n"})
    failure = "manifest-md5.txt: 'data/b' is not listed here, but in another manifest"
    assert check(tmp_path).failures == [failure]


def test_a_bag_lists_its_own_things_only(tmp_path):
    bag(tmp_path, {"a": b"1"}, **{"tagmanifest-md5.txt": f"{md5(b'')}  tagmanifest-md5.txt\n"})
    with (tmp_path / "manifest-sha256.txt").open("a") as file:
        file.write(f"{sha(b'1')}  data/a\n{sha(b'x')}  notes.txt\n")
    tag = "tagmanifest-md5.txt"
    assert check(tmp_path).failures == [
        "manifest-sha256.txt:3: 'notes.txt' is not in data/",
        f"tagmanifest-md5.txt:1: {tag!r} is a tag manifest, which no tag manifest may list",
        "manifest-sha256.txt:2: 'data/a' is listed on line 1 already, with the same digest",
    ]


def test_bagit_25_percent_signs_are_encoded_and_old_tools_forgiven(tmp_path):
    lines = f"{sha(b'1')}  data/50%25\n{sha(b'2')}  data/a%0Ab\n{sha(b'3')}  data/c%0Ad\n"
    bag(tmp_path, {"50%": b"1", "a\nb": b"2", "c%0Ad": b"3"})
    lay(tmp_path, {"manifest-sha256.txt": lines})
    verification = check(tmp_path)
    assert states(verification) == {"data/50%": "ok", "data/a\nb": "ok", "data/c%0Ad": "ok"}
    assert [each.remark for each in verification.verdicts if each.remark] == [
        "listed as 'data/c\\nd': the name was written without the rules of the format"
    ]


def test_a_bag_before_1_0_means_percent_signs_to_the_letter(tmp_path):
    bag(tmp_path, {"50%25": b"1", "50%": b"2"}, version="0.97")
    verification = check(tmp_path)
    assert states(verification) == {"data/50%": "ok", "data/50%25": "ok"}


def test_unicode_forms_in_a_bag(tmp_path):
    nfd = unicodedata.normalize("NFD", "café.txt")
    bag(tmp_path, {nfd: b"1"})
    line = f"{sha(b'1')}  data/{unicodedata.normalize('NFC', nfd)}\n"
    lay(tmp_path, {"manifest-sha256.txt": line})
    (verdict,) = check(tmp_path).verdicts
    assert (verdict.state, verdict.path) == (State.OK, f"data/{nfd}")
    assert "NFD here and NFC in the manifest" in verdict.remark


def test_names_that_differ_in_case_alone_are_named(tmp_path):
    bag(tmp_path, {"A": b"1", "a": b"1"})
    remark = "'data/A' and 'data/a' differ in case or Unicode form alone"
    assert check(tmp_path).remarks == [remark]


def test_fetch_says_where_a_missing_file_is(tmp_path):
    bag(tmp_path, {"a": b"1"}, **{"fetch.txt": "https://example.org/a 1 data/a\n"})
    (tmp_path / "data/a").unlink()
    (verdict,) = check(tmp_path).verdicts
    assert (verdict.state, verdict.remark) == (State.MISSING, "fetch.txt:1 says where to get it")
    lay(tmp_path, {"fetch.txt": "https://example.org/a - ../a\n"})
    with pytest.raises(ManifestError, match=r"^fetch.txt:1: the path leaves the folder"):
        check(tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "bagit.txt:1: "),
        ("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n", "bagit.txt:1: "),
        ("BagIt-Version: 1.0\n", "bagit.txt:2: "),
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding : UTF-8\n", "bagit.txt:2: "),
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n", "bagit.txt:3: "),
        ("\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "bagit.txt:1: a byte"),
    ],
)
def test_the_declaration_of_a_bag_is_exact(tmp_path, data, message):
    bag(tmp_path, {"a": b"1"})
    lay(tmp_path, {"bagit.txt": data})
    with pytest.raises(ManifestError, match=f"^{message}"):
        check(tmp_path)


def test_unknown_algorithms_are_said_and_never_taken_for_success(tmp_path):
    bag(tmp_path, {"a": b"1"}, **{"manifest-tiger.txt": "x"})
    remark = "manifest-tiger.txt: not read, the algorithm 'tiger' is not known"
    assert check(tmp_path).remarks == [remark]
    (tmp_path / "manifest-sha256.txt").unlink()
    with pytest.raises(ManifestError, match="'tiger' is not known"):
        check(tmp_path)


def test_an_open_bag(tmp_path):
    lay(tmp_path, {"manifest-sha256.txt": f"{sha(b'1')}  a\n", "a": "1", "manifest-md5.txt": ""})
    (tmp_path / "manifest-md5.txt").write_text(f"{md5(b'1')}  a\n")
    for given in (tmp_path, tmp_path / "manifest-md5.txt"):
        assert states(check(given)) == {"a": "ok"}
    lay(tmp_path, {"b": "1"})
    assert states(check(tmp_path)) == {"a": "ok", "b": "new"}


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
    assert tuple(rows) == tuple(EXPECTED.columns)
    assert rows["path"] == ["in/a", f"in/{nfd}"]
    assert rows["line"] == [1, 2]
    assert rows["digest"] == [sha(b"1"), sha(b"2")]
    outside = expected_rows(str(tmp_path / "in/list.txt"), str(lay(tmp_path / "quay", {"a": "1"})))
    assert outside["path"] == ["a", "é"]


def test_rows_of_a_bag(tmp_path):
    bag(tmp_path / "bag", {"50%": b"1"})
    lay(tmp_path, {"bag/manifest-sha256.txt": f"{sha(b'1')}  data/50%25\n"})
    for given in ("bag", "bag/manifest-sha256.txt"):
        rows = expected_rows(str(tmp_path / given), str(tmp_path))
        assert rows["path"] == ["bag/data/50%"]
        assert rows["manifest"] == ["manifest-sha256.txt"]
