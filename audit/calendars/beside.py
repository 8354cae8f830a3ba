"""The day of the week that stands beside a date."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from audit.calendars.between import AFTER_DAY
from audit.calendars.dates import FoundDate
from audit.calendars.names import fold, key, months, weekdays
from audit.calendars.tokens import TOKEN

_BESIDE: Final = frozenset(",(-–.")
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
            return found
    after = TOKEN.findall(text, date.end, min(right, date.end + _NEAR))
    follow = [word for word in after[:4] if word not in _BESIDE][:1]
    inside = [] if date.order else TOKEN.findall(text, date.start, date.end)
    for name in (*(word for word in inside if fold(word) not in months()), *follow):
        if len(name) >= _SPELLED_OUT and fold(name) in weekdays():
            return weekdays()[fold(name)]
    return ()


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
