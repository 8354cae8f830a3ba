"""Which line of a text is its headline; extractors of titles, people and dates all ask."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from audit.claims.centred import beside, is_cut
from audit.claims.labels import is_dated_notice, is_label
from audit.claims.paragraphs import is_of_paragraph, is_within_sentence
from audit.claims.records import is_set_out
from audit.claims.signed import is_names, names_who_wrote
from audit.claims.weights import BY_MARKUP, CENTRED, HEADING, MARKED, MOST_BY_WORDS, Found
from audit.claims.wrapped import wrapped

if TYPE_CHECKING:
    from audit.claims.layout import Layout

FIRST: Final = 300
"""Lines at the top among which a headline is looked for."""
THRESHOLD: Final = 3.0
BEST: Final = 5
FAR: Final = 8.0
"""How far behind the best a line is no candidate any more: of 200 that were, none was right."""
_TOLD: Final = 0.5
"""How much of a sign a line has that its reasons name it."""
_PLACED: Final = 24
"""Lines whose shape is looked at: the best by their place; of 1,284 texts the best was in 21."""
_SHAPED: Final = 16
"""Lines whose words are looked for in the text: the best by place and shape."""
_BANNER = re.compile(
    r"\b(?:use|uses|using|accept|allow|store|set|sets)\b.{0,20}\bcookies\b", re.IGNORECASE
)
"""What a page says of itself, to be clicked away."""
_POLICY = re.compile(
    r"(?:[^\W\d_]+[ -]){0,3}(?:cookies?[ -](?:policy|notice|statement|richtlinien?)|"
    r"(?:politique|política|politica) (?:\w+ ){1,3}cookies?)",
    re.IGNORECASE,
)
"""How a paper about cookies is called, which no banner is."""
_Ranked = tuple[float, int, list[Found]]
"""How little speaks for a line, its place among the lines, and what."""
_Look = Callable[[int], Iterable[Found]]
PLACES: Final = MARKED | {CENTRED.reason}
"""What is said of lines that are set as headings."""
_DIGIT = re.compile(r"\d")
_OPEN: Final = ",;: "
"""What a line of a title ends with that goes on below."""


class Line(Struct, frozen=True, gc=False):
    """A line of the text without the white space around it."""

    number: int
    """Among the lines that hold something, from 0."""
    start: int
    end: int
    text: str
    indent: int = 0
    """Characters before its words in its line: white space, and the signs of Markdown."""
    column: int = 0
    """How far from the left edge it stands, whether blanks or tabs set it in."""
    sign: str = ""
    """What Markdown has before its words to say what it is: `##`, `*`."""
    level: int = 0
    """Of the heading that it is by the signs before it; of no heading: 0."""

    @property
    def numbered(self) -> bool:
        """Whether a digit stands in it."""
        return bool(_DIGIT.search(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may be the headline, how much speaks for it, and what."""

    line: Line
    """The first one of a title that stands in several lines in the middle of a page."""
    score: float
    reasons: tuple[str, ...]
    of_prose: bool = False
    """Whether it is of a paragraph, and nothing marks it as a heading."""
    more: Sequence[Line] = ()
    """The further lines of such a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a page besides its lines."""

    headings: frozenset[str] = frozenset()
    """Folded headings of the markup."""
    sites: frozenset[str] = frozenset()
    """Folded names of the site."""
    names: frozenset[str] = frozenset()
    """Words of the document's name."""
    dated: Mapping[int, int]
    """How many characters of a line are a date, by the number of the line."""


def candidates(lines: Sequence[Line], known: Known, text: str) -> Sequence[Candidate]:
    """Return the *lines* of *text* that may be the headline, best first."""
    from audit.claims.signs import Signs

    signs = Signs(lines, known)
    ranked: list[_Ranked] = [(0.0, number, []) for number in signs.able]
    for look, kept in ((signs.by_place, _PLACED), (signs.by_shape, _SHAPED)):
        ranked = sorted((_looked(item, look) for item in ranked), key=_rank)[:kept]
    layout = signs.layout
    able = sorted(_able(ranked, layout.texts, signs.by_words), key=_rank)
    found = _possible(able, lines, layout.texts, text)
    return _foremost(list(_joined(found, lines, layout, text)))


def _looked(item: _Ranked, look: _Look) -> _Ranked:
    score, number, found = item
    more = [*look(number)]
    worth = sum([weight * amount for (weight, _), amount in more])
    return score - worth, number, found + more


