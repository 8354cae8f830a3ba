"""What speaks for a line as the headline of its text, and what against it."""

# ruff: noqa: PLR2004 - the distances and lengths are the rule itself

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Final

from audit.claims import weights as w
from audit.claims.called import is_called
from audit.claims.elsewhere import asks
from audit.claims.exhibits import maker
from audit.claims.headline import FIRST, Known, Line
from audit.claims.kinds import is_field
from audit.claims.labels import is_credit, is_crumb, may_be_label
from audit.claims.layout import SHORT, Layout
from audit.claims.letters import greets, is_dateline
from audit.claims.placing import places
from audit.claims.said import is_labelled, page_titles, said
from audit.claims.shape import ends_as_sentence, goes_on, is_dense_prose, is_numbered, shape
from audit.claims.weights import Found
from audit.claims.wording import wording
from audit.claims.words import fold_site, fold_title, may_fold, starts_of

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
        self.headings = _headings([line.text for line in lines[:FIRST]], known.headings)
        self.layout = Layout(lines, known, self.headings)

    @cached_property
    def able(self) -> Sequence[int]:
        """The lines that may be the headline: those near headings of the markup, if it has any."""
        start = self.layout.main.start
        top = min(len(self.lines), FIRST)
        looked: Sequence[int] = [*range(top), *range(max(top, start - _ABOVE_MAIN), start)]
        if self.headings:
            near = {line + step for line in self.headings for step in range(-_BESIDE, _BESIDE + 1)}
            looked = sorted(near.intersection(looked))
        return [number for number in looked if self._is_able(number)]

    def by_place(self, number: int) -> Sequence[Found]:
        """Find where one of the lines stands, and what is said of it: this costs little."""
        return self._placed[number]

    @cached_property
    def _placed(self) -> Mapping[int, Sequence[Found]]:
        """What the place of each of the lines speaks for it, sign by sign for all of them."""
        placed: dict[int, list[Found]] = {at: [*self._said.get(at, ())] for at in self.able}
        found = list(placed.values())
        for sign, amounts in places(self.layout, self.able, self.known.names):
            for held, amount in zip(compress(found, amounts), filter(None, amounts), strict=True):
                held.append((sign, amount))
        return placed

    @cached_property
    def _maker(self) -> int:
        """The line that names who made the work of which a label tells; none: -1."""
        found = maker(self.lines)
        return found[0] if found else -1

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

    @cached_property
    def _said(self) -> Mapping[int, Sequence[Found]]:
        """What is said of which of the lines; of most of them nothing."""
        layout, able = self.layout, self.able
        texts = [layout.texts[number] for number in able]
        titles = page_titles(layout.texts, LONGEST)
        told: dict[int, list[Found]] = {number: [(w.HEADING, 1)] for number in self.headings}
        for number, found in told.items():
            below = self._below(number)
            if len(told) == 1 and below and not below.strip("-"):
                found.append((w.UNDERLINED, 1))
        rest = said(able, texts, list(map(self._below, able)))
        first = [self.lines[number].level == 1 for number in able]
        called = [text in titles for text in texts]
        for sign, are_so in ((w.LEVEL_ONE, first), (w.PAGE_TITLE, called), *rest):
            for number in compress(able, are_so):
                if sign in w.BY_MARKUP and self.headings and number not in self.headings:
                    continue  # whoever read the markup knows what it calls a heading
                told.setdefault(number, []).append((sign, 1))
        return told

    def _shape(self, number: int, text: str) -> Iterator[Found]:
        yield from shape(text)
        if is_field(text) and not is_labelled(text):
            yield w.FIELD, 1
        if self._maker >= 0 and number - self._maker in (0, 1):
            yield (w.MAKER, w.WORK)[number - self._maker], 1
        if text[-1] == "!" and greets(text):
            yield w.GREETING, 1
        if is_credit(text):
            yield w.CREDIT, 1
        if may_be_label(text):
            yield w.LABEL, 1
        if asks(text):
            yield w.APPEAL, 1
        if is_numbered(text) and any(map(self.layout.is_point, (number - 1, number + 1))):
            yield w.LISTED, 1

    def _heads(self, number: int) -> Iterator[Found]:
        """Yield what stands between the line, the text, and other lines like headlines."""
        layout = self.layout
        if len(self._below(number)) > len(layout.texts[number]):
            yield w.LONGER_BELOW, 1
        if layout.is_head(number):
            if layout.to_mark[number] <= 6:
                yield w.HEAD_MARKED, 1
            if not self._is_under_head(number):
                yield w.FIRST_HEAD, 1
        if number > 1 and layout.is_head(number - 1) and layout.is_head(number - 2):
            yield w.UNDER_HEADS, 1

    def _is_under_head(self, number: int) -> bool:
        """Tell whether another headline stands soon above, of the same part of the text."""
        layout = self.layout
        above = range(number - 1, max(layout.last_prose[number], number - _ZONE - 1), -1)
        return any(layout.is_head(line) and not self._is_same(number, line) for line in above)

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
        trails = [line for line in low[max(0, number - 8) : number] if line.endswith(text)]
        if len(text) > 4 and trails and max(map(len, trails)) > len(text) + 4:
            yield w.END_OF_TRAIL, 1
        if any(map(is_crumb, self.layout.texts[max(0, number - 3) : number])):
            yield w.UNDER_TRAIL, 1
        above = max(0, number - _ABOVE)
        is_there = len(text) >= _HELD and self.layout.stands_in(text, above, number)
        lines = zip(low[above:number], self.layout.prose[above:number], strict=True)
        if is_there and any(
            text in line != text and not (told and ends_as_sentence(line)) for line, told in lines
        ):
            yield w.HELD_ABOVE, 1

    def _flow(self, number: int, text: str) -> Iterator[Found]:
        """Yield whether the line is cut out of running words: the ones beside it say the rest."""
        above = self.layout.texts[number - 1] if number else ""
        is_end = text.isupper() and above.isupper() and ends_as_sentence(text)
        if (text[0].islower() or is_end) and self._touches(number - 1):
            yield w.CUT, 1
        below = self._below(number)
        if min(len(text), len(below)) < SHORT:
            return
        if (below[0].islower() or goes_on(text, below)) and self._touches(number):
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
        text, is_heading = self.layout.texts[number], number in self.headings
        if not is_heading and (self.layout.inside[number] or self._is_remote(number)):
            return False
        if len(text) > LONGEST or (number in self.known.dated and self._is_date(number, text)):
            return False
        return any(map(str.isalpha, text)) and (is_heading or not self._is_running(number, text))

    def _is_remote(self, number: int) -> bool:
        """Tell whether a short line stands far above who, when and prose: most items of menus."""
        layout = self.layout
        is_far = layout.to_mark[number] > 6 and layout.to_prose[number] > 8
        is_item = number > 4 and len(layout.texts[number]) < SHORT
        return is_far and is_item and number not in layout.centred

    def _is_date(self, number: int, text: str) -> bool:
        dated = self.known.dated[number]
        filled = dated >= _DATED * len(text) or is_dateline(text[:-dated], self._below(number))
        return filled and not is_called(text)

    def _is_running(self, number: int, text: str) -> bool:
        """Tell whether it is a paragraph, its first line, or tells who wrote it: `[ Ada Lind ]`."""
        if text.startswith("[ ") and text.endswith(" ]"):
            return True
        if not self.layout.prose[number]:
            return is_dense_prose(text)
        return text[0].islower() or ends_as_sentence(text)


def _headings(texts: Sequence[str], given: Collection[str]) -> frozenset[int]:
    """Return which of *texts* the markup calls a heading; *given* are those, folded."""
    if not given:
        return frozenset()
    words = frozenset(heading.split(None, 1)[0] for heading in given)
    starts = starts_of(words)
    likely = [at for at, text in enumerate(texts) if may_fold(text, words, starts)]
    return frozenset(at for at in likely if fold_title(texts[at]) in given)
