import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lines import LineCounter, Lines, longest_line, source_offset, text_offset
from audit.model import Chunk, Span

texts = st.text(alphabet="ab\r\n\u2028é", max_size=40)


def by_hand(text: str) -> list[str]:
    lines, line, position = [], "", 0
    while position < len(text):
        end = "\r\n" if text.startswith("\r\n", position) else text[position]
        position += len(end)
        if end in ("\r\n", "\r", "\n"):
            lines.append(line)
            line = ""
        else:
            line += end
    return [*lines, line]


def test_three_kinds_of_line_ends():
    lines = Lines("one\r\ntwo\rthree\nfour")
    assert [lines.line(offset) for offset in (0, 3, 4, 5, 8, 9, 14, 15, 18)] == [
        1, 1, 1, 2, 2, 3, 3, 4, 4,
    ]  # fmt: skip
    assert lines.column(5) == 1
    assert lines.column(11) == 3
    assert lines.span(1) == Span(start=0, end=3)
    assert lines.span(4) == Span(start=15, end=19)


def test_offsets_outside_the_text_stay_in_the_nearest_line():
    lines = Lines("a\nb")
    assert (lines.line(-1), lines.column(-1)) == (1, 1)
    assert lines.line(99) == 2


def test_a_line_that_is_not_there():
    with pytest.raises(IndexError, match="no line 3"):
        Lines("a\nb").span(3)


@given(texts)
def test_spans_are_the_lines(text):
    lines = Lines(text)
    spans = [lines.span(number) for number in range(1, len(lines) + 1)]
    assert [text[span.start : span.end] for span in spans] == by_hand(text)


@given(texts)
def test_every_offset_is_in_its_line(text):
    lines = Lines(text)
    for offset in range(len(text)):
        line = lines.line(offset)
        assert lines.starts[line - 1] + lines.column(offset) - 1 == offset


@given(texts, st.lists(st.integers(-2, 50)))
def test_lines_are_counted_as_they_are_numbered(text, offsets):
    lines, counter = Lines(text), LineCounter(text)
    for offset in offsets:
        assert counter.line(offset) == lines.line(offset)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_a_long_text_are_counted_in_any_order(end):
    text = f"the harbour bell{end}" * 1_000
    lines, counter = Lines(text), LineCounter(text)
    for offset in (len(text), 4_096, 4_095, 9_000, 0, 16, 17, len(text) + 9):
        assert counter.line(offset) == lines.line(offset)


def test_longest_line():
    assert longest_line("") == (1, 0)
    assert longest_line("a\nlonger\nb") == (2, 7)


def test_the_way_back_to_the_markup():
    chunks = [Chunk(start=0, source=3), Chunk(start=10, source=40)]
    assert [source_offset(chunks, offset) for offset in (0, 9, 10, 12)] == [3, 12, 40, 42]
    assert source_offset((), 7) == 7


@given(st.lists(st.integers(1, 9), max_size=9), st.lists(st.integers(1, 9), max_size=9))
def test_a_place_of_the_markup_leads_to_the_text_and_back(kept, gaps):
    chunks, start, source = [], 0, 0
    for size, gap in zip(kept, gaps, strict=False):
        source += gap
        chunks.append(Chunk(start=start, source=source))
        start, source = start + size, source + size
    for offset in range(start):
        place = source_offset(chunks, offset)
        assert text_offset(chunks, place, start) == offset
    assert not chunks or text_offset(chunks, source + 5, start) == start
