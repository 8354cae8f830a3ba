"""The name of a day of the week that stands behind a date and closes it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from audit.calendars.dates import FoundDate
from audit.calendars.marks import marked_behind
from audit.calendars.months import MONTHS
from audit.calendars.names import LONGEST, fold, key, months, weekdays
from audit.calendars.tokens import TOKEN, Token, tokens_in
from audit.calendars.weekdays import WEEKDAYS

SPELLED_OUT: Final = 4
"""Letters from which on a name stands for itself: `do`, `so` and `di` are words too."""
_SIGNS: Final = frozenset(",(-–.[")
_OPENS: Final = frozenset("([")
_CLOSES: Final = frozenset(")],.;|")
_YEAR: Final = frozenset(("г", "года", "год", "р", "року", "r", "roku", "ж", "ad"))
"""The word `year` behind a year: `24 июля 2024 г., среда`."""
_AT: Final = frozenset(("at", "um", "a", "kl", "klo", "ore", "om"))
"""What may follow a day behind its date: the end of it, or the time of day."""
_HOURS = re.compile(
    r"[\s,]{0,3}\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?\s?(?:[-–—]|to\b|bis\b|until\b|till\b|à\b)"
    r"\s?\d",
    re.IGNORECASE,
)
"""From one hour to another: the place is open then."""
_CLOCK = re.compile(r"[\s,]{1,3}\d{1,2}[:.h]\d\d(?!\d)")
_NEAR: Final = 40
"""Characters behind a date in which its weekday may stand."""


def days_behind(text: str, date: FoundDate, right: int) -> tuple[int, ...]:
    """Return the days of the week that the name right behind *date* means, if it closes it."""
    marked = marked_behind(text, date, right)
    if marked:
        return marked
    stop = min(right, date.end + _NEAR)
    after = tokens_in(text, date.end, stop)
    first = _past_year(after)
    at = first
    while at < min(first + 3, len(after)) and after[at].text in _SIGNS:
        at += 1
    if at >= len(after):
        return ()
    signs = [token.text for token in after[first:at]]
    last, days = _longest(after, at)
    if _HOURS.match(text, after[last].end, right) or (after[last].end == stop < right):
        return ()
    if days:
        return days if _is_closed(after, last + 1, signs) else ()
    return _in_short(text, date, after[at : at + 4], signs, right)


def _past_year(after: Sequence[Token]) -> int:
    """Return where the tokens go on behind the word `year`."""
    if not after or fold(after[0].text) not in _YEAR:
        return 0
    return 2 if after[1:] and after[1].text == "." else 1


def _longest(after: Sequence[Token], at: int) -> tuple[int, tuple[int, ...]]:
    """Return the last token of the longest spelled-out name at *at*, and the days it means."""
    words: list[str] = []
    best: tuple[int, tuple[int, ...]] = (at, ())
    for number, token in enumerate(after[at : at + 2 * LONGEST], at):
        if token.text == "-" and words:
            continue
        if not token.text.isalnum() and not token.text[0].isalpha():
            break
        words.append(token.text)
        found = weekdays().get(key(words), ())
        if found and len("".join(words)) >= SPELLED_OUT and not words[0].isdecimal():
            best = (number, found)
    return best


def _is_closed(after: Sequence[Token], at: int, signs: Sequence[str]) -> bool:
    """Tell whether a spelled-out name ends before the token *at*, and no other day follows."""
    if at >= len(after):
        return True
    follow = after[at].text
    if follow in _CLOSES:
        return not (after[at + 1 :] and is_day(after[at + 1].text))
    return (follow.isdecimal() and "." not in signs) or fold(follow) in _AT


def is_day(word: str) -> bool:
    """Tell whether *word* is the name of a day of the week, and no small word."""
    return (word[0].isupper() or len(word) >= SPELLED_OUT) and fold(word) in weekdays()


def _in_short(
    text: str, date: FoundDate, name: Sequence[Token], signs: Sequence[str], right: int
) -> tuple[int, ...]:
    """Return what the short name means that ends the bracket or the line, maybe before a clock.

    `Sam`, `Dom` and `Sun` are names and words too: it must be of a language of the date.
    """
    closing = next((token.text for token in name[1:] if token.text != "."), "")
    rest = name[1].end if name[1:] and name[1].text == "." else name[0].end
    if _OPENS & set(signs):
        ends = closing in (")", "]")
    else:
        blank = not text[rest:right].strip() and text[right : right + 1] in ("", "\n")
        ends = set(signs) <= {","} and (blank or _CLOCK.match(text, rest, right) is not None)
        ends = ends and (bool(signs) or len(name[0].text) > len("Mi"))
    word = name[0].text
    if not ends or (date.order and fold(word) in months()):
        return ()
    meant = _short_names().get(word.casefold(), {})
    days = {day for tongue, day in meant.items() if _is_of(word, tongue, text, date)}
    return tuple(sorted(days))


def _is_of(word: str, tongue: str, text: str, date: FoundDate) -> bool:
    """Tell whether a short name is written as in *tongue*, and the date may be of it as well."""
    is_long = len(word) > len("Mi") or not word.isascii()
    if not is_long and not (word.istitle() if tongue == "de" else word.islower()):
        return False
    inside = [fold(token) for token in TOKEN.findall(text, date.start, date.end)]
    tongues = [_tongues()[token] for token in inside if token in _tongues()]
    if tongues:
        return any(tongue in each for each in tongues)
    if word.islower():
        return is_long
    return tongue == "en" or (tongue == "de" and "." in text[date.start : date.end])


@cache
def _short_names() -> Mapping[str, Mapping[str, int]]:
    """Return the short names of days, accents kept, with the day each language means by them."""
    table: dict[str, dict[str, int]] = {}
    for tongue, names in WEEKDAYS.items():
        for day, spellings in enumerate(names.split()):
            for name in spellings.split("/"):
                if len(name) < SPELLED_OUT:
                    table.setdefault(name.casefold(), {})[tongue] = day
    return table


@cache
def _tongues() -> Mapping[str, frozenset[str]]:
    """Return the languages in which a folded name is that of a Gregorian month."""
    table: dict[str, set[str]] = {}
    for tongue, names in MONTHS.items():
        for name in names.replace("/", " ").split():
            table.setdefault(fold(name), set()).add(tongue)
    return {name: frozenset(tongues) for name, tongues in table.items()}
