"""The iterator of warcio, with another view of where a record ends: nothing is passed over."""

import re
from typing import Any, Final

from warcio.archiveiterator import ArchiveIterator

_WARC: Final = re.compile(rb"WARC/\d")
_ARC: Final = re.compile(
    rb"[a-zA-Z][\w+.-]{0,20}:\S.{0,8000} \d{14} \S{1,200} (?:.{1,2000} )?\d{1,15}\s*"
)
"""How the first line of a record begins; that of ARC is all of its header."""


class Records(ArchiveIterator):  # type: ignore[misc]  # warcio states no types
    """The records of a *stream*, `arc` or `warc`.

    *joined* are those after which the next one begins at once, without the empty line between
    them: warcio takes the first line of that for a remainder. *longer* are those that go on behind
    the length they state; what follows is read from the next line on that begins like a record.
    """

    def __init__(self, stream: Any, known_format: str) -> None:
        super().__init__(stream, check_digests=True)
        self.known_format = known_format
        self.number = 0
        self.joined: list[int] = []
        self.longer: list[int] = []
        self._begins = _ARC if known_format == "arc" else _WARC

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        """Return the first line after the record, None at the end, and the bytes before it."""
        self.number += 1
        line = self.reader.readline()
        if self._begins.match(line):
            self.joined.append(self.number)
            return line, 0
        passed = len(line)
        if line.strip():
            self.longer.append(self.number)
            line = self.reader.readline()
            while line and not self._begins.match(line):
                passed += len(line)
                line = self.reader.readline()
            return line or None, passed
        while line and not line.strip():
            line = self.reader.readline()
            passed += 0 if line.strip() else len(line)
        return line or None, passed
