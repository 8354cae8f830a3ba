"""JSON Lines: every line is a record."""

from collections.abc import Iterator
from typing import BinaryIO, final

from audit.errors import ReadError
from audit.readers import Budget, Container, Record, Remark


@final
class JsonLines(Container):
    """Take JSON Lines apart: every line is a record, called by its number."""

    id = "json-lines"
    media_types = ("application/jsonl",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the lines that hold something."""
        number = 0
        while line := file.readline(budget.limits.file + 1):
            number += 1
            if len(line) > budget.limits.file:
                most = f"{budget.limits.file:,} bytes (limits: file)"
                raise ReadError(f"line {number} is over the limit of {most}")
            if line.strip():
                budget.another(budget.limits.records, "records")
                kind = "application/json"
                yield Record(name=str(number), data=line.rstrip(b"\r\n"), media_type=kind)
