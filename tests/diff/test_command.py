"""`audit diff`: what a person and a program see of two files."""

import json
import os
from pathlib import Path

import pytest

from audit.cli import main

TOWN = Path(__file__).parent.parent / "collections" / "town" / "input"
GAZETTE = [str(TOWN / f"gazette_new-pontoon_{day}.txt") for day in ("20240506", "20240617")]
MUSEUM = [str(TOWN / f"museum_{page}_20240702.txt") for page in ("glass-floats", "tide-mill")]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def files(folder: Path, a: str | bytes, b: str | bytes) -> list[str]:
    paths = [folder / "one.txt", folder / "two.txt"]
    for path, text in zip(paths, (a, b), strict=True):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(path) for path in paths]


def diff(*arguments: str) -> int:
    return main(["diff", "--no-fold", *arguments])


def test_a_silent_change_of_a_number_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(*GAZETTE) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == " 1 number"
    said = "1 L11 NUMBER ..The pontoon has [-48-]{+84+} berths for visiting boats, each.."
    assert " ".join(lines[3].split()) == said


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = files(tmp_path, "The tide rose.\n", "The  tide rose.\n")
    assert diff("--exit-code", *GAZETTE) == 1
    assert diff("--exit-code", GAZETTE[0], GAZETTE[0]) == 0
    assert diff("--exit-code", one, two) == 0
    assert diff("--exit-code", "--all", one, two) == 1
    assert diff(one, str(tmp_path / "missing.txt")) == 2
    assert diff(one, str(tmp_path)) == 2
    assert diff(one) == 2
    assert main(["diff", "--within", str(tmp_path), *GAZETTE]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_same_bytes_and_the_same_text_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = files(tmp_path, "A café by the sea.\n", "A café by the sea.\n".encode("utf-16"))
    assert diff(one, one) == 0
    assert " identical: the same bytes\n" in capsys.readouterr().out
    assert diff(one, two) == 0
    assert " the same text in other bytes: utf-8, utf-16" in capsys.readouterr().out.lower()


def test_json_lines_hold_every_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert diff("-f", "jsonl", *GAZETTE) == 0
    run, head, *rest = map(json.loads, capsys.readouterr().out.splitlines())
    assert (run["type"], run["format"]) == ("run", 1)
    assert (head["type"], head["counts"]) == ("diff", {"number": 1})
    assert [path["path"] for path in (head["a"], head["b"])] == GAZETTE
    (change,) = [line for line in rest if line["type"] == "change"]
    text = Path(GAZETTE[0]).read_text("utf-8")
    assert text[change["a_start"] : change["a_end"]] == change["before"] == "48"
    assert (change["kind"], change["a_line"], change["after"]) == ("number", 11, "84")


def test_boilerplate_of_the_collection_is_folded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *MUSEUM]) == 0
    out = capsys.readouterr().out
    assert " folded: boilerplate, 109 words of the first, 109 words of the second" in out
    assert main(["diff", "--no-fold", *MUSEUM]) == 0
    assert "folded" not in capsys.readouterr().out


def test_furniture_of_a_page_is_folded_and_lines_are_those_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (
        "<html>\n<body>\n<nav>Home {0} visits</nav>\n<main>\n<h1>The pontoon</h1>\n"
        "<p>It has {0} berths.</p>\n</main>\n</body>\n</html>\n"
    )
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    one.write_text(page.format(48))
    two.write_text(page.format(84))
    assert main(["diff", str(one), str(two)]) == 0
    out = capsys.readouterr().out
    assert " 1 number\n" in out
    assert " L6 " in out


def test_statements_that_differ_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "---\ntitle: The pontoon\ndate: {}\n---\n\nThe pontoon is new and has many berths.\n"
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text(text.format("2024-05-06"))
    two.write_text(text.format("2024-06-17"))
    assert diff(str(one), str(two)) == 0
    out = capsys.readouterr().out
    assert "  issued       [-2024-05-06 (L3)-]{+2024-06-17 (L3)+}\n" in out


def test_hostile_text_and_names_stay_visible(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a[red]\x1b[31m\n"
    folder.mkdir()
    a = "Say [/x] now \x1b[31mred\u202e and {+forged+} text.\n"
    one, two = files(folder, a, a.replace("now", "\x07never"))
    assert diff("--all", one, two) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[/x]" in out
    assert "[red]\\x1b[31m\\n" in out


def test_every_change_stands_on_one_line_without_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = " ".join(f"word{number}" for number in range(400))
    one, two = files(tmp_path, "First.\n\nLast.\n", f"First.\n\n{long}.\n\nLast.\n")
    assert diff(one, two) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert "word0 " in lines[3]
    assert "word399." in lines[3]


def test_a_wide_folder_is_not_audited_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.cli.diff.FEW", 1)
    one, two = files(tmp_path, "The tide rose.\n", "The tide fell.\n")
    assert main(["diff", one, two]) == 0
    assert "--within FOLDER folds boilerplate" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_plain_file_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert diff(GAZETTE[0], str(tmp_path / "pipe.txt")) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_empty_file_is_compared_like_any_other(tmp_path, capsys):
    one, two = files(tmp_path, "", "The lamp was lit at nine.\n")
    assert diff("--exit-code", one, two) == 1
    assert "0 words the same, 0 removed, 6 added" in capsys.readouterr().out
    assert diff("--exit-code", one, one) == 0
    assert "identical: the same bytes" in capsys.readouterr().out
