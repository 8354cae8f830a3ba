"""Which line of a text is its headline; extractors of titles, people and dates all ask."""

# ruff: noqa: PLR2004 - the weights and distances are the rule itself

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from audit.claims.words import COPYRIGHT, fold_title

FIRST: Final = 150
"""Lines at the top among which a headline is looked for."""
THRESHOLD: Final = 1.5
BEST: Final = 5
_CRUMB = re.compile(r"\s[>›»]\s")
_CRUMB_PARTS = re.compile(r"\s[>›»|]\s")
_NO_TITLE = re.compile(
    r"https?://|www\.|@|\bcookies?\b|javascript|\d{1,2}:\d{2}|[{}<>=]|"
    r"^(?:by|von|par|por|posted|published|photo|foto|share|menu|search|skip|home)\b",
    re.IGNORECASE,
)
_NO_END = re.compile(r"[.;,:]$|[;,]\s(?:and|or|und|oder|et|ou|y|o)$")
_DATED = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PROSE: Final = 160
_WORDS: Final = range(3, 26)


class Line(NamedTuple):
    """A line of the text without the white space around it."""

    number: int
    """Among the lines that hold something, from 0."""
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may be the headline, how much speaks for it, and what."""

    line: Line
    score: float
    reasons: tuple[str, ...]


def candidates(lines: Sequence[Line], headings: frozenset[str]) -> Sequence[Candidate]:
    """Return the lines that may be the headline, best first; *headings* are those of the markup."""
    lines = lines[:FIRST]
    folded = [fold_title(line.text) for line in lines]
    where: dict[str, list[int]] = {}
    for number, text in enumerate(folded):
        where.setdefault(text, []).append(number)
    said = {numbers[0]: _says(lines, numbers, text in headings) for text, numbers in where.items()}
    for number in _ends_of_crumbs(lines, where):
        said[number].append((2.5, "last part of the breadcrumb"))
    found = (
        Candidate(
            line=lines[number],
            score=sum(score for score, _ in marks),
            reasons=tuple(reason for _, reason in marks if reason),
        )
        for number, marks in said.items()
    )
    ranked = sorted(found, key=lambda item: (-item.score, item.line.start))
    return _possible([item for item in ranked if item.score >= THRESHOLD])


def _possible(ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the first that are no addresses, labels, breadcrumbs or notices."""
    best: list[Candidate] = []
    for item in ranked:
        text = item.line.text
        bad = _NO_TITLE.search(text) or COPYRIGHT.search(text) or _is_crumb(text)
        if not bad and any(letter.isalpha() for letter in text):
            best.append(item)
        if len(best) == BEST:
            break
    return best


def _says(lines: Sequence[Line], where: Sequence[int], is_heading: bool) -> list[tuple[float, str]]:
    number = where[0]
    text = lines[number].text
    words = len(text.split())
    if words >= _WORDS.stop:
        return []
    said = [(-2.0 * number / FIRST, ""), (1.5 if words in _WORDS else -0.5, "")]
    if is_heading:
        said.append((4.0, "the markup's own heading"))
    if len(where) > 1 and words in _WORDS and where[1] - number <= 30:
        followed = bool(_followed(lines, number) or _followed(lines, where[1]))
        said.append((2.0 if followed else 1.0, "stands twice near the top"))
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    if len(below) > 2 and not below.strip("=") and words in _WORDS:
        said.append((2.5, "underlined with ="))
    said += _shape(text)
    return said + _followed(lines, number)


def _shape(text: str) -> list[tuple[float, str]]:
    said = []
    if _NO_END.search(text) and not text.endswith("..."):
        said.append((-1.5, ""))
    if text[0] in "([-•" or _DATED.search(text):
        said.append((-1.5, ""))
    if sum(word[0].isalpha() for word in text.split()) * 3 < 2 * len(text.split()):
        said.append((-1.5, ""))
    if text[0].islower():
        said.append((-1.0, ""))
    if text.startswith("# "):
        said.append((2.0, "a heading of level one"))
    return said


def _is_crumb(text: str) -> bool:
    return bool(_CRUMB.search(text)) or text.endswith(" |")


def _ends_of_crumbs(lines: Sequence[Line], where: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the lines that say what the last part of a breadcrumb soon above them says."""
    found = []
    for crumb, line in enumerate(lines):
        if _is_crumb(line.text):
            last = fold_title(_CRUMB_PARTS.split(line.text)[-1])
            found += [n for n in where.get(last, ())[:1] if crumb < n <= crumb + 12]
    return sorted(set(found))


def _followed(lines: Sequence[Line], number: int) -> list[tuple[float, str]]:
    """Say what the next lines add: a long paragraph soon after, or a date at once."""
    said = []
    if any(len(line.text) > _PROSE for line in lines[number + 1 : number + 7]):
        said.append((1.5, "a paragraph follows"))
    near = lines[number + 1 : number + 4]
    if any(len(line.text) < _PROSE and _YEAR.search(line.text) for line in near):
        said.append((0.5, "a date follows"))
    return said
