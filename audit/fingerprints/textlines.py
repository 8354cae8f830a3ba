"""Lines of a text that hold words, each with a digest that ignores digits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints.shingles import run_digests
from audit.fingerprints.tokens import NUMBER, Hashes, Tokens, codes_of

_FEED: Final = ord("\n")
_RETURN: Final = ord("\r")
_BETWEEN: Final = "\0"
"""Between two texts that are looked at together; no part of a line end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLines:
    """The lines of one text that hold a word, in order; every field has shape (lines,).

    *numbers* count all lines of the text from 1; *starts* and *ends* are characters, the line end
    excluded; *first* and *counts* are tokens; *digests* are of the tokens with digits masked, but
    for lines of numbers alone: two days are not one line.
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
    return lines_of_each([text], [tokens])[0]


def lines_of_each(texts: Sequence[str], tokens: Sequence[Tokens]) -> list[TextLines]:
    """Return the lines of each of *texts* that hold one of its *tokens*, as above."""
    if not texts:
        return []
    bounds = np.cumsum([0] + [len(text) + 1 for text in texts])
    starts, ends = _lines(codes_of(_BETWEEN.join(texts)), bounds[1:])
    sizes = [found.starts.size for found in tokens]
    places = np.concatenate([found.starts for found in tokens]) + np.repeat(bounds[:-1], sizes)
    first = np.searchsorted(places, starts)
    counts = np.diff(first, append=places.size)
    held = np.flatnonzero(counts)
    digests = _digests(tokens, first[held])
    begun = np.searchsorted(starts, bounds)
    cuts = np.searchsorted(held, begun)
    lines = np.diff(cuts)
    offsets = np.repeat(bounds[:-1], lines)
    numbers = held - np.repeat(begun[:-1], lines) + 1
    starts, ends = starts[held] - offsets, ends[held] - offsets
    first = first[held] - np.repeat(np.cumsum([0, *sizes[:-1]]), lines)
    return [
        TextLines(
            numbers=numbers[low:high],
            starts=starts[low:high],
            ends=ends[low:high],
            first=first[low:high],
            counts=counts[held[low:high]],
            digests=digests[low:high],
        )
        for low, high in pairwise(cuts.tolist())
    ]


def _digests(tokens: Sequence[Tokens], first: npt.NDArray[np.intp]) -> Hashes:
    """Return one hash for each line, from each of *first* to the next, of all tokens in a row."""
    masked = np.concatenate([found.masked for found in tokens])
    digests = run_digests(masked, first)
    if not first.size:
        return digests
    is_number = np.logical_and.reduceat(masked == NUMBER, first)
    if is_number.any():
        plain = run_digests(np.concatenate([found.hashes for found in tokens]), first)
        digests = np.where(is_number, plain, digests)
    return digests


def _lines(
    codes: npt.NDArray[np.uint32], bounds: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return where each line starts and ends; *bounds* are those behind each text."""
    feeds = np.flatnonzero(codes == _FEED)
    returns = np.flatnonzero(codes == _RETURN)
    pairs = returns[np.isin(returns + 1, feeds, assume_unique=True)]
    ends = np.concatenate([np.setdiff1d(feeds, pairs + 1, assume_unique=True), returns, bounds - 1])
    ends.sort()
    behind = ends + 1 + np.isin(ends, pairs, assume_unique=True)
    return np.concatenate([[0], behind[:-1]]), ends
