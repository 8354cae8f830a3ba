"""Look folded words up: which month of which calendar, which day of the week."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from audit.calendars.months import MONTHS
from audit.calendars.moons import HEBREW, HIJRI, JALALI, ZODIAC
from audit.calendars.weekdays import WEEKDAYS

Month = tuple[str, int]
"""A calendar and a month of it, from 1."""

LONGEST = 4
"""Words in the longest name."""

_LETTERS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
    | dict.fromkeys("ةۀہۃ", "ه")
    | dict.fromkeys("ـʿʾʻʼ\u200c\u200d")
)
_THAI = frozenset(map(chr, range(0x0E01, 0x0E5C)))
_WORD = re.compile(r"[^\s._'’‘`-]+")


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return *word* without case, accents and spelling variants of the same letter."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_LETTERS)


def key(words: Sequence[str]) -> str:
    """Return the key of a name of several words."""
    return "_".join(fold(word) for word in words)


@cache
def months() -> Mapping[str, tuple[Month, ...]]:
    """Return the months that a folded name may mean: several where languages disagree."""
    table: dict[str, list[Month]] = {}
    rows = [("gregorian", names) for names in MONTHS.values()]
    solar = [("jalali", JALALI), ("jalali", ZODIAC)]
    for calendar, names in [*rows, ("hijri", HIJRI), *solar, ("hebrew", HEBREW)]:
        for name, number in _spellings(names):
            _add(table, name, (calendar, number))
            for longer in _with_month(name, calendar):
                _add(table, longer, (calendar, number))
    return {name: tuple(sorted(found)) for name, found in table.items()}


@cache
def never_alone() -> frozenset[str]:
    """Return the folded names that are no month where no day stands beside them."""
    return frozenset(name for name, _ in _spellings(ZODIAC))


@cache
def words_of_months() -> frozenset[str]:
    """Return every folded word that stands in the name of a month."""
    return frozenset(word for name in months() for word in name.split("_"))


@cache
def weekdays() -> Mapping[str, tuple[int, ...]]:
    """Return the days of the week (Monday is 0) that a folded name may mean."""
    table: dict[str, list[int]] = {}
    for names in WEEKDAYS.values():
        for name, number in _spellings(names):
            day = number - 1
            if day not in table.setdefault(name, []):
                table[name].append(day)
    return {name: tuple(sorted(found)) for name, found in table.items()}


def _with_month(name: str, calendar: str) -> Iterator[str]:
    """Yield the name joined with the word `month`, as Persian and Thai have it."""
    if calendar == "jalali":
        yield f"{name}ماه"
    if name[0] in _THAI and "_" not in name:
        yield f"เดือน{name}"


def _add(table: dict[str, list[Month]], name: str, month: Month) -> None:
    if month not in table.setdefault(name, []):
        table[name].append(month)


def _spellings(names: str) -> Iterator[tuple[str, int]]:
    for number, spellings in enumerate(names.split(), 1):
        for spelling in spellings.split("/"):
            yield key(_WORD.findall(spelling)), number
