"""Every file has exactly one state; the failures of earlier tools are named tests."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.manifests import Evidence, Listed, State, Tree, Verification, classify
from audit.model import FileDigest


def sha(data):
    return hashlib.sha256(data).hexdigest()


def judge(before, now, *, other=None, barriers=((), ()), broken=()):
    """Classify {path: bytes} *before* against *now*; *barriers* are what is skipped and closed."""
    listed = {
        path: Listed(
            path=path,
            other=(other or {}).get(path, ""),
            digests={"sha256": sha(data)},
            manifest="list.txt",
            line=line,
        )
        for line, (path, data) in enumerate(before.items(), 1)
    }
    found = {
        path: FileDigest(
            path=path,
            size=len(data),
            modified=0,
            inode=0,
            digests={} if path in broken else {"sha256": sha(data)},
            error="Input/output error" if path in broken else "",
        )
        for path, data in now.items()
    }
    tree = Tree(files=sorted(now), skipped=dict(barriers[0]), closed=dict(barriers[1]))
    return classify(Evidence(listed=listed, tree=tree, found=found))


def states(verdicts):
    return {each.path: str(each.state) for each in verdicts}


def remarks(verdicts):
    return {each.path: each.remark for each in verdicts if each.remark}


def test_hashdeep_66_a_changed_file_is_reported_once():
    verdicts = judge({"a": b"old"}, {"a": b"new"})
    (verdict,) = verdicts
    assert verdict.state is State.MODIFIED
    assert (verdict.expected, verdict.found) == (sha(b"old"), sha(b"new"))
    assert (verdict.manifest, verdict.line) == ("list.txt", 1)


def test_hashdeep_64_a_lost_copy_is_missing_although_its_twin_is_there():
    verdicts = judge({"a": b"same", "b": b"same"}, {"a": b"same"})
    assert states(verdicts) == {"a": "ok", "b": "missing"}
    assert remarks(verdicts) == {"b": "the same bytes are still in 'a'"}


@pytest.mark.parametrize("lost", ["a", "b", "c"])
def test_hashdeep_309_386_408_423_the_right_one_of_several_copies_is_missed(lost):
    before = {"a": b"same", "b": b"same", "c": b"same", "d": b"other"}
    now = {path: data for path, data in before.items() if path != lost}
    verdicts = judge(before, now)
    assert states(verdicts) == {path: "missing" if path == lost else "ok" for path in before}


def test_hashdeep_334_empty_files_never_move():
    verdicts = judge({"a": b"", "b": b""}, {"c": b"", "b": b""})
    assert states(verdicts) == {"a": "missing", "b": "ok", "c": "new"}
    assert remarks(verdicts) == {}


def test_a_copy_is_new_and_not_moved():
    verdicts = judge({"a": b"same"}, {"a": b"same", "b": b"same"})
    assert states(verdicts) == {"a": "ok", "b": "new"}
    assert remarks(verdicts) == {"b": "same bytes as 'a'"}


def test_moved_is_said_once_with_both_names():
    (verdict,) = judge({"log/a": b"tide"}, {"old/b": b"tide"})
    assert (verdict.state, verdict.listed, verdict.path) == (State.MOVED, "log/a", "old/b")


def test_twins_in_a_renamed_folder_keep_their_names():
    before = {"quay/a": b"same", "quay/b": b"same"}
    verdicts = judge(before, {"pier/a": b"same", "pier/b": b"same"})
    assert [(each.listed, each.path) for each in verdicts] == [
        ("quay/a", "pier/a"),
        ("quay/b", "pier/b"),
    ]
    assert {each.state for each in verdicts} == {State.MOVED}


def test_where_several_pairings_are_possible_nothing_moved():
    verdicts = judge({"a": b"same", "b": b"same"}, {"c": b"same", "d": b"same"})
    assert states(verdicts) == {"a": "missing", "b": "missing", "c": "new", "d": "new"}
    assert remarks(verdicts)["a"] == "the same bytes are still in 'c' and 1 more"
    assert remarks(verdicts)["c"] == "same bytes as 'a' and 1 more"


def test_exchanged_files_are_two_modified_ones():
    verdicts = judge({"a": b"1", "b": b"2"}, {"a": b"2", "b": b"1"})
    assert states(verdicts) == {"a": "modified", "b": "modified"}
    assert remarks(verdicts)["a"] == (
        "the listed bytes are in 'b'; it has the bytes listed for 'b'"
    )


def test_an_emptied_file_says_so():
    assert remarks(judge({"a": b"x", "b": b""}, {"a": b"", "b": b""})) == {"a": "it is empty now"}


def test_unicode_forms_of_one_name_are_one_file():
    nfc, nfd = unicodedata.normalize("NFC", "café"), unicodedata.normalize("NFD", "café")
    (verdict,) = judge({nfc: b"menu"}, {nfd: b"menu"})
    assert (verdict.state, verdict.path, verdict.listed) == (State.OK, nfd, nfc)
    assert verdict.remark == "the name is NFD here and NFC in the manifest"
    (verdict,) = judge({nfc: b"menu"}, {nfd: b"bill"})
    assert verdict.state is State.MODIFIED


def test_unicode_forms_that_both_exist_are_two_files():
    nfc, nfd = unicodedata.normalize("NFC", "café"), unicodedata.normalize("NFD", "café")
    assert states(judge({nfc: b"1"}, {nfc: b"1", nfd: b"2"})) == {nfc: "ok", nfd: "new"}


def test_a_name_as_another_tool_writes_it_is_the_same_file():
    verdicts = judge({"data/a\n1": b"x"}, {"data/a%0A1": b"x"}, other={"data/a\n1": "data/a%0A1"})
    assert states(verdicts) == {"data/a%0A1": "ok"}
    assert "without the rules of the format" in verdicts[0].remark


def test_what_stands_in_the_way_is_unreadable_and_never_missing():
    verdicts = judge(
        {"a": b"1", "closed/b": b"2", "link/c": b"3", "l": b"4", "gone": b"5"},
        {"a": b"1"},
        barriers=(
            {"link": "it is a link", "l": "it is a link"},
            {"closed": "the folder cannot be read: Permission denied"},
        ),
        broken=["a"],
    )
    assert states(verdicts) == {
        "a": "unreadable",
        "closed": "unreadable",
        "closed/b": "unreadable",
        "gone": "missing",
        "l": "unreadable",
        "link/c": "unreadable",
    }
    assert remarks(verdicts)["a"] == "Input/output error"
    assert remarks(verdicts)["link/c"] == "'link': it is a link"


def test_a_closed_root_makes_nothing_missing():
    closed = {".": "the folder cannot be read: Permission denied"}
    assert states(judge({"a": b"1"}, {}, barriers=((), closed))) == {
        ".": "unreadable",
        "a": "unreadable",
    }


folders = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d/a", "d/b", "é", "e\u0301", "x/é"]),
    st.sampled_from([b"", b"1", b"2", b"3"]),
)


@given(folders, folders, st.sets(st.sampled_from(["a", "d/a"])))
def test_every_file_has_one_state_and_the_counts_add_up(before, now, broken):
    verdicts = judge(before, now, broken=broken & now.keys())
    listed = [each.listed for each in verdicts if each.listed]
    here = [each.path for each in verdicts if each.state is not State.MISSING]
    assert sorted(listed) == sorted(before)
    assert sorted(here) == sorted(now)
    verification = Verification(verdicts=verdicts)
    assert verification.listed == len(before)
    assert verification.here == len(now)
    assert sum(verification.count(state) for state in State) == len(verdicts)


@given(folders, folders)
def test_states_mean_what_they_say(before, now):
    for each in judge(before, now):
        if each.state is State.OK:
            assert before[each.listed] == now[each.path]
        elif each.state is State.MODIFIED:
            assert before[each.listed] != now[each.path]
        elif each.state is State.MOVED:
            assert before[each.listed] == now[each.path] != b""
            assert each.listed not in now
            assert each.path not in before


@given(folders)
def test_an_untouched_folder_is_ok(folder):
    assert {each.state for each in judge(folder, folder)} <= {State.OK}
