import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import UsageError
from audit.readers.walk import WalkOptions, visible, walk


@pytest.fixture(name="root")
def _root(tmp_path):
    root = tmp_path / "collection"
    for name in ("b.txt", "a/z.html", "a/z.meta.yml", "a/c/deep.md", "a-b.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    return root


def paths(*given, base="/", **options):
    found = walk([str(path) for path in given], str(base), WalkOptions(**options))
    return [source.path for source in found.sources]


def problems(root):
    return {one.path: one.message for one in walk([str(root)], "/").problems}


def test_sources_are_sorted_by_the_bytes_of_their_path(root):
    assert paths(root) == ["a-b.txt", "a/c/deep.md", "a/z.html", "b.txt"]


def test_what_a_source_says(root):
    source = walk([str(root)], str(root.parent)).sources[2]
    file = root / "a" / "z.html"
    assert source.uri == "collection/a/z.html"
    assert source.location == str(file)
    assert (source.size, source.modified) == (8, file.stat().st_mtime_ns)
    assert source.sidecar == str(root / "a" / "z.meta.yml")


def test_uris_outside_of_the_base_are_absolute(root, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    found = walk([str(root)], str(tmp_path / "elsewhere"))
    assert found.sources[0].uri == f"{root}/a-b.txt"
    assert found.root == str(root)


def test_paths_of_one_file_and_of_several(root):
    assert paths(root / "a" / "z.html") == ["z.html"]
    assert walk([str(root / "a" / "z.html")], "/").sources[0].sidecar
    assert paths(root / "a" / "c", root / "b.txt") == ["a/c/deep.md", "b.txt"]
    assert paths(root, root / "a", root / "b.txt", root) == paths(root)


def test_many_files_that_are_named_take_linear_time(tmp_path):
    for number in range(2_000):
        (tmp_path / f"{number}.txt").touch()
    (tmp_path / "7.meta.yml").write_text("title: A tide\n")
    began = time.process_time()
    found = walk([str(tmp_path / f"{number}.txt") for number in range(2_000)], str(tmp_path))
    assert time.process_time() - began < 1
    assert [source.path for source in found.sources if source.sidecar] == ["7.txt"]


def test_relative_paths(root, monkeypatch):
    monkeypatch.chdir(root)
    assert paths(".") == paths(root)
    assert walk(["a"], ".").sources[0].uri == "a/c/deep.md"


def test_a_path_that_is_not_there(root):
    with pytest.raises(UsageError, match="does not exist"):
        walk([str(root / "none")], "/")


def test_globs(root):
    assert paths(root, include=("**/*.{html,md}",)) == ["a/c/deep.md", "a/z.html"]
    assert paths(root, exclude=("a/**",)) == ["a-b.txt", "b.txt"]
    with pytest.raises(UsageError, match="glob"):
        paths(root, include=("{a",))


def test_what_belongs_to_tools_is_skipped_and_counted(root):
    for name in (".git/config", "a/.audit/catalogue.duckdb", "a/Thumbs.db", "audit.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    (root / "a" / "audit.yml").touch()
    (root / "manifest-sha256.txt").touch()
    found = walk([str(root)], "/")
    assert [source.path for source in found.sources] == [
        "a-b.txt", "a/audit.yml", "a/c/deep.md", "a/z.html", "b.txt", "manifest-sha256.txt",
    ]  # fmt: skip
    assert found.skipped == sum(found.reasons.values()) == 4
    (root / "bagit.txt").touch()
    assert "manifest-sha256.txt" not in paths(root)


def test_tag_files_of_bags_further_down_are_no_documents(root):
    names = ("manifest-md5.txt", "tagmanifest-sha256.txt", "bag-info.txt", "fetch.txt")
    for name in names:
        (root / "a" / name).write_text("x")
    before = set(paths(root))
    assert {f"a/{name}" for name in names} <= before
    (root / "a" / "bagit.txt").write_text("BagIt-Version: 1.0\n")
    (root / "a" / "c" / "bag-info.txt").write_text("x")
    found = walk([str(root)], "/")
    assert {one.path for one in found.sources} == (
        before - {f"a/{name}" for name in names} | {"a/c/bag-info.txt"}
    )
    assert found.reasons["manifests"] == 5
    assert {"a/bagit.txt", "a/fetch.txt", "a/z.meta.yml"} <= found.others.keys()


def test_links_are_never_followed(root, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (root / "out").symlink_to(tmp_path / "secret.txt")
    (root / "up").symlink_to("..")
    (root / "self").symlink_to("self")
    (root / "gone").symlink_to("nothing")
    (root / "in").symlink_to("a")
    (root / "here").symlink_to(".")
    found = walk([str(root)], "/")
    assert len(found.sources) == 4
    assert found.reasons["links within the folder"] == 2
    assert [(one.path, one.incomplete) for one in found.problems] == [
        ("gone", True), ("out", True), ("self", True), ("up", True),
    ]  # fmt: skip
    assert "does not exist" in problems(root)["gone"]
    assert "circle" in problems(root)["self"]


def test_a_link_that_is_given_itself_is_followed(root, tmp_path):
    (tmp_path / "link").symlink_to(root)
    assert paths(tmp_path / "link") == paths(root)
    (tmp_path / "one.txt").symlink_to(root / "b.txt")
    found = walk([str(tmp_path / "one.txt")], str(tmp_path)).sources[0]
    assert (found.path, found.uri, found.location) == ("one.txt", "one.txt", str(root / "b.txt"))


def test_a_link_and_its_target_are_one_document(root, tmp_path):
    (root / "link.txt").symlink_to("b.txt")
    assert paths(root / "link.txt", root / "b.txt") == ["b.txt"]
    assert paths(root / "b.txt", root / "link.txt") == ["b.txt"]
    (tmp_path / "again").symlink_to(root)
    assert paths(tmp_path / "again", root) == [f"collection/{path}" for path in paths(root)]
    (tmp_path / "part").symlink_to(root / "a")
    assert paths(root, tmp_path / "part") == [f"collection/{path}" for path in paths(root)]
    assert paths(tmp_path / "again", root / "b.txt") == [f"again/{path}" for path in paths(root)]


def test_a_link_out_of_the_folder_that_is_given_beside_it_is_read(root, tmp_path):
    (tmp_path / "other.txt").write_text("x")
    (root / "out.txt").symlink_to(tmp_path / "other.txt")
    found = walk([str(root), str(root / "out.txt")], "/")
    assert "out.txt" in [source.path for source in found.sources]
    assert found.problems == ()


def test_a_file_is_no_folder(root, monkeypatch):
    with pytest.raises(UsageError, match="is no folder; leave out the slash"):
        walk([f"{root}/b.txt/"], "/")
    monkeypatch.chdir(root)
    assert paths("a/", base=root) == ["c/deep.md", "z.html"]


def test_pipes_are_problems(root):
    os.mkfifo(root / "pipe")
    assert problems(root) == {"pipe": "is a pipe, not a document"}
    assert walk([str(root)], "/", WalkOptions(exclude=("pipe",))).problems == ()


def test_metadata_without_its_document(root):
    (root / "lost.meta.yaml").touch()
    found = walk([str(root)], "/").problems
    assert [(one.path, one.incomplete) for one in found] == [("lost.meta.yaml", False)]


@pytest.mark.parametrize("end", ["yml", "json"])
def test_metadata_under_a_name_of_its_own_is_told_the_right_one(root, end):
    (root / f"b.txt.meta.{end}").touch()
    (told,) = walk([str(root)], "/").problems
    assert told.message == (
        f"describes a document that is not here; that of 'b.txt' is called 'b.meta.{end}'"
    )
    (root / "b.txt.txt").touch()
    assert walk([str(root)], "/").problems == ()


@pytest.mark.parametrize("name", ["b.yml", "b.yaml", "b.txt.yml", "b.txt.json"])
def test_metadata_under_a_name_that_nobody_reads_is_told_the_right_one(root, name):
    (root / name).touch()
    (told,) = walk([str(root)], "/").problems
    message = "is a document by itself; what describes 'b.txt' is called 'b.meta.yml'"
    assert (told.path, told.message, told.incomplete) == (name, message, False)


@pytest.mark.parametrize("name", ["b.json", "c.yml", "b.txt.txt"])
def test_other_documents_describe_none(root, name):
    (root / name).touch()
    assert walk([str(root)], "/").problems == ()


def test_metadata_in_json_of_which_one_file_is_read(root):
    (root / "b.meta.json").touch()
    (root / "a" / "z.meta.json").touch()
    found = walk([str(root)], "/")
    sidecars = {source.path: Path(source.sidecar).name for source in found.sources}
    assert (sidecars["b.txt"], sidecars["a/z.html"]) == ("b.meta.json", "z.meta.yml")
    assert not [path for path in sidecars if path.endswith(".json")]
    told = [(one.path, one.message, one.incomplete) for one in found.problems]
    reason = "is not read: 'a/z.meta.yml' describes the same document"
    assert told == [("a/z.meta.json", reason, False)]


def test_metadata_elsewhere(root):
    (root / "meta" / "a").mkdir(parents=True)
    (root / "meta" / "a" / "z.html.yml").touch()
    found = walk([str(root)], "/", WalkOptions(metadata="meta/{dir}/{name}.yml"))
    sidecars = {source.path: source.sidecar for source in found.sources}
    assert sidecars["a/z.html"] == str(root / "meta" / "a" / "z.html.yml")
    assert "a/z.meta.yml" in sidecars
    with pytest.raises(UsageError, match="may name"):
        walk([str(root)], "/", WalkOptions(metadata="{folder}.yml"))


def test_names_that_are_not_utf8(root):
    name = os.fsdecode(b"caf\xe9.txt")
    (root / name).write_text("x")
    (root / "back\\slash").write_text("x")
    found = {source.path: source for source in walk([str(root)], "/").sources}
    assert found["caf\\xe9.txt"].location == str(root / name)
    assert Path(found["caf\\xe9.txt"].location).read_text() == "x"
    assert "back\\slash" in found


@given(st.lists(st.binary(min_size=1, max_size=12), min_size=2, max_size=2, unique=True))
def test_no_two_names_become_one(names):
    one, other = (visible(os.fsdecode(name)) for name in names)
    assert one != other
    one.encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_unreadable_folder(root):
    (root / "closed").mkdir(mode=0)
    assert "cannot be read" in problems(root)["closed"]
    (root / "closed").chmod(0o700)
