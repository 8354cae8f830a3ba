"""Bags on disk, closed and open: every mistake in one run, file names before the Oxum."""

import hashlib
import unicodedata

import pytest

from audit.errors import ManifestError
from audit.fingerprints.digests import confirm, digest_files
from audit.manifests import State, concise, exit_code, expected_rows, open_package, verify


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


def test_rows_of_a_bag(tmp_path):
    bag(tmp_path / "bag", {"50%": b"1"})
    lay(tmp_path, {"bag/manifest-sha256.txt": f"{sha(b'1')}  data/50%25\n"})
    for given in ("bag", "bag/manifest-sha256.txt"):
        rows = expected_rows(str(tmp_path / given), str(tmp_path))
        assert rows["path"] == ["bag/data/50%"]
        assert rows["manifest"] == ["manifest-sha256.txt"]
