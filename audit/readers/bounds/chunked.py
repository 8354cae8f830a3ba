"""A body that was sent in chunks and saved so (RFC 9112, 7.1)."""

import re
from typing import Final

_size: Final = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r\n")
_end: Final = re.compile(rb"(?:[\w!#$%&'*+.^`|~-]{1,100}:[^\r\n]{0,16384}\r\n){0,100}(?:\r\n)?")
"""Fields below the last chunk, and the blank line."""


def unchunked(data: bytes, start: int) -> tuple[bytes, str, int]:
    """Return the body that begins at *start* without its chunks, what it lacks, and its end.

    What is in no chunks is as it is: most programmes take them away and leave the header.
    """
    pieces: list[bytes] = []
    at = start
    while size := _size.match(data, at):
        count = int(size[1], 16)
        if not count:
            after = _end.match(data, size.end())
            return b"".join(pieces), "", after.end() if after else size.end()
        piece = data[size.end() : size.end() + count]
        at = size.end() + count
        if len(piece) == count and data[at : at + 2] not in (b"\r\n", b"\r", b""):
            break
        pieces.append(piece)
        if len(piece) < count:
            return b"".join(pieces), "its last chunk breaks off", len(data)
        at += 2
    if not pieces:
        return data[start:], "", len(data)
    if at < len(data):
        return data[start:], "the sizes of its chunks are wrong: read as it is", len(data)
    return b"".join(pieces), "its last chunk is missing", len(data)
