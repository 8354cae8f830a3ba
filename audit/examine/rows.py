"""The rows of one document, and of many, on their way into the tables."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from audit.claims.slips import slips
from audit.examine.beside import with_declared
from audit.examine.chunks import Places, places_of
from audit.examine.question import question
from audit.extractors import Conflict, Questions
from audit.fingerprints.digests import document_number
from audit.fingerprints.shingles import digest, state_of
from audit.fingerprints.textlines import TextLines
from audit.fingerprints.tokens import Tokens
from audit.model import Claim, Document, Span
from audit.readers import Limits
from audit.readers.guard import Item
from audit.readers.sidecars import stamp
from audit.readers.walk import visible
from audit.tables import (
    ASIDES,
    CHUNKS,
    CLAIMS,
    CONFLICTS,
    EXAMINED,
    FILES,
    HEADERS,
    LINES,
    PROBLEMS,
    TEXTS,
    TOKENS,
    Table,
)

SHORT: Final = 10
"""Documents of fewer words are compared by digest only, and said to be too short."""

_OF_CLAIM: Final = [column for column in CLAIMS.columns if column not in {"doc", "number"}]
_OF_CONFLICT: Final = [column for column in CONFLICTS.columns if column != "doc"]


class Rows:
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

    def add(self, table: Table, values: Mapping[str, Any]) -> None:
        """Add one row."""
        for column, grown in self.columns[table.name].items():
            grown.append(values[column])


class Words(NamedTuple):
    """The words of a text as they are, as they are compared, and the lines of the latter."""

    plain: Tokens
    compared: Tokens
    lines: TextLines


class Reading:
    """What became of one file, or of one record in it."""

    def __init__(self, item: Item, container: str) -> None:
        source = item.source
        self.source = source
        self.document = item.document
        self.fields = item.fields
        self.headers = item.headers
        self.again = item.again or not item.sha256
        self.doc = document_number(source.uri)
        self.problems = [("read", remark.message, remark.incomplete) for remark in item.problems]
        self.file: dict[str, Any] = dict.fromkeys(FILES.columns, "") | {
            "doc": self.doc,
            "uri": source.uri,
            "size": source.size,
            "modified": source.modified,
            "inode": source.inode,
            "changed": source.changed,
            "sha256": item.sha256,
            "media_type": item.media_type,
            "basis": item.basis,
            "stated": item.stated,
            "encoding_confidence": 0.0,
            "characters": 0,
            "words": 0,
            "sidecar": stamp(source),
            "container": container if source.member else "",
            "state": item.state or "unreadable",
        }

    def fail(self, stage: str, message: str) -> None:
        """Note what could not be done."""
        self.problems.append((stage, message, True))

    def fingerprint(self, document: Document, words: Words, rows: Rows) -> None:
        """Add the text, its plain words by digest, its words as compared, and its lines."""
        plain, tokens, lines = words
        size = int(tokens.hashes.size)
        self.file |= {
            "media_type": document.media_type,
            "basis": document.basis,
            "encoding": document.encoding,
            "encoding_confidence": document.encoding_confidence,
            "encoding_basis": document.encoding_basis,
            "characters": len(document.text),
            "words": size,
            "text_digest": digest(plain.hashes) if size else "",
            "template_digest": digest(plain.masked) if size else "",
            "state": ("read" if size >= SHORT else "short") if size else "empty",
        }
        self.problems += [("read", remark, False) for remark in document.remarks]
        self.problems += [("read", loss, True) for loss in document.lost]
        storable = document.text.encode("utf-8", "replace")
        text = {"doc": self.doc, "state": state_of(storable), "text": storable.decode()}
        rows.add(TEXTS, text)
        hashes = tokens.hashes.view(np.int64)
        row = {
            "doc": self.doc,
            "state": state_of(np.append(hashes, tokens.shingle)),
            "shingle": tokens.shingle,
            "hashes": hashes,
            "starts": tokens.starts,
            "ends": tokens.ends,
        }
        rows.add(TOKENS, row)
        places = places_of(document) if document.chunks else None
        if places:
            state = state_of(np.concatenate(places))
            rows.add(CHUNKS, {"doc": self.doc, "state": state} | places._asdict())
        rows.extend(LINES, int(lines.numbers.size), self._lines(document, lines, places))

    def _lines(
        self, document: Document, lines: TextLines, places: Places | None
    ) -> Mapping[str, Any]:
        return {
            "doc": self.doc,
            "number": lines.numbers.tolist(),
            "line": (places.line(lines.starts) if places else lines.numbers).tolist(),
            "start": lines.starts.tolist(),
            "end": lines.ends.tolist(),
            "first_token": lines.first.tolist(),
            "tokens": lines.counts.tolist(),
            "digest": lines.digests.view(np.int64).tolist(),
            "furniture": _inside(lines.starts, document.furniture).tolist(),
        }

    @property
    def known(self) -> Document | None:
        """The document; of a file without text one of nothing, if anything is said of it."""
        is_declared = self.source.sidecar or self.source.fields
        is_told = self.fields or (is_declared and self.file["state"] != "container")
        if self.document or not is_told:
            return self.document
        media_type, basis = self.file["media_type"], self.file["basis"]
        return Document(
            source=self.source,
            media_type=media_type,
            basis=basis,
            encoding="",
            encoding_confidence=0.0,
            text="",
            fields=self.fields,
        )

    def question(self, document: Document, rows: Rows, limits: Limits) -> None:
        """Add the claims about where the document comes from."""
        beside = visible(os.path.basename(self.source.sidecar))  # noqa: PTH119  # a string
        asked = Questions(
            document=with_declared(document, self.source, self.problems), beside=beside
        )
        for slip in slips(asked.document.declared):
            told = f"the file {beside} beside it, {slip.said}"
            self.problems.append(("extract", told, slip.is_lost))
        questioned = question(asked, limits)
        self.again |= questioned.again
        evidence = questioned.evidence
        claims, disputes = evidence.claims, evidence.conflicts
        self.problems += [("extract", problem, True) for problem in evidence.problems]
        self.problems += [("extract", remark, False) for remark in evidence.remarks]
        numbers = list(range(len(claims)))
        values = {"doc": self.doc, "number": numbers} | _values(claims, _OF_CLAIM)
        rows.extend(CLAIMS, len(claims), values)
        for number, claim in enumerate(claims):
            if claim.file:
                rows.add(ASIDES, {"doc": self.doc, "number": number} | _aside(claim))
        if disputes:
            disputed = {"doc": self.doc} | _values(disputes, _OF_CONFLICT)
            rows.extend(CONFLICTS, len(disputes), disputed)

    def close(self, rows: Rows) -> None:
        """Add the file, what stood above it, and its problems."""
        rows.add(FILES, self.file)
        for number, header in enumerate(self.headers):
            rows.add(HEADERS, {"doc": self.doc, "number": number} | header._asdict())
        for stage, message, incomplete in self.problems:
            problem = {"stage": stage, "message": message, "incomplete": incomplete}
            rows.add(PROBLEMS, problem | {"doc": self.doc})


def _aside(claim: Claim) -> dict[str, Any]:
    """Return where *claim* stands in the file that declares it; *end_column* as far as is known."""
    width = claim.end - claim.start
    is_whole = len(claim.value) == width and "\n" not in claim.value
    return {
        "path": claim.file,
        "line": claim.line,
        "column": claim.column,
        "end_column": claim.column + (width if is_whole else 0),
    }


def _values(items: Sequence[Claim | Conflict], columns: Sequence[str]) -> dict[str, Any]:
    return {column: [getattr(item, column) for item in items] for column in columns}


def _inside(starts: npt.NDArray[np.int64], spans: Sequence[Span]) -> npt.NDArray[np.bool_]:
    """Tell which of *starts* lie in one of *spans*."""
    inside = np.zeros(starts.size, dtype=np.bool_)
    for span in spans:
        inside |= (starts >= span.start) & (starts < span.end)
    return inside
