"""The day of the week that stands beside a date."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from audit.calendars.between import AFTER_DAY
from audit.calendars.dates import FoundDate
from audit.calendars.names import fold, key, months, weekdays
from audit.calendars.tokens import TOKEN

_BESIDE: Final = frozenset(",(-–.")
_CLOSES: Final = frozenset(")],.;|")
_AT: Final = frozenset(("at", "um", "a", "kl", "klo", "ore", "om"))
"""What may follow a day behind its date: the end of it, or the time of day."""
_TO: Final = frozenset(("to", "and", "bis", "und", "au", "et", "a", "al", "y", "e", "t", "m"))
_SPELLED_OUT: Final = 4
"""Letters from which on a name stands for itself: `do`, `so` and `di` are words too."""
_SMALL_WORDS: Final = frozenset(("To", "So", "Me", "La", "Man", "Son", "Per"))
_NEAR: Final = 28
"""Characters beside a date in which its weekday may stand."""


def weekdays_near(text: str, left: int, date: FoundDate, right: int) -> tuple[int, ...]:
    """Return the days of the week that stand directly before or after *date*, or in it."""
    before = TOKEN.findall(text, max(left, date.start - _NEAR), date.start)
    words = [word for word in before[-8:] if word not in AFTER_DAY and word not in "(["]
    for count in (3, 2, 1) if words and fold(words[-1]) in _last_words() else ():
        found = weekdays().get(key(words[-count:])) if len(words) >= count else None
        if found and (count > 1 or _names_a_day(words[-1], before)):
            return () if _is_one_of_several(words[:-count], before) else found
    inside = [] if date.order else TOKEN.findall(text, date.start, date.end)
    for name in (word for word in inside if fold(word) not in months()):
        if len(name) >= _SPELLED_OUT and fold(name) in weekdays():
            return weekdays()[fold(name)]
    return _behind(TOKEN.findall(text, date.end, min(right, date.end + _NEAR)))


def _is_one_of_several(words: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether another day stands before it, `Monday to Friday`, or it is a name: `The Sun`."""
    if words and fold(words[-1]) == "the":
        return True
    others = [at for at, word in enumerate(before) if _is_day(word)]
    between = before[others[-2] + 1 : others[-1]] if others[1:] else ()
    return bool(between) and all(word in _BESIDE or fold(word) in _TO for word in between)


def _is_day(word: str) -> bool:
    return (word[0].isupper() or len(word) >= _SPELLED_OUT) and fold(word) in weekdays()


def _behind(after: Sequence[str]) -> tuple[int, ...]:
    """Return the days that the first of the tokens *after* a date means, if it closes the date."""
    at = next((at for at, word in enumerate(after[:4]) if word not in _BESIDE), len(after))
    name = after[at] if at < len(after) else ""
    follow = after[at + 1] if at + 1 < len(after) else ""
    closes = not follow or follow in _CLOSES or (follow.isdecimal() and "." not in after[:at])
    if len(name) < _SPELLED_OUT or not (closes or fold(follow) in _AT):
        return ()
    return weekdays().get(fold(name), ())


@cache
def _last_words() -> frozenset[str]:
    """Return the folded words with which names of days end; a cheap look before the dear one."""
    return frozenset(name.rpartition("_")[2] for name in weekdays())


def _names_a_day(word: str, around: Sequence[str]) -> bool:
    """Tell whether *word* is meant as a day: `to`, `do` and `so` are small words first.

    A short name must have a capital, or a stop or comma behind it, as abbreviations have.
    """
    if len(word) >= _SPELLED_OUT or (word[0].isupper() and word not in _SMALL_WORDS):
        return True
    last = len(around) - 1 - around[::-1].index(word)
    return around[last + 1 : last + 2] in (["."], [","])
