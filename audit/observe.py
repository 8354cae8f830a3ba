"""Let the checks that read texts look at them: one pure function over Arrow batches."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Final

from audit.checks import MOST, Check, failure
from audit.errors import PatternError
from audit.lines import Lines
from audit.model import Span
from audit.tables import OBSERVATIONS

LONGEST: Final = 1_000
"""Characters of a place that are kept."""

Observation = tuple[str, int, int, int, int, int, int, int, str, int, str]
"""A row of `observations`, in the order of its columns."""


Pieces = tuple[Sequence[int], Sequence[int], Sequence[int]] | None
"""Starts, lines and columns of a row of `chunks`; None where the text is the file itself."""


class Places:
    """Lines and columns, in the file that a person opens, of the characters of a text."""

    def __init__(self, text: str, pieces: Pieces) -> None:
        self.text = text
        self._pieces = pieces
        self._lines = None if pieces else Lines(text)

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of one character."""
        if self._lines:
            return self._lines.line(offset), self._lines.column(offset)
        starts, lines, columns = self._pieces or ((0,), (1,), (1,))
        piece = max(bisect_right(starts, offset) - 1, 0)
        return lines[piece], columns[piece] + max(offset - starts[piece], 0)

    def end(self, span: Span) -> tuple[int, int]:
        """Return the line and the column after the last character of *span*."""
        if self._lines:
            return self.at(span.end)
        line, column = self.at(max(span.end - 1, span.start))
        return line, column + (span.end > span.start)


@dataclass(frozen=True, slots=True)
class Observe:
    """Every place that *looking* checks, each with the id of its variant, see in a batch."""

    looking: tuple[tuple[str, Check], ...]

    def __call__(self, batch: Any) -> Any:
        """Return the `observations` of an Arrow *batch*: doc, path, text, and its `chunks`.

        Raise PatternError where a pattern runs out of time.
        """
        columns = (batch.column(name).to_pylist() for name in ("doc", "path", "text"))
        pieces = [batch.column(name) for name in ("starts", "lines", "columns")]
        rows = [
            row
            for at, (doc, path, text) in enumerate(zip(*columns, strict=True))
            for row in self.document(doc, path, text or "", partial(_pieces, pieces, at))
        ]
        return _batch(rows)

    def document(
        self, doc: int, path: str, text: str, pieces: Callable[[], Pieces] = lambda: None
    ) -> Iterator[Observation]:
        """Yield the observations in the *text* of document number *doc*, which lies at *path*.

        *pieces* tell where a text stands in the file, if that is not the text itself.
        """
        places: Places | None = None
        for rule, check in self.looking:
            spans = _looked(check, text, rule, path)
            if spans and places is None:
                places = Places(text, pieces())
            if places is not None:
                yield from _rows(rule, doc, places, spans)


def _looked(check: Check, text: str, rule: str, path: str) -> list[Span]:
    name = rule.partition("#")[0]
    try:
        found = list(islice(check.look(text), MOST))
    except TimeoutError:
        raise PatternError(f"rule {name}: a pattern ran out of time on {path}") from None
    except Exception as error:
        raise failure(name, check, path, error) from error
    return sorted(set(found), key=lambda span: (span.start, span.end, span.note))


def _rows(rule: str, doc: int, places: Places, spans: list[Span]) -> Iterator[Observation]:
    seen: Counter[str] = Counter()
    for span in spans:
        value = places.text[span.start : min(span.end, span.start + LONGEST)]
        seen[value] += 1
        line, column = places.at(span.start)
        end_line, end_column = places.end(span)
        place = (span.start, span.end, line, column, end_line, end_column)
        yield rule, doc, *place, value, seen[value], span.note


def _pieces(columns: Sequence[Any], row: int) -> Pieces:
    found = tuple(column[row].as_py() for column in columns)
    return None if found[0] is None else found


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
