"""The terminal at 80 and 120 columns, and plain lines where there is none."""

import dataclasses
import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from audit.errors import UsageError
from audit.model import Relation
from audit.reports import Page
from audit.reports.terminal import Concise, Full, draw
from audit.reports.terminal.duplicates import stars
from audit.reports.terminal.show import about

GOLDEN = Path(__file__).parent / "golden"
VIEWS = ("full", "concise", "documents", "sources", "boilerplate", "duplicates", "passages", "show")
SHOWN = "2024-05-12-opening-of-the-east-wing.txt"
STYLE = re.compile(r"\x1b\[[0-9;]*m")
OURS = {"NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "COLORTERM"}


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in OURS:
        monkeypatch.delenv(name, raising=False)


def written(audit, view, out=None, **page):
    out = out or io.StringIO()
    page.setdefault("command", f"audit {view} collections")
    look = Page(paths=("collections",), **page)
    if view in {"full", "concise"}:
        (Full if view == "full" else Concise)(look).write(audit, out)
    else:
        shown = about(audit, SHOWN) if view == "show" else audit
        draw(view, shown, out, look)
    return out.getvalue() if isinstance(out, io.StringIO) else ""


@pytest.fixture
def golden(update):
    """Return a function that holds a text against a golden file."""

    def compare(name, text):
        path = GOLDEN / name
        if update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [80, 120])
def test_views_on_a_terminal(example, golden, view, width):
    text = written(example, view, terminal=True, width=width, colour="never")
    golden(f"{view}-{width}.txt", text)
    commands = ("next:", "museum/", "press-office/", "library/", "harbour-gazette/")
    for line in text.splitlines():
        if view != "concise" and not line.startswith(commands):
            assert cell_len(line) <= width


@pytest.mark.parametrize("view", VIEWS)
def test_views_without_a_terminal(example, golden, view):
    text = written(example, view)
    golden(f"{view}-plain.txt", text)
    assert "\x1b" not in text
    assert not set("…─│├└") & set(text)


def test_plain_tables_are_rows_of_full_values(example):
    rows = [line.split("\t") for line in written(example, "documents").splitlines()]
    assert {len(row) for row in rows} == {10}
    assert rows[1][1] == "harbour-gazette/east-wing-opens-to-the-public.html"


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "show"])
@pytest.mark.parametrize("page", [{}, {"terminal": True, "width": 80, "colour": "always"}])
def test_hostile_text_cannot_reach_a_terminal(hostile, view, page):
    text = written(hostile, view, **page)
    bare = STYLE.sub("", text)
    assert bare.replace("\n", "").replace("\t", "").isprintable()
    assert bare.count("31mred") == bare.count(r"\x1b[31mred")
    assert not any(line.startswith("lines") for line in bare.splitlines())


def test_brackets_and_shortcodes_are_text(hostile):
    text = written(hostile, "full", terminal=True, width=120)
    for sign in ("[/x]", "[email protected]", ":bomb:", "]]>"):
        assert sign in text


def test_a_narrow_terminal_gives_a_record_two_lines(example):
    text = written(example, "documents", terminal=True, width=50, colour="never")
    lines = text.splitlines()
    assert len(lines) == 2 * 7 + 1
    assert all(cell_len(line) <= 50 for line in lines)
    assert lines[1].startswith("  words 1,204")


def test_a_long_table_ends_in_the_command_for_the_rest(example):
    many = [
        dataclasses.replace(document, path=f"{number}/{document.path}")
        for number in range(10)
        for document in example.documents
    ]
    text = written(
        dataclasses.replace(example, documents=many), "documents", terminal=True, colour="never"
    )
    assert text.count("east-wing-opens") == 3
    assert " 20 of 70 documents; all: audit documents collections --limit 0" in text
    asked = dataclasses.replace(example, documents=many)
    for limit in ("-n 8", "-n8", "--limit 8", "--limit=8"):
        command = f"audit documents {limit} collections"
        look = {"terminal": True, "limit": 8, "width": 80, "colour": "never", "command": command}
        text = written(asked, "documents", **look)
        assert " 8 of 70 documents; all: audit documents collections --limit 0" in text
    look["command"] = "audit documents 'my -n 5 notes' -n 8"
    text = written(asked, "documents", **look)
    assert "all: audit documents 'my -n 5 notes' --limit 0" in text
    every = dataclasses.replace(example, documents=many * 4)
    text = written(every, "documents", terminal=True, limit=0, width=80)
    assert text.count("release-117.txt") == 40
    assert text.count("path") == 1


