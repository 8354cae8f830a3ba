"""Who brings an act in: `Introduced by Senators Berg, Lind and Ray`, over all of its lines."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from audit.claims.headline import Line
from audit.claims.people import MOST, is_name

SPONSOR: Final = "brings the act in"
"""What the reason of a claim says of one who does."""
ABOVE: Final = 100
"""Lines above the title of an act among which those stand who bring it in."""
_BELOW: Final = 5
"""Lines below the beginning of the title: of summaries."""
_LINES: Final = 20
"""Lines that one list of names takes."""
_NEXT_LINE: Final = 240
_LONGEST: Final = 5
"""Words of one name, with the office before it."""
_WORDS: Final = 12
"""Words of the name of a committee."""

_OFFICES: Final = (
    r"(?:representatives|senators|delegates|members|assembly(?:men|women|members)|"
    r"(?:senator|representative|delegate)\(s\)|(?:reps|sens|dels|M\. of A)\.)"
)
"""What several are called; of one alone the office stays before the name."""
_OFFICE: Final = r"(?:representative|senator|delegate|assembly(?:man|woman|member)|committee)"
_CUE = re.compile(
    r"(?:[^(\[]{1,40} [-–—] |[(\[])?"
    r"(?:introduced(?: [\w./]{3,10}(?: \d{1,2}, \d{4})?,)?\s{1,3}by|"
    r"(?:presented|(?:co-?)?sponsored) by|sponsors:|"
    rf"by:?(?=\s{{1,3}}(?:{_OFFICES}|{_OFFICE})\s)|"
    r"[^(\[\n]{0,40}\b(?:bill|resolution|memorial)\s(?:no\.?\s)?\d{1,5}\s{1,9}(?:[-–—]\s)?by)"
    r"\s{0,3}:?(?:\s+|$)",
    re.IGNORECASE,
)
"""How a line begins that names them; `by` needs an office behind it, or a bill's number before."""
_COMMITTEE = re.compile(r"(?:[^\W\d_]{2,20}\s){0,3}committee on [^\n,;:(]{3,60}", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:was |were )?(?:referred|read (?:the )?(?:first|once))\b|\s--|(?<!\(s)[)\]]|"
    r"(?<=[^\W\d_]{3})(?<!\bReps)(?<!\bSens)(?<!\bDels)(?<!\bRep)(?<!\bSen)(?<!\bDel)\.(?=\s|\Z)",
    re.IGNORECASE,
)
"""Where a list of names is over: a sentence, a bracket, what became of the act."""
_BETWEEN = re.compile(
    r"[;:]|,(?!\s{1,3}(?:[JS]r\b|I{2,3}\b))|(?:\s|^)(?:and|&|cosponsored by)(?=\s|$)|"
    r"\n\s{0,20}(?=(?:assembly(?:wo)?man|assemblymember|senator|representative|district)\s)",
    re.IGNORECASE,
)
_GOES_ON: Final = (",", ";", ":", "-", " and")
_LISTED: Final = ("assembly", "senator ", "representative ", "district ")
"""How lines begin that each have one name, or say where it is from."""
_BROKEN = re.compile(r"-\s{0,3}\n\s{0,80}(?=[a-z])")
_ASIDE = re.compile(r"[(\[](?!s\))[^)\]]{0,60}[)\]]")
_PLURAL = re.compile(rf"\s*{_OFFICES}\s+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"[ \t](\d{1,3})[ \t]{0,20}(?=\n\s{0,20}(?:[^\n]{0,200}[ \t])?(\d{1,3})[ \t]{0,20}\n)"
)
"""A number at the end of a line, with the one at the end of the next line with words."""
_EDGE = re.compile(r"(?<!\s)\s++(?:\.\s*+)?\Z")
_DIGIT = re.compile(r"\d")


class Sponsor(NamedTuple):
    """A name at [start, end) of the text, as it reads without what stands around it."""

    start: int
    end: int
    name: str


def names_sponsors(line: str) -> bool:
    """Tell whether *line*, in an act, says who brings it in."""
    return _CUE.match(line) is not None


def sponsors(text: str, lines: Sequence[Line], title: int) -> Iterator[Sponsor]:
    """Yield the names of those who bring in the act whose title begins at *title*, once each."""
    found: set[str] = set()
    place = bisect_left(lines, title, key=lambda line: line.start)
    near = lines[max(0, place - ABOVE) : place + _BELOW]
    for number, line in enumerate(near):
        cue = _CUE.match(line.text)
        if cue is None:
            continue
        end = _end(text, near, number, cue.end())
        for sponsor in _named(text, line.start + cue.end(), end):
            if sponsor.name not in found and len(found) < MOST:
                found.add(sponsor.name)
                yield sponsor


def _end(text: str, lines: Sequence[Line], first: int, cue: int) -> int:
    """Return where the list ends whose cue takes so many characters of the line *first*."""
    goes_on = cue == len(lines[first].text)
    for number in range(first + 1, min(first + _LINES, len(lines))):
        before, line = lines[number - 1], lines[number]
        is_beside = text.count("\n", before.end, line.start) == 1
        if not (
            (goes_on and number == first + 1)
            or before.text.endswith(_GOES_ON)
            or (goes_on and line.text.casefold().startswith(_LISTED))
            or (is_beside and "," in before.text and "," in line.text)
        ):
            return before.end
    return lines[min(first + _LINES, len(lines)) - 1].end


def _named(text: str, first: int, end: int) -> Iterator[Sponsor]:
    """Yield the names between commas and the like, up to the end of the list."""
    words = _ASIDE.sub(_blank, _without_numbers(text, first, end))
    over = _OVER.search(words)
    at, last = 0, over.start() if over else len(words)
    cuts = () if _COMMITTEE.match(words) else _BETWEEN.finditer(words, 0, last)
    for cut in (*cuts, None):
        piece = words[at : cut.start() if cut else last]
        plural = _PLURAL.match(piece)
        start = at + (plural.end() if plural else len(piece) - len(piece.lstrip()))
        piece = _EDGE.sub("", words[start : at + len(piece)])
        name = _PLURAL.sub("", " ".join(_BROKEN.sub("", piece).split()))
        if _is_sponsor(name):
            yield Sponsor(first + start, first + start + len(piece), name)
        at = cut.end() if cut else last


def _without_numbers(text: str, first: int, end: int) -> str:
    """Return [first, end) of *text* with blanks for the numbers that its lines have behind them."""
    words = list(text[first:end])
    for found in _NUMBERED.finditer(text, first, end + _NEXT_LINE):
        if int(found[2]) == int(found[1]) + 1 and found.end(1) <= end:
            words[found.start(1) - first : found.end(1) - first] = " " * len(found[1])
    return "".join(words)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_sponsor(name: str) -> bool:
    if _DIGIT.search(name) or name[:1].islower():
        return False
    return is_name(name, _WORDS if _COMMITTEE.match(name) else _LONGEST)
