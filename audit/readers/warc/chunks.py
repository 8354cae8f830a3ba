"""The body of an answer that was sent in chunks (RFC 9112, 7.1), and whether all of them came."""

import re
from typing import Any, Final

_BLOCK: Final = 65_536
_LAST: Final = re.compile(rb"0+[ \t]*(?:;[^\r\n]*)?\r\n")


class _Sent:
    """What was sent, as warcio asks for it: the line above a chunk, then the chunk."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.lines = 0
        self.is_last = False

    def readline(self, size: int) -> bytes:
        """Return the line above a chunk."""
        line: bytes = self._stream.readline(size)
        self.lines += 1
        self.is_last = _LAST.fullmatch(line) is not None
        return line

    def read(self, size: int) -> bytes:
        """Return some bytes; fields below the last chunk are none of its body, nor is no line."""
        if self.is_last and self.lines > 1:
            while self._stream.read(_BLOCK):
                pass
            return b"\r\n"
        data: bytes = self._stream.read(size)
        return data


class Unchunked:
    """What was sent in chunks, without them; what is in none although so stated, as it is."""

    def __init__(self, stream: Any) -> None:
        """Take the *stream* of what was sent."""
        from warcio.bufferedreaders import ChunkedDataReader

        self._sent = _Sent(stream)
        self._reader = ChunkedDataReader(self._sent)

    def read(self, size: int) -> bytes:
        """Return some bytes, none at the end."""
        data: bytes = self._reader.read(size)
        return data

    @property
    def lacks(self) -> str:
        """Tell, once all of it is read, that it ends before the last chunk."""
        is_chunked = self._sent.lines > 1 or not self._reader.not_chunked
        if self._sent.is_last or not self._sent.lines or not is_chunked:
            return ""
        return "its last chunk is missing"
