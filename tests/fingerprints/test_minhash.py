"""MinHash brings alike sets together; it never says how alike they are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints import minhash
from audit.fingerprints.tokens import scramble

sets = st.sets(st.integers(0, 2**64 - 1), min_size=1, max_size=50)


def array(values) -> np.ndarray:
    return np.array(list(values), dtype=np.uint64)


@given(sets, st.randoms())
def test_order_and_repetition_count_for_nothing(values, dice):
    again = [*values, *dice.choices(sorted(values), k=10)]
    dice.shuffle(again)
    assert minhash.buckets(array(values)).tolist() == minhash.buckets(array(again)).tolist()


@given(sets)
def test_one_bucket_for_each_band(values):
    found = minhash.buckets(array(values))
    assert found.shape == (minhash.BANDS,)
    assert len(set(found.tolist())) == minhash.BANDS


def test_no_set_has_no_bucket():
    """Two texts that are too short are not alike."""
    assert minhash.buckets(array([])).size == 0


def test_large_sets_are_read_in_parts():
    values = scramble(np.arange(200_000, dtype=np.uint64))
    assert minhash.buckets(values).tolist() == minhash.buckets(values[::-1]).tolist()


def test_sets_that_resemble_each_other_meet_as_often_as_promised():
    missed = met = 0
    for number in range(150):
        pool = scramble(np.arange(number * 1_000, number * 1_000 + 380, dtype=np.uint64))
        alike, other = pool[:200], pool[20:220]
        far = pool[180:380]
        missed += not np.intersect1d(minhash.buckets(alike), minhash.buckets(other)).size
        met += bool(np.intersect1d(minhash.buckets(alike), minhash.buckets(far)).size)
    assert missed <= 1
    assert met <= 5
