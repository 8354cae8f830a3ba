"""Where the words of a line come again: in the text below it, in the lines above."""

import re
from collections.abc import Iterator
from typing import Final

from audit.claims import weights as w
from audit.claims.layout import Layout
from audit.claims.weights import Found

_ROOT: Final = 7
"""Letters of a word that come again where its end changes."""
_LARGE: Final = 4
"""Letters of a word above which it says what the text is about."""
_REACH: Final = 30
"""Lines below in which the first paragraphs are."""
_FIRST: Final = 800
"""Characters of the first paragraphs."""
_ABOVE: Final = 10
"""Lines above that a headline may be among, of which this line is the standfirst."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def wording(layout: Layout, number: int) -> Iterator[Found]:
    """Find the words of the line *number* of *layout* in the rest of the text."""
    words = {word[:_ROOT] for word in _WORD.findall(layout.low[number])}
    if not words:
        return
    if layout.main:
        large = [word for word in words if len(word) > _LARGE] or words
        there = [word for word in large if layout.times_said(word)]
        spread = sum([any(map(part.__contains__, there)) for part in layout.fifths])
        yield w.SPREAD, spread / len(layout.fifths)
        yield w.RECUR, sum([layout.times_said(word) > 1 for word in words]) / len(words)
    first = layout.prose_below(number, _REACH, _FIRST)
    yield w.TAKEN_UP, sum([word in first for word in words]) / len(words)
    above = " ".join(layout.low[max(0, number - _ABOVE) : number])
    yield w.WORDS_ABOVE, sum([word in above for word in words]) / len(words)
