"""Step through the words, numbers and signs around a year."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from audit.calendars.between import AFTER_DAY, COUNTED, ENDINGS, MONTHLY, NEEDED
from audit.calendars.names import fold

TOKEN: Final = re.compile(
    r"\d+|[^\W\d_](?:[^\s\d!-/:-@\[-`{-~‘’،؛–—|«»“”·•\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])*|\S"
)
_DAYS: Final = range(1, 32)
_ISSUES: Final = frozenset(
    (
        *("no", "nr", "vol", "volume", "issue", "number", "heft", "ausgabe", "nummer", "band"),
        *("num", "número", "numero", "numéro", "nº", "n°", "№", "nro", "númer", "číslo", "numer"),
    )
)
"""What stands before the number of an issue, which the month of the issue may follow."""
_MOST: Final = 4
"""Small words between a day and its month."""


class Token(NamedTuple):
    """A word, a number or a sign at characters [start, end)."""

    text: str
    start: int
    end: int


def tokens_in(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of *text* from *start* to *end*."""
    return [Token(match[0], *match.span()) for match in TOKEN.finditer(text, start, end)]


def skip(tokens: Sequence[Token], at: int, words: frozenset[str], most: int) -> int:
    """Step back from *at* over at most so many of *words*."""
    for _ in range(most):
        if at < 0 or fold(tokens[at].text) not in words:
            break
        at -= 1
    return at


def day_at(tokens: Sequence[Token], at: int) -> int:
    """Return the day of a month that stands at *at*, or 0."""
    if not 0 <= at < len(tokens):
        return 0
    text = tokens[at].text
    return int(text) if text.isdecimal() and len(text) <= len("31") and int(text) in _DAYS else 0


def is_issue(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the number at *at* is that of an issue: `No. 4  April 1994`."""
    word = at - 2 if at > 1 and tokens[at - 1].text == "." else at - 1
    return word >= 0 and fold(tokens[word].text) in _ISSUES


def before_month(tokens: Sequence[Token], at: int) -> int:
    """Return where the day may stand that belongs to a month which begins after *at*."""
    day = skip(tokens, at, AFTER_DAY, _MOST)
    passed = {fold(token.text) for token in tokens[day + 1 : at + 1]}
    if any(word in NEEDED and not passed & NEEDED[word] for word in passed):
        return at
    if passed & MONTHLY and day > 0 and fold(tokens[day].text) in COUNTED:
        day -= 1
    return number_of(tokens, day)


def number_of(tokens: Sequence[Token], at: int) -> int:
    """Return where the number stands whose ending as an ordinal is at *at*, else *at*."""
    ending = at + 1 if 0 <= at < len(tokens) - 1 and tokens[at].text == ":" else at
    if ending < 1 or fold(tokens[ending].text) not in ENDINGS:
        return at
    number = ending - 1 - (tokens[ending - 1].text in (":", "-"))
    signs = ending - number - 1
    touches = number >= 0 and tokens[ending].start - tokens[number].end == signs
    return number if touches and tokens[number].text.isdecimal() else at
