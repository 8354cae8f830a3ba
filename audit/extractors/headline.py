"""The headline in the text: the line that stands twice, the title-like line above the prose."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, final

from audit.claims.entitled import stated_end
from audit.claims.folios import folio
from audit.claims.headline import PLACES, Candidate, Line
from audit.claims.kickers import day_end, kicker_end, without_domain
from audit.claims.letters import is_address
from audit.claims.markdown import MARKDOWN
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.said import LABEL
from audit.claims.spaced import closed
from audit.claims.top import TOP
from audit.claims.weights import BEST_OF_ALL, MARKED, OF_PROSE, SECOND_ABOVE
from audit.claims.wrapped import joined
from audit.extractors import Extractor
from audit.model import Claim, Document

_LIMITS: Final = (0.2, 0.82)
_AHEAD: Final = 3.0
"""From here on it does not matter how far the best is ahead: nine in ten are right."""
_LITTLE: Final = 1.0
"""Below it, half are right."""
_UNDECIDED: Final = 0.45
_GUESS: Final = "other lines stand above it, and little speaks for it"
_ODDS: Final = (-1.7, 0.17, 0.88)
"""What score and lead make of the odds that a title is right, less those that are enough."""
_FIRST: Final = 4
"""Lines above the one from which on the best of them is a guess where the odds are bad."""
_ADDRESS: Final = 0.3
"""So low that it is not taken even where all better ones turn out to be furniture."""
_SENTENCE = re.compile(r"\A[^.]{40,}[^\W\d_]{2}[ \d]{0,6}\.\Z")
"""A long line with a full stop at its end; with a number in it, it is of the text, not above it."""
_LONG: Final = 60
"""Characters of a line from which on no title is so long that leads on with a colon."""
_TELLS = re.compile(
    r"\s(?:is|are|was|were|may|must|shall|can|will|has|have|ist|sind|wird|werden|darf|est|sont|peut|"
    r"es|son|puede|è|sono|può)\s"
)
"""A verb, behind which a line with a full stop tells something."""
_SIGNED = re.compile(r"#{1,6}\s{1,9}|[*_]{1,3}(?=\w)|\*\s{1,9}")
"""The signs of a heading or of stress, not those of a name: `#harbour`."""
_CODE = re.compile(r"[\[(]\d{2}[\])]\s{1,3}(?=\S)")
"""The number that offices put before each field on the front page of a patent."""
_PICTURE: Final = (
    r"\[?!\[[^][]{0,200}\](?>(?:\[[^][]{0,200}\]|\([^()]{0,200}\))?)\]?+(?>(?:\[[^][]{0,200}\])?)"
)
_ANCHOR: Final = r"(?i:<a\s[^<>]{0,200}(?:(?<=/)>|>\s{0,9}+</a>))"
"""A place to which others link, as HTML writes it; it shows nothing."""
_IDS: Final = r"\{:?\s{0,9}+[#.][^{}]{1,200}\}"
"""The attributes of a heading: `{#tides .wide}`."""
_CLOSING: Final = r"(?<=\s)#{1,6}(?=\s)"
_BEFORE = re.compile(rf"(?>(?:{_ANCHOR}\s{{0,9}}+){{1,20}})")
_BEHIND = re.compile(rf"(?>(?:\s{{0,9}}+(?:{_PICTURE}|{_ANCHOR}|{_IDS}|{_CLOSING})){{1,20}})\Z")
"""What shows no words at the end of a heading: pictures, which are badges as a rule, and names."""
_STRESS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)([^*_]+?) {0,9}\1")
"""Words that are stressed as a whole."""
_LINK = re.compile(r"\[([^]]*)\]|(?i:<a\s[^<>]{0,200}>([^<>]+)</a>)")
_KICKER: Final = "; the words before it stand apart from it elsewhere in the text"


@final
class Headline(Extractor):
    """Titles that a reader of the bare text would see."""

    id = "headline"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield the best lines as titles, the best first."""
        page = page_of(document)
        lead = _lead(page.headlines) if page.headlines else 0.0
        head = None if page.is_html else folio(page.top, page.dates)
        top = head.day.start if head else 0
        for rank, item in enumerate(page.headlines):
            if item.line.start < top:
                continue  # the name of a newspaper, and what it says of itself
            place, title, kicker = _title(page, item, rank)
            clean = page.title(without_domain(closed(title)))
            why = _reason(item, rank, lead) + (_KICKER if kicker else "")
            sure = _confidence(item, rank, lead)
            if is_address(item.line, page.top[:TOP]):
                sure = min(sure, _ADDRESS)
            if item.of_prose:
                sure, why = min(sure, _UNDECIDED), f"{why}; {OF_PROSE}"
            elif rank == 0 and _is_guess(page, item, lead):
                sure, why = min(sure, _UNDECIDED), f"{why}; {_GUESS}"
            worth = Worth(confidence=sure, reason=why)
            if clean:
                yield page.claim("title", place, clean, worth, self.id)


