"""What the header of a message may cost, before it is parsed; what is damaged in its parts."""

import re
from email.errors import InvalidBase64CharactersDefect, InvalidBase64LengthDefect
from email.message import Message
from typing import Final

from audit.errors import ReadError
from audit.readers.bounds import Limits

_head_end: Final = re.compile(rb"\r?\n\r?\n")
_header: Final = re.compile(rb"^[!-9;-~]+:", re.MULTILINE)
_bounds: Final = re.compile(rb"\bboundary[ \t]*=", re.IGNORECASE)


def check_headers(data: bytes, limits: Limits) -> None:
    """Raise ReadError where a message has more header fields or parts than *limits* allow."""
    end = _head_end.search(data)
    count = sum(1 for _ in _header.finditer(data, 0, end.start() if end else len(data)))
    if count > limits.headers:
        raise ReadError(f"{count:,} header fields, over the limit of {limits.headers:,}")
    parts = sum(1 for _ in _bounds.finditer(data))
    if parts > limits.parts:
        raise ReadError(f"{parts:,} parts within parts, over the limit of {limits.parts:,}")


def damaged(part: Message) -> str:
    """Return what is wrong in *part*, once it is decoded, empty where nothing is."""
    wrong = (InvalidBase64LengthDefect, InvalidBase64CharactersDefect)
    if any(isinstance(defect, wrong) for defect in part.defects):
        return "what is packed in it as base64 is damaged"
    return ""
