"""Dates of East Asia and Vietnam, in numbers and words: 2024年7月24日, 令和六年七月, 民國113年."""

import re
from typing import Final

from audit.calendars import build
from audit.calendars.dates import FoundDate
from audit.calendars.names import weekdays

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
_YEAR: Final = re.compile(rf"({_ERAS})?\s?(\d{{1,4}}|元|[{_HAN}]{{1,5}})\s?年?")
_VIETNAMESE = re.compile(r"(\d{1,2})\s?tháng\s(\d{1,2})[,\s]{1,2}năm\s(\d{4})", re.IGNORECASE)
_WEEKDAY = re.compile(r"\s?[(（]?((?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?)")
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
    name = _WEEKDAY.match(text, match.end())
    year, month, day = match["year"] or match["of"], match["month"], match["day"]
    said = match["before"] or match["after"] or ""
    if said and not _is_same(said, match["era"] or "", year):
        return None
    return _date(
        match.span(),
        match["era"] or "",
        (number(year), number(month), number(day or "")),
        weekdays().get(name[1], ()) if name else (),
    )


def _is_same(said: str, era: str, year: str) -> bool:
    """Tell whether what is *said* in brackets is the year as well."""
    other = _YEAR.fullmatch(said)
    if other is None:
        return False
    years = [
        number(written) + (build.ERAS[name][1] if name else 0)
        for name, written in ((era, year), (other[1], other[2]))
    ]
    return years[0] == years[1]


def lettered(text: str, start: int) -> FoundDate | None:
    """Read the date behind the letter of an era at *start*, in a text with Japanese script.

    Elsewhere it is the number of a version or a section.
    """
    match = LETTERED.match(text, start)
    if match is None or not _KANA.search(text, max(0, start - _WINDOW), start + _WINDOW):
        return None
    era, last = _LETTERS[match[1]]
    year, month, day = int(match[2]), int(match[4]), int(match[5])
    return _date(match.span(), era, (year, month, day), ()) if day and year <= last else None


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


def _date(
    place: tuple[int, int], era: str, numbers: tuple[int, int, int], days: tuple[int, ...]
) -> FoundDate | None:
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
        weekdays=days,
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
