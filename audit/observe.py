"""Let the checks that read texts look at them: one pure function over Arrow batches."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from audit.checks import Check, failure
from audit.errors import PatternError
from audit.lines import Lines
from audit.model import Span
from audit.tables import OBSERVATIONS

MOST: Final = 1_000
"""Places of one rule in one document that are looked at."""

LONGEST: Final = 1_000
"""Characters of a place that are kept."""

Observation = tuple[str, int, int, int, int, int, int, int, str, int, str]
"""A row of `observations`, in the order of its columns."""


@dataclass(frozen=True, slots=True)
class Observe:
    """Every place that *looking* checks, each with the id of its variant, see in a batch."""

    looking: tuple[tuple[str, Check], ...]

    def __call__(self, batch: Any) -> Any:
        """Return the `observations` of an Arrow *batch* with the columns doc, path and text.

        Raise PatternError where a pattern runs out of time.
        """
        columns = (batch.column(name).to_pylist() for name in ("doc", "path", "text"))
        rows = [
            row
            for doc, path, text in zip(*columns, strict=True)
            for row in self.document(doc, path, text or "")
        ]
        return _batch(rows)

    def document(self, doc: int, path: str, text: str) -> Iterator[Observation]:
        """Yield the observations in the *text* of document number *doc*, which lies at *path*."""
        lines: Lines | None = None
        for rule, check in self.looking:
            spans = _looked(check, text, rule, path)
            if spans and lines is None:
                lines = Lines(text)
            if lines is not None:
                yield from _rows(rule, doc, lines, spans)


def _looked(check: Check, text: str, rule: str, path: str) -> list[Span]:
    name = rule.partition("#")[0]
    try:
        found = list(islice(check.look(text), MOST))
    except TimeoutError:
        raise PatternError(f"rule {name}: a pattern ran out of time on {path}") from None
    except Exception as error:
        raise failure(name, check, path, error) from error
    return sorted(set(found), key=lambda span: (span.start, span.end, span.note))


def _rows(rule: str, doc: int, lines: Lines, spans: list[Span]) -> Iterator[Observation]:
    seen: Counter[str] = Counter()
    for span in spans:
        value = lines.text[span.start : min(span.end, span.start + LONGEST)]
        seen[value] += 1
        line, column = lines.line(span.start), lines.column(span.start)
        end_line, end_column = lines.line(span.end), lines.column(span.end)
        place = (span.start, span.end, line, column, end_line, end_column)
        yield rule, doc, *place, value, seen[value], span.note


def _batch(rows: list[Observation]) -> Any:
    import pyarrow as pa

    kinds = {"varchar": pa.string(), "bigint": pa.int64(), "integer": pa.int32()}
    columns = list(zip(*rows, strict=True)) or [()] * len(OBSERVATIONS.columns)
    return pa.RecordBatch.from_arrays(
        [
            pa.array(values, kinds[kind])
            for values, kind in zip(columns, OBSERVATIONS.columns.values(), strict=True)
        ],
        names=list(OBSERVATIONS.columns),
    )
