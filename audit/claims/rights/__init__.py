"""Rights statements: from the words of a page to SPDX names, Creative Commons or a named one.

`mentions` judges each statement by its sentence: one that is denied, asked or put under a condition
is none, one about a picture or perhaps another work is no statement about the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from audit.claims.rights.choices import choices
from audit.claims.rights.commons import GENERIC, ZERO, Found, licences
from audit.claims.rights.cues import cues
from audit.claims.rights.expressions import expressions, names_in
from audit.claims.rights.leads import PARTICLES
from audit.claims.rights.named import (
    ALL_RIGHTS_RESERVED,
    IN_COPYRIGHT,
    PUBLIC_DOMAIN,
    STATEMENTS,
    statements_named,
)
from audit.claims.rights.numerals import in_ascii
from audit.claims.rights.reserved import reserved
from audit.claims.rights.sense import Kind, Sense, is_of_pictures, judge
from audit.claims.rights.software import OPEN_GOVERNMENT, licences_named

__all__ = [
    "ALL_RIGHTS_RESERVED",
    "IN_COPYRIGHT",
    "LICENCE",
    "PARTICLES",
    "PUBLIC_DOMAIN",
    "Mention",
    "Sense",
    "cues",
    "is_choice",
    "is_of_pictures",
    "is_one_licence",
    "is_open",
    "is_reserved",
    "mentions",
    "names_in",
    "reserved",
    "statement",
    "statements",
    "told",
    "years",
]

LICENCE: Final = re.compile(
    r"public-domain|creative-commons|open-government-licence|licence-ouverte|MIT|ISC|CC-BY[\w.-]{0,20}|"
    r"[A-Za-z][A-Za-z0-9-]{1,20}-\d[\w.-]{0,20}|"
    r"https?://(?:creativecommons|rightsstatements)\.org/\S{1,80}"
)
"""How a normalized statement looks that is a licence, or the public domain."""
_FREE: Final = frozenset(
    (PUBLIC_DOMAIN, ZERO, f"{STATEMENTS}NKC/1.0/", f"{STATEMENTS}NoC-US/1.0/", "no-rights-reserved")
)
_UNKNOWN: Final = (f"{STATEMENTS}CNE", f"{STATEMENTS}UND")
_IN_COPYRIGHT: Final = f"{STATEMENTS}InC"
_LONGEST: Final = 2_000
"""Characters of a declared value that are read."""
_YEAR: Final = r"(?:1[789]|20)\d\d"
_THAI: Final = r"2[45]\d\d(?=[^\n\d]{0,9}[\u0e00-\u0e7f])"
"""A year of the Buddhist calendar, with Thai words behind it."""
_ERA: Final = 543
_LAST: Final = 2100
_LATER: Final = rf"(?:\s{{0,2}}[-\u2010-\u2015,&/]\s{{0,2}}(?:{_YEAR}|\d\d(?!\d))){{0,20}}"
_YEARS = re.compile(
    rf"(?:©|ⓒ|\(c\)|copyright(?!\s(?:in|of|on|for|law|act)\b))(?:(?!until|bis |jusqu|hasta|"
    rf"fino)[^\d\n]){{0,60}}?(?<!\d)({_YEAR}|{_THAI})(?!\d)({_LATER})|"
    rf"(?<!\d)({_YEAR})({_LATER})\s{{0,2}}(?:©|ⓒ|\(c\))",
    re.IGNORECASE,
)
_A_YEAR = re.compile(rf"1[789]\d\d|20\d\d|{_THAI}")
_CHOICE = re.compile(
    r"\b(?:or|oder|ou|o|of|eller|tai|lub|или|veya|and|und|et|y|e|en|og|och|i|и)\b|/", re.IGNORECASE
)
_VERSION = re.compile(r"-\d.*")
_DUAL: Final = 2
"""Licences of one line that may contradict each other; more are a list of them."""
_BETWEEN: Final = 40
"""Characters between two licences of which one may be taken."""
_SINGLE = re.compile(r"\d{2,4}")


class Mention(NamedTuple):
    """A statement in characters [start, end), and how it is meant; a lower rank is surer."""

    start: int
    end: int
    normalized: str
    sense: Sense
    rank: int
    is_licence: bool

    def contradicts(self, other: "Mention") -> bool:
        """Tell whether two licences of Creative Commons are both said, and cannot both hold."""
        both = self.sense is other.sense is Sense.SAID
        of_one_house = all(m.normalized.startswith(("CC-", "CC0")) for m in (self, other))
        return both and of_one_house and not is_one_licence(self.normalized, other.normalized)


def mentions(text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield the statements in [start, end) of *text* that are not denied."""
    found: list[Mention] = []
    for each, kind, is_licence in _found(text, start, end):
        sense = judge(text, each.start, each.end, kind) if each.name else Sense.DENIED
        if sense is not Sense.DENIED:
            found.append(Mention(each.start, each.end, each.name, sense, each.rank, is_licence))
    yield from _one_of_many(text, sorted(found))


