"""A catalogue that grew says what a rebuild says, byte for byte, and reads only what changed."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time

import duckdb
import pytest


def fill(archive, documents: int) -> None:
    for _ in range(documents):
        archive.add()


def paths(result: str) -> list[str]:
    rows = (json.loads(line) for line in result.splitlines())
    return [row["path"] for row in rows if row["type"] == "document"]


def test_a_second_run_reads_nothing(archive):
    fill(archive, 12)
    first = archive.result()
    assert archive.result() == first
    assert archive.reads == [len(archive.texts), 0]


def test_only_what_changed_is_read(known):
    fill(known, 2)
    known.change()
    grown = known.result()
    assert known.reads[0] in (2, 3)
    assert grown == known.result(catalogue=False)


def test_a_file_of_the_same_size_and_another_time_is_read_again(archive):
    archive.write("a.txt", ["one"] * 20)
    archive.result()
    archive.write("a.txt", ["two"] * 20)
    os.utime(archive.folder / "a.txt", ns=(1, 1))
    assert archive.result() == archive.result(catalogue=False)
    assert archive.reads[:2] == [1, 1]


def test_a_fresh_clone_is_hashed_and_not_read(known):
    """New times and new places on the disk, and the same bytes."""
    name = min(known.texts)
    (known.folder / name).with_suffix(".meta.yml").write_text("title: Of the harbour\n")
    known.result()
    for file in sorted(known.folder.rglob("*.*")):
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(data)
        os.utime(file, ns=(7, 7))
    known.reads.clear()
    cloned = known.result()
    assert known.reads == [0]
    assert cloned == known.result(catalogue=False)
    assert known.result() == cloned


def test_a_rule_of_fixity_hashes_and_does_not_read(archive):
    fill(archive, 4)
    rules = "audit: 1\nrules:\n  intact: {check: fixity, manifest: sums.txt}\n"
    (archive.folder.parent / "audit.yml").write_text(rules)
    sums = "".join(
        f"{hashlib.sha256((archive.folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in sorted(archive.texts)
    )
    (archive.folder / "sums.txt").write_text(sums)
    first = archive.result()
    name = min(archive.texts)
    file = archive.folder / name
    stat, data = file.stat(), bytearray(file.read_bytes())
    assert archive.result() == first
    data[0] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    rotten = archive.result()
    assert archive.reads[1:] == [0, 1]
    assert '"rule":"intact"' in rotten
    assert '"rule":"intact"' not in first


def test_removed_files_are_forgotten(known):
    known.remove()
    result = known.result()
    assert paths(result) == sorted(known.texts)
    assert known.reads == [0]
    assert result == known.result(catalogue=False)


def test_a_file_that_comes_back_is_read_again(known):
    first = known.result()
    name = min(known.texts)
    data = (known.folder / name).read_bytes()
    stat = (known.folder / name).stat()
    (known.folder / name).unlink()
    known.result()
    (known.folder / name).write_bytes(data)
    os.utime(known.folder / name, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert known.result() == first
    assert known.reads == [0, 0, 1]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_growing_gives_what_a_rebuild_gives(archive, seed):
    """Documents come in random order and batches, some change, some go."""
    archive.dice = random.Random(seed)
    for _ in range(3):
        fill(archive, archive.dice.randint(2, 14))
        for _ in range(archive.dice.randint(0, 3)):
            archive.change()
        for _ in range(archive.dice.randint(0, 2)):
            archive.remove()
        grown = archive.result()
    assert grown == archive.result(catalogue=False)
    assert any(f'"type":"{kind}"' in grown for kind in ("pair", "passage"))


def test_the_number_of_workers_counts_for_nothing(archive):
    """Long words make enough bytes for a pool of processes out of little text."""
    words = [f"{number:02}" + "long" * 60 for number in range(90)]
    for number in range(60):
        archive.write(f"{number}.txt", archive.dice.choices(words, k=330))
    alone = archive.result(catalogue=False, jobs=1)
    assert archive.result(catalogue=False, jobs=2) == alone


RUN = """
import sys
from pathlib import Path
from audit.pipeline import audited
from audit.settings import Settings
print("started", flush=True)
with audited(Settings(paths=("archive",), jobs=1)) as audit:
    list(audit.documents)
"""


@pytest.mark.parametrize("after", [0.1, 0.5])
def test_a_killed_run_leaves_nothing_behind_that_counts(known, after):
    for _ in range(10):
        known.change()
    fill(known, 25)
    running = subprocess.Popen(
        [sys.executable, "-c", RUN], stdout=subprocess.PIPE, start_new_session=True
    )
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(after)
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    assert known.result() == known.result(catalogue=False)


def claimed(result: str, name: str) -> list[tuple[str, str, str]]:
    rows = (json.loads(line) for line in result.splitlines())
    return [
        (row["path"], row["normalized"], row["reason"])
        for row in rows
        if row["type"] == "claim" and row["property"] == name and row["chosen"]
    ]


def test_a_file_of_records_whose_reading_was_not_finished_is_read_anew(known):
    """A run that was killed may have written some of the records, and not the file itself."""
    lines = [json.dumps({"text": f"the harbour of lot {number} " * 9}) for number in range(3)]
    (known.folder / "lots.jsonl").write_text("\n".join(lines))
    whole = known.result()
    connection = duckdb.connect(str(known.folder.parent / ".audit" / "catalogue.duckdb"))
    gone = "(select doc from files where uri like '%lots.jsonl' or uri like '%!//2')"
    tables = ("texts", "tokens", "lines", "claims", "problems", "files")
    for table in tables:
        connection.execute(f"delete from {table} where doc in {gone}")
    connection.close()
    assert known.result() == whole
    (known.folder / "lots.jsonl").unlink()
    assert known.result() == known.result(catalogue=False)


def test_a_changed_file_beside_a_document_is_seen_by_a_warm_catalogue(archive):
    archive.write("a.txt", ["one"] * 20)
    archive.write("b.txt", ["two"] * 20)
    beside = archive.folder / "a.meta.yml"
    for number, publisher in enumerate(("Harbour Office", "Harbour Museum", "")):
        beside.write_text(f"publisher: {publisher}\n") if publisher else beside.unlink()
        result = archive.result()
        assert result == archive.result(catalogue=False)
        assert [each[1] for each in claimed(result, "publisher")] == [publisher][: len(publisher)]
        assert archive.reads[2 * number] == (2 if number == 0 else 1)


def test_a_changed_row_of_a_table_is_seen_and_only_its_document_is_read(archive):
    for name in ("a.txt", "b.txt", "c.txt"):
        archive.write(name, [name] * 20)
    table = archive.folder / "metadata.csv"
    table.write_text("path,issued\na.txt,2024-05-17\nb.txt,2024-05-18\n")
    archive.result()
    table.write_text("path,issued\na.txt,2024-05-17\nb.txt,2024-05-19\n")
    result = archive.result()
    assert archive.reads == [3, 1]
    assert claimed(result, "issued") == [
        ("a.txt", "2024-05-17", "declared in metadata.csv, line 2"),
        ("b.txt", "2024-05-19", "declared in metadata.csv, line 3"),
    ]
    assert result == archive.result(catalogue=False)
    table.unlink()
    assert claimed(archive.result(), "issued") == []
