"""Tell a changed number from a changed date, by its shape and by the words beside it."""

import re
from typing import Final

from audit.calendars.names import fold, weekdays, words_of_months
from audit.diff.pair import Gap, Pair, Part
from audit.diff.tokens import is_word
from audit.diff.values import Kind

MIXED: Final = 1
"""Words, not of a date, that may change beside a number before it is a rewording."""

_SIGNS: Final = frozenset("-+±−–%‰$€£¥°₽₹₺")
_DASH: Final = ".‐‑–-"
_DATE: Final = re.compile(
    rf"\d{{4}}[/{_DASH}]\d{{1,2}}[/{_DASH}]\d{{1,2}}|\d{{1,2}}[/{_DASH}]\d{{1,2}}[/{_DASH}]\d{{2,4}}"
    r"|\d{1,2}:\d{2}(?::\d{2})?"
)
_YEAR: Final = re.compile(r"1\d{3}|20\d{2}")
_DAY_OR_YEAR: Final = re.compile(r"\d{1,2}|1\d{3}|20\d{2}")
_PREPOSITIONS: Final = (
    "in since by until till from of year before after en de del desde année ano año anno nel dal "
    "im seit bis jahr depuis vers sedan sinds"
)
_BEFORE_YEAR: Final = frozenset(_PREPOSITIONS.split())
_DIGITS: Final = re.compile(r"\d+")
_CODE: Final = 4
"""Letters of a word that is a code with a number in it."""
_SHORT: Final = 3
"""Letters of a month that only a capital tells from a common word (`Mar`, `May`, `Set`)."""
_NEAR: Final = 3
"""Tokens between a number and the month that makes it a date (`12th of March`)."""


def sign(a: Part, b: Part) -> Kind | None:
    """Return NUMBER where a sign, a unit or a currency of a number changed."""
    marks = [*a.bodies, *b.bodies]
    if marks and _SIGNS.issuperset(marks) and (_at_number(a) and _at_number(b)):
        return Kind.NUMBER
    return None


def figure(a: Part, b: Part) -> Kind | None:
    """Return DATE or NUMBER where that is what changed, with at most a few words beside it."""
    before, after = a.numbers, b.numbers
    if before == after:
        return _month(a, b) or _code(a, b)
    if bool(before) != bool(after) and a.words and b.words:
        return None  # a number gave way to words
    if max(_others(a), _others(b)) > MIXED:
        return None
    dated = [_is_date(part, place) for part in (a, b) for place in _figures(part)]
    return Kind.DATE if all(dated) else Kind.NUMBER


def numbers_differ(pair: Pair, gap: Gap) -> bool:
    """Tell whether a rewording also changes a number."""
    a = Part.of(pair.a, gap.a, gap.a_end)
    b = Part.of(pair.b, gap.b, gap.b_end)
    return a.numbers != b.numbers


def _at_number(part: Part) -> bool:
    """Tell whether the marks touch a number in front of them or behind them."""
    raws = part.side.tokens.raws
    behind = raws[part.last : part.last + 1]
    ahead = raws[part.first - 1 : part.first] if part.first else []
    glued = not any(raw[-1:].isspace() for raw in raws[part.first : part.last])
    return (glued and any(raw[:1].isdecimal() for raw in behind)) or any(
        raw[:1].isdecimal() for raw in ahead
    )


def _figures(part: Part) -> list[int]:
    return [number for number, token in enumerate(part.bodies) if token[:1].isdecimal()]


def _is_date(part: Part, place: int) -> bool:
    token = part.bodies[place]
    if _DATE.fullmatch(token):
        return True
    if not _DAY_OR_YEAR.fullmatch(token):
        return False
    at = part.first + place
    around = [*part.side.bodies(at - _NEAR, at), *part.side.bodies(at + 1, at + 1 + _NEAR)]
    if any(is_month(word) for word in around):
        return True
    previous = part.side.bodies(at - 1, at)
    return (
        bool(_YEAR.fullmatch(token))
        and previous[-1:] != []
        and (previous[-1].casefold() in _BEFORE_YEAR)
    )


def _month(a: Part, b: Part) -> Kind | None:
    before, after = a.words, b.words
    if not before or not after:
        return None
    dated = all(is_month(word) or fold(word) in weekdays() for word in (*before, *after))
    return Kind.DATE if dated else None


def _code(a: Part, b: Part) -> Kind | None:
    """Return NUMBER where one word changed in its digits alone (`B12`, `B13`)."""
    before, after = a.words, b.words
    if len(before) != 1 or len(after) != 1 or before == after:
        return None
    bare = [_DIGITS.sub("", word) for word in (*before, *after)]
    return Kind.NUMBER if bare[0] == bare[1] and len(bare[0]) <= _CODE else None


def _others(part: Part) -> int:
    """Return the words that are no number and no part of a date."""
    return sum(
        not (word[:1].isdecimal() or is_month(word) or fold(word) in weekdays())
        for word in part.words
    )


def is_month(word: str) -> bool:
    """Tell whether *word* is the name of a month; a short one needs its capital."""
    if not is_word(word) or (len(word) <= _SHORT and not word[:1].isupper()):
        return False
    return fold(word) in words_of_months()
