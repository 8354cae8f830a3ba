"""What `examine` fills; every table has the column *doc*."""

from typing import Final

from audit.tables.shape import Table

FILES: Final = Table(
    name="files",
    columns={
        "doc": "bigint",
        "uri": "varchar",
        "size": "bigint",
        "modified": "bigint",
        "inode": "bigint",
        "changed": "bigint",
        "sha256": "varchar",
        "media_type": "varchar",
        "basis": "varchar",
        "stated": "varchar",
        "encoding": "varchar",
        "encoding_confidence": "double",
        "encoding_basis": "varchar",
        "characters": "integer",
        "words": "integer",
        "text_digest": "varchar",
        "template_digest": "varchar",
        "state": "varchar",
        "sidecar": "varchar",
        "container": "varchar",
        "reading": "varchar",
    },
)
"""Every file that was opened, and every record in it.

*changed*: when the system last changed anything of the file, its times among it, in nanoseconds.
*stated*: the media type that the name or the container gives, where the content is another.
*sidecar*: size and time of the file beside it, a digest of what tables declare, or empty.
*container*: the uri of the file in which the record lies, empty for a file. *reading*: a digest of
what the reading depends on beside the file: limits, installed extras, the text field.
"""

TEXTS: Final = Table(name="texts", columns={"doc": "bigint", "state": "bigint", "text": "varchar"})
"""The text of a document; *state* stands for all of its characters."""

CHUNKS: Final = Table(
    name="chunks",
    columns={
        "doc": "bigint",
        "state": "bigint",
        "starts": "integer[]",
        "lines": "integer[]",
        "columns": "integer[]",
    },
)
"""Of a text that was taken out of markup: from each start on it stands in that line and column.

*state* stands for all of these numbers. A text that is the file itself has no row.
"""

LINES: Final = Table(
    name="lines",
    columns={
        "doc": "bigint",
        "number": "integer",
        "line": "integer",
        "start": "integer",
        "end": "integer",
        "first_token": "integer",
        "tokens": "integer",
        "digest": "bigint",
        "furniture": "boolean",
    },
)
"""Lines of the text that hold a token; *line* is the line of the file a person opens.

*digest* hashes the tokens with digits masked, so that `Page 3 of 12` is one line everywhere.
"""

TOKENS: Final = Table(
    name="tokens",
    columns={
        "doc": "bigint",
        "state": "bigint",
        "shingle": "integer",
        "hashes": "bigint[]",
        "starts": "integer[]",
        "ends": "integer[]",
    },
)
"""The words of a document: hash of the folded word, and its characters [start, end).

*shingle* is the length of the document's shingles: 5 words, or 12 characters. *state* stands for
the hashes and the shingle: what was made from them alone holds as long as it stays.
"""

CLAIMS: Final = Table(
    name="claims",
    columns={
        "doc": "bigint",
        "number": "integer",
        "property": "varchar",
        "value": "varchar",
        "normalized": "varchar",
        "extractor": "varchar",
        "origin": "varchar",
        "part": "varchar",
        "line": "integer",
        "start": "integer",
        "end": "integer",
        "confidence": "double",
        "reason": "varchar",
        "chosen": "boolean",
    },
)

ASIDES: Final = Table(
    name="asides",
    columns={
        "doc": "bigint",
        "number": "integer",
        "path": "varchar",
        "line": "integer",
        "column": "integer",
        "end_column": "integer",
    },
)
"""Where the claims (numbers of `claims`) stand that another file declares of the document."""

CONFLICTS: Final = Table(
    name="conflicts",
    columns={
        "doc": "bigint",
        "property": "varchar",
        "number": "integer",
        "other_number": "integer",
        "reason": "varchar",
    },
)
"""Two claims of one document (numbers of `claims`) for one property that cannot both be true."""

HEADERS: Final = Table(
    name="headers",
    columns={
        "doc": "bigint",
        "number": "integer",
        "kind": "varchar",
        "name": "varchar",
        "value": "varchar",
    },
)
"""What the record of a web archive and the answer of a server say above the document, in order."""

PROBLEMS: Final = Table(
    name="problems",
    columns={
        "doc": "bigint",
        "stage": "varchar",
        "message": "varchar",
        "incomplete": "boolean",
    },
)

EXAMINED: Final = (
    FILES,
    TEXTS,
    CHUNKS,
    LINES,
    TOKENS,
    CLAIMS,
    ASIDES,
    CONFLICTS,
    HEADERS,
    PROBLEMS,
)
"""What `examine` fills; every one has the column *doc*."""
