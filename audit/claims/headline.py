"""Which line of a text is its headline; extractors of titles, people and dates all ask."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from audit.claims.labels import is_label
from audit.claims.weights import Found

FIRST: Final = 300
"""Lines at the top among which a headline is looked for."""
THRESHOLD: Final = 1.0
BEST: Final = 5
_TOLD: Final = 0.5
"""How much of a sign a line has that its reasons name it."""
_CLOSER: Final = 16
"""Lines that are looked at more closely, the best of a first look."""


_DIGIT = re.compile(r"\d")


class Line(NamedTuple):
    """A line of the text without the white space around it."""

    number: int
    """Among the lines that hold something, from 0."""
    start: int
    end: int
    text: str

    @property
    def numbered(self) -> bool:
        """Whether a digit stands in it."""
        return bool(_DIGIT.search(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may be the headline, how much speaks for it, and what."""

    line: Line
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a page besides its lines."""

    headings: frozenset[str] = frozenset()
    """Folded headings of the markup."""
    sites: frozenset[str] = frozenset()
    """Folded names of the site."""
    dated: Mapping[int, int]
    """How many characters of a line are a date, by the number of the line."""


def candidates(lines: Sequence[Line], known: Known) -> Sequence[Candidate]:
    """Return the lines that may be the headline, best first."""
    from audit.claims.signs import Signs

    signs = Signs(lines, known)
    looked = []
    for number in signs.worth_a_look():
        found = signs.first_look(number)
        if found:
            looked.append((-_worth(found), number, found))
    looked.sort(key=_rank)
    ranked = []
    for score, number, found in looked[:_CLOSER]:
        more = [*signs.closer_look(number)]
        ranked.append((score - _worth(more), number, [*found, *more]))
    return _possible(sorted(ranked, key=_rank), lines)


def _worth(found: Sequence[Found]) -> float:
    return sum([sign.weight * amount for sign, amount in found])


def _rank(item: tuple[float, int, object]) -> tuple[float, int]:
    return item[0], item[1]


def _possible(
    ranked: Sequence[tuple[float, int, Sequence[Found]]], lines: Sequence[Line]
) -> Sequence[Candidate]:
    """Return the first that are no addresses, labels, breadcrumbs or notices."""
    best: list[Candidate] = []
    seen = set()
    for score, number, found in ranked:
        text = lines[number].text
        if -score >= THRESHOLD and text not in seen and not is_label(text):
            best.append(Candidate(line=lines[number], score=-score, reasons=_reasons(found)))
            seen.add(text)
        if len(best) == BEST:
            break
    return best


def _reasons(found: Sequence[Found]) -> tuple[str, ...]:
    """Return what a reader is told of the signs that a line has to half or more."""
    told = (sign.reason for sign, amount in found if sign.reason and amount >= _TOLD)
    return tuple(dict.fromkeys(told))
