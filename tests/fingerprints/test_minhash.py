"""MinHash brings alike sets together; it never says how alike they are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.fingerprints import minhash
from audit.fingerprints.tokens import scramble

sets = st.sets(st.integers(0, 2**64 - 1), min_size=1, max_size=50)


def array(values) -> np.ndarray:
    return np.array(list(values), dtype=np.uint64)


def buckets(values: np.ndarray) -> np.ndarray:
    return minhash.buckets(values, np.array([values.size]))


@given(sets, st.randoms())
def test_order_and_repetition_count_for_nothing(values, dice):
    again = [*values, *dice.choices(sorted(values), k=10)]
    dice.shuffle(again)
    assert buckets(array(values)).tolist() == buckets(array(again)).tolist()


@given(sets)
def test_one_bucket_for_each_band(values):
    found = buckets(array(values))
    assert found.shape == (minhash.BANDS,)
    assert len(set(found.tolist())) == minhash.BANDS


def test_no_set_has_no_bucket():
    """Two texts that are too short are not alike."""
    assert buckets(array([])).size == 0


@given(st.lists(st.one_of(st.just(set()), sets), max_size=6))
def test_several_sets_at_once_are_as_each_alone(several):
    together = array(value for values in several for value in values)
    found = minhash.buckets(together, np.array([len(values) for values in several], dtype=np.int64))
    alone = [bucket for values in several for bucket in buckets(array(values)).tolist()]
    assert found.tolist() == alone


def test_sets_that_resemble_each_other_meet_as_often_as_promised():
    missed = met = 0
    for number in range(150):
        pool = scramble(np.arange(number * 1_000, number * 1_000 + 380, dtype=np.uint64))
        alike, other = pool[:200], pool[20:220]
        far = pool[180:380]
        missed += not np.intersect1d(buckets(alike), buckets(other)).size
        met += bool(np.intersect1d(buckets(alike), buckets(far)).size)
    assert missed <= 1
    assert met <= 5
