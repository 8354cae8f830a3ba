"""The cheap looks before the dear ones pass over no damage."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.damage import KINDS, damage
from audit.damage.controls import _INVISIBLE, _REPLACED
from audit.damage.mojibake import _CENTRAL, _CYRILLIC, _HIGH, _SIGN
from audit.damage.quotes import _APOSTROPHE, _DOUBLE, _QUOTATION, _SINGLE

SIGNS = [
    *("Ã©", "â€™", "â€", "Ã ", "РџСЂРё", "‚Ä", "√©", "Γé", "├─", "Â\u00a0", "Ð½Ð°", "ï¿½"),
    *("Ă´", "Ĺ™", "Ä‡", "вЂ™", "вЂњ"),
    *("\u0085", "\u000b", "\u000c", "\x00", "\ufffd", "\u200b", "a\u200db", "\u00ad", "\ufeff"),
    *("\U0001f3f4\U000e0067\U000e007f", "\u202e", "\u200e", "א", "\u061c", "\ud800", "\U0001f600"),
    *("“", "”", "«", '"', "it’s", "it's", "5″", '=" 12"', '3"', "'", "’", "é", "Р", "\n", " a"),
]
TEXTS = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=5)), max_size=30).map("".join)
PLAIN = {
    _SIGN: (
        f"[\xc2-\xf4]{_HIGH}|(?:[\u0420\u0421]{_CYRILLIC}){{3}}|\u201a\u00c4|"
        "\u221a[\u00a0-\u00bb\u2013-\u2265]|"
        "[\u0393\u251c\u252c][\u00a0-\u00ff\u2190-\u25ff]|\u00c3 |"
        f"[\u0102\u0139\xc4]{_CENTRAL}|"
        "(?<=\u0432)\u0402[\u2122\u201c\u201d\u045a\u045c\u2013\u2014\xa6]"
    ),
    _REPLACED: "\ufffd+",
    _INVISIBLE: (
        "[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
        "|(?<=[0-9A-Za-z\u00c0-\u024f])[\u200c\u200d](?=[0-9A-Za-z\u00c0-\u024f])"
    ),
    _QUOTATION: '(?<![0-9\u2032=])"(?![0-9]{1,3}\\b)|[\u201c-\u201f\u00ab\u00bb]',
    _APOSTROPHE: "(?<=[^\\W\\d_])['\u2019](?=[^\\W\\d_])",
}
"""The patterns that begin with a set of signs, for speed, and how one would write them."""


@given(TEXTS)
def test_a_text_is_passed_over_only_where_nothing_is_found(text):
    for kind, (_, find) in KINDS.items():
        assert list(damage([kind], text)) == list(find(text))


@pytest.mark.parametrize("fast", PLAIN)
@given(text=TEXTS)
def test_a_fast_pattern_finds_what_the_plain_one_finds(fast, text):
    starts = [found.start() for found in fast.finditer(text)]
    assert starts == [found.start() for found in re.finditer(PLAIN[fast], text)]


@given(TEXTS)
def test_quotes_of_one_style_alone_are_no_damage(text):
    straight = text.translate(dict.fromkeys(map(ord, f"{_DOUBLE}{_SINGLE}")))
    assert not list(KINDS["quotes"][1](straight))
