"""Bad and hostile input: one clear line, the right exit code, the other documents audited."""

import json
import os
from pathlib import Path

import pytest

GOOD = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
CHECK = ("check", "input", "-f", "jsonl", "--today", "2024-12-31")
root = pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
UNITS = 80


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with one good document in it."""
    made = tmp_path / "input"
    made.mkdir()
    (made / "good.txt").write_text(GOOD)
    return made


def rows(outcome, kind: str) -> list[dict]:
    return [row for row in map(json.loads, outcome.out.splitlines()) if row["type"] == kind]


def paths(outcome) -> set[str]:
    return {row["path"] for row in rows(outcome, "document")}


def states(outcome) -> dict[str, str]:
    return {row["path"]: row["state"] for row in rows(outcome, "document")}


def test_empty_folder(here, tmp_path):
    (tmp_path / "input").mkdir()
    outcome = here(*CHECK)
    assert outcome.code == 3
    assert "input" in outcome.line


def test_missing_folder(here):
    outcome = here(*CHECK)
    assert outcome.code == 2
    assert "input" in outcome.line


def test_empty_file(here, folder):
    (folder / "empty.txt").touch()
    outcome = here(*CHECK)
    assert outcome.code in (0, 1), outcome.err
    assert states(outcome)["empty.txt"] == "empty"
    assert outcome.clear


def test_binary_gets_fixity_only_and_says_so(here, folder):
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 64)
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(4096))
    outcome = here(*CHECK)
    assert outcome.code in (0, 1), outcome.err
    assert states(outcome)["noise.bin"] == "fixity-only"
    assert states(outcome)["image.png"] == "fixity-only"
    assert all(len(row["sha256"]) == 64 for row in rows(outcome, "document"))


def test_line_of_many_megabytes(here, folder):
    (folder / "line.txt").write_bytes(b"all one line without an end, " * (UNITS << 15))
    outcome = here(*CHECK)
    assert outcome.clear, outcome.err
    assert {"good.txt", "line.txt"} <= paths(outcome)
    assert outcome.code == (2 if any(row["incomplete"] for row in rows(outcome, "problem")) else 0)


def test_invalid_utf8_is_read_and_said(here, folder):
    text = "Ærlig talt, the café by the quay is dear. " * 20
    (folder / "torn.txt").write_bytes(text.encode() + b"\xff\xfe\xc3 and on")
    outcome = here(*CHECK)
    assert outcome.clear, outcome.err
    assert states(outcome)["torn.txt"] == "read"
    assert any(row["path"] == "torn.txt" for row in rows(outcome, "problem"))


HOSTILE_NAMES = [
    "line\nfeed.txt",
    "[/x][bold]markup.txt",
    "esc\x1b[31m\x1b]8;;http:example.txt",
    "::error file=a::b.txt",
    "\u202egnp.txt",
    "  .txt",
    "-rf.txt",
    "'; drop table files; --.txt",
    ":now.txt",
]


def test_hostile_names(here, folder):
    for number, name in enumerate(HOSTILE_NAMES):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"{GOOD}{number} of them were on it.\n")
    outcome = here(*CHECK, "--no-catalogue")
    assert outcome.clear, outcome.err
    assert paths(outcome) == {"good.txt", *HOSTILE_NAMES}
    for command in ("check", "documents", "duplicates", "sources"):
        shown = here(command, "input")
        assert shown.clear, shown.err
        assert shown.code in (0, 1), shown.err
        assert not {"\x1b", "\u202e"} & set(shown.out.decode() + shown.err)
        assert not [line for line in shown.out.decode().splitlines() if line.startswith("::")]


def test_names_that_are_not_utf8(here, folder):
    bad = os.fsencode(folder) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(bad)).write_text(GOOD)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    outcome = here(*CHECK)
    assert outcome.clear, outcome.err
    assert len(rows(outcome, "document")) == 2
    assert here("documents", "input").clear


@root
def test_unreadable_file_for_users(here, folder):
    (folder / "locked.txt").write_text(GOOD)
    (folder / "locked.txt").chmod(0)
    outcome = here(*CHECK)
    assert outcome.code == 2
    assert any(row["path"] == "locked.txt" for row in rows(outcome, "problem"))
    assert "good.txt" in paths(outcome)


@root
def test_unreadable_folder_for_users(here, folder):
    (folder / "closed").mkdir(mode=0)
    outcome = here(*CHECK)
    (folder / "closed").chmod(0o700)
    assert outcome.code == 2
    assert "good.txt" in paths(outcome)


def test_links_are_not_followed(here, folder, tmp_path):
    (tmp_path / "secret.txt").write_text("The key hangs behind the third barometer.\n")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "dangling.txt").symlink_to(tmp_path / "nothing")
    (folder / "loop").symlink_to(folder)
    (folder / "self").symlink_to("self")
    outcome = here(*CHECK)
    assert outcome.clear, outcome.err
    assert "good.txt" in paths(outcome)
    assert b"barometer" not in outcome.out
    assert not [path for path in paths(outcome) if path.startswith("loop/")]


def test_pipes_and_devices_do_not_hang(here, folder):
    os.mkfifo(folder / "pipe.txt")
    outcome = here(*CHECK, timeout=30)
    assert outcome.clear, outcome.err
    assert "good.txt" in paths(outcome)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("audit: 1\nrules:\n  a:\n    chek: text\n", ("audit.yml:3:3", "check")),
        (
            "audit: 1\nrules:\n  a:\n    check: length\n    sevrity: note\n",
            ("audit.yml:5:5", "severity"),
        ),
        ("audit: 1\nrules: {a: {check: simlar}}\n", ("audit.yml:2:20", "similar")),
        ("audit: 1\nrules: [\n", ("audit.yml:3:1", "")),
        ("audit: 7\n", ("audit.yml:1:8", "1")),
        ("audit: 1\naudit: 1\n", ("audit.yml:2:1", "audit")),
    ],
)
@pytest.mark.usefixtures("folder")
def test_rules_file_with_a_mistake(here, tmp_path, text, message):
    place, hint = message
    (tmp_path / "audit.yml").write_text(text)
    outcome = here(*CHECK)
    assert outcome.code == 2
    assert outcome.clear
    assert place in outcome.err
    assert hint in outcome.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_rules_that_are_no_file_are_not_passed_over(here, tmp_path, make):
    make(tmp_path / "audit.yml")
    outcome = here(*CHECK, timeout=20)
    assert (outcome.code, outcome.out) == (2, b"")
    assert "audit.yml" in outcome.line


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 100, b"&a [*a]", b"[" * 5000])
def test_rules_file_that_is_no_yaml(here, folder, tmp_path, data):
    (tmp_path / "audit.yml").write_bytes(data)
    outcome = here(*CHECK, timeout=30)
    assert outcome.code == 2
    assert outcome.clear, outcome.err
    assert "audit.yml" in outcome.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", '---\ntitle: "Quay \\ud800 news"\n---\nWords of the harbour.\n'),
        ("a.json", '{"text": "Harbour words \\ud800 here", "title": "Quay \\ud800 news"}'),
        ("good.meta.yml", 'title: "Quay \\udfff news"\n'),
    ],
)
def test_halves_of_characters_stop_nothing(here, folder, name, text):
    (folder / name).write_text(text)
    outcome = here(*CHECK, "--no-catalogue")
    assert outcome.code in (0, 1), outcome.err
    titles = [row for row in rows(outcome, "claim") if row["property"] == "title"]
    assert "Quay ? news" in [row["normalized"] for row in titles]
