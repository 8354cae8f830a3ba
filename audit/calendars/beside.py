"""The day of the week that stands beside a date."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from audit.calendars.behind import SPELLED_OUT, days_behind, is_day
from audit.calendars.between import AFTER_DAY
from audit.calendars.dates import FoundDate
from audit.calendars.marks import marked_before
from audit.calendars.names import fold, key, months, weekdays
from audit.calendars.tokens import TOKEN

_BESIDE: Final = frozenset(",(-–.")
_TO: Final = frozenset(("to", "and", "bis", "und", "au", "et", "a", "al", "y", "e", "t", "m"))
_FILLERS: Final = frozenset(
    ("the", "le", "el", "il", "am", "ngay", "tanggal", "dnia", "dne", "data", "الموافق", "مورخ")
)
"""What may stand between a weekday and its date: `Tuesday the 24th`."""
_SMALL_WORDS: Final = frozenset(("To", "So", "Me", "La", "Man", "Son", "Per"))
_NEAR: Final = 28
"""Characters before a date in which its weekday may stand."""


def weekdays_near(text: str, left: int, date: FoundDate, right: int) -> tuple[int, ...]:
    """Return the days of the week that stand directly before or after *date*, or in it."""
    before = marked_before(text, left, date)
    before = _before(text, left, date) if before is None else before
    if before is not None:
        return before
    inside = [] if date.order else TOKEN.findall(text, date.start, date.end)
    for name in (word for word in inside if fold(word) not in months()):
        if len(name) >= SPELLED_OUT and fold(name) in weekdays():
            return weekdays()[fold(name)]
    return days_behind(text, date, right)


def _before(text: str, left: int, date: FoundDate) -> tuple[int, ...] | None:
    """Return what the name before *date* means, nothing if it is one of several; None: no name."""
    before = TOKEN.findall(text, max(left, date.start - _NEAR), date.start)
    words = [word for word in before[-8:] if word not in AFTER_DAY and word not in "(["]
    if words[1:] and fold(words[-1]) in _FILLERS:
        words.pop()
    for count in (3, 2, 1) if words and fold(words[-1]) in _last_words() else ():
        name = words[-count:]
        found = weekdays().get(key(name)) if len(name) == count else None
        if found and (_is_said_so(name) if count > 1 else _names_a_day(name[0], before)):
            return () if _is_one_of_several(words[:-count], before) else found
    return None


def _is_said_so(name: Sequence[str]) -> bool:
    """Tell whether a name of several words is one: `Thứ 3` is Vietnamese, `Thu 3` is not."""
    return not (name[-1].isdecimal() and name[0].isascii())


def _is_one_of_several(words: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether another day stands before it, `Monday to Friday`, or it is a name: `The Sun`."""
    if words and fold(words[-1]) == "the":
        return True
    others = [at for at, word in enumerate(before) if is_day(word)]
    between = before[others[-2] + 1 : others[-1]] if others[1:] else ()
    return bool(between) and all(word in _BESIDE or fold(word) in _TO for word in between)


@cache
def _last_words() -> frozenset[str]:
    """Return the folded words with which names of days end; a cheap look before the dear one."""
    return frozenset(name.rpartition("_")[2] for name in weekdays())


def _names_a_day(word: str, around: Sequence[str]) -> bool:
    """Tell whether *word* is meant as a day: `to`, `do` and `so` are small words first.

    A short name must have a capital, or a stop or comma behind it, as abbreviations have.
    """
    if len(word) >= SPELLED_OUT or (word[0].isupper() and word not in _SMALL_WORDS):
        return True
    last = len(around) - 1 - around[::-1].index(word)
    return around[last + 1 : last + 2] in (["."], [","])