def test_many_findings_end_in_the_command_for_the_rest(example):
    finding = example.findings[0]
    many = [dataclasses.replace(finding, key=f"{number:016x}") for number in range(30)]
    audit = dataclasses.replace(example, findings=many)
    assert "10 more findings: audit full collections -f concise" in written(
        audit, "full", terminal=True, colour="never"
    )
    assert written(audit, "concise", terminal=True).count("[near-duplicate]") == 30


def test_nothing_found_is_short(example):
    audit = dataclasses.replace(example, findings=[], problems=[])
    assert written(audit, "concise").splitlines() == ["no findings", example.run.guarantee]


def test_boilerplate_is_said_and_not_accused(example):
    assert "boilerplate-only" not in written(example, "duplicates")
    assert "1 boilerplate-only" in written(example, "duplicates", terminal=True)
    assert "boilerplate-only" in written(example, "duplicates", everything=True)


@pytest.mark.parametrize(
    ("environment", "wish", "coloured"),
    [
        ({}, "auto", False),
        ({}, "always", True),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "0"}, "auto", False),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, "auto", False),
    ],
)
def test_colour_without_a_terminal(example, monkeypatch, environment, wish, coloured):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    text = written(example, "full", colour=wish)
    assert ("\x1b[" in text) is coloured
    assert "next: audit diff" in text.replace("\x1b[2m", "").replace("\x1b[0m", "")


def test_no_color_takes_the_colours(example, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in written(example, "full", terminal=True)
    assert "\x1b[1;31m" in written(example, "full", terminal=True, colour="always")


def test_a_dumb_terminal_gets_no_codes(example, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    text = written(example, "documents", terminal=True, width=100)
    assert "\x1b" not in text
    assert all(cell_len(line) <= 100 for line in text.splitlines())


@pytest.mark.parametrize("view", VIEWS)
def test_an_ascii_stream_takes_everything(example, view):
    data = io.BytesIO()
    out = io.TextIOWrapper(data, encoding="ascii", errors="backslashreplace")
    written(example, view, out, terminal=True, width=80)
    out.flush()
    assert b"\\u2500" not in data.getvalue()
    assert b"\\u2026" not in data.getvalue()


def test_every_pair_is_in_one_star(example):
    found = stars(list(example.pairs))
    pairs = [pair for star in found for pair in star.pairs]
    assert sorted(map(id, pairs)) == sorted(map(id, example.pairs))
    assert all(star.hub in (pair.a, pair.b) for star in found for pair in star.pairs)


def test_who_contains_whom(example):
    text = written(example, "duplicates", terminal=True, width=120)
    contains = next(pair for pair in example.pairs if pair.relation is Relation.CONTAINS)
    assert contains.body.containment_b > contains.body.containment_a
    assert "0.91  contains" in text


@pytest.mark.parametrize(
    "name", [SHOWN, f"museum/news/{SHOWN}", f"./museum/news/{SHOWN}", "020f64"]
)
def test_a_document_has_several_names(example, name):
    assert [document.path for document in about(example, name).documents] == [
        f"museum/news/{SHOWN}"
    ]


def test_no_such_document(example):
    with pytest.raises(UsageError, match=r"did you mean press-office/2024/release-117\.txt"):
        about(example, "press-office/2024/release-171.txt")
    with pytest.raises(UsageError, match="see `audit documents`"):
        about(example, "nothing-of-the-kind")


def test_show_says_how_the_encoding_was_decided_and_where_languages_begin(example):
    path = next(document.path for document in example.documents if document.path.endswith(SHOWN))
    other = next(claim for claim in example.claims if claim.path == path)
    languages = [
        dataclasses.replace(
            other, property="language", normalized=name, line=line, extractor="language"
        )
        for name, line in (("en", 1), ("de", 40))
    ]
    documents = [
        dataclasses.replace(d, encoding_confidence=0.6, encoding_basis="a guess from its letters")
        for d in example.documents
    ]
    claims = [*example.claims, *languages]
    shown = written(
        dataclasses.replace(example, documents=documents, claims=claims), "show", width=80
    )
    assert "  encoding    utf-8, 60 % sure: a guess from its letters\n" in shown
    assert "  language    en; en from line 1; de from line 40\n" in shown
