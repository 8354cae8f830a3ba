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
        "sha256": "varchar",
        "media_type": "varchar",
        "basis": "varchar",
        "encoding": "varchar",
        "encoding_confidence": "double",
        "characters": "integer",
        "words": "integer",
        "text_digest": "varchar",
        "template_digest": "varchar",
        "state": "varchar",
        "sidecar": "varchar",
        "container": "varchar",
    },
)
"""Every file that was opened, and every record in it.

*sidecar*: size and time of the file beside it, or empty. *container*: the uri of the file in
which the record lies, empty for a file.
"""

TEXTS: Final = Table(name="texts", columns={"doc": "bigint", "text": "varchar"})

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

*shingle* is the length of the document's shingles: 5 words, or 12 characters.
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

PROBLEMS: Final = Table(
    name="problems",
    columns={
        "doc": "bigint",
        "stage": "varchar",
        "message": "varchar",
        "incomplete": "boolean",
    },
)

EXAMINED: Final = (FILES, TEXTS, LINES, TOKENS, CLAIMS, CONFLICTS, PROBLEMS)
"""What `examine` fills; every one has the column *doc*."""
