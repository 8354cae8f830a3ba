"""Lines of a text, and the way from a text back to the file that it was taken from."""

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import add, attrgetter
from typing import Final

from audit.model import Chunk, Span

_end = re.compile(r"\r\n?|\n")
_PIECE: Final = 4_096
"""Characters of which the line ends are counted at once."""


@dataclass(frozen=True, slots=True)
class Lines:
    r"""Number the lines of *text*, ended by `\n`, `\r\n` or a lone `\r` alike, from 1."""

    text: str
    starts: Sequence[int] = field(init=False, repr=False, compare=False)
    """Offset of the first character of every line; a final line end opens one more, empty, line."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", _starts(self.text))

    def __len__(self) -> int:
        """Return the number of lines as an editor numbers them, at least 1."""
        return len(self.starts)

    def line(self, offset: int) -> int:
        """Return the line that holds *offset*, from 1; a line end belongs to its line."""
        return max(bisect_right(self.starts, offset), 1)

    def column(self, offset: int) -> int:
        """Return the column of *offset* in its line, in characters, from 1."""
        return max(offset, 0) - self.starts[self.line(offset) - 1] + 1

    def span(self, line: int) -> Span:
        """Return the characters of *line* without its end; raise IndexError beyond the last."""
        if not 1 <= line <= len(self.starts):
            raise IndexError(f"no line {line} in a text of {len(self.starts)} lines")
        start = self.starts[line - 1]
        if line == len(self.starts):
            return Span(start=start, end=len(self.text))
        end = self.starts[line] - 1
        crlf = end > start and self.text[end] == "\n" and self.text[end - 1] == "\r"
        return Span(start=start, end=end - crlf)


class LineCounter:
    """Tell the lines of a few places of *text* as `Lines` does, without looking for all."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all = Lines(text) if _has_lone_returns(text) else None
        self._ends = [0]
        """How many lines end before each of the first pieces."""

    def line(self, offset: int) -> int:
        """Return the line that holds *offset*, from 1; a line end belongs to its line."""
        if self._all is not None:
            return self._all.line(offset)
        place = min(max(offset, 0), len(self._text))
        piece = place // _PIECE
        for known in range(len(self._ends) - 1, piece):
            start = known * _PIECE
            self._ends.append(self._ends[known] + self._text.count("\n", start, start + _PIECE))
        return 1 + self._ends[piece] + self._text.count("\n", piece * _PIECE, place)


def _has_lone_returns(text: str) -> bool:
    return "\r" in text and text.count("\r") != text.count("\r\n")


def _starts(text: str) -> list[int]:
    if _has_lone_returns(text):
        return [0, *map(re.Match.end, _end.finditer(text))]
    lines = text.split("\n")
    return list(map(add, accumulate(map(len, lines[:-1]), initial=0), range(len(lines))))


def column_of(text: str, offset: int) -> int:
    """Return the column of *offset* in its line of *text*, from 1, as `Lines` does."""
    return offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))


def longest_line(text: str) -> tuple[int, int]:
    """Return the number of the longest line, from 1, and its length with its end."""
    starts = [*Lines(text).starts, len(text)]
    lengths = [end - start for start, end in pairwise(starts)]
    longest = max(lengths)
    return lengths.index(longest) + 1, longest


def source_offset(chunks: Sequence[Chunk], offset: int) -> int:
    """Return where character *offset* of a text stands in its markup; no chunks: the same place."""
    if not chunks:
        return offset
    chunk = chunks[max(bisect_right(chunks, (offset, math.inf)) - 1, 0)]
    return chunk.source + max(offset - chunk.start, 0)


def text_offset(chunks: Sequence[Chunk], offset: int, length: int) -> int:
    """Return where a text of *length* has come to at character *offset* of its markup."""
    if not chunks:
        return min(offset, length)
    at = bisect_right(chunks, offset, key=attrgetter("source")) - 1
    if at < 0:
        return chunks[0].start
    end = chunks[at + 1].start if at + 1 < len(chunks) else length
    return min(chunks[at].start + offset - chunks[at].source, end)
