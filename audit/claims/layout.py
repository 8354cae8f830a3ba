"""The lines at the top of a text laid out: which are prose, marks, buttons, headings."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, islice
from operator import mul
from typing import Final

from audit.claims.called import is_called
from audit.claims.centred import centred, goes_on
from audit.claims.elsewhere import labels_among
from audit.claims.headline import FIRST, Known, Line
from audit.claims.kinds import is_button, is_glued, is_mark, is_trail
from audit.claims.labels import is_credit, is_label
from audit.claims.mainpart import inner, is_dense, prose
from audit.claims.shape import is_numbered
from audit.claims.sums import Sums, distances, padded

SHORT: Final = 30
"""Characters below which a line may be an item of a menu."""
_HEAVIEST: Final = 500
"""Characters of a paragraph that count: one long paragraph is no more prose than two."""
_HEAD: Final = range(20, 201)
"""Characters of a line that is like a headline."""
_OFTEN: Final = 4
_LIST: Final = 8
"""Lines below the label of a list that are its items."""
_ROOM: Final = 20
"""Lines beyond the last one looked at that are laid out as well."""
_BODY: Final = 20_000
"""Characters of the main text in which the words of a headline are looked for."""
_FIFTHS: Final = 5
_APART: Final = 90
"""Characters of prose that a line without any takes away from the main text around it."""
_SHARE: Final = 0.3
"""How much of the longest run of prose the first one has that is the main text."""
_NO_HEAD: Final = frozenset("@{}<>=©»›")


class Layout:
    """What each line of the top of a text is, worked out once for all of them."""

    def __init__(self, lines: Sequence[Line], known: Known, headings: Collection[int] = ()) -> None:
        """Lay *lines* out; where some are *headings* of the markup, only the lines around them."""
        self.size = len(lines)
        self._lines = lines
        self.texts = [line.text for line in lines]
        for at in self.centred:
            if goes_on(lines, self.centred, at):
                self.texts[at] = lines[at].text.rstrip(",:; ") or lines[at].text
        self._starts = [line.start for line in lines]
        self._ends = [line.end for line in lines]
        self.times = Counter(self.texts)
        self.inside = inner(lines)
        self.prose = prose(lines, self.inside)
        lengths = list(map(len, self.texts))
        sizes = [
            min(len(text) if text.isascii() else len(text) << is_dense(text), _HEAVIEST)
            for text in self.texts
        ]
        self.main = main_text(sizes, self.prose)
        looked, texts = self._looked(headings), self.texts
        mark = [
            (at in known.dated or is_mark(texts[at])) and not is_called(texts[at]) for at in looked
        ]
        self.mark = padded(mark, looked, self.size)
        button = [is_button(texts[at]) for at in looked]
        self.button = padded(button, looked, self.size)
        self.lengths = Sums(lengths)
        self.short = Sums([length < SHORT for length in lengths])
        self.mass = Sums(map(mul, sizes, self.prose))
        self.buttons = Sums(self.button)
        self.to_prose = distances(self.prose)
        self.to_mark = distances(self.mark)
        self.last_prose = self._last_prose()
        self._words: dict[str, int] = {}
        self._heads: dict[int, bool] = {}

    def _looked(self, headings: Collection[int]) -> range:
        """Return the lines that are asked for themselves, with some room on both sides."""
        if not headings:
            return range(min(self.size, max(FIRST, self.main.start) + _ROOM))
        return range(max(0, min(headings) - _ROOM), min(self.size, max(headings) + _ROOM))

    def is_head(self, number: int) -> bool:
        """Tell whether a line is like a headline by itself."""
        found = self._heads.get(number)
        if found is None:  # lines near each other ask for the same ones
            found = self._heads[number] = self._is_head(number, self.texts[number])
        return found

    @cached_property
    def led_to(self) -> Collection[int]:
        """The lines of lists of other texts: those below a label, up to a paragraph or a gap."""
        labels = labels_among(self.low[: FIRST + _ROOM])
        return {line for label in labels for line in self._items(label)}

    def _items(self, label: int) -> Iterator[int]:
        """Yield the lines below a *label* that stand no further apart than it and the first."""
        widest = 0
        for line in range(label + 1, min(label + 1 + _LIST, self.size)):
            gap = self._starts[line] - self._ends[line - 1]
            if self.prose[line] or (widest and gap > widest):
                return
            widest = max(widest, gap)
            yield line

    @cached_property
    def centred(self) -> Collection[int]:
        """The lines that stand in the middle of their page."""
        return centred(self._lines)

    @cached_property
    def low(self) -> Sequence[str]:
        """The lines in lower case."""
        return [text.lower() for text in self.texts]

    @cached_property
    def _joined(self) -> tuple[str, Sequence[int]]:
        """All lines in lower case, and how many characters the first so many of them have."""
        return "\n".join(self.low), list(accumulate(map(len, self.low), initial=0))

    def stands_in(self, text: str, start: int, end: int) -> bool:
        """Tell whether *text*, in lower case, stands in one of the lines [start, end)."""
        joined, sizes = self._joined
        return joined.find(text, sizes[start] + start, sizes[end] + end) >= 0

    @cached_property
    def body(self) -> str:
        """The paragraphs of the main text in lower case, as far as words are looked for in them."""
        return " ".join(self._paragraphs(self.main.start, self.main.stop))[:_BODY]

    @cached_property
    def fifths(self) -> Sequence[str]:
        """The paragraphs of the main text in lower case, cut into five parts of one length."""
        size = max(1, len(self.body) // _FIFTHS)
        return [self.body[part * size : (part + 1) * size] for part in range(_FIFTHS)]

    def times_said(self, word: str) -> int:
        """Return how often *word* stands in the main text; 2 for more."""
        found = self._words.get(word)
        if found is None:  # headings of one text share their words
            first = self.body.find(word)
            found = (first >= 0) + (first >= 0 and self.body.find(word, first + 1) >= 0)
            self._words[word] = found
        return found

    def prose_below(self, number: int, reach: int, size: int) -> str:
        """Return the first *size* characters of the paragraphs in *reach* lines below."""
        below, length = [], -1
        for text in self._paragraphs(number + 1, min(self.size, number + reach)):
            below.append(text)
            length += len(text) + 1
            if length >= size:
                break
        return "\n".join(below)[:size]

    def is_apart(self, number: int) -> bool:
        """Tell whether a line can be no part of a title that others begin or end."""
        text = self.texts[number]
        return self.mark[number] or self.button[number] or self.prose[number] or is_label(text)

    def is_point(self, number: int) -> bool:
        """Tell whether there is such a line, and it begins with the number of a list."""
        is_line = 0 <= number < len(self.mark)
        return is_line and not self.mark[number] and is_numbered(self.texts[number])

    def _paragraphs(self, start: int, end: int) -> Iterable[str]:
        return compress(islice(self.low, start, end), islice(self.prose, start, end))

    def _last_prose(self) -> Sequence[int]:
        """Return for every line the paragraph above it; none: -1."""
        found, last = [], -1
        for number, is_prose in enumerate(self.prose):
            found.append(last)
            last = number if is_prose else last
        return found

    def _is_head(self, number: int, text: str) -> bool:
        """Tell whether a line is like a headline by itself."""
        dense = is_dense(text)
        if len(text) << dense not in _HEAD or self.prose[number] or self.mark[number]:
            return False
        return (
            (dense or text.count(" ") > 1)
            and text[-1] not in ".;,:"
            and not text[0].islower()
            and self.times[text] < _OFTEN
            and not self.button[number]
            and _NO_HEAD.isdisjoint(text)
            and not is_trail(text)
            and not is_credit(text)
            and not is_glued(text)
        )


def main_text(sizes: Sequence[int], prose: Sequence[bool]) -> range:
    """Return the lines of the main text: from a paragraph to one, with little else between.

    It is the first run of prose that has a good part of the longest run; none: no line.
    """
    runs, held, start, best, end = [], 0, 0, 0, 0
    for number, (size, is_prose) in enumerate(zip(sizes, prose, strict=True)):
        if held <= 0:
            if not is_prose:
                continue
            runs.append((best, start, end))
            held, start, best = 0, number, 0
        held += size if is_prose else -_APART
        if held > best:
            best, end = held, number + 1
    runs.append((best, start, end))
    least = _SHARE * max(run[0] for run in runs)
    return next(range(start, end) for best, start, end in runs if best >= least)
