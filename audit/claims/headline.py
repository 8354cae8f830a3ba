"""Which line of a text is its headline; extractors of titles, people and dates all ask."""

# ruff: noqa: PLR2004 - the weights and distances are the rule itself

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from audit.claims.labels import is_crumb, is_label
from audit.claims.words import fold_site, fold_title

FIRST: Final = 300
"""Lines at the top among which a headline is looked for."""
THRESHOLD: Final = 1.5
BEST: Final = 5
_NAME_OF_SITE: Final = -2.0

_CRUMB_PARTS = re.compile(r"\s[>›»|]\s")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s")
"""How an item of a list begins."""
_PARTS = re.compile(r"\w\s[-–|]\s\w")
LABEL: Final = re.compile(
    r"(?:(?:reference |short )?title|subject|betreff|titel|titre|título)\s?:\s{1,9}(?=\S)",
    re.IGNORECASE,
)
"""What says that the rest of its line is the title."""
_DATED = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PROSE: Final = 160
_WORDS: Final = range(3, 26)
_LONG: Final = range(4, 19)
_BYLINE: Final = 60
_BY = re.compile(r"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|BY|VON|Words|Autor|Author)\b:?\s{1,2}[^\W\d_]")


_CONJUNCTIONS: Final = frozenset(("and", "or", "und", "oder", "et", "ou", "y", "o"))


class Line(NamedTuple):
    """A line of the text without the white space around it."""

    number: int
    """Among the lines that hold something, from 0."""
    start: int
    end: int
    text: str
    numbered: bool
    """Whether a digit stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may be the headline, how much speaks for it, and what."""

    line: Line
    score: float
    reasons: tuple[str, ...]


def candidates(
    lines: Sequence[Line], headings: frozenset[str], sites: frozenset[str] = frozenset()
) -> Sequence[Candidate]:
    """Return the lines that may be the headline, best first.

    *headings* are those of the markup, *sites* the folded names of the site.
    """
    top = _Top(lines[:FIRST], headings, sites)
    return _possible(_ranked(top), top)


Marks = list[tuple[float, str]]
"""What speaks for a line and against it, and how much; what needs no words has none."""


def _ranked(top: "_Top") -> list[tuple[float, int, Marks]]:
    """Return score, number and marks of the lines that reach the threshold, best first.

    Without anything that speaks for it only the very first line can: the others are not weighed.
    """
    found = []
    for numbers in top.where.values():
        number = numbers[0]
        marks = top.for_it(numbers)
        if marks or number == 0:
            marks = top.against_it(number) + marks
            score = sum(score for score, _ in marks)
            if score >= THRESHOLD and len(top.words(number)) < _WORDS.stop:
                found.append((-score, number, marks))
    return sorted(found, key=lambda item: item[:2])


