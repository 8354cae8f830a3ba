"""A document as extractors look at it: lines, tags and places, each worked out once."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from audit.calendars import FoundDate, compare, find_dates
from audit.claims.headline import Candidate, Line, candidates
from audit.claims.holders import rights_lines
from audit.claims.parts import Element, Place, Worth
from audit.claims.structured import Thing, things
from audit.claims.words import fold_title, squeeze, without_tags
from audit.lines import Lines, source_offset
from audit.model import Claim, Document, Origin, Span
from audit.tags import Tag, attributes, tags

TOP: Final = 600
"""Lines with words at the top of a text that are looked at one by one."""
LONGEST: Final = 2_000
"""Characters of a line or an element that are looked at."""
DATES: Final = 400
"""Dates of a text that are looked at."""
INLINE: Final = 60_000
"""Tags of a page that are looked at."""

_LINE = re.compile(r"\S[^\n]*")
"""From the first letter of a line to its end."""
_DIGIT = re.compile(r"\d")
_ORIGINS: Final = {"text": Origin.FOUND, "markup": Origin.EMBEDDED, "sidecar": Origin.DECLARED}


class Page:
    """One document, lazily taken apart; knows where every character stands in the file."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.markup = document.markup
        self.is_html = bool(document.markup) and "html" in document.media_type
        self._elements: dict[int, Element] = {}

    @cached_property
    def top(self) -> Sequence[Line]:
        """The first lines that hold something and are no furniture."""
        if not self.document.furniture:
            return list(self._lines())
        return [line for line in self._lines() if not self.is_furniture(line.start)]

    @cached_property
    def file_lines(self) -> Lines:
        """The lines of the file that a person opens."""
        return Lines(self.markup if self.document.chunks else self.text)

    @cached_property
    def markup_lines(self) -> Lines:
        """The lines of the markup."""
        return self.file_lines if self.document.chunks else Lines(self.markup)

    @cached_property
    def tags(self) -> Sequence[Tag]:
        """The tags of the markup, in order; of a page with too many, the first."""
        found = []
        for tag in tags(self.markup) if self.is_html else ():
            found.append(tag)
            if len(found) == INLINE:
                break
        return found

    @cached_property
    def scripts(self) -> Sequence[tuple[Element, Sequence[Thing]]]:
        """The JSON-LD scripts of the markup, with the things in them."""
        found = [item for item in self.elements("script") if "ld+json" in item.value("type")]
        return [(item, things(self.markup[item.start : item.end])) for item in found]

    @cached_property
    def sites(self) -> frozenset[str]:
        """Folded names and domains of the site, as far as the page gives them away."""
        from audit.claims.sites import known_sites

        return known_sites(self)

    @cached_property
    def rights_lines(self) -> Sequence[tuple[int, int]]:
        """The lines that speak of rights, furniture included."""
        return list(rights_lines(self.text))

    @cached_property
    def headlines(self) -> Sequence[Candidate]:
        """The lines that may be the headline, best first."""
        return candidates(self.top, self.headings, self.sites)

    @property
    def headline(self) -> Line | None:
        """The line most like a headline."""
        return self.headlines[0].line if self.headlines else None

    @cached_property
    def dates(self) -> Sequence[FoundDate]:
        """The first dates of the text, in order."""
        return list(islice(find_dates(self.text), DATES))

    def shows(self, date: FoundDate) -> bool:
        """Tell whether a reader of the text sees *date*, or the day beside it (another clock)."""
        return any(seen.precision == "day" and compare(seen, date) <= 1 for seen in self.dates)

    @cached_property
    def headings(self) -> frozenset[str]:
        """Folded titles that the markup gives: `title`, `og:title`, `h1`."""
        return frozenset(map(fold_title, self._heading_texts())) - {""}

    def elements(self, *names: str) -> Iterator[Element]:
        """Yield the elements called one of *names*, with their attributes and content."""
        for number in self.opened(*names):
            yield self.element(number)

    def opened(self, *names: str) -> Sequence[int]:
        """Return the numbers of the opening tags called one of *names*, in order."""
        return sorted(number for name in names for number in self._opened.get(name, ()))

    def tags_that_say(self, words: Sequence[str], but: frozenset[str]) -> Sequence[int]:
        """Return the opening tags, but those called *but*, that say one of *words* (lower case)."""
        able = [
            (number, self.markup[start:end])
            for number, (name, closing, start, end) in enumerate(self.tags)
            if not closing and end - start > len(name) + len("< id=x") and name not in but
        ]
        numbers = [number for number, _ in able]
        starts = [0, *accumulate(len(piece) for _, piece in able)]
        joined = "".join([piece for _, piece in able])
        lower = joined.lower()
        joined = lower if len(lower) == len(joined) else joined  # a letter may grow: İ
        found = set()
        for word in words:
            at = joined.find(word)
            while at >= 0:
                found.add(numbers[bisect_right(starts, at) - 1])
                at = joined.find(word, at + len(word))
        return sorted(found)

    def element(self, number: int) -> Element:
        """Return the tag *number* with its attributes and content."""
        element = self._elements.get(number)
        if element is None:
            tag = self.tags[number]
            found = {item.name: item for item in attributes(self.markup, tag)}
            element = Element(tag, found, tag.end, self._content_end(number))
            self._elements[number] = element
        return element

    def is_furniture(self, offset: int) -> bool:
        """Tell whether the markup itself calls this place of the text navigation or the like."""
        at = bisect_right(self.document.furniture, offset, key=_start) - 1
        return at >= 0 and offset < self.document.furniture[at].end

    def line(self, offset: int, part: str = "text") -> int:
        """Return the line of the file in which character *offset* of *part* stands."""
        if part == "markup":
            return self.markup_lines.line(offset)
        if part == "sidecar":
            return self._sidecar_lines.line(offset)
        return self.file_lines.line(source_offset(self.document.chunks, offset))

    def claim(
        self, property_: str, place: Place, normalized: str, worth: Worth, extractor: str
    ) -> Claim:
        """Return the claim that the characters at *place* make."""
        source = {"text": self.text, "markup": self.markup, "sidecar": self.document.declared}
        return Claim(
            property=property_,
            value=source[place.part][place.start : place.end],
            normalized=normalized,
            extractor=extractor,
            origin=_ORIGINS[place.part],
            line=self.line(place.start, place.part),
            start=place.start,
            end=place.end,
            confidence=worth.confidence,
            reason=worth.reason,
            part=place.part,
        )

    def _lines(self) -> Iterator[Line]:
        for number, found in enumerate(islice(_LINE.finditer(self.text), TOP)):
            start = found.start()
            words = found[0][:LONGEST].rstrip()
            yield Line(number, start, start + len(words), words, bool(_DIGIT.search(words)))

    def _heading_texts(self) -> Iterator[str]:
        for element in self.elements("title", "h1", "meta"):
            if element.tag.name != "meta":
                yield self.plain(element.start, element.end)
            elif element.value("property") == "og:title":
                yield element.value("content")

    def plain(self, start: int, end: int) -> str:
        """Return the text between tags of the markup [start, end), white space folded."""
        return squeeze(without_tags(self.markup[start:end]))

    def _content_end(self, number: int) -> int:
        """Return where the content of tag *number* ends: at its own end tag, or soon."""
        opened = self.tags[number]
        depth = 0
        for tag in self.tags[number + 1 : number + 60]:
            if tag.start - opened.end > LONGEST and opened.name != "script":
                break
            if tag.name == opened.name:
                depth += -1 if tag.closing else 1
                if depth < 0:
                    return tag.start
        return min(opened.end + LONGEST // 4, len(self.markup))

    @cached_property
    def _opened(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, tag in enumerate(self.tags):
            if not tag.closing:
                found.setdefault(tag.name, []).append(number)
        return found

    @cached_property
    def _sidecar_lines(self) -> Lines:
        return Lines(self.document.declared)


def _start(span: Span) -> int:
    return span.start


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
