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
_MANY: Final = 1 << 16


def buckets(shingle_hashes: Hashes) -> npt.NDArray[np.int64]:
    """Return the bucket of a set of shingles in every band, shape (BANDS,), or (0,) for no set."""
    if not shingle_hashes.size:
        return np.zeros(0, dtype=np.int64)
    least = np.full(_SEEDS.size, np.iinfo(np.uint64).max, dtype=np.uint64)
    for low in range(0, shingle_hashes.size, _MANY):
        part = shingle_hashes[low : low + _MANY]
        for number, seed in enumerate(_SEEDS):
            least[number] = min(least[number], ((part ^ seed) * (seed | np.uint64(1))).min())
    bands = least.reshape(BANDS, ROWS)
    sums = np.arange(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        sums = scramble(sums * _FACTOR + bands[:, row])
    return sums.view(np.int64)