def _able(ranked: Sequence[_Ranked], texts: Sequence[str], look: _Look) -> Iterator[_Ranked]:
    """Yield those that may still become one of the best, with their words looked at.

    Their order before says when to stop: beyond it no words could speak enough for a line.
    """
    best: dict[str, float] = {}
    limit = -THRESHOLD
    for item in ranked:
        if item[0] - MOST_BY_WORDS > limit:
            return
        looked = _looked(item, look)
        yield looked
        text = texts[item[1]]
        if looked[0] <= limit and text not in best and not is_no_title(text, looked[2]):
            best[text] = looked[0]
            fifth = sorted(best.values())[BEST - 1] if len(best) >= BEST else limit
            limit = min(limit, fifth, looked[0] + FAR)


def _rank(item: _Ranked) -> tuple[float, int]:
    return item[0], item[1]


def _possible(
    ranked: Sequence[_Ranked], lines: Sequence[Line], texts: Sequence[str], whole: str
) -> Sequence[Candidate]:
    """Return the first that are no addresses, labels, breadcrumbs or notices."""
    best: list[Candidate] = []
    seen = set()
    for score, number, found in ranked:
        text = texts[number]
        if -score < max(THRESHOLD, best[0].score - FAR if best else 0):
            break
        if text not in seen and not _is_out(lines, number, text, found):
            best.append(_candidate(lines[number], -score, found, whole))
            seen.add(text)
        if len(best) == BEST:
            break
    return best


def _candidate(line: Line, score: float, found: Sequence[Found], whole: str) -> Candidate:
    marked = any(sign.reason in MARKED for sign, _ in found)
    of_prose = not marked and is_of_paragraph(whole, line.start)
    return Candidate(line=line, score=score, reasons=_reasons(found), of_prose=of_prose)


def _foremost(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the candidates, lines of prose behind what is marked, or stands above them."""
    others = next((item for item in found if not item.of_prose), None)
    if others is None or not (
        others.line.number < found[0].line.number or PLACES.intersection(others.reasons)
    ):
        return found
    return sorted(found, key=lambda item: item.of_prose)


def _middle(lines: Sequence[Line], layout: "Layout") -> Collection[int]:
    """Return the lines in the middle of their page that may be lines of one title."""
    return [
        at
        for at in layout.centred
        if not layout.mark[at]
        and not is_label(lines[at].text.rstrip(_OPEN))
        and not (is_names(lines[at].text) and not is_cut(lines[at - 1].text))
    ]


def _joined(
    found: Sequence[Candidate], lines: Sequence[Line], layout: "Layout", text: str
) -> Iterator[Candidate]:
    """Yield the candidates, those that were broken into lines with all the lines of their title."""
    done = set()
    middle = _middle(lines, layout)
    for item in found:
        at = lines.index(item.line)
        is_middle = at in middle
        run = beside(lines, middle, at) if is_middle else wrapped(lines, at, text, layout.is_apart)
        if run.start not in done:
            done.add(run.start)
            first, *more = lines[run.start : run.stop]
            of_prose = item.of_prose
            if not (more or is_middle or MARKED.intersection(item.reasons)):
                of_prose |= is_within_sentence(text, first.start, first.end)
            yield replace(item, line=first, more=more, of_prose=of_prose)


def _is_out(lines: Sequence[Line], number: int, text: str, found: Sequence[Found]) -> bool:
    """Tell whether a line that says *text* is a label or the like, or who wrote what is above."""
    marked = any(sign in BY_MARKUP for sign, _ in found)
    if not marked and (names_who_wrote(lines, number) or is_set_out(lines, number)):
        return True
    return is_no_title(text, found)


def is_no_title(text: str, found: Sequence[Found]) -> bool:
    """Tell whether a line is an address, a label or the like, and not marked as a heading."""
    return is_dated_notice(text) or (is_label(text) and not _is_heading(text, found))


def _is_heading(text: str, found: Sequence[Found]) -> bool:
    """Tell whether a line that may be a label is marked as a heading, and no banner of a page."""
    signs = [sign for sign, _ in found]
    named = HEADING in signs and _POLICY.fullmatch(text) is not None
    marked = named or any(sign in BY_MARKUP for sign in signs)
    return marked and _BANNER.search(text) is None


def _reasons(found: Sequence[Found]) -> tuple[str, ...]:
    """Return what a reader is told of the signs that a line has to half or more."""
    told = (sign.reason for sign, amount in found if sign.reason and amount >= _TOLD)
    return tuple(dict.fromkeys(told))
