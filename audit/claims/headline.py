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
_PLACED: Final = 60
"""Lines whose shape is looked at: the best by their place."""
_SHAPED: Final = 16
"""Lines whose words are looked for in the text: the best by place and shape."""


_Ranked = tuple[float, int, list[Found]]
"""How little speaks for a line, its place among the lines, and what."""
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
    ranked: list[_Ranked] = [(0.0, number, []) for number in signs.able()]
    looks = ((signs.by_place, _PLACED), (signs.by_shape, _SHAPED), (signs.by_words, _SHAPED))
    for look, kept in looks:
        for place, (score, number, found) in enumerate(ranked):
            more = [*look(number)]
            ranked[place] = (score - _worth(more), number, found + more)
        ranked.sort(key=_rank)
        del ranked[kept:]
    return _possible(ranked, lines)


def _worth(found: Sequence[Found]) -> float:
    return sum([sign.weight * amount for sign, amount in found])


def _rank(item: _Ranked) -> tuple[float, int]:
    return item[0], item[1]


def _possible(ranked: Sequence[_Ranked], lines: Sequence[Line]) -> Sequence[Candidate]:
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
