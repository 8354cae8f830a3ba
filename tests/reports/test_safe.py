"""The border to people: nothing hidden gets through, nothing visible is lost."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import Location, Run
from audit.reports import from_here, place, safe, safe_path, standing, to_json, total, uri
from audit.reports.terminal.words import percent, score, size

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("\x00\x07\x7f\x9b", r"\x00\x07\x7f\x9b"),
        ("a\u202eb\u2066c\u061c", r"a\u202eb\u2066c\u061c"),
        ("\u200b\ufeff\u2028\u2029", r"\u200b\ufeff\u2028\u2029"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff\ud800", r"\udcff\ud800"),
        ("می\u200cخواهم 👨\u200d👩", "می\u200cخواهم 👨\u200d👩"),
        ("two\nlines\tand tab", "two\nlines\tand tab"),
        ("[email protected] [/x] :bomb:", "[email protected] [/x] :bomb:"),
    ],
)
def test_what_is_hidden_becomes_visible(text, shown):
    assert safe(text) == shown


def test_one_line_shows_its_line_feeds():
    assert safe("a\nb\tc\rd", line=True) == r"a\nb\tc\rd"


def test_paths_show_joiners_and_odd_spaces():
    assert safe_path("a\u200db\u00a0c\xadd e") == r"a\u200db\xa0c\xadd e"


@given(ANYTHING)
def test_nothing_hidden_passes(text):
    shown = safe(text, line=True)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
    assert safe(shown, line=True) == shown
    shown.encode()


def test_long_texts_are_quick():
    text = "\x1b" * 200_000 + "é" * 200_000
    assert len(safe(text)) == 4 * 200_000 + 200_000


@given(ANYTHING)
def test_uri_is_ascii_and_json_is_one_line(text):
    assert uri(text).isascii()
    assert "\n" not in to_json({"text": text})


def test_uri_keeps_the_bytes_of_a_name_that_is_not_utf8():
    assert uri("a b/caf\udce9.txt") == "a%20b/caf%E9.txt"


def _run(root):
    return Run(version="", root=root, engine="", rules_digest="", guarantee="", today="")


def test_paths_for_ci_start_where_the_run_started(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert from_here(_run("letters"), "a/b.txt") == "letters/a/b.txt"
    assert from_here(_run("."), "a/b.txt") == "a/b.txt"
    assert from_here(_run(""), "a/b.txt") == "a/b.txt"
    assert from_here(_run(str(tmp_path / "letters")), "b.txt") == "letters/b.txt"
    assert from_here(_run("/elsewhere"), "b.txt") == "/elsewhere/b.txt"


def test_places_read_as_editors_open_them():
    assert place(Location(path="a\nb", line=3, column=7)) == r"a\nb:3:7"


def test_findings_stand_worst_first_and_documents_stay_whole(example):
    order = [(finding.location.path, finding.severity) for finding in standing(example.findings)]
    assert [severity for _, severity in order] == ["error", "warning", "warning", "note"]
    assert order[0][0] == order[1][0]
    assert total(example) == "1 error, 2 warnings, 1 note; 1 waived; 2 problems"


def test_numbers_never_say_more_than_they_know():
    assert [percent(share) for share in (0, 0.001, 0.5, 0.9999, 1)] == [
        "0 %",
        "1 %",
        "50 %",
        "99 %",
        "100 %",
    ]
    assert [score(value) for value in (0, 0.999, 0.29, 1)] == ["0.00", "0.99", "0.29", "1.00"]
    assert [size(number) for number in (0, 999, 1000, 24_600_000)] == [
        "0 B",
        "999 B",
        "1.0 kB",
        "24.6 MB",
    ]


def test_json_gives_a_terminal_nothing_to_act_on():
    text = "a\x7f\x9b31m\u202eb\u2066c\ufeff\U000e0041 é中\u200d"
    written = to_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert safe(written) == written
    assert "é中\u200d" in written
