"""Lines of a text that hold words, each with a digest that ignores digits."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import run_digests
from audit.fingerprints.tokens import Hashes, Tokens

_END = re.compile("\r\n|\r|\n")


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
    spans = [match.span() for match in _END.finditer(text)]
    starts = np.array([0, *(end for _, end in spans)], dtype=np.int64)
    ends = np.array([*(start for start, _ in spans), len(text)], dtype=np.int64)
    line_of_token = np.searchsorted(starts, tokens.starts, side="right") - 1
    first = np.flatnonzero(np.diff(line_of_token, prepend=-1))
    with_words = line_of_token[first]
    return TextLines(
        numbers=with_words + 1,
        starts=starts[with_words],
        ends=ends[with_words],
        first=first,
        counts=np.diff(first, append=tokens.hashes.size),
        digests=run_digests(tokens.masked, first),
    )
