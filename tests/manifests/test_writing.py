"""What is written lists every file, can be read by others, and never harms what is there."""

import hashlib
import os
import subprocess

import pytest

from audit.errors import ManifestError, NothingToAudit, UsageError
from audit.fingerprints.digests import digest_files
from audit.manifests import Style, bag_manifest, make_manifest, open_package, store, verify


def make(root, style=Style.SUMS, own="", algorithm="sha256"):
    return make_manifest(str(root), algorithm, style, str(own) if own else "", digest_files)


def lay(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    return root


def listed(made):
    return [line.split("  ", 1)[1] for line in made.data.decode().splitlines()]


def test_every_file_but_the_manifest_is_listed(tmp_path):
    lay(tmp_path, "b", "a", "log/c", ".hidden", "list.txt", "log/list.txt")
    made = make(tmp_path, own=tmp_path / "list.txt")
    assert listed(made) == [".hidden", "a", "b", "log/c", "log/list.txt"]
    assert (made.files, made.size) == (5, 7 + 1 + 1 + 5 + 12)


def test_coreutils_write_the_same_and_accept_it(tmp_path):
    root = lay(tmp_path / "quay", "a", "two\nlines", "back\\slash", "trail ", "é", " x", "(b) = c")
    names = sorted(file.name for file in root.iterdir())
    coreutils = subprocess.run(["sha256sum", *names], cwd=root, capture_output=True, check=True)
    written = make(root).data
    assert written.replace(b"./ x", b" x") == coreutils.stdout
    for style in (Style.SUMS, Style.BSD):
        (tmp_path / "list").write_bytes(make(root, style).data)
        subprocess.run(["sha256sum", "--strict", "-c", "../list"], cwd=root, check=True)


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("algorithm", ["sha256", "sha512", "md5", "sha1"])
def test_what_is_written_verifies(tmp_path, style, algorithm):
    lay(tmp_path, "a", "50%", "log/b c", "~draft/x")
    path = bag_manifest(str(tmp_path), algorithm) if style is Style.BAGIT else f"{tmp_path}/list"
    store(make(tmp_path, style, path, algorithm).data, path, replace_it=False)
    verification = verify(open_package(path), digest_files, lambda first: first)
    assert [str(each.state) for each in verification.verdicts] == ["ok"] * 4


def test_a_bag_lists_its_payload(tmp_path):
    lay(tmp_path, "data/a", "data/50%", "notes.txt", "tagmanifest-md5.txt")
    (tmp_path / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    made = make(tmp_path, Style.BAGIT, tmp_path / "manifest-sha256.txt")
    assert listed(made) == ["data/50%25", "data/a"]
    assert made.remarks == ["tagmanifest-md5.txt: it speaks of the manifests before this one"]


def test_an_open_bag_lists_no_manifest(tmp_path):
    lay(tmp_path, "a", "manifest-md5.txt", "log/manifest-md5.txt")
    assert listed(make(tmp_path, Style.BAGIT)) == ["a", "log/manifest-md5.txt"]


def test_what_is_left_out_is_said_and_written(tmp_path):
    lay(tmp_path, "a", ".audit/catalogue.duckdb")
    (tmp_path / "link").symlink_to("a")
    made = make(tmp_path)
    assert made.data.startswith(b"# not listed: ")
    assert [text.split(":")[0] for text in made.remarks] == ["'link'", "'.audit'"]
    assert b"#" not in make(tmp_path, Style.BAGIT).data


def test_names_that_a_format_cannot_carry_are_refused(tmp_path):
    lay(tmp_path, "two\nlines")
    with pytest.raises(ManifestError, match="OpenSSL's lines cannot carry this name"):
        make(tmp_path, Style.OPENSSL)
    (tmp_path / os.fsdecode(b"\xff")).write_text("x")
    with pytest.raises(ManifestError, match="the name is not UTF-8"):
        make(tmp_path, Style.BAGIT)
    digest = hashlib.sha256(b"x").hexdigest().encode()
    assert digest + b"  \xff\n" in make(tmp_path).data


def test_nothing_and_nonsense(tmp_path):
    with pytest.raises(NothingToAudit):
        make(tmp_path)
    with pytest.raises(UsageError, match="algorithm 'crc32' is not known"):
        make(lay(tmp_path, "a"), algorithm="crc32")
    with pytest.raises(UsageError, match="not a folder"):
        make(tmp_path / "a")


def test_a_manifest_is_never_replaced_unasked(tmp_path):
    path = str(tmp_path / "list.txt")
    store(b"one", path, replace_it=False)
    with pytest.raises(UsageError, match="it exists already; --force replaces it"):
        store(b"two", path, replace_it=False)
    assert (tmp_path / "list.txt").read_bytes() == b"one"
    store(b"two", path, replace_it=True)
    assert (tmp_path / "list.txt").read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [tmp_path / "list.txt"]


def test_a_place_that_does_not_exist(tmp_path):
    with pytest.raises(UsageError, match="cannot be written: No such file"):
        store(b"one", str(tmp_path / "gone/list.txt"), replace_it=False)


def test_a_file_that_cannot_be_read_stops_the_writing(tmp_path):
    lay(tmp_path, "a", "b")

    def losing(paths, names):
        (tmp_path / "b").unlink()
        return digest_files(paths, names)

    with pytest.raises(ManifestError, match="none is written\nb: No such file"):
        make_manifest(str(tmp_path), "sha256", Style.SUMS, "", losing)
