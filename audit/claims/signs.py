"""What speaks for a line as the headline of its text, and what against it.

The signs are general; their weights were fitted once (a conditional logit: every line against the
other lines of its own text) to one half of a set of web pages without their tags, and rounded.
"""

# ruff: noqa: PLR2004 - the weights and distances are the rule itself

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from audit.claims.headline import Known, Line
from audit.claims.labels import is_credit, is_crumb
from audit.claims.mainpart import inner, main_part, prose
from audit.claims.shape import shape
from audit.claims.words import fold_site, fold_title

LONGEST: Final = 250
"""Characters of a headline."""
_FLOOR: Final = -1.5
_RIVAL: Final = -0.05
_RIVALS: Final = 30
"""What every line starts with, and less for every other line: most lines are no headline."""
_SHORT: Final = 30
"""Characters below which a line may be an item of a menu."""
_CLOSE: Final = 20
"""Characters from a line to the one right below it, indented or not."""
_BYLINE: Final = 60
_NOWHERE: Final = 1_000
_REACH: Final = 5
"""Lines below a headline among which its date and its byline stand."""
_ECHO: Final = 9
"""Characters from which on it is no accident that a line stands inside another one."""
_PARTS = re.compile(r"\w\s[-–|]\s\w")
LABEL: Final = re.compile(
    r"(?:(?:reference |short )?title|subject|betreff|titel|titre|título)\s?:\s{1,9}(?=\S)",
    re.IGNORECASE,
)
"""What says that the rest of its line is the title."""
_ACT = re.compile(
    r"(?:A BILL|AN ACT|A RESOLUTION|A bill|An act|An Act)(?: FOR| for)?(?: an act| AN ACT)?,? "
    r"(?:to\b|TO\b|relat|RELAT|concern|CONCERN|[A-Z]{3,20}ING\b)"
)
"""How the long title of an act begins."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BY = re.compile(
    r"(?:(?:Posted|Published|Story|Text|Words|Written) )?"
    r"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|BY|VON|Words|Autor|Author)\b:?\s{1,2}[^\W\d_]"
)

Marks = list[tuple[float, str]]
"""What speaks for a line and against it, and how much; what needs no words has none."""


class Signs:
    """The lines among which the headline is, looked at together."""

    def __init__(self, lines: Sequence[Line], known: Known) -> None:
        self.lines = lines
        self.known = known
        self.times = Counter([line.text for line in lines])
        self.inside = inner(lines)
        self.prose = prose(lines, self.inside)
        self.main = main_part(lines, self.prose)
        self.short = _Sums(line.end - line.start < _SHORT for line in lines)
        self.paragraphs = _Sums(self.prose)
        self.to_date = _distances(len(lines), known.dated)
        signed = [n for n, line in enumerate(lines) if _is_signed(line.text)]
        self.to_byline = _distances(len(lines), signed)

    def first_look(self, number: int) -> Marks:
        """Weigh where a line stands and its shape; nothing where it cannot be a headline."""
        text = self.lines[number].text
        if self.inside[number] and not self._is_heading(number):
            return []
        if len(text) > LONGEST or text.isdigit() or self._is_date(number):
            return []
        marks = [*self._said(number), *self._place(number), *self._beside(number)]
        if not any(reason for _, reason in marks):
            return []
        floor = _FLOOR + _RIVAL * min(len(self.lines), _RIVALS)
        return [(floor + shape(text), ""), *marks, *self._flow(number)]

    def closer_look(self, number: int) -> Marks:
        """Weigh the words of a line against those of the rest of the text."""
        text = self.lines[number].text
        folded = text.lower()
        marks: Marks = [(-4.3, "")] if is_credit(text) else []
        if not any(map(str.isalpha, text)):
            marks.append((-9.0, ""))
        words = set(_LONG_WORD.findall(folded))
        if words and self.main_text:
            share = sum([word in self.main_text for word in words]) / len(words)
            marks.append((2.0 * share, "its words recur in the text" if share > 0.5 else ""))
        if len(folded) >= _ECHO and self._echoes(folded):
            marks.append((1.0, "stands inside another line as well"))
        if self._ends_crumb(number):
            marks.append((2.5, "last part of the breadcrumb"))
        sites = self.known.sites
        if sites and fold_site(text) in sites and not self._is_heading(number):
            marks.append((-3.0, ""))
        return marks

    @cached_property
    def main_text(self) -> str:
        """The longer lines of the main part in lower case."""
        if self.main is None:
            return ""
        first, last, _ = self.main
        texts = [line.text for line in self.lines[first : last + 1] if line.end - line.start > 60]
        return "\n".join(texts).lower()

    @cached_property
    def joined(self) -> str:
        """All lines in lower case, each between line ends of its own."""
        return "\n".join(["", *(f"{line.text}\n" for line in self.lines)]).lower()

    def _echoes(self, folded: str) -> bool:
        """Tell whether a line stands inside a longer one as well."""
        return self.joined.count(folded) > self.joined.count(f"\n{folded}\n")

    def _is_heading(self, number: int) -> bool:
        """Tell whether the markup calls the line a heading."""
        headings = self.known.headings
        return bool(headings) and fold_title(self.lines[number].text) in headings

    def _is_date(self, number: int) -> bool:
        """Tell whether a line is a date and hardly anything else."""
        dated = self.known.dated.get(number, 0)
        return bool(dated) and len(self.lines[number].text) - dated < 14

    def _said(self, number: int) -> Marks:
        """Return what the text or the markup says in as many words."""
        text, said = self.lines[number].text, []
        if self._is_heading(number):
            said.append((6.0, "the markup's own heading"))
        below = self.lines[number + 1].text if number + 1 < len(self.lines) else ""
        if below[:3] == "===" and not below.strip("="):
            said.append((3.5, "underlined with ="))
        if text.startswith("# "):
            said.append((3.5, "a heading of level one"))
        if ":" in text and LABEL.match(text):
            said.append((4.0, "labelled as the title"))
        if text[0] == "A" and _ACT.match(text):
            said.append((3.5, "the long title of an act"))
        if number == 0 and _PARTS.search(text):
            said.append((1.0, "first line, in parts as the title of a page"))
        if self.times[text] > 1:
            said.append((0.7, "stands twice"))
        return said

    def _flow(self, number: int) -> Marks:
        """Weigh whether the line is cut out of running words: the ones beside it say the rest."""
        text, worth = self.lines[number].text, 0.0
        if text[0].islower() and self._touches(number - 1):
            worth -= 2.5
        below = self.lines[number + 1].text if self._touches(number) else ""
        if below[:1].islower() and min(len(text), len(below)) >= _SHORT:
            worth -= 2.5
        return [(worth, "")]

    def _touches(self, number: int) -> bool:
        """Tell whether a line of some length stands right above the next one."""
        if not 0 <= number < len(self.lines) - 1:
            return False
        line, below = self.lines[number], self.lines[number + 1]
        return below.start - line.end <= _CLOSE and line.end - line.start >= _SHORT

    def _place(self, number: int) -> Marks:
        """Weigh the distance to the main part of the text, and what stands before."""
        said: Marks = [(1.0 if number < 5 else 0.0, ""), (-0.3 * number / 100, "")]
        if self.main is not None:
            distance = self.main.first - number
            if distance <= 0:
                said.append((-1.5 if distance < -4 else -0.7, ""))
            elif distance <= 25:
                worth = 1.4 if distance <= 6 else 1.1 if distance <= 12 else 0.3
                said.append((worth, "above the main text"))
        if self.paragraphs.between(number - 40, number):
            said.append((-1.4, ""))
        return said

    def _beside(self, number: int) -> Marks:
        """Weigh the lines next to it: a paragraph, a date, a byline, the items of a menu."""
        said: Marks = []
        if self.paragraphs.between(number + 1, number + 3):
            said.append((1.4, "a paragraph follows"))
        if self.to_date[number] <= 5:
            said.append((2.6 if self.to_date[number] <= 3 else 1.1, "a date follows"))
        if number - 1 in self.known.dated or number - 2 in self.known.dated:
            said.append((0.6, "a date stands above"))
        if self.to_byline[number] <= 4:
            said.append((1.6, "a byline follows"))
        items = 0.2 * self.short.between(number - 5, number)
        said.append((items - 0.25 * self.short.between(number + 1, number + 6), ""))
        long = len(self.lines[number].text) >= _SHORT
        if long and self.short.between(number - 8, number) >= 6:
            said.append((1.3, "the first longer line after a menu"))
        return said

    def _ends_crumb(self, number: int) -> bool:
        """Tell whether a line soon above ends with these words: a trail that leads here."""
        folded = self.lines[number].text.lower()
        above = [line.text for line in self.lines[max(0, number - 8) : number]]
        return len(folded) > 4 and any(
            len(text) > len(folded)
            and text.lower().endswith(folded)
            and (len(text) > len(folded) + 4 or is_crumb(text))
            for text in above
        )


class _Sums:
    """How many of the first so many lines are of a kind, with room at both ends."""

    room: Final = 40

    def __init__(self, kinds: Iterable[bool]) -> None:
        sums = list(accumulate(kinds, initial=0))
        self.sums = [0] * self.room + sums + [sums[-1]] * self.room

    def between(self, start: int, end: int) -> int:
        """Return how many of the lines [start, end) are of the kind."""
        return self.sums[end + self.room] - self.sums[start + self.room]


def _distances(size: int, numbers: Collection[int]) -> list[int]:
    """Return for every line how many lines below it the next of *numbers* stands; none: many."""
    found = [_NOWHERE] * size
    for number in sorted(numbers, reverse=True):
        for above in range(max(0, number - _REACH), number):
            found[above] = number - above
    return found


def _is_signed(text: str) -> bool:
    return text[0] in "BbVvPpWAST" and len(text) < _BYLINE and bool(_BY.match(text))
