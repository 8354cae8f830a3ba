"""Lines of a text that hold words, each with a digest that ignores digits."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import run_digests
from audit.fingerprints.tokens import Hashes, Tokens

_ENDS: Final = (0x0A, 0x0D)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLines:
    """The lines of one text that hold a word, in order; every field has shape (lines,).

    *numbers* count all lines of the text from 1; *starts* and *ends* are characters, the line end
    excluded; *first* and *counts* are tokens; *digests* are of the tokens with digits masked.
    A word hyphenated over a line end belongs to the line in which it begins.
    """

    numbers: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    first: npt.NDArray[np.intp]
    counts: npt.NDArray[np.intp]
    digests: Hashes


def text_lines(text: str, tokens: Tokens) -> TextLines:
    """Return the lines of *text*, ended by CR LF, LF or CR, that hold one of its *tokens*."""
    starts, ends = _bounds(text)
    line_of_token = np.searchsorted(starts, tokens.starts, side="right") - 1
    with_words, first = np.unique(line_of_token, return_index=True)
    return TextLines(
        numbers=with_words + 1,
        starts=starts[with_words],
        ends=ends[with_words],
        first=first,
        counts=np.diff(np.append(first, tokens.hashes.size)),
        digests=run_digests(tokens.masked, first),
    )


def _bounds(text: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    feeds = np.flatnonzero((codes == _ENDS[0]) | (codes == _ENDS[1])).astype(np.int64)
    second = np.zeros(feeds.size, dtype=np.bool_)
    second[1:] = (np.diff(feeds) == 1) & (codes[feeds[1:]] == _ENDS[0])
    second[1:] &= codes[feeds[:-1]] == _ENDS[1]
    last_of_end = np.append(~second[1:], True)[: feeds.size]
    starts = np.append(0, feeds[last_of_end] + 1)
    ends = np.append(feeds[~second], len(text))
    return starts, ends
