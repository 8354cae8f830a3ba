"""A document as extractors look at it: lines, tags and places, each worked out once."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from audit.calendars import FoundDate, Relative, find_dates, unbroken
from audit.claims.headline import Candidate, Known, Line, candidates
from audit.claims.held import held
from audit.claims.holders import Notice, rights_lines
from audit.claims.located import Located
from audit.claims.markdown import MARKDOWN, fenced
from audit.claims.named import is_headless, name_words
from audit.claims.speech import Tongue, languages
from audit.claims.top import top_lines
from audit.claims.words import fold_title, heading_in, strip_site
from audit.model import Document

if TYPE_CHECKING:
    from audit.claims.acts import Title
    from audit.claims.letters import Letter

DATES: Final = 400
"""Dates of a text that are looked at."""
ABOVE_ACT: Final = 12
"""Lines above the title of an act in which its number, its sponsors and its days stand."""
SHORT: Final = 100
"""Characters of a line below which a date in it is no date of a paragraph."""


class Page(Located):
    """One document, lazily taken apart; knows where every character stands in the file."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._titles: dict[str, str] = {}
        self._held: dict[tuple[int, int], tuple[Sequence[Notice], Notice | None]] = {}

    @cached_property
    def top(self) -> Sequence[Line]:
        """The first lines that hold something and are no furniture."""
        if is_headless(self.document.source.path):
            return []
        is_markdown = self.document.media_type == MARKDOWN
        is_out = self.is_furniture if self.document.furniture else None
        skips = fenced(self.text) if is_markdown else is_out
        return top_lines(self.text, skips, is_markdown=is_markdown)

    @cached_property
    def top_starts(self) -> Sequence[int]:
        """Where the lines of `top` start."""
        return [line.start for line in self.top]

    @cached_property
    def top_numbers(self) -> Sequence[int]:
        """The numbers of the lines of `top`."""
        return [line.number for line in self.top]

    @cached_property
    def sites(self) -> frozenset[str]:
        """Folded names and domains of the site, as far as the page gives them away."""
        from audit.claims.sites import known_sites

        return known_sites(self)

    @cached_property
    def rights_lines(self) -> Sequence[tuple[int, int]]:
        """The lines that speak of rights, furniture included."""
        return list(rights_lines(self.text))

    def held(self, start: int, end: int) -> tuple[Sequence[Notice], Notice | None]:
        """Return the notices of copyright in the line [start, end), and who holds the rights."""
        if (start, end) not in self._held:
            self._held[start, end] = held(self.text, start, end)
        return self._held[start, end]

    @cached_property
    def headlines(self) -> Sequence[Candidate]:
        """The lines that may be the headline, best first; none in JSON that is as written."""
        if self.document.media_type == "application/json" and not self.document.markup:
            return []
        return candidates(self.top, self.known, self.text)

    @cached_property
    def known(self) -> Known:
        """What is known of the page besides its lines."""
        names = name_words(self.document.source.path)
        return Known(headings=self.headings, sites=self.sites, names=names, dated=self.dated)

    @cached_property
    def act(self) -> "Title | None":
        """The long title of the act or bill that the text is."""
        from audit.claims.acts import long_title

        return long_title(self.top) if self.may_be_act else None

    @cached_property
    def may_be_act(self) -> bool:
        """Whether the text has one of the words with which acts name themselves."""
        from audit.claims.acts import may_be_act

        return may_be_act(self.text)

    @cached_property
    def headline(self) -> Line | None:
        """The line most like a headline; in an act one that stands at most soon above its title."""
        best = self.headlines[0].line if self.headlines else None
        if self.act is None:
            return best
        title = self.top[bisect_right(self.top_starts, self.act.start) - 1]
        return best if best and 0 <= title.number - best.number <= ABOVE_ACT else title

    @cached_property
    def dates(self) -> Sequence[FoundDate]:
        """The first dates of the text, in order, also those that the end of a line parts."""
        return list(islice(find_dates(unbroken(self.text)), DATES)) if self.may_count else []

    @cached_property
    def may_count(self) -> bool:
        """Whether a digit may stand in the text; a cheap look before dear ones."""
        may = not self.text.isascii() or any(digit in self.text for digit in "0123456789")
        return may and not is_headless(self.document.source.path)

    @cached_property
    def dated(self) -> Mapping[int, int]:
        """How many characters of a short line at the top are days, by its place in `top`."""
        found: dict[int, int] = {}
        for date in self.dates if self.top else ():
            number = bisect_right(self.top_starts, date.start) - 1
            line = self.top[max(number, 0)]
            inside = line.start <= date.start and date.end <= line.end
            if inside and date.precision == "day" and len(line.text) < SHORT:
                found[number] = found.get(number, 0) + _told(line, date)
        return found

    @cached_property
    def days_shown(self) -> Sequence[tuple[FoundDate, bool]]:
        """The days of the text that may be its own, and whether they stand out of sentences."""
        from audit.claims.shown import days_shown

        return days_shown(self)

    @cached_property
    def days_told(self) -> Sequence[tuple[Line, Relative]]:
        """The expressions near the headline that tell a day from another, with their lines."""
        from audit.claims.shown import days_told

        return list(days_told(self))

    @cached_property
    def languages(self) -> Sequence[Tongue]:
        """The languages of the text, the main one first, furniture left out."""
        return languages(self.text, self.is_furniture)

    @cached_property
    def openings(self) -> Sequence[int]:
        """The places in `top` of the lines that may open the comments of readers."""
        from audit.claims.remarks import openings

        return openings(self.top)

    @cached_property
    def letter(self) -> "Letter | None":
        """What the text is as a letter; None: no letter."""
        from audit.claims.letters import letter_in

        return letter_in(self.top)

    @cached_property
    def headings(self) -> frozenset[str]:
        """Folded titles that the markup gives."""
        from audit.claims.headings import heading_texts

        return frozenset(map(fold_title, heading_texts(self))) - {""}

    def title(self, text: str) -> str:
        """Return the title in *text* without the name of its site."""
        found = self._titles.get(text)
        if found is None:
            found = heading_in(strip_site(text, self.sites), self.headings)
            self._titles[text] = found
        return found

    def is_furniture(self, offset: int) -> bool:
        """Tell whether the markup itself calls this place of the text navigation or the like."""
        if not self.document.furniture:
            return False
        at = bisect_right(self._furniture, offset) - 1
        return at >= 0 and offset < self.document.furniture[at].end

    @cached_property
    def _furniture(self) -> Sequence[int]:
        return [span.start for span in self.document.furniture]


def _told(line: Line, date: FoundDate) -> int:
    """Return how many characters of *line* a day is, with the weekday beside nothing else."""
    rest = f"{line.text[: date.start - line.start]} {line.text[date.end - line.start :]}"
    alone = date.weekdays and len(rest.split()) == 1
    return len(line.text) if alone else date.end - date.start


class _Desk:
    """Keeps the page that was last asked for, because every extractor asks for the same one."""

    page: Page | None = None


def page_of(document: Document) -> Page:
    """Return the page of *document*, made once for all extractors of a document."""
    page = _Desk.page
    if page is None or page.document is not document:
        page = _Desk.page = Page(document)
    return page


def let_go() -> None:
    """Forget the last page, so that its document can be freed."""
    _Desk.page = None
