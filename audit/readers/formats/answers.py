"""Answers of web servers, saved with their headers (`curl -i`, `wget --save-headers`)."""

import re
from typing import Final

from audit.readers.formats.kinds import agree

HTTP: Final = "application/http"
_status: Final = rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})[^\r\n]{0,500}\r?\n"
_fields: Final = rb"(?:[\w!#$%&'*+.^`|~-]{1,100}:[^\r\n]{0,16384}\r?\n|[ \t][^\r\n]{0,16384}\r?\n)"
_answer: Final = re.compile(
    rb"(?>(?:%b(?>%b{0,500})\r?\n(?=HTTP/)){0,20})%b((?>%b{1,500}))\r?\n"
    % (_status, _fields, _status, _fields)
)
_type: Final = re.compile(rb"^content-type:[ \t]*([\w.+/-]{1,140})", re.IGNORECASE | re.MULTILINE)
_notes: Final = frozenset(("", "txt", "text", "log"))
"""Extensions of files in which people keep headers alone."""

_written: Final = frozenset(("md", "markdown", "rst", "adoc", "asciidoc", "org", "tex"))
"""Extensions of texts that people write, who may begin with an example."""


def answer_content(head: bytes, extension: str) -> tuple[str, str] | None:
    """Return media type and name of the answer that *head* begins, or None where it is none."""
    found = _answer.match(head)
    if not found or extension in _written or (found.end() == len(head) and extension in _notes):
        return None
    return HTTP, f"HTTP answer, status {found[2].decode()}"


def holds(declared: str, head: bytes) -> bool:
    """Tell whether the answer that *head* begins says that it holds what is *declared*."""
    found = _answer.match(head)
    kind = _type.search(found[3]) if found else None
    return kind is not None and agree(declared, kind[1].decode().lower())
