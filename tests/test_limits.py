"""Limits and the text field: set in the rules, in force, and never forgotten by a catalogue."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest

from audit.errors import RuleError
from audit.pipeline import audited
from audit.readers import Limits
from audit.rules import parse
from audit.rules.shapes import Bounds
from audit.settings import Settings

TEXT = "On the {} of May the harbour office of the town opened its doors at seven sharp.\n"


@dataclass(frozen=True)
class Result:
    read: int
    states: dict[str, str]
    problems: dict[str, str]


@pytest.fixture
def run(tmp_path, monkeypatch) -> Callable[[str], Result]:
    """Return a function that audits the folder `input` under these `documents` of the rules."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input").mkdir()

    def audit(documents: str) -> Result:
        Path("audit.yml").write_text(f"audit: 1\ndocuments: {documents}\n")
        read = 0

        def watch(_stage: str, done: int, *_sizes: int) -> None:
            nonlocal read
            read = done

        with audited(Settings(paths=("input",), jobs=1), watch) as found:
            states = {document.path: document.state for document in found.documents}
            problems = {problem.path: problem.message for problem in found.problems}
            return Result(read, states, problems)

    return audit


def test_the_limits_of_the_rules_are_those_of_the_readers():
    assert Bounds().limits == Limits()


def test_every_limit_can_be_set():
    sizes = {"file": "5 kB", "unpacked": "7 MB", "memory": "2GB"}
    said = {name: sizes.get(name, "3") for name in msgspec.structs.asdict(Bounds())}
    text = f"audit: 1\ndocuments: {{limits: {json.dumps(said)}}}\n"
    limits = parse(text.encode(), name="audit.yml", base="").documents.limits.limits
    changed = {"file": 5_000, "unpacked": 7_000_000, "memory": 2_000_000_000}
    assert msgspec.structs.asdict(Bounds()).keys() == {*Limits.__dataclass_fields__}
    for name in said:
        assert getattr(limits, name) == changed.get(name, 3)


@pytest.mark.parametrize(
    ("said", "place", "hint"),
    [
        ("limits: {secnods: 3}", "2:22", "did you mean “seconds”"),
        ("limits: {file: 3}", "2:28", "like 64 MB"),
        ("limits: {file: 3 megs}", "2:28", "like 64 MB"),
        ("limits: {line: 0}", "2:28", "a whole number from 1 to 1000000000"),
        ("limits: 3 MB", "2:21", "must be a map"),
        ("text-feild: body", "2:13", "did you mean “text-field”"),
        ("text-field: [a, b]", "2:25", "must be a text"),
    ],
)
def test_mistakes_have_their_place(said, place, hint):
    with pytest.raises(RuleError) as caught:
        parse(f"audit: 1\ndocuments: {{{said}}}\n".encode(), name="audit.yml", base="")
    assert str(caught.value).startswith(f"audit.yml:{place}: ")
    assert hint in str(caught.value)


def test_a_changed_limit_reads_again(run):
    Path("input/a.txt").write_text(TEXT.format("first"))
    assert run("{}").states == {"a.txt": "read"}
    lowered = run("{limits: {line: 20}}")
    assert lowered.read == 1
    assert lowered.states == {"a.txt": "unreadable"}
    assert "over the limit of 20" in lowered.problems["a.txt"]
    assert run("{limits: {line: 20}}") == replace(lowered, read=0)
    small = run("{limits: {file: 20 B}}")
    assert small.states == {"a.txt": "fixity-only"}
    assert run("{limits: {file: 20 B}}").read == 0
    assert run("{}").states == {"a.txt": "read"}


def test_a_changed_text_field_reads_json_again_and_nothing_else(run):
    Path("input/a.txt").write_text(TEXT.format("first"))
    said = {"note": "short", "article": {"parts": [{"body": TEXT.format("second")}]}}
    Path("input/b.json").write_text(json.dumps(said))
    lines = [{"article": {"parts": [{"body": TEXT.format(day)}]}} for day in ("third", "fourth")]
    lines.append({"body": TEXT.format("fifth")})
    Path("input/c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert run("{}").read == 3
    named = run("{text-field: /article/parts/0/body}")
    assert named.read == 2
    assert named.states == {
        "a.txt": "read",
        "b.json": "read",
        "c.jsonl": "container",
        "c.jsonl!/1": "read",
        "c.jsonl!/2": "read",
        "c.jsonl!/3": "unreadable",
    }
    assert named.problems == {
        "c.jsonl!/3": "no field '/article/parts/0/body' in it: its text is not read"
    }
    assert run("{text-field: article.parts.0.body}").states == named.states
    assert run("{text-field: note}").problems["c.jsonl!/1"].startswith("no field 'note'")
