"""Rows on their way: few by hand, many through files, and the same rows either way."""

from pathlib import Path

import pyarrow as pa
import pytest

from audit.engines.spool import spool

MEGABYTES = pa.array(["x" * (9 << 20)])


def piece(number: int) -> dict[str, pa.RecordBatch]:
    """Return ten megabytes of one table, and nothing of another."""
    numbers = pa.array([number], type=pa.int64())
    return {
        "files": pa.RecordBatch.from_arrays([numbers, MEGABYTES], names=["doc", "text"]),
        "lines": pa.RecordBatch.from_arrays([numbers.slice(1)], names=["doc"]),
    }


@pytest.mark.parametrize(("count", "in_hand"), [(0, 0), (2, 2), (4, 4), (9, 4)])
def test_pieces_come_back_in_their_order(count, in_hand, tmp_path):
    found = spool(map(piece, range(count)), str(tmp_path))
    assert len(found.in_hand) == in_hand
    rows = [(tables["files"]["doc"].to_pylist(), tables["lines"].num_rows) for tables in found]
    assert rows == [([number], 0) for number in range(count)]


def test_files_are_gone_once_they_are_read(tmp_path):
    found = spool(map(piece, range(6)), str(tmp_path))
    assert [file for file in tmp_path.rglob("*") if file.is_file()]
    assert sum(1 for _ in found) == 6
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_what_fails_under_way_is_not_swallowed(tmp_path):
    def pieces():
        yield from map(piece, range(5))
        raise ValueError(str(Path("nowhere")))

    with pytest.raises(ValueError, match="nowhere"):
        spool(pieces(), str(tmp_path))
