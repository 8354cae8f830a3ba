"""Dates of East Asia and Vietnam, in numbers and words: 2024年7月24日, 令和六年七月, 民國113年."""

import re
from typing import Final

from msgspec import structs

from audit.calendars import build
from audit.calendars.dates import FoundDate
from audit.calendars.eras import outside

_ERAS: Final = f"(?:{'|'.join(build.ERAS)})"
_DIGITS: Final = "〇零○一二三四五六七八九"
_HAN: Final = "〇零○一二三四五六七八九十百廿卅"
_NUMBER: Final = rf"\d{{1,2}}|[{_HAN}]{{1,4}}"
_SAME: Final = r"(?:\s?[(（](?P<{}>[^()（）\n]{{1,10}})[)）]\s?)?"
"""The same year once more in brackets: 令和6年(2024年)7月24日."""
ANCHOR: Final = re.compile(
    rf"{_ERAS}\s?(?:\d{{1,3}}|元|[{_HAN}]{{1,5}})(?=\s?[年(（])|(?<![{_HAN}])[{_DIGITS}]{{4}}(?=年)"
)
"""Where a year stands that is counted from an era, or written in Han numerals."""
_WRITTEN: Final = (
    rf"(?:(?P<year>\d{{4}}|[{_DIGITS}]{{4}})|"
    rf"(?P<era>{_ERAS})\s?(?P<of>\d{{1,3}}|元|[{_HAN}]{{1,5}}))"
)
_NAMED: Final = re.compile(
    rf"{_WRITTEN}{_SAME.format('before')}\s?[年년]\s?{_SAME.format('after')}"
    rf"(?P<month>{_NUMBER})\s?[月월](?:\s?(?P<day>{_NUMBER})\s?[日일号號])?"
)
_YEAR: Final = re.compile(rf"({_ERAS}|[MTSHR])?\s?(\d{{1,4}}|元|[{_HAN}]{{1,5}})\s?年?")
_VIETNAMESE = re.compile(
    r"(\d{1,2})\s?(?:tháng|thg)\.?\s(\d{1,2})(?:[,\s]{1,2}năm\s|,?\s)(\d{4})", re.IGNORECASE
)
_VALUES: Final = dict(zip(_DIGITS, (0, 0, 0, *range(1, 10)), strict=True))
_TENS: Final = {"十": 10, "百": 100, "廿": 20, "卅": 30}
_LUNAR: Final = ("明治", 5)
"""The last year that was counted by the moon, whose months are no Gregorian ones."""

LETTERED: Final = re.compile(
    r"(?<![\w.,/-])([MTSHR])(\d{1,2})([./-])(\d{1,2})\3(\d{1,2})(?![\w/-]|\.\d)"
)
"""The letter of an era, with year, month and day: R6.7.24."""
_LETTERS: Final = {"M": ("明治", 45), "T": ("大正", 15), "S": ("昭和", 64), "H": ("平成", 31)} | {
    "R": ("令和", 82)
}
"""The era of a letter, and its last year."""
_KANA = re.compile("[\u3041-\u30ff]")
_WINDOW: Final = 300
"""Characters on each side of a date that are looked at."""


def named_numbers(text: str, start: int, end: int) -> FoundDate | None:
    """Read a date of East Asia or Vietnam that touches [start, end), in numbers and words."""
    match = _NAMED.search(text, start, end)
    if match is None:
        return _vietnamese(text, start, end)
    year, month, day = match["year"] or match["of"], match["month"], match["day"]
    said = match["before"] or match["after"] or ""
    era, rest = match["era"] or "", (number(month), number(day or ""))
    found = _date(match.span(), era, (number(year), *rest))
    return _with_twin(found, (era, number(year)), said, rest) if said and found else found


def _with_twin(
    found: FoundDate, year: tuple[str, int], said: str, rest: tuple[int, int]
) -> FoundDate | None:
    """Return *found* with what it means by the year *said* in brackets, where that is another."""
    other = _YEAR.fullmatch(said)
    if other is None:
        return None
    era = _LETTERS[other[1]][0] if other[1] in _LETTERS else other[1] or ""
    if _gregorian(*year) == _gregorian(era, number(other[2])):
        return structs.replace(found, flaw="")
    rival = _date((found.start, found.end), era, (number(other[2]), *rest))
    if rival is None or rival.calendar == found.calendar:
        return None
    return structs.replace(found, rival=rival)


def _gregorian(era: str, year: int) -> int:
    return year + (build.ERAS[era][1] if era else 0)


def lettered(text: str, start: int) -> FoundDate | None:
    """Read the date behind the letter of an era at *start*, in a text with Japanese script.

    Elsewhere it is the number of a version or a section.
    """
    match = LETTERED.match(text, start)
    if match is None or not _KANA.search(text, max(0, start - _WINDOW), start + _WINDOW):
        return None
    era, last = _LETTERS[match[1]]
    year, month, day = int(match[2]), int(match[4]), int(match[5])
    return _date(match.span(), era, (year, month, day)) if day and year <= last else None


def number(written: str) -> int:
    """Return the number that digits, or Han numerals with or without tens, write."""
    if not written or written.isdecimal():
        return int(written or 0)
    if written == "元":
        return 1
    if _TENS.keys().isdisjoint(written):
        return int("".join(str(_VALUES[sign]) for sign in written))
    total, pending = 0, 0
    for sign in written:
        if sign not in _TENS:
            pending = _VALUES[sign]
            continue
        many = sign in "十百"
        total, pending = total + _TENS[sign] * ((pending or 1) if many else 1), 0
    return total + pending


def _date(place: tuple[int, int], era: str, numbers: tuple[int, int, int]) -> FoundDate | None:
    year, month, day = numbers
    if era == _LUNAR[0] and year <= _LUNAR[1]:
        return None
    calendar, before = build.ERAS[era] if era else ("gregorian", 0)
    year += before
    reading = build.day(year, month, day) if day else build.month(year, month)
    if reading is None:
        return None
    return FoundDate(
        start=place[0],
        end=place[1],
        calendar=calendar,
        precision="day" if day else "month",
        readings=(reading,),
        reason="year, month and day named" if day else "year and month named",
        flaw=outside(era, reading),
    )


def _vietnamese(text: str, start: int, end: int) -> FoundDate | None:
    match = _VIETNAMESE.search(text, start, end)
    if match is None:
        return None
    reading = build.day(int(match[3]), int(match[2]), int(match[1]))
    if reading is None:
        return None
    return FoundDate(
        start=match.start(),
        end=match.end(),
        calendar="gregorian",
        precision="day",
        readings=(reading,),
        reason="Gregorian day in numbers",
    )
