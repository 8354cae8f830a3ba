"""Reading under guard: what ends the reading process is a problem with its name, and no more."""

import os
import signal
import zipfile
from multiprocessing.connection import Pipe

import pytest

from audit.readers import Limits
from audit.readers.guard import NAME, Process
from audit.readers.guard.frames import Frames, StrayError

WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"
SLOW = b"<?xml version='1.0'?><a>" + b"<b>x</b>" * 4_000_000 + b"</a>"


def test_processor_time_is_bounded_and_the_next_document_is_read(unfold, zipped, said):
    data = zipped(
        ("good.txt", WORDS), ("slow.xml", SLOW), ("last.txt", WORDS), method=zipfile.ZIP_STORED
    )
    found = unfold("a.zip", data, Limits(seconds=1))
    assert set(found) == {"a.zip", "a.zip!/good.txt", "a.zip!/slow.xml", "a.zip!/last.txt"}
    slow = found["a.zip!/slow.xml"]
    # Where others hold the processor, the clock may run out first.
    assert said(slow)[0] in (
        "over the limit of 1 s of processor time (limits: seconds)",
        "over the limit of 3 s on the clock (limits: seconds)",
    )
    assert (slow.state, slow.media_type, slow.source.size) == (
        "unreadable",
        "application/xml",
        len(SLOW),
    )
    assert found["a.zip!/last.txt"].document.text == WORDS
    assert found["a.zip"].state == "container"
    assert found["a.zip"].again is slow.again is ("clock" in said(slow)[0])


def test_time_on_the_clock_is_bounded(unfold, said):
    data = b"<?xml version='1.0'?><n>words</n>"
    unfold("a.xml", data)
    os.kill(Process.running[NAME]._process.pid, signal.SIGSTOP)
    item = unfold("a.xml", data, Limits(seconds=1))["a.xml"]
    assert said(item) == ["over the limit of 3 s on the clock (limits: seconds)"]
    assert item.state == "unreadable"
    assert item.again
    assert unfold("a.xml", data)["a.xml"].document.text == "words\n"


def test_memory_is_bounded(unfold, said):
    data = b"[" + b"{}," * 6_000_000 + b"{}]"
    item = unfold("a.json", b'{"text": "x", "more": ' + data + b"}", Limits(memory=256 << 20))
    (message,) = said(item["a.json"])
    assert "memory" in message
    assert unfold("a.json", b'{"text": "words"}')["a.json"].document.text == "words"


def test_a_process_that_died_meanwhile_is_replaced(unfold):
    data = b'{"text": "words"}'
    unfold("a.json", data)
    worker = Process.running[NAME]
    worker._process.kill()
    worker._process.wait()
    assert unfold("a.json", data)["a.json"].document.text == "words"


def test_harmless_files_need_no_process(unfold):
    if NAME in Process.running:
        Process.running[NAME].end()
    assert unfold("a.txt", WORDS.encode())["a.txt"].document.text == WORDS
    assert unfold("a.png", b"\x89PNG\r\n\x1a\n")["a.png"].state == "fixity-only"
    assert NAME not in Process.running
    assert unfold("a.txt", WORDS.encode() * 20_000)["a.txt"].document.text == WORDS * 20_000
    assert NAME in Process.running


HEAD = b"\xa7aud" + bytes(15)
STRAY = {
    "part of a head": (HEAD, TimeoutError),
    "part of an answer": (HEAD + b"\xff" + bytes(9), TimeoutError),
    "no answer": (HEAD + b"\x01x", StrayError),
    "too long": (HEAD[:12] + b"\1" * 8, StrayError),
    "garbage": (b"garbage" * 9, StrayError),
}


@pytest.mark.parametrize("case", STRAY)
def test_what_others_write_into_the_pipe_is_neither_awaited_nor_taken(case):
    written, error = STRAY[case]
    ours, theirs = Pipe()
    os.write(theirs.fileno(), written)
    with pytest.raises(error):
        Frames(ours).receive(0.1, 1000)
    Frames(theirs).send(7, "words" * 100)
    with pytest.raises((StrayError, TimeoutError)):
        Frames(ours).receive(0.1, 10)


def test_what_the_reading_process_started_ends_with_it(unfold):
    data = b'{"text": "words"}'
    unfold("a.json", data)
    process = Process.running[NAME]
    group = process._process.pid
    assert os.getpgid(group) == group != os.getpgid(0)
    process.end()
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


LIMITED = [
    ("a.xml", b"<?xml version='1.0'?>" + b"<a>" * 9, Limits(depth=5), "deeper than 5"),
    ("a.eml", b"MIME-Version: 1.0\nA: b\nC: d\n\nwords", Limits(headers=2), "limit of 2"),
    ("a.txt", WORDS.encode(), Limits(text=10), "limit of 10"),
    ("a.html", b"<p>" + WORDS.encode(), Limits(line=10), "limit of 10"),
    ("a.json", b'{"text": "twelve chars"}', Limits(text=10), "limit of 10"),
]


@pytest.mark.parametrize("case", LIMITED, ids=[case[0] for case in LIMITED])
def test_limits_reach_every_reader(case, unfold, said):
    name, data, limits, message = case
    (found,) = said(unfold(name, data, limits)[name])
    assert message in found
