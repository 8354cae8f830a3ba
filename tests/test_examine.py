"""Sources in, rows out: files, the records in them, and what could not be read."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from audit.examine import Examine
from audit.model import Source
from audit.readers import Limits

WORDS = "The harbour office opens at seven, and the kettle is on from a quarter to.\n"


def source(path: Path) -> Source:
    status = path.stat()
    return Source(
        uri=path.name,
        path=path.name,
        location=str(path),
        size=status.st_size,
        modified=status.st_mtime_ns,
        inode=status.st_ino,
        changed=status.st_ctime_ns,
    )


def files(columns) -> dict[str, dict]:
    table = columns["files"]
    rows = [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]
    return {row["uri"]: row for row in rows}


def rows(examine: Examine, sources: list[Source]) -> dict[str, dict[str, list]]:
    found: dict[str, dict[str, list]] = {}
    for piece in examine(sources):
        for table, columns in piece.items():
            grown = found.setdefault(table, {column: [] for column in columns})
            for column, values in columns.items():
                grown[column] += list(values)
    return found


def problems(columns) -> list[str]:
    return columns["problems"]["message"]


@pytest.fixture
def packed(tmp_path) -> Path:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("one.txt", WORDS)
        archive.writestr("two.txt", WORDS * 2)
    return file


def test_records_know_their_container(packed):
    columns = rows(Examine(), [source(packed)])
    found = files(columns)
    assert list(found) == ["a.zip!//one.txt", "a.zip!//two.txt", "a.zip"]
    assert found["a.zip"]["state"] == "container"
    assert found["a.zip"]["container"] == ""
    record = found["a.zip!//one.txt"]
    assert (record["container"], record["state"]) == ("a.zip", "read")
    assert record["modified"] == found["a.zip"]["modified"]
    assert len(columns["texts"]["doc"]) == 2
    assert len(set(columns["files"]["doc"])) == 3


def test_a_slip_in_the_file_beside_a_document_is_told_and_nothing_is_missing(tmp_path):
    file, beside = tmp_path / "a.txt", tmp_path / "a.meta.yml"
    file.write_text(WORDS)
    beside.write_text("title: The kettle\npublsher: Quay Press\n")
    columns = rows(Examine(), [replace(source(file), sidecar=str(beside))])
    key = "the key 'publsher' says nothing; did you mean 'publisher'?"
    assert problems(columns) == [f"the file a.meta.yml beside it, line 2: {key}"]
    assert columns["problems"]["incomplete"] == [False]


def test_a_container_that_is_too_big_to_keep_is_read_from_the_disk(packed):
    columns = rows(Examine(Limits(file=len(WORDS))), [source(packed)])
    found = files(columns)
    assert list(found) == ["a.zip!//one.txt", "a.zip"]
    assert len(found["a.zip"]["sha256"]) == 64
    assert problems(columns) == ["member 'two.txt': over the limit of 75 bytes (limits: file)"]


def test_a_document_that_is_too_big_gets_fixity_only(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(WORDS)
    columns = rows(Examine(Limits(file=10)), [source(file)])
    assert files(columns)["a.txt"]["state"] == "fixity-only"
    assert problems(columns) == ["75 bytes, over the limit of 10 (limits: file): fixity only"]


def test_what_vanished_is_a_problem_of_its_own(packed, tmp_path):
    (tmp_path / "gone.txt").write_text(WORDS)
    (tmp_path / "good.txt").write_text(WORDS)
    sources = [source(tmp_path / name) for name in ("gone.txt", "good.txt")]
    (tmp_path / "gone.txt").unlink()
    columns = rows(Examine(), sources)
    assert {uri: row["state"] for uri, row in files(columns).items()} == {
        "gone.txt": "unreadable",
        "good.txt": "read",
    }
    assert problems(columns) == ["vanished before it could be read"]


def test_many_records_come_in_pieces(tmp_path):
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(1_100):
            archive.writestr(str(number), b"")
    sizes = [len(piece["files"]["doc"]) for piece in Examine()([source(file)])]
    assert sizes == [1_024, 77]


def test_a_record_that_is_lost_makes_its_line_incomplete(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "one"}\n{"text": "two\n{"text": "three"}\n')
    columns = rows(Examine(), [source(file)])
    found = files(columns)
    (doc,) = columns["problems"]["doc"]
    assert doc == found["a.jsonl!//2"]["doc"]
    assert columns["problems"]["incomplete"] == [True]
    assert len(found) == 4


def test_words_are_the_same_however_many_texts_are_cut_together():
    """Those of a text depend on no other text of its group."""
    texts = ["", "é-\nß", WORDS * 2_000, "字 it’s-\r\n", WORDS * 4_000, "-\n", WORDS * 9, "a", ""]
    some = list(Examine()._words(texts))
    alone = [next(Examine()._words([text])) for text in texts]
    assert len(some) == len(texts)
    for one, other in zip(some, alone, strict=True):
        assert one.plain.hashes.tolist() == other.plain.hashes.tolist()
        assert one.plain.starts.tolist() == other.plain.starts.tolist()
        assert one.lines.digests.tolist() == other.lines.digests.tolist()
