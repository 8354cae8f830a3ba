"""What speaks for a line as the headline of its text, and what against it."""

# ruff: noqa: PLR2004 - the distances and lengths are the rule itself

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from audit.claims import weights as w
from audit.claims.headline import FIRST, Known, Line
from audit.claims.labels import is_credit
from audit.claims.layout import SHORT, Layout
from audit.claims.said import page_titles, said
from audit.claims.shape import ends_as_sentence, shape
from audit.claims.weights import Found
from audit.claims.words import fold_site, fold_title, may_fold

LONGEST: Final = 250
"""Characters of a headline."""
_DATED: Final = 0.6
"""Share of a line that is a date from which on it is nothing else."""
_CLOSE: Final = 20
"""Characters from a line to the one right below it, indented or not."""
_BESIDE: Final = 6
"""Lines around a heading of the markup that are looked at as well."""
_ZONE: Final = 10
"""Lines above in which another headline of the same text may stand."""
_ECHO: Final = 9
"""Characters from which on it is no accident that a line stands inside another one."""
_ROOT: Final = 7
"""Letters of a word that come again where its end changes."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


class Signs:
    """The lines among which the headline is, looked at together."""

    def __init__(self, lines: Sequence[Line], known: Known) -> None:
        self.lines = lines
        self.known = known
        self.layout = Layout(lines, known)
        self.headings = self._headings()
        self.page_titles = page_titles(self.layout.texts)

    def able(self) -> Sequence[int]:
        """Return the lines that may be the headline: those by the markup's own, if any is."""
        looked: Sequence[int] = range(min(len(self.lines), FIRST))
        if self.headings:
            near = {line + step for line in self.headings for step in range(-_BESIDE, _BESIDE + 1)}
            looked = sorted(near.intersection(looked))
        return [number for number in looked if self._is_able(number)]

    def by_place(self, number: int) -> Iterable[Found]:
        """Find where a line stands, and what is said of it: this costs little."""
        first = (*self._said(number), *self._place(number))
        return [*first, *self._menus(number), *self._marks(number)]

    def by_shape(self, number: int) -> Iterable[Found]:
        """Find what a line looks like, and the lines around it."""
        text = self.layout.texts[number]
        repeats = self._repeats(number, text) if self.layout.times[text] > 1 else ()
        around = (*self._heads(number), *repeats, *self._flow(number, text))
        return [*self._shape(number, text), *around]

    def by_words(self, number: int) -> Iterator[Found]:
        """Find the words of a line among those of the rest of the text."""
        text, layout = self.lines[number].text, self.layout
        folded = layout.low[number]
        if is_credit(text):
            yield w.CREDIT, 1
        yield from self._words(number, folded)
        if len(folded) >= _ECHO and layout.joined.count(folded) > layout.times[text]:
            yield w.INSIDE, 1
        if len(folded) > 4 and any(
            len(above) > len(folded) + 4 and above.endswith(folded)
            for above in layout.low[max(0, number - 8) : number]
        ):
            yield w.END_OF_TRAIL, 1
        sites = self.known.sites
        if sites and number not in self.headings and fold_site(text) in sites:
            yield w.SITE, 1

    def _words(self, number: int, folded: str) -> Iterator[Found]:
        words = {word[:_ROOT] for word in _LONG_WORD.findall(folded)}
        body = self.layout.body
        if not words or not body:
            return
        own = folded if self.layout.prose[number] else ""
        counts = {word: self.layout.count(word) for word in words}
        again = [word for word in words if counts[word] and counts[word] > own.count(word)]
        size = sum(map(len, words))
        yield w.RECURS, sum([len(word) * min(counts[word], 5) for word in again]) / size / 5
        first = self.layout.prose_below(number, 30, 800)
        yield w.TAKEN_UP, sum([word in first for word in words]) / len(words)

    def _said(self, number: int) -> Iterator[Found]:
        if number in self.headings:
            yield w.HEADING, 1
        if self.layout.texts[number] in self.page_titles:
            yield w.PAGE_TITLE, 1
        below = self.layout.texts[number + 1] if number + 1 < self.layout.size else ""
        yield from said(number, self.layout.texts[number], below)

    def _shape(self, number: int, text: str) -> Iterator[Found]:
        yield from shape(text)
        field = self.layout.field
        if field[number] and any(field[max(0, number - 1) : number] + field[number + 1 :][:1]):
            yield w.FIELDS, 1

    def _place(self, number: int) -> Iterator[Found]:
        """Yield how much prose stands below and above."""
        layout = self.layout
        yield w.LOWER, number / 100
        distance = layout.to_prose[number]
        if distance < 3:
            yield (w.ABOVE_PROSE if distance == 1 else w.NEAR_PROSE), 1
        elif distance > 39:
            yield w.NO_PROSE, 1
        mass = layout.mass
        above = mass.between(number - 30, number)
        if above:
            yield w.PROSE_ABOVE, min(above, 2000) / 1000
        if mass.total:
            yield w.SHARE_BELOW, mass.below(number + 1) / mass.total
        if number and layout.prose[number - 1]:
            yield w.UNDER_PROSE, 1

    def _menus(self, number: int) -> Iterator[Found]:
        """Yield how many lines around it are short."""
        short = self.layout.short
        above = short.between(number - 8, number)
        yield w.MENU_ABOVE, above / 8
        yield w.MENU_BELOW, short.between(number + 1, number + 7) / 6
        if above >= 6 and len(self.lines[number].text) >= SHORT:
            yield w.AFTER_MENU, 1

    def _marks(self, number: int) -> Iterator[Found]:
        """Yield where who and when stand."""
        layout = self.layout
        distance = layout.to_mark[number]
        if distance < 4:
            yield (w.MARK_BELOW, w.MARK_NEAR, w.MARK_THIRD)[distance - 1], 1
        if distance < 7:
            yield w.MARKS_BELOW, min(layout.marks.between(number + 1, number + 7), 3) / 3
        buttons = layout.buttons.between(number + 1, number + 9)
        if buttons:
            yield w.BUTTONS, min(buttons, 3) / 3

    def _heads(self, number: int) -> Iterator[Found]:
        """Yield what stands between the line, the text, and other lines like headlines."""
        layout = self.layout
        above = self._heads_above(number)
        if above and any(layout.to_mark[head] < min(4, number - head) for head in above):
            yield w.UNDER_SIGNED, 1
        size = len(layout.texts[number])
        if layout.to_prose[number] <= 40 and layout.longest[number] > max(size, 24):
            yield w.OVER_LONGER, 1
        below = layout.texts[number + 1] if number + 1 < layout.size else ""
        if len(below) > size and ends_as_sentence(below):
            yield w.OVER_SENTENCE, 1
        if layout.head[number]:
            yield from self._head(number, bool(above))

    def _head(self, number: int, is_second: bool) -> Iterator[Found]:
        """Yield the same of a line that is like a headline itself."""
        layout = self.layout
        yield w.HEAD, 1
        if not is_second:
            yield w.FIRST_HEAD, 1
        if layout.to_mark[number] <= 6:
            yield w.HEAD_MARKED, 1
        if number and layout.head[number - 1] and not self._is_same(number, number - 1):
            yield w.UNDER_HEAD, 1

    def _heads_above(self, number: int) -> Sequence[int]:
        """Return the other headlines soon above, of the same part of the text."""
        layout = self.layout
        above = range(number - 1, max(layout.last_prose[number], number - _ZONE - 1), -1)
        return [line for line in above if layout.head[line] and not self._is_same(number, line)]

    def _is_same(self, number: int, other: int) -> bool:
        one, two = self.layout.low[number], self.layout.low[other]
        return one in two or two in one

    def _repeats(self, number: int, text: str) -> Iterator[Found]:
        layout = self.layout
        if len(text) >= SHORT:
            yield w.REPEATED, 1
        if layout.times[text] > 3:
            yield w.OFTEN, 1
        if number == layout.last[text]:
            yield w.LAST_TIME, 1
        if len(text) >= 18 and layout.texts[max(0, number - 4) : number + 5].count(text) > 1:
            yield w.TWIN, 1

    def _flow(self, number: int, text: str) -> Iterator[Found]:
        """Yield whether the line is cut out of running words: the ones beside it say the rest."""
        if text[0].islower() and self._touches(number - 1):
            yield w.CUT, 1
        below = self.layout.texts[number + 1 : number + 2]
        if not below or not below[0][0].islower() or min(len(text), len(below[0])) < SHORT:
            return
        if self._touches(number):
            yield w.CUT, 1

    def _touches(self, number: int) -> bool:
        """Tell whether a line of some length stands right above the next one."""
        if not 0 <= number < len(self.lines) - 1:
            return False
        line, below = self.lines[number], self.lines[number + 1]
        return below.start - line.end <= _CLOSE and line.end - line.start >= SHORT

    def _is_able(self, number: int) -> bool:
        text, layout = self.layout.texts[number], self.layout
        if layout.inside[number] and number not in self.headings:
            return False
        if len(text) > LONGEST or self._is_remote(number, text) or self._is_date(number):
            return False
        return any(map(str.isalpha, text)) and not self._is_running(number, text)

    def _is_remote(self, number: int, text: str) -> bool:
        """Tell whether a short line stands far above who, when and prose: most items of menus."""
        layout = self.layout
        is_far = layout.to_mark[number] > 6 and layout.to_prose[number] > 8
        return is_far and number > 4 and len(text) < SHORT and number not in self.headings

    def _headings(self) -> frozenset[int]:
        """Return the lines that the markup calls a heading."""
        given = self.known.headings
        if not given:
            return frozenset()
        starts = frozenset(heading[0] for heading in given)
        top = enumerate(self.layout.texts[:FIRST])
        likely = ((number, text) for number, text in top if may_fold(text, starts))
        return frozenset(number for number, text in likely if fold_title(text) in given)

    def _is_date(self, number: int) -> bool:
        return self.known.dated.get(number, 0) >= _DATED * len(self.lines[number].text)

    def _is_running(self, number: int, text: str) -> bool:
        """Tell whether it is a paragraph, or the first line of one that was broken."""
        layout = self.layout
        if number in self.headings:
            return False
        return layout.prose[number] and (text[0].islower() or ends_as_sentence(text))