def _title(page: Page, item: Candidate, rank: int) -> tuple[Place, str, bool]:
    """Return where the title stands, its words, and whether a kicker before it was left out."""
    if whole := stated_end(page, item.line.start, item.line.end):
        words = " ".join(page.text[item.line.start : whole].split())
        return Place(item.line.start, whole), words, False
    if item.more:
        words = joined([line.text for line in (item.line, *item.more)])
        return Place(item.line.start, item.more[-1].end), words, False
    start, end = _of_markdown(page, item.line, *words_of(page, item.line))
    title = item.line.text[start:end]
    kicker = kicker_end(title, page.text) if rank == 0 else 0
    start += item.line.start + kicker
    return Place(start, start + len(title) - kicker), title[kicker:], kicker > 0


def words_of(page: Page, line: Line) -> tuple[int, int]:
    """Return where the title in *line* begins and ends, without label, day and signs of markup."""
    text = line.text
    is_markdown = page.document.media_type == MARKDOWN  # whose reader took the signs away
    signed = None if is_markdown else _SIGNED.match(text)
    found = LABEL.match(text) or signed or _CODE.match(text)
    if found is not None:
        return found.end(), len(text.rstrip("#*_ "))
    place = bisect_left(page.top_starts, line.start)
    above = page.top[place - 1].text if place else ""
    may_begin = text[0].isdigit() or (line.numbered and text.startswith(above))
    return day_end(text, above) if may_begin else 0, len(text)


def _of_markdown(page: Page, line: Line, start: int, end: int) -> tuple[int, int]:
    """Return where the words of a title of Markdown are: `**Tides**`, `[Tides]`, `Tides {#id}`."""
    if page.document.media_type != MARKDOWN:
        return start, end
    text = line.text
    before = _BEFORE.match(text, start, end)
    start = before.end() if before else start
    behind = _BEHIND.search(text, start + 1, end)
    end = behind.start() if behind else end
    stressed = _STRESS.fullmatch(text.rstrip("# "), start) or _STRESS.fullmatch(text, start, end)
    start, end = (stressed.start(2), min(end, stressed.end(2))) if stressed else (start, end)
    link = _LINK.fullmatch(text, start, end)
    return link.span(link.lastindex or 0) if link else (start, end)


def _lead(items: Sequence[Candidate]) -> float:
    """Return how far the first is ahead of the best of the others.

    What is set as a heading does not compete with paragraphs.
    """
    first, *others = items
    is_placed = not PLACES.isdisjoint(first.reasons)
    scores = [item.score for item in others if not (is_placed and item.of_prose)]
    return first.score - max(scores) if scores else _AHEAD


def _confidence(item: Candidate, rank: int, lead: float) -> float:
    """Return how far a candidate is believed: mostly by how far it is ahead of the next."""
    low, high = _LIMITS
    grown = 0.44 + 0.015 * item.score + (-0.15 if rank else 0.06 * min(lead, _AHEAD))
    high = _UNDECIDED if _is_sentence(item) else high
    return round(min(max(grown, low), high), 4)


def _is_guess(page: Page, item: Candidate, lead: float) -> bool:
    """Tell whether the best candidate, somewhere below other lines, is seldom the title.

    The odds are those of 652 pages as bare texts (`benchmarks/metadata.md`). At the top of a text,
    where no menus are, they are better.
    """
    if SECOND_ABOVE.reason in item.reasons:
        return False  # what follows speaks for it, and what other documents share may be its rivals
    above = bisect_left(page.top_starts, item.line.start)
    return above >= _FIRST and _ODDS[0] + _ODDS[1] * item.score + _ODDS[2] * min(lead, _AHEAD) < 0


def _is_sentence(item: Candidate) -> bool:
    """Tell whether it is a sentence of the text, and no mark of a title."""
    text = item.line.text
    found = (text[-1] == ":" and len(text) >= _LONG) or (
        text[-1] == "."
        and _SENTENCE.match(text) is not None
        and (item.line.numbered or _TELLS.search(text) is not None)
    )
    return found and MARKED.isdisjoint(item.reasons)


def _reason(item: Candidate, rank: int, lead: float) -> str:
    shape = ", ".join(item.reasons) or "a line shaped like a title"
    if rank:
        return f"{shape}; further candidate of the text"
    return f"{shape}; {BEST_OF_ALL}{', by little' if lead < _LITTLE else ''}"
