"""Whether a compiled kernel would pay: numba beside numpy, the same functions, the same results.

    python -m venv NUMBA && NUMBA/bin/pip install -e . numba
    NUMBA/bin/python benchmarks/compiled.py

Prints seconds of CPU of the import and of the first call (from the compiler's cache the second
time), and microseconds a pair or a document of both kernels; the least of seven rounds.
"""

import time
from collections.abc import Callable
from typing import Any

import generate
import numpy as np

from audit.fingerprints.shelf import Shelf, Words
from audit.fingerprints.shingles import shingles_of_each, winnow_each

DOCUMENTS, ROUNDS, RUN, WINDOW = 1_000, 7, 5, 8

began = time.process_time()
from numba import njit  # type: ignore[import-not-found]  # noqa: E402

IMPORT = time.process_time() - began


@njit(cache=True)  # type: ignore[untyped-decorator]
def merged(hashes: Any, body: Any, bounds: Any, a: Any, b: Any) -> Any:
    """Return what each place of *a* shares with that of *b*, shape (2, n): whole, body."""
    found = np.zeros((2, a.size), dtype=np.int64)
    for pair in range(a.size):
        x, x_end = bounds[a[pair]], bounds[a[pair] + 1]
        y, y_end = bounds[b[pair]], bounds[b[pair] + 1]
        while x < x_end and y < y_end:
            if hashes[x] == hashes[y]:
                found[0, pair] += 1
                found[1, pair] += body[x] and body[y]
                x += 1
                y += 1
            elif hashes[x] < hashes[y]:
                x += 1
            else:
                y += 1
    return found


@njit(cache=True)  # type: ignore[untyped-decorator]
def winnowed(hashes: Any, sizes: Any, window: int) -> Any:
    """Return the places that winnowing keeps, for documents of at least a window each."""
    kept = np.zeros(hashes.size, dtype=np.bool_)
    start = 0
    for size in sizes:
        least = -1
        for first in range(start, start + size - window + 1):
            begin = first if least < first else first + window - 1
            least = max(least, first)
            for place in range(begin, first + window):
                if hashes[place] <= hashes[least]:
                    least = place
            kept[least] = True
        start += size
    return np.flatnonzero(kept)


def least(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the microseconds of CPU of the fastest of the rounds, and the result."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        result = work()
        spent.append(time.process_time() - start)
    return min(spent) * 1e6, result


def main() -> None:
    numbers = {text: number for number, text in enumerate(generate.vocabulary().tolist())}
    every = [
        np.array([numbers[word] for word in text.split()], dtype=np.uint64) * np.uint64(2**40 + 15)
        for text in generate.texts(DOCUMENTS)
    ]
    masks = [np.zeros(words.size, dtype=np.bool_) for words in every]
    shelf = Shelf(
        [Words(hashes=w, masked=m, shingle=RUN) for w, m in zip(every, masks, strict=True)]
    )
    pairs = np.array([(a, b) for a in range(0, DOCUMENTS, 100) for b in range(DOCUMENTS) if a != b])
    a, b = pairs.T.copy()
    sets = shelf.sets(RUN)
    words, sizes = np.concatenate(every), np.array([each.size for each in every])
    hashes, counts = shingles_of_each(words, sizes, WINDOW)
    start = time.process_time()
    merged(sets.hashes, sets.body, sets.bounds, a, b), winnowed(hashes, counts, WINDOW)
    print(f"numba: import {IMPORT:.2f} s, first calls {time.process_time() - start:.2f} s")
    fast, one = least(lambda: merged(sets.hashes, sets.body, sets.bounds, a, b))
    slow, other = least(lambda: Shelf.common(Shelf(shelf.documents), RUN).counts(a, b))
    ready, _ = least(lambda: shelf.common(RUN).counts(a, b))
    print(
        f"common shingles of {a.size:,} pairs, us a pair: numba {fast / a.size:.1f}, "
        f"numpy {ready / a.size:.1f}, with its table of the shelf {slow / a.size:.1f}, "
        f"same: {bool((one == other).all())}"
    )
    fast, one = least(lambda: winnowed(hashes, counts, WINDOW))
    slow, (places, kept) = least(lambda: winnow_each(hashes, counts, WINDOW))
    same = (one == places + np.repeat(np.cumsum(counts) - counts, kept)).all()
    print(
        f"winnowing, us a document: numba {fast / DOCUMENTS:.1f}, numpy {slow / DOCUMENTS:.1f}, "
        f"same: {bool(same)}"
    )


if __name__ == "__main__":
    main()
