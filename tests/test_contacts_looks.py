"""The fast looks for signs of addresses find what one plain pattern finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.contacts.spelling import _AT, _INVISIBLE, _ODD, _UNIT, _UNIT_OR_TAG, _hints

PIECES = [
    *("@", "\uff20", "\ufe6b", "[at]", "( AT )", "{ät}", "<Arroba>", "[ at", "at)", "[", "(", "<"),
    *("&#64;", "&#0064", "&#X40;", "&amp;#64", "&COMMAT;", "&commat", "&", "&nbsp;", "&#x110000;"),
    *("%40", "%2e", "%E2%80%8B", "%c3%A4", "%9", "\\u0040", "\\x40", "\\X2e", "\\U0040", "\\", "é"),
    *("\u2024", "\u3000", "\xad", "\u200b", "\U000e0020", "\U0001d173", "\udc80", "0", "a", "\n"),
    *("ſ", "\N{KELVIN SIGN}", "İ", ";", "amp;"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
HINT = (
    "@|\uff20|\ufe6b|&(?:amp;)?(?:#0*+64|#[xX]0*+40|commat)|%40|\\\\(?:u0040|x40)"
    rf"|\[{_AT}|\({_AT}|\{{{_AT}|<{_AT}"
)
UNIT = (
    r"&(?:amp;)?(?:#(?=[0-9])0*+[0-9]{0,7}(?![0-9]);?|#x(?=[0-9a-f])0*+[0-9a-f]{0,6}(?![0-9a-f]);?"
    r"|[a-z]{2,20};)"
    r"|%[2-7][0-9a-f]|(?:%[c-f][0-9a-f](?:%[89ab][0-9a-f]){1,3})"
    r"|\\u[0-9a-f]{4}|\\x[2-7][0-9a-f]"
    f"|[\uff20\ufe6b\u2024\uff0e\u3002\uff61\u2002-\u200a\u202f\u205f\u3000{_INVISIBLE}]"
)


@given(TEXTS)
def test_every_sign_of_an_address_is_seen(text):
    assert list(_hints(text)) == [found.span() for found in re.finditer(HINT, text)]


@given(TEXTS)
def test_every_escape_is_seen(text):
    plain = re.finditer(UNIT, text, re.IGNORECASE)
    assert [found.span() for found in _UNIT.finditer(text)] == [found.span() for found in plain]


@pytest.mark.parametrize("pattern", [_UNIT, _UNIT_OR_TAG])
def test_every_sign_that_is_read_as_another_is_found(pattern):
    odd = re.compile(f"[{_ODD}]")
    letters = "".join(map(chr, range(0x110000)))
    assert pattern.findall(letters) == odd.findall(letters)
