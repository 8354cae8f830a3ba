"""Extractors of another distribution on hostile texts: named, ended, and the others audited."""

import contextlib
import json
import time

import pytest

from audit.examine.question import _NAME, TooSlowError, question, watched
from audit.extractors import Questions, _extractors
from audit.model import Document, Source
from audit.readers import Limits
from audit.readers.guard import Process

CODE = """
import contextlib, os, time
from audit.extractors import Extractor
from audit.model import Claim, Origin

def claim(**changes):
    said = dict(
        property="creator", value="Aas", normalized="Aas", extractor="tide", line=1, start=0,
        end=3, origin=Origin.FOUND, confidence=0.9, reason="it is so",
    )
    return Claim(**(said | changes))

class Node(str):
    def __reduce__(self):
        return os._exit, (3,)

class Line(int):
    __reduce__ = Node.__reduce__

class Share(float):
    __reduce__ = Node.__reduce__

class Tide(Extractor):
    id = "tide"

    def extract(self, document):
        word = document.text.split()[0]
        yield claim()
        if word == "sleep":
            time.sleep(1_000_000)
        if word == "spin":
            while True: pass
        if word == "fill":
            bytearray(10 << 30)
        if word == "exit":
            os._exit(3)
        if word == "fork":
            os.fork()
        if word == "write":
            for number in range(3, 64):
                with contextlib.suppress(OSError):
                    os.write(number, b"tide" * 100)
        if word == "node":
            node = Node("Node")
            node.parent = lambda: node
            yield claim(value=node, normalized=Node("Node"), line=Line(1), confidence=Share(0.5))
        if word == "raise":
            document.nothing
        if word == "number":
            yield claim(line="one")
        if word == "property":
            yield claim(property="colour")
        if word == "date":
            yield claim(property="issued", normalized="yesterday")
        print("a line among the results")
"""
SAID = {
    "sleep": "extractor tide: over the limit of 3 s on the clock (limits: seconds)",
    "spin": "extractor tide: over the limit of 1 s of processor time (limits: seconds)",
    "fill": "extractor tide: needs more memory than it may take (limits: memory)",
    "exit": "extractor tide: its process ended (exit status 3)",
    "write": "extractor tide: its process sent what is no answer",
    "raise": "extractor tide failed: AttributeError: 'Document' object has no attribute 'nothing'",
    "number": "extractor tide failed: TypeError: a claim whose places are ['one', 0, 3]",
    "property": "extractor tide failed: ValueError: there is no property 'colour'",
}
WORDS = "to the ones who wait for the tide at the quay of the old harbour\n\nNext line\n"


@pytest.fixture
def tide(tmp_path, monkeypatch):
    """Install a distribution with one extractor for this test."""
    installed = tmp_path / "installed"
    (installed / "tide_audit-1.0.dist-info").mkdir(parents=True)
    (installed / "tide_audit.py").write_text(CODE)
    told = {"METADATA": "Name: tide-audit\nVersion: 1.0\n"}
    told["entry_points.txt"] = "[audit.extractors]\ntide = tide_audit:Tide\n"
    for name, text in told.items():
        (installed / "tide_audit-1.0.dist-info" / name).write_text(text)
    monkeypatch.syspath_prepend(str(installed))
    forget()
    yield
    forget()


def forget():
    _extractors.cache_clear()
    if _NAME in Process.running:
        Process.running[_NAME].end()


@pytest.mark.usefixtures("tide")
def test_whatever_an_extractor_does_the_others_are_audited(here, tmp_path):
    (tmp_path / "audit.yml").write_text("audit: 1\ndocuments: {limits: {seconds: 1}}\n")
    (tmp_path / "input").mkdir()
    for word in (*SAID, "date", "words"):
        (tmp_path / "input" / f"{word}.txt").write_text(f"{word} {WORDS}© 2024 Harbour Office\n")
    done = here("check", "input", "-f", "jsonl", "-q", "--no-catalogue")
    assert (done.code, done.clear) == (2, True)
    found = [json.loads(line) for line in done.out.splitlines()]
    problems = {row["path"]: row["message"] for row in found if row["type"] == "problem"}
    if "clock" in problems["spin.txt"]:  # others hold the processor
        problems["spin.txt"] = SAID["spin"]
    assert problems == {f"{word}.txt": message for word, message in SAID.items()}
    holders = [row["path"] for row in found if row.get("property") == "rights_holder"]
    assert sorted(holders) == sorted(f"{word}.txt" for word in (*SAID, "date", "words"))
    assert {row["path"] for row in found if row.get("extractor") == "tide"} >= {"words.txt"}


def spin():
    while True:
        with contextlib.suppress(Exception):  # as careless code has it
            sum(range(1_000))


def test_what_takes_too_long_in_this_process_is_ended():
    began = time.process_time()
    with pytest.raises(TooSlowError), watched(1):
        spin()
    assert time.process_time() - began < 3


@pytest.mark.usefixtures("tide")
def test_claims_of_others_are_made_of_plain_values():
    evidence = question(Questions(document=document("node")), Limits()).evidence
    assert evidence.problems == ()
    (claim,) = [claim for claim in evidence.claims if claim.value == "Node"]
    values = claim.value, claim.normalized, claim.line, claim.confidence
    assert [type(value) for value in values] == [str, str, int, float]


@pytest.mark.usefixtures("tide")
def test_what_an_extractor_splits_off_answers_nothing():
    for word in ("fork", "words", "fork", "quay"):
        asked = Questions(document=document(f"{word}\n\n© 2024 {word} Office\n"))
        evidence = question(asked, Limits()).evidence
        values = {claim.value for claim in evidence.claims if claim.property != "rights"}
        holders = values - {"Aas", "2024"}
        assert (holders, evidence.problems) == ({f"{word} Office"}, ())


def document(text):
    source = Source(uri="a", path="a", location="", size=0, modified=0, inode=0)
    return Document(
        source=source,
        media_type="text/plain",
        basis="test",
        encoding="utf-8",
        encoding_confidence=1.0,
        text=text,
    )


def test_a_new_process_has_time_to_start_on_a_busy_machine():
    none = Limits(seconds=0)
    process = Process.for_task("a new process", Questions(document=document(WORDS)), none)
    first = _extractors()[0][0]
    assert process.receive(none) == first
    process.end()


def test_a_long_text_is_questioned_in_a_process_of_its_own():
    forget()
    long = document(WORDS * 20_000 + "© 2024 Harbour Office\n")
    evidence = question(Questions(document=long), Limits()).evidence
    assert "Harbour Office" in {claim.value for claim in evidence.claims}
    assert _NAME in Process.running
    forget()
