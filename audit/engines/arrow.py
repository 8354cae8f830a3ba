"""Tables as Arrow: the form in which rows travel between processes and into engines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from audit.engines import Columns
from audit.model import Source
from audit.tables import EXAMINED, Table

_TYPES: Final = {
    "bigint": pa.int64(),
    "integer": pa.int32(),
    "double": pa.float64(),
    "boolean": pa.bool_(),
    "varchar": pa.string(),
    "bigint[]": pa.list_(pa.int64()),
    "integer[]": pa.list_(pa.int32()),
}
_FILES_IN_BATCH: Final = 512
_BYTES_IN_BATCH: Final = 4 << 20


def schema_of(table: Table) -> pa.Schema:
    """Return the Arrow schema of *table*."""
    return pa.schema([(name, _TYPES[kind]) for name, kind in table.columns.items()])


def batch_of(table: Table, columns: Columns) -> pa.RecordBatch:
    """Return *columns* as one record batch of *table*; columns are taken by name."""
    schema = schema_of(table)
    arrays = [_array(columns[field.name], field.type) for field in schema]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Return a column; halves of characters, which JSON can spell, become question marks."""
    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:
        storable = [value.encode("utf-8", "replace").decode() for value in values]
        return pa.array(storable, type=kind)


def tables_of(columns: Mapping[str, Columns]) -> dict[str, pa.RecordBatch]:
    """Return the rows of every examined table as record batches by its name."""
    return {table.name: batch_of(table, columns[table.name]) for table in EXAMINED}


def batches_of(sources: Sequence[Source]) -> Sequence[Sequence[Source]]:
    """Cut *sources* into batches of bounded count and bytes, order kept."""
    return list(_cut(sources))


def _cut(sources: Sequence[Source]) -> Iterator[Sequence[Source]]:
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += source.size
        if len(batch) == _FILES_IN_BATCH or size >= _BYTES_IN_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
