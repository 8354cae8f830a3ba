"""One pure function: sources in, rows for every examined table out. Runs in any process."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.engines import Columns
from audit.errors import ReadError
from audit.extractors import conflicts, extract_all
from audit.fingerprints.digests import document_number
from audit.fingerprints.shingles import digest
from audit.fingerprints.textlines import TextLines, text_lines
from audit.fingerprints.tokens import Tokens, tokenize
from audit.lines import Lines
from audit.model import Document, Source, Span
from audit.readers import Limits, Loaded, load, reader_for
from audit.readers.formats import identify
from audit.readers.sidecars import load_sidecar, stamp
from audit.tables import CLAIMS, CONFLICTS, EXAMINED, FILES, LINES, PROBLEMS, TEXTS, TOKENS, Table

SHORT: Final = 10
"""Documents of fewer words are compared by digest only, and said to be too short."""


@dataclass(frozen=True, slots=True)
class Examine:
    """Read, tokenize and question documents; holds nothing but the limits of reading."""

    limits: Limits = field(default_factory=Limits)

    def __call__(self, sources: Sequence[Source]) -> Mapping[str, Columns]:
        """Return the rows of *sources*; what fails becomes a problem, never an exception."""
        readings = [_Reading(source) for source in sources]
        documents = [reading.read(self.limits) for reading in readings]
        words = iter(tokenize([document.text for document in documents if document]))
        rows = _Rows()
        for reading, document in zip(readings, documents, strict=True):
            if document:
                reading.fingerprint(document, next(words), rows)
                reading.question(document, rows)
            reading.close(rows)
        return rows.columns

    def lost(self, source: Source, reason: str) -> Mapping[str, Columns]:
        """Return the rows of a source that nobody could read, and why."""
        rows = _Rows()
        reading = _Reading(source)
        reading.fail("read", reason)
        reading.close(rows)
        return rows.columns


class _Rows:
    """Columns of the examined tables, growing."""

    def __init__(self) -> None:
        self.columns: dict[str, dict[str, list[Any]]] = {
            table.name: {column: [] for column in table.columns} for table in EXAMINED
        }

    def extend(self, table: Table, count: int, values: Mapping[str, Any]) -> None:
        """Add *count* rows; a value that is a list has one item a row, any other is repeated."""
        for column, grown in self.columns[table.name].items():
            value = values[column]
            grown.extend(value if isinstance(value, list) else [value] * count)


class _Reading:
    """What became of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.doc = document_number(source.uri)
        self.problems: list[tuple[str, str, bool]] = []
        self.file: dict[str, Any] = dict.fromkeys(FILES.columns, "") | {
            "doc": self.doc,
            "uri": source.uri,
            "size": source.size,
            "modified": source.modified,
            "inode": source.inode,
            "encoding_confidence": 0.0,
            "characters": 0,
            "words": 0,
            "sidecar": stamp(source.sidecar),
            "state": "unreadable",
        }

    def fail(self, stage: str, message: str) -> None:
        """Note what could not be done."""
        self.problems.append((stage, message, True))

    def read(self, limits: Limits) -> Document | None:
        """Return the document, or None where its bytes are all that can be told."""
        try:
            return self._read(limits)
        except ReadError as error:
            self.fail("read", str(error))
        except (RecursionError, MemoryError) as error:
            self.fail("read", f"too deep or too large to be read ({type(error).__name__})")
        return None

    def _read(self, limits: Limits) -> Document | None:
        loaded = load(self.source.location, limits)
        self._identify(loaded)
        if loaded.data is None:
            self.file["state"] = "fixity-only"
            raise ReadError(
                f"{loaded.size:,} bytes, over the limit of {limits.file:,}: fixity only"
            )
        reader = reader_for(self.file["media_type"])
        if reader is None or not loaded.data:
            self.file["state"] = "fixity-only" if loaded.data else "empty"
            return None
        return reader.read(self.source, loaded.data, self.file["basis"])

    def _identify(self, loaded: Loaded) -> None:
        format_ = identify(self.source.path, loaded.head)
        self.file |= {
            "size": loaded.size,
            "modified": loaded.modified,
            "inode": loaded.inode,
            "sha256": loaded.sha256,
            "media_type": format_.media_type,
            "basis": format_.basis,
        }

    def fingerprint(self, document: Document, tokens: Tokens, rows: _Rows) -> None:
        """Add the text, its words and its lines."""
        size = int(tokens.hashes.size)
        self.file |= {
            "media_type": document.media_type,
            "basis": document.basis,
            "encoding": document.encoding,
            "encoding_confidence": document.encoding_confidence,
            "characters": len(document.text),
            "words": size,
            "text_digest": digest(tokens.hashes) if size else "",
            "template_digest": digest(tokens.masked) if size else "",
            "state": ("read" if size >= SHORT else "short") if size else "empty",
        }
        self.problems += [("read", remark, False) for remark in document.remarks]
        storable = document.text.encode("utf-8", "replace").decode("utf-8")
        rows.extend(TEXTS, 1, {"doc": self.doc, "text": storable})
        words = {
            "doc": self.doc,
            "shingle": tokens.shingle,
            "hashes": [tokens.hashes.view(np.int64)],
            "starts": [tokens.starts],
            "ends": [tokens.ends],
        }
        rows.extend(TOKENS, 1, words)
        lines = text_lines(document.text, tokens)
        rows.extend(LINES, int(lines.numbers.size), self._lines(document, lines))

    def _lines(self, document: Document, lines: TextLines) -> Mapping[str, Any]:
        return {
            "doc": self.doc,
            "number": lines.numbers.tolist(),
            "line": _lines_of_file(document, lines),
            "start": lines.starts.tolist(),
            "end": lines.ends.tolist(),
            "first_token": lines.first.tolist(),
            "tokens": lines.counts.tolist(),
            "digest": lines.digests.view(np.int64).tolist(),
            "furniture": _inside(lines.starts, document.furniture).tolist(),
        }

    def question(self, document: Document, rows: _Rows) -> None:
        """Add the claims about where the document comes from."""
        evidence = extract_all(replace(document, declared=self._declared()))
        claims, disputes = evidence.claims, conflicts(evidence.claims)
        self.problems += [("extract", problem, True) for problem in evidence.problems]
        numbers = list(range(len(claims)))
        values: dict[str, Any] = {"doc": self.doc, "number": numbers}
        for column in CLAIMS.columns.keys() - values.keys():
            values[column] = [getattr(claim, column) for claim in claims]
        rows.extend(CLAIMS, len(numbers), values)
        disputed = {
            "doc": self.doc,
            "property": [conflict.property for conflict in disputes],
            "number": [conflict.number for conflict in disputes],
            "other_number": [conflict.other_number for conflict in disputes],
            "reason": [conflict.reason for conflict in disputes],
        }
        rows.extend(CONFLICTS, len(disputes), disputed)

    def _declared(self) -> str:
        """Return the text of the file beside the document, or nothing."""
        if not self.source.sidecar:
            return ""
        try:
            return load_sidecar(self.source.sidecar)
        except ReadError as error:
            self.fail("read", f"the file beside it: {error}")
            return ""

    def close(self, rows: _Rows) -> None:
        """Add the file and its problems."""
        rows.extend(FILES, 1, self.file)
        for stage, message, incomplete in self.problems:
            problem = {"stage": stage, "message": message, "incomplete": incomplete}
            rows.extend(PROBLEMS, 1, problem | {"doc": self.doc})


def _lines_of_file(document: Document, lines: TextLines) -> list[int]:
    """Return the line, in the file that a person opens, of every line of the text."""
    if not document.chunks:
        return list(map(int, lines.numbers))
    starts = [chunk.start for chunk in document.chunks]
    file = Lines(document.markup)
    found = []
    for start in lines.starts.tolist():
        chunk = document.chunks[max(bisect_right(starts, start) - 1, 0)]
        found.append(file.line(chunk.source + max(start - chunk.start, 0)))
    return found


def _inside(starts: npt.NDArray[np.int64], spans: Sequence[Span]) -> npt.NDArray[np.bool_]:
    """Tell which of *starts* lie in one of *spans*."""
    inside = np.zeros(starts.size, dtype=np.bool_)
    for span in spans:
        inside |= (starts >= span.start) & (starts < span.end)
    return inside
