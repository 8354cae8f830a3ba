"""The headers of a capture as they are written: that of its record, that of its server."""

from typing import Any

from audit.model import HeaderField
from audit.readers.bounds.headers import STATUS_LINE, check_number, kept


def written(record: Any, most: int, *, from_arc: bool) -> tuple[tuple[HeaderField, ...], list[str]]:
    """Return both headers of *record* as they are written, and what must be said of them.

    Raise ReadError where there are more fields than *most*.
    """
    answer = record.http_headers
    check_number(len(record.rec_headers.headers) + len(answer.headers if answer else ()), most)
    own, cut = kept("arc" if from_arc else "warc", record.rec_headers.headers)
    if not answer:
        return own, cut
    status = (STATUS_LINE, f"{answer.protocol} {answer.statusline}".strip())
    sent, more = kept("http", [status, *answer.headers])
    return (*own, *sent), [*cut, *more]
