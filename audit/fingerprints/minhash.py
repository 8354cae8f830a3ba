"""MinHash: a few numbers by which very similar sets meet, for candidates only, never for scores."""

from typing import Final

import numpy as np
import numpy.typing as npt

from audit.fingerprints import characters
from audit.fingerprints.tokens import Hashes, scramble

BANDS: Final = 10
ROWS: Final = 3
"""Two sets of resemblance .8 meet in a band with a probability of .999 (Broder 1997)."""

_SEEDS: Final = np.array(
    [characters.mix(number + 1) for number in range(BANDS * ROWS)], dtype=np.uint64
)
_FACTOR: Final = np.uint64(characters.mix(0x62616E6473) | 1)


def buckets(shingle_hashes: Hashes, sizes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the buckets of several sets of shingles, BANDS of them for each, end to end.

    *shingle_hashes* are the sets end to end, *sizes* how many shingles each has; a set without
    shingles has no bucket.
    """
    sizes = sizes[sizes > 0]
    starts = np.cumsum(sizes) - sizes
    least = np.empty((_SEEDS.size, sizes.size), dtype=np.uint64)
    if sizes.size:
        for number, seed in enumerate(_SEEDS):
            mixed = (shingle_hashes ^ seed) * (seed | np.uint64(1))
            least[number] = np.minimum.reduceat(mixed, starts)
    bands = least.reshape(BANDS, ROWS, sizes.size)
    sums = np.repeat(np.arange(BANDS, dtype=np.uint64)[:, None], sizes.size, axis=1)
    for row in range(ROWS):
        sums = scramble(sums * _FACTOR + bands[:, row])
    return np.ascontiguousarray(sums.T).reshape(-1).view(np.int64)
