"""Of a page with headings only the lines around them are laid out, as they are among all."""

from hypothesis import given
from hypothesis import strategies as st

from audit.claims.headline import Known, Line
from audit.claims.layout import Layout
from audit.claims.placing import lines_around
from audit.claims.signs import Signs

HEADING = "The harbour bell of Oldhaven"
TEXTS = (
    *("Home", "Tides", "3 minutes ago, 3 min read", "by Ann Berg", "Share on the harbour radio"),
    *("A bell for the quay is rung again", "News | Notices | Letters", HEADING),
    "The bell on the quay was rung at noon, and the ferry left with nobody on board. " * 2,
)


def laid(texts):
    lines, start = [], 0
    for number, text in enumerate(texts):
        lines.append(Line(number, start, start + len(text), text))
        start += len(text) + 1
    return lines


def amounts(columns):
    return [(sign, list(each)) for sign, each in columns if any(each)]


@given(st.lists(st.sampled_from(TEXTS), max_size=90), st.sets(st.integers(0, 89)))
def test_lines_near_headings(texts, dated):
    lines = laid([*texts, HEADING])
    known = Known(headings=frozenset((HEADING.lower(),)), dated=dict.fromkeys(dated, 8))
    signs, whole = Signs(lines, known), Layout(lines, known)
    assert signs.able
    assert amounts(lines_around(signs.layout, signs.able)) == amounts(
        lines_around(whole, signs.able)
    )
    for number in signs.able:
        for near in range(max(0, number - 10), number + 1):
            assert signs.layout.is_head(near) == whole.is_head(near)
            assert (signs.layout.to_mark[near] > 6) == (whole.to_mark[near] > 6)
