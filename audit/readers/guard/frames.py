"""Messages between two processes: each has a mark, the number of its task, and a bounded length.

What code of others writes into the pipe is told apart from a message, and nobody waits without
end for the rest of one.
"""

import os
import pickle
import struct
import sys
import time
from multiprocessing.connection import Connection
from typing import Any, Final

_HEAD: Final = struct.Struct("!4sQQ")
_MARK: Final = b"\xa7aud"
_CHUNK: Final = 1 << 20
DAY: Final = 86_400
"""Seconds after which nobody waits any more."""


class StrayError(Exception):
    """Say that what came is no message, or one about another task."""


class Frames:
    """The messages of one end of a pipe."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._got = bytearray()

    def send(self, number: int, said: Any) -> None:
        """Send what is *said* of the task *number*; raise OSError where nobody listens."""
        data = pickle.dumps(said, pickle.HIGHEST_PROTOCOL)
        self._put(_HEAD.pack(_MARK, number, len(data)))
        self._put(data)

    def receive(self, seconds: float, most: int) -> tuple[int, Any]:
        """Return the number of a task and what is said of it, in at most *most* bytes.

        It may take so many *seconds* to begin, and as many to arrive: TimeoutError. Raise EOFError
        where nobody sends any more, and StrayError where it is no message.
        """
        mark, number, size = _HEAD.unpack(self._take(_HEAD.size, seconds))
        if mark != _MARK or size > most:
            raise StrayError
        data = self._take(size, seconds)
        try:
            return number, pickle.loads(data)  # noqa: S301  # of our own process
        except Exception as error:  # whatever the bytes of others look like
            raise StrayError from error

    def _put(self, data: bytes) -> None:
        if sys.platform == "win32":
            self.connection.send_bytes(data)
            return
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self.connection.fileno(), rest) :]

    def _take(self, size: int, seconds: float) -> bytearray:
        deadline = time.monotonic() + seconds
        while len(self._got) < size:
            if not self.connection.poll(max(0, deadline - time.monotonic())):
                raise TimeoutError
            self._got += self._chunk()
        taken, self._got = self._got, self._got[size:]
        del taken[size:]
        return taken

    def _chunk(self) -> bytes:
        if sys.platform == "win32":
            return self.connection.recv_bytes()
        chunk = os.read(self.connection.fileno(), _CHUNK)
        if not chunk:
            raise EOFError
        return chunk
