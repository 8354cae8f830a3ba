import re

from hypothesis import given
from hypothesis import strategies as st

from audit.calendars import find_dates
from audit.calendars.digits import starts_of_numbers
from audit.calendars.find import _ANCHOR, _MAYBE

SIGNS = st.sampled_from("0123456789٣७๔𝟘߉-./ aZ[`{@éŁ\u00a0\ue000\U0001f600\U000e0001\n")

PATTERN = r"(?<!\d)\d(?=\d[\d./-]|[./-][\d A-Za-z\u00a0-\uffff])"


@given(st.text(SIGNS | st.characters(), min_size=1))
def test_the_numbers_are_those_that_a_pattern_finds(text):
    assert starts_of_numbers(text) == [found.start() for found in re.finditer(PATTERN, text)]


@given(st.from_regex(_ANCHOR, alphabet=st.characters(max_codepoint=0xFFFF)) | st.text(SIGNS))
def test_no_date_begins_elsewhere(text):
    text = re.sub(r"[^\S\xa0]", " ", text)
    begins = {at for at in range(len(text)) if _ANCHOR.match(text, at)}
    numbers = {found.start() for found in re.finditer(r"(?<!\d)\d", text)}
    may_begin = {found.start() for found in _MAYBE.finditer(text)}
    assert begins & numbers <= may_begin


@given(st.text(SIGNS, max_size=80), st.integers(0, 30))
def test_a_date_in_a_long_text_is_found_as_in_a_short_one(text, cut):
    line = f"\n{text} 3 May 2021 and 3.{text}\n"
    long = line + "The ferry left at noon. " * 60
    start = min(cut, len(line))
    assert [*find_dates(long, start)] == [*find_dates(long, start, len(line) + 100)]
