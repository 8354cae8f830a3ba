"""The markup of a page as extractors look at it: its tags, and the elements they open."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from audit.claims.markdown import MARKDOWN
from audit.claims.parts import Element, is_inside, outermost
from audit.claims.pictured import pictured
from audit.claims.printed import printed
from audit.claims.saved import Saved, saved
from audit.claims.structured import Script, read
from audit.claims.words import ascii_lowered, squeeze
from audit.contacts import letters, may_be_in
from audit.model import Document, Span, TagRow
from audit.tags import attributes, scan

if TYPE_CHECKING:
    from audit.claims.starts import Letters, Starts

INLINE: Final = 60_000
"""Tags of a page that are looked at."""
_RELATIONS: Final = ("canonical", "license")
LONGEST: Final = 2_000
"""Characters of a line or an element that are looked at."""
_INNER: Final = 60
"""Tags inside an element among which its end is looked for."""
_BARE: Final = len("< id=x")
"""Characters of a tag with one attribute, besides its name; a shorter one says nothing."""
_ASKED: Final = frozenset(
    (
        *("html", "title", "meta", "link", "script", "h1", "time", "aside", "body", "figure"),
        *("pre", "template"),
    )
)
"""The elements that are asked for by name."""
_NAMELESS: Final = frozenset(("meta", "link", "script", "title", "!", "html", "body", "svg", "img"))
"""Elements whose attributes are no names of what they hold."""
_INLINE: Final = frozenset(
    (
        *("!", "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn"),
        *("em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "tt", "u", "var", "wbr"),
    )
)
"""Elements through which a word may go."""
_APART: Final = _INLINE - {"a", "span"}
_RAW: Final = frozenset(("script", "style"))


class _Scanned(NamedTuple):
    """The opening tags by what is asked of them.

    *joined* are those of the body that have attributes, in lower case and in ASCII, which is found
    in ten times as fast; *starts* say where each stands in it, *numbers* which tag it is.
    """

    by_name: dict[str, list[int]]
    numbers: list[int]
    starts: list[int]
    joined: "Letters"


class Markup:
    """The tags of one document, worked out once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.markup = document.markup
        self.is_html = bool(document.markup) and "html" in document.media_type
        self._elements: dict[int, Element] = {}

    @cached_property
    def saved(self) -> Sequence[Saved]:
        """What the program that saved or printed the page wrote into it."""
        return list(saved(self.markup) if self.is_html else printed(self.document.text))

    @cached_property
    def tags(self) -> Sequence[TagRow]:
        """The tags of the markup, in order; of a page with too many, the first."""
        if not self.is_html:
            return ()
        return self.document.tags or list(islice(scan(self.markup), INLINE))

    def elements(self, *names: str) -> Iterator[Element]:
        """Yield the elements called one of *names*, with their attributes and content."""
        for number in self.opened(*names):
            yield self.element(number)

    @cached_property
    def scripts(self) -> Sequence[tuple[Element, Script]]:
        """The JSON-LD scripts of the markup, with what they say."""
        said = [self.element(n) for n in self.opened("script") if self._says(n, ("ld+json",))]
        found = [item for item in said if "ld+json" in item.value("type")]
        return [(item, read(self.markup, item.start, item.end)) for item in found]

    @cached_property
    def links(self) -> Sequence[Element]:
        """The `link` elements that speak of the page itself: its address and its licence."""
        return [self.element(n) for n in self.opened("link") if self._says(n, _RELATIONS)]

    @cached_property
    def captions(self) -> Sequence[Span]:
        """The markup in which pictures and other parts are shown, with what is said of them."""
        if self.document.media_type == MARKDOWN:
            return outermost(pictured(self.markup))
        said = map(self.element, self.tags_that_say(("caption",)) if self.is_html else ())
        named = [
            e for e in said if "caption" in f"{e.value('class')} {e.value('itemprop')}".lower()
        ]
        ended = [
            Span(start=e.start, end=e.end) for e in named if self.markup.startswith("</", e.end)
        ]
        return outermost([*self.within("figure"), *ended])

    def within(self, name: str) -> Iterator[Span]:
        """Yield the markup in the outermost elements called *name* (`_ASKED`) that are ended."""
        depth = begin = 0
        for other, closing, start, end in self.tags if self.opened(name) else ():
            if other != name or (closing and not depth):
                continue
            depth += -1 if closing else 1
            if closing and not depth:
                yield Span(start=begin, end=start)
            elif not closing and depth == 1:
                begin = end

    def is_caption(self, at: int) -> bool:
        """Tell whether character *at* of the markup is of a picture or another part."""
        return is_inside(self.captions, at)

    def opened(self, *names: str) -> Sequence[int]:
        """Return the numbers of the opening tags called one of *names* (`_ASKED`), in order."""
        if not self.is_html:
            return ()
        return sorted([number for name in names for number in self._scanned.by_name[name]])

    def tags_that_say(self, words: tuple[str, ...]) -> Sequence[int]:
        """Return the opening tags with attributes that say one of *words* (ASCII, lower case)."""
        return self._holding(_sought(words).places(self._scanned.joined))

    def tags_that_match(self, pattern: re.Pattern[str]) -> Sequence[int]:
        """Return the opening tags with attributes in which *pattern*, in small ASCII, is found."""
        return self._holding(map(re.Match.start, pattern.finditer(self._scanned.joined.text)))

    def _holding(self, places: Iterable[int]) -> Sequence[int]:
        """Return the numbers of the tags that hold *places* of the joined ones."""
        starts, numbers = self._scanned.starts, self._scanned.numbers
        return [numbers[nth] for nth in sorted({bisect_right(starts, at) - 1 for at in places})]

    def element(self, number: int) -> Element:
        """Return the tag *number* with its attributes and content."""
        element = self._elements.get(number)
        if element is None:
            name, _, at, start = tag = self.tags[number]
            found = attributes(self.markup, tag)
            element = Element(name, at, found, start, self._content_end(number))
            self._elements[number] = element
        return element

    def _says(self, number: int, words: Sequence[str]) -> bool:
        """Tell cheaply whether one of *words* stands in the tag *number*."""
        source = self.source(number).lower()
        return any(map(source.__contains__, words))

    def source(self, number: int) -> str:
        """Return the characters of the tag *number*."""
        _, _, start, end = self.tags[number]
        return self.markup[start:end]

    def plain(self, start: int, end: int, *, apart: bool = False) -> str:
        """Return the text between tags of the markup [start, end), white space folded.

        With *apart*, links and spans are ends of words, but not those of a mail address.
        """
        markup = self.markup[start:end]
        return squeeze(
            without_tags(markup, apart=apart and not (may_be_in(markup) and letters(markup)))
        )

    def _content_end(self, number: int) -> int:
        """Return where the content of tag *number* ends: at its own end tag, or soon."""
        name, _, _, begin = self.tags[number]
        if name in ("meta", "link"):
            return begin
        farthest = len(self.markup) if name == "script" else begin + LONGEST
        depth = 0
        for other, closing, start, _ in self.tags[number + 1 : number + _INNER]:
            if start > farthest:
                break
            if other == name:
                depth += -1 if closing else 1
                if depth < 0:
                    return start
        return min(begin + LONGEST // 4, len(self.markup))

    @cached_property
    def _scanned(self) -> _Scanned:
        """The opening tags, looked through once."""
        from audit.claims.starts import Letters

        page, numbers, pieces = self.markup, list[int](), list[str]()
        by_name: dict[str, list[int]] = {name: [] for name in _ASKED}
        for number, (name, closing, start, end) in enumerate(self.tags):
            if closing:
                continue
            if name in _ASKED:
                by_name[name].append(number)
            if end - start > len(name) + _BARE and name not in _NAMELESS:
                numbers.append(number)
                pieces.append(page[start:end])
        starts = [0, *accumulate(map(len, pieces))]
        joined = Letters(ascii_lowered("".join(pieces)).decode("ascii"))
        return _Scanned(by_name, numbers, starts, joined)


@cache
def _sought(words: tuple[str, ...]) -> "Starts":
    from audit.claims.starts import Starts

    return Starts(words)


def without_tags(markup: str, *, apart: bool = False) -> str:
    """Return *markup* as it is shown: a blank for every tag through which no word can go.

    Scripts and styles are left out. With *apart*, links and spans are ends of words too: names and
    dates stand in them side by side, and it is the style sheet that parts them.
    """
    if "<" not in markup:
        return markup
    inline = _APART if apart else _INLINE
    shown, at, raw = list[str](), 0, False
    for name, closing, start, end in scan(markup):
        if not raw:
            shown += [markup[at:start], "" if name in inline else " "]
        at = end
        raw = name in _RAW and not closing
    return "".join(shown) + ("" if raw else markup[at:])