class _Top:
    """The lines among which the headline is, looked at together."""

    def __init__(
        self, lines: Sequence[Line], headings: frozenset[str], sites: frozenset[str]
    ) -> None:
        self.lines = lines
        self.sites = sites
        self.where: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            self.where.setdefault(fold_title(line.text), []).append(number)
        self.headings = {self.where[text][0] for text in headings if text in self.where}
        self.crumbs = set(_ends_of_crumbs(lines, self.where))
        self.prose = _soon(lines, 8, _is_prose)
        self.dated = _soon(lines, 3, _is_dated)
        self.signed = _soon(lines, 4, _is_signed)
        self.first_prose = next((n for n, line in enumerate(lines) if _is_prose(line)), FIRST)

    def words(self, number: int) -> Sequence[str]:
        """Return the words of a line."""
        return self.lines[number].text.split()

    def for_it(self, numbers: Sequence[int]) -> Marks:
        """Return what speaks for the line that stands at *numbers*."""
        number = numbers[0]
        said: Marks = []
        if number in self.headings:
            said.append((4.0, "the markup's own heading"))
        if len(numbers) > 1 and numbers[1] - number <= 30 and len(self.words(number)) in _WORDS:
            followed = self._followed(number) or self._followed(numbers[1])
            said.append((2.0 if followed else 1.0, "stands twice near the top"))
        below = self.lines[number + 1].text if number + 1 < len(self.lines) else ""
        if below[:3] == "===" and not below.strip("=") and len(self.words(number)) in _WORDS:
            said.append((2.5, "underlined with ="))
        if self.lines[number].text.startswith("# "):
            said.append((2.0, "a heading of level one"))
        if ":" in self.lines[number].text and LABEL.match(self.lines[number].text):
            said.append((2.5, "labelled as the title"))
        if number == 0 and _PARTS.search(self.lines[0].text):
            said.append((1.2, "first line, in parts as the title of a page"))
        said += self._followed(number)
        return [*said, (2.5, "last part of the breadcrumb")] if number in self.crumbs else said

    def against_it(self, number: int) -> Marks:
        """Return how far down the line stands, and what of its shape is no headline's."""
        text, words = self.lines[number].text, self.words(number)
        said = [-2.0 * number / FIRST, 1.5 if len(words) in _WORDS else -0.5]
        if len(words) in _LONG:
            said.append(0.6)
        if number > self.first_prose:
            said.append(-1.5)
        said += _shape(text, words)
        if self.sites and number not in self.headings and fold_site(text) in self.sites:
            said.append(_NAME_OF_SITE)
        return [(score, "") for score in said]

    def _followed(self, number: int) -> Marks:
        """Say what the next lines add: a long paragraph soon after, or a date at once."""
        said: Marks = []
        if number in self.prose:
            said.append((1.2 + 0.3 * min(self.prose[number], 4), "a paragraph follows"))
        if number in self.dated:
            said.append((1.0, "a date follows"))
        if number in self.signed:
            said.append((0.7, "a byline follows"))
        if number + 1 == self.first_prose:
            said.append((0.8, "right above the first paragraph"))
        return said


def _possible(ranked: Sequence[tuple[float, int, Marks]], top: "_Top") -> Sequence[Candidate]:
    """Return the first that are no addresses, labels, breadcrumbs or notices."""
    best: list[Candidate] = []
    for score, number, marks in ranked:
        text = top.lines[number].text
        if not is_label(text) and any(letter.isalpha() for letter in text):
            reasons = tuple(reason for _, reason in marks if reason)
            best.append(Candidate(line=top.lines[number], score=-score, reasons=reasons))
        if len(best) == BEST:
            break
    return best


def _shape(text: str, words: Sequence[str]) -> list[float]:
    """Return what the shape of a line takes from it."""
    said = []
    if _is_cut(text, words):
        said.append(-1.5)
    if text[0] in "([-•" or _DATED.search(text):
        said.append(-1.5)
    if _ITEM.match(text) or sum(map(len, words)) < 2 * len(words):
        said.append(-1.5)
    if sum([word[0].isalpha() for word in words]) * 3 < 2 * len(words):
        said.append(-1.5)
    if text[0].islower():
        said.append(-1.0)
    return said


def _soon(lines: Sequence[Line], reach: int, test: Callable[[Line], bool]) -> dict[int, int]:
    """Return how many of the *reach* lines below each line pass *test*, where any does."""
    found: dict[int, int] = {}
    for number, line in enumerate(lines):
        if test(line):
            for above in range(number - reach, number):
                found[above] = found.get(above, 0) + 1
    return found


def _is_prose(line: Line) -> bool:
    return len(line.text) > _PROSE


def _is_dated(line: Line) -> bool:
    return line.numbered and len(line.text) < _PROSE and bool(_YEAR.search(line.text))


def _is_signed(line: Line) -> bool:
    text = line.text
    return text[0] in "BbVvPpWA" and len(text) < _BYLINE and bool(_BY.match(text))


def _is_cut(text: str, words: Sequence[str]) -> bool:
    """Tell whether a line ends as no headline does: with a stop, or in the middle of a list."""
    if text[-1] in ".;,:":
        return not text.endswith("...")
    return words[-1] in _CONJUNCTIONS and len(words) > 1 and words[-2][-1] in ";,"


def _ends_of_crumbs(lines: Sequence[Line], where: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the lines that say what the last part of a breadcrumb soon above them says."""
    found = []
    for crumb, line in enumerate(lines):
        if is_crumb(line.text):
            last = fold_title(_CRUMB_PARTS.split(line.text)[-1])
            found += [n for n in where.get(last, ())[:1] if crumb < n <= crumb + 12]
    return sorted(set(found))
