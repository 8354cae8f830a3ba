"""Shingles of tokens, their winnowing, and digests of whole texts; all exact, all numpy."""

import hashlib
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints import characters
from audit.fingerprints.tokens import Hashes, scramble

_FACTOR: Final = np.uint64(characters.mix(0x7368696E676C65) | 1)
_POWERS: Final = np.cumprod(np.array([1] + [int(_FACTOR)] * 4095, dtype=np.uint64), dtype=np.uint64)


def shingles(hashes: Hashes, length: int) -> Hashes:
    """Return the hash of every run of *length* tokens, shape (max(n - length + 1, 0),)."""
    count = hashes.size - length + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    sums = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        sums = sums * _FACTOR + hashes[offset : offset + count]
    return scramble(sums)


def shingles_of_each(
    hashes: Hashes, sizes: npt.NDArray[np.int64], length: int
) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """Return the shingles of several documents, end to end, and how many each of them has.

    *hashes* are the tokens of all documents end to end, *sizes* how many tokens each has.
    """
    counts = np.maximum(sizes - length + 1, 0)
    return shingles(hashes, length)[_inside(sizes, length)], counts


def spread_of_each(
    masked: npt.NDArray[np.bool_], sizes: npt.NDArray[np.int64], length: int
) -> npt.NDArray[np.bool_]:
    """Tell which shingles of *length* hold a masked token, for documents as above."""
    count = max(masked.size - length + 1, 0)
    sums = np.concatenate([[0], np.cumsum(masked)])
    return np.asarray((sums[length : length + count] > sums[:count])[_inside(sizes, length)])


def _inside(sizes: npt.NDArray[np.int64], length: int) -> npt.NDArray[np.intp]:
    """Return the places, in all tokens end to end, where a run lies within one document."""
    ends = np.repeat(np.cumsum(sizes), sizes)
    return np.flatnonzero(ends - np.arange(ends.size) >= length)


def winnow_each(
    shingle_hashes: Hashes, sizes: npt.NDArray[np.int64], window: int
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int64]]:
    """Return what `winnow` keeps of the shingles of several documents, and how many of each.

    Positions count from the first shingle of their document.
    """
    starts = np.cumsum(sizes) - sizes
    if window <= 1:
        return np.arange(shingle_hashes.size) - np.repeat(starts, sizes), sizes
    kept = np.zeros(shingle_hashes.size, dtype=np.bool_)
    if shingle_hashes.size >= window:
        windows = np.lib.stride_tricks.sliding_window_view(shingle_hashes, window)
        first = _inside(sizes, window)
        kept[first + _rightmost_least(windows, first)] = True
    for place in np.flatnonzero((sizes > 0) & (sizes < window)):
        start = int(starts[place])
        kept[start + winnow(shingle_hashes[start : start + int(sizes[place])], window)] = True
    counts = np.add.reduceat(np.append(kept, False), starts, dtype=np.int64) * (sizes > 0)
    return np.flatnonzero(kept) - np.repeat(starts, counts), counts


def _rightmost_least(windows: Hashes, first: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Return where in each of the windows at *first* the rightmost least hash stands."""
    return np.asarray(windows.shape[1] - 1 - np.argmin(windows[first, ::-1], axis=1))


def winnow(shingle_hashes: Hashes, window: int) -> npt.NDArray[np.intp]:
    """Return the positions that winnowing keeps: the rightmost least hash of every window.

    Schleimer, Wilkerson and Aiken 2003. Any run of shingles as long as *window* keeps one; a
    window of 1 keeps all; a text shorter than the window keeps its least.
    """
    size = shingle_hashes.size
    if window <= 1 or size == 0:
        return np.arange(size)
    if size <= window:
        return np.array([size - 1 - int(np.argmin(shingle_hashes[::-1]))])
    windows = np.lib.stride_tricks.sliding_window_view(shingle_hashes, window)
    rightmost = window - 1 - np.argmin(windows[:, ::-1], axis=1)
    return np.unique(np.arange(windows.shape[0]) + rightmost)


def digest(hashes: Hashes) -> str:
    """Return the SHA-256 of a sequence of tokens as 64 hexadecimal digits."""
    return hashlib.sha256(hashes.astype("<u8").tobytes()).hexdigest()


def state_of(numbers: npt.NDArray[np.int64] | bytes) -> int:
    """Return 64 bits, signed, that stand for *numbers* and their order, or for bytes."""
    data = numbers if isinstance(numbers, bytes) else numbers.astype("<i8").tobytes()
    found = hashlib.sha256(data).digest()
    return int.from_bytes(found[:8], "big", signed=True)


def run_digests(hashes: Hashes, first: npt.NDArray[np.intp]) -> Hashes:
    """Return one hash for each run of tokens, from each of *first* to the next, shape of *first*.

    *first* begins with 0 and increases.
    """
    if not first.size:
        return np.zeros(0, dtype=np.uint64)
    lengths = np.diff(np.append(first, hashes.size))
    place = (np.arange(hashes.size) - np.repeat(first, lengths)) % _POWERS.size
    return scramble(np.add.reduceat(hashes * _POWERS[place], first))
