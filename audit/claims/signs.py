"""What speaks for a line as the headline of its text, and what against it."""

# ruff: noqa: PLR2004 - the distances and lengths are the rule itself

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from audit.claims import weights as w
from audit.claims.headline import FIRST, Known, Line
from audit.claims.kinds import is_field
from audit.claims.labels import is_credit, is_crumb
from audit.claims.layout import SHORT, Layout
from audit.claims.named import named
from audit.claims.said import page_titles, said
from audit.claims.shape import ends_as_sentence, is_dense_prose, is_numbered, shape
from audit.claims.weights import Found
from audit.claims.wording import wording
from audit.claims.words import fold_site, fold_title, may_fold

LONGEST: Final = 250
"""Characters of a headline."""
_DATED: Final = 0.6
"""Share of a line that is a date from which on it is nothing else."""
_CLOSE: Final = 20
"""Characters from a line to the one right below it, indented or not."""
_BESIDE: Final = 6
"""Lines around a heading of the markup that are looked at as well."""
_ABOVE_MAIN: Final = 40
"""Lines above the main text that are looked at however far down it begins."""
_ZONE: Final = 10
"""Lines above in which another headline of the same text may stand."""
_ABOVE: Final = 40
"""Lines above in which a longer line may hold this one."""
_HELD: Final = 12
"""Characters of a line that another one holds."""


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
        start = self.layout.main.start
        top = min(len(self.lines), FIRST)
        looked: Sequence[int] = [*range(top), *range(max(top, start - _ABOVE_MAIN), start)]
        if self.headings:
            near = {line + step for line in self.headings for step in range(-_BESIDE, _BESIDE + 1)}
            looked = sorted(near.intersection(looked))
        return [number for number in looked if self._is_able(number)]

    def by_place(self, number: int) -> Iterable[Found]:
        """Find where a line stands, and what is said of it: this costs little."""
        first = (*self._said(number), *self._place(number), *self._main(number))
        if self.known.names:
            first += (*named(self.known.names, self.layout.low[number]),)
        return [*first, *self._menus(number), *self._marks(number)]

    def by_shape(self, number: int) -> Iterable[Found]:
        """Find what a line looks like, and the lines around it."""
        text = self.layout.texts[number]
        repeats = self._repeats(number, text) if self.layout.times[text] > 1 else ()
        around = (*self._heads(number), *repeats, *self._trails(number), *self._flow(number, text))
        return [*self._shape(number, text), *around]

    def by_words(self, number: int) -> Iterator[Found]:
        """Find the words of a line among those of the rest of the text."""
        yield from wording(self.layout, number)
        sites, text = self.known.sites, self.lines[number].text
        if sites and number not in self.headings and fold_site(text) in sites:
            yield w.SITE, 1

    def _said(self, number: int) -> Iterator[Found]:
        if number in self.headings:
            yield w.HEADING, 1
        if self.layout.texts[number] in self.page_titles:
            yield w.PAGE_TITLE, 1
        yield from said(number, self.layout.texts[number], self._below(number))

    def _shape(self, number: int, text: str) -> Iterator[Found]:
        yield from shape(text)
        if is_field(text):
            yield w.FIELD, 1
        if is_credit(text):
            yield w.CREDIT, 1
        if is_numbered(text) and any(map(self.layout.is_point, (number - 1, number + 1))):
            yield w.LISTED, 1

    def _place(self, number: int) -> Iterator[Found]:
        """Yield how much prose stands below and above."""
        layout = self.layout
        yield w.LOWER, number / 100
        if layout.to_prose[number] > 39:
            yield w.NO_PROSE, 1
        mass = layout.mass
        above = mass.between(number - 30, number)
        if above:
            yield w.PROSE_ABOVE, min(above, 2000) / 1000
        if mass.total:
            yield w.SHARE_BELOW, mass.below(number + 1) / mass.total
            yield w.SHARE_NEAR, mass.between(number + 1, number + 13) / mass.total
        if number and layout.prose[number - 1]:
            yield w.UNDER_PROSE, 1

    def _main(self, number: int) -> Iterator[Found]:
        """Yield how far below the main text begins."""
        distance = self.layout.main.start - number
        if 0 < distance <= 15:
            yield w.NEAR_MAIN, 1
        if distance == 2:
            yield w.SECOND_ABOVE, 1

    def _menus(self, number: int) -> Iterator[Found]:
        """Yield how short the lines above it are."""
        layout, size = self.layout, len(self.lines[number].text)
        if size >= SHORT and layout.short.between(number - 8, number) >= 6:
            yield w.AFTER_MENU, 1
        if number:
            mean = layout.lengths.between(number - 8, number) / min(number, 8)
            yield w.GROWTH, max(-1.0, min(1.0, math.log(size / mean) / 2))

    def _marks(self, number: int) -> Iterator[Found]:
        """Yield where who and when stand."""
        layout = self.layout
        distance = layout.to_mark[number]
        if distance < 3:
            yield (w.MARK_BELOW, w.MARK_NEAR)[distance - 1], 1
        if number and layout.mark[number - 1]:
            yield w.MARK_ABOVE, 1
            if distance == 1:
                yield w.BETWEEN_MARKS, 1
        buttons = layout.buttons.between(number + 1, number + 9)
        if buttons:
            yield w.BUTTONS, min(buttons, 3) / 3

    def _heads(self, number: int) -> Iterator[Found]:
        """Yield what stands between the line, the text, and other lines like headlines."""
        layout = self.layout
        if len(self._below(number)) > len(layout.texts[number]):
            yield w.LONGER_BELOW, 1
        if layout.head[number]:
            if layout.to_mark[number] <= 6:
                yield w.HEAD_MARKED, 1
            if not self._is_under_head(number):
                yield w.FIRST_HEAD, 1
        if number > 1 and layout.head[number - 1] and layout.head[number - 2]:
            yield w.UNDER_HEADS, 1

    def _is_under_head(self, number: int) -> bool:
        """Tell whether another headline stands soon above, of the same part of the text."""
        layout = self.layout
        above = range(number - 1, max(layout.last_prose[number], number - _ZONE - 1), -1)
        return any(layout.head[line] and not self._is_same(number, line) for line in above)

    def _is_same(self, number: int, other: int) -> bool:
        one, two = self.layout.low[number], self.layout.low[other]
        return one in two or two in one

    def _repeats(self, number: int, text: str) -> Iterator[Found]:
        layout = self.layout
        yield w.REPEATED, min(len(text), 30) / 30
        if layout.times[text] > 3:
            yield w.OFTEN, 1
        if len(text) >= 18 and layout.texts[max(0, number - 4) : number + 5].count(text) > 1:
            yield w.TWIN, 1

    def _trails(self, number: int) -> Iterator[Found]:
        """Yield whether a breadcrumb stands above, and whether one leads here."""
        low = self.layout.low
        text = low[number]
        size = len(text) + 4
        trails = [line for line in low[max(0, number - 8) : number] if line.endswith(text)]
        if size > 8 and trails and max(map(len, trails)) > size:
            yield w.END_OF_TRAIL, 1
        if any(map(is_crumb, self.layout.texts[max(0, number - 3) : number])):
            yield w.UNDER_TRAIL, 1
        above = max(0, number - _ABOVE)
        is_there = len(text) >= _HELD and self.layout.stands_in(text, above, number)
        if is_there and any(text in line and line != text for line in low[above:number]):
            yield w.HELD_ABOVE, 1

    def _flow(self, number: int, text: str) -> Iterator[Found]:
        """Yield whether the line is cut out of running words: the ones beside it say the rest."""
        if text[0].islower() and self._touches(number - 1):
            yield w.CUT, 1
        below = self._below(number)
        if not below or not below[0].islower() or min(len(text), len(below)) < SHORT:
            return
        if self._touches(number):
            yield w.CUT, 1

    def _touches(self, number: int) -> bool:
        """Tell whether a line of some length stands right above the next one."""
        if not 0 <= number < len(self.lines) - 1:
            return False
        line, below = self.lines[number], self.lines[number + 1]
        return below.start - line.end <= _CLOSE and line.end - line.start >= SHORT

    def _below(self, number: int) -> str:
        return self.layout.texts[number + 1] if number + 1 < self.layout.size else ""

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
        words = frozenset(heading.split(None, 1)[0] for heading in given)
        top = enumerate(self.layout.texts[:FIRST])
        likely = ((number, text) for number, text in top if may_fold(text, words))
        return frozenset(number for number, text in likely if fold_title(text) in given)

    def _is_date(self, number: int) -> bool:
        return self.known.dated.get(number, 0) >= _DATED * len(self.lines[number].text)

    def _is_running(self, number: int, text: str) -> bool:
        """Tell whether it is a paragraph, or the first line of one that was broken."""
        layout = self.layout
        if number in self.headings:
            return False
        if not layout.prose[number]:
            return is_dense_prose(text)
        return text[0].islower() or ends_as_sentence(text)