def _one_of_many(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield *found*, unsure where it is a list of licences or a choice between two."""
    own = [m for m in found if m.sense is Sense.SAID and m.normalized.startswith("CC-")]
    several = len({_VERSION.sub("", each.normalized) for each in own}) > _DUAL
    last: Mention | None = None
    for each in found:
        unsure = each in own and (several or (last is not None and is_choice(text, last, each)))
        yield each._replace(sense=Sense.UNSURE) if unsure else each
        last = each if each in own else last


def is_choice(text: str, one: Mention, other: Mention) -> bool:
    """Tell whether a word such as `or` stands between two different licences."""
    reach = min(other.start, one.end + _BETWEEN)
    differ = not is_one_licence(one.normalized, other.normalized)
    return differ and _CHOICE.search(text, one.end, reach) is not None


def statements(text: str) -> tuple[str, ...]:
    """Return the statements of *text*: its licence and what else it says, each once."""
    return tuple(each.normalized for each in told(mentions(text, 0, min(len(text), _LONGEST))))


def statement(text: str) -> str:
    """Return the normalized statement of *text*, or empty: SPDX, a CC name, or one of our own."""
    return next(iter(statements(text)), "")


def told(found: Iterable[Mention]) -> list[Mention]:
    """Return the best licence and the best other statement among *found*, the surest first.

    Where two licences contradict each other, both are told, that which allows less first.
    """
    own = [each for each in found if each.sense is not Sense.PART]
    best: list[Mention] = []
    for each in sorted(own, key=lambda m: (m.sense.value, m.rank, m.start)):
        same = [one for one in best if one.is_licence is each.is_licence]
        if not same or (each.is_licence and all(map(each.contradicts, same))):
            best.append(each)
    return sorted(best, key=lambda m: (m.sense.value, not m.is_licence, -len(m.normalized)))


def is_open(normalized: str) -> bool:
    """Tell whether a normalized statement lets others use the work."""
    return bool(normalized) and not is_reserved(normalized) and not normalized.startswith(_UNKNOWN)


def is_reserved(normalized: str) -> bool:
    """Tell whether a normalized statement keeps the rights: nobody else may use the work."""
    return normalized in {ALL_RIGHTS_RESERVED, IN_COPYRIGHT} or normalized.startswith(_IN_COPYRIGHT)


def is_one_licence(a: str, b: str) -> bool:
    """Tell whether two normalized licences may be one, told with and without its version."""
    return any(_are_one(one, other) for one in names_in(a) for other in names_in(b))


def _are_one(a: str, b: str) -> bool:
    if {a, b} <= _FREE:
        return True
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    if OPEN_GOVERNMENT in {short, long}:
        return all(each == OPEN_GOVERNMENT or each.startswith("ogl-") for each in (short, long))
    if GENERIC in {short, long}:
        return all(
            each == GENERIC or each.startswith(("cc-", "https://creativec"))
            for each in (short, long)
        )
    return long == short or (long.startswith(f"{short}-") and long[len(short) + 1].isdecimal())


def years(text: str) -> tuple[int, int] | None:
    """Return the first and the last year of the copyright in *text*, or None."""
    text = in_ascii(text)
    found = _YEARS.search(text) if _A_YEAR.search(text) else None
    if found is None:
        return None
    first = last = int(found[1] or found[3])
    if first > _LAST:
        first = last = first - _ERA
    for year in _SINGLE.findall(found[2] or found[4] or ""):
        number = int(year) if len(year) == len("2024") else last - last % 100 + int(year)
        first, last = min(first, number), max(last, number)
    return first, last


def _found(text: str, start: int, end: int) -> Iterator[tuple[Found, Kind, bool]]:
    offered = list(choices(text, start, end))
    joined = list(expressions(text, start, end))
    joined = [
        each for each in joined if not any(_says_more(one, each) for one in _beside(each, offered))
    ]
    joined += [one for one in offered if not _beside(one, joined)]
    joined.sort()
    others = (*licences(text, start, end), *licences_named(text, start, end))
    alone = [one for one in others if not _beside(one, joined)]
    for found in (*joined, *alone):
        yield found, Kind.LICENCE, True
    for found, kind in statements_named(text, start, end):
        yield found, kind, False


def _beside(one: Found, ordered: Sequence[Found]) -> Sequence[Found]:
    """Return what of *ordered* overlaps *one*; it is told in its order, and apart."""
    first = last = bisect_left(ordered, one.end, key=attrgetter("start"))
    while first and ordered[first - 1].overlaps(one):
        first -= 1
    return ordered[first:last]


def _says_more(choice: Found, expression: Found) -> bool:
    """Tell whether a *choice* is told in more words than the *expression*, or denies its `and`."""
    return choice.end > expression.end or " AND " in expression.name
