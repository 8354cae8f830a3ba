"""Rows that come from outside of every table, brought into one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

from audit.engines.arrow import batch_of
from audit.tables import Query, Table

ONE: Final = Query(sql="select 1 as one")


@dataclass(frozen=True, slots=True)
class Given:
    """Rows that come from outside of every table, whatever the batch."""

    table: Table
    columns: Mapping[str, Sequence[Any]]

    def __call__(self, _batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the rows."""
        return batch_of(self.table, self.columns)
