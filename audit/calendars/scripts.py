"""What the script around a numeric date speaks for: a Persian or Thai year, or one that leads."""

import re
from typing import Final

PERSIAN_YEARS: Final = range(1250, 1421)
"""Up to 2042: a later one is rather a Hijri year."""
THAI_YEARS: Final = range(2440, 2644)
WINDOW: Final = 300
"""Characters on each side of a date that are looked at."""
_PERSIAN_DIGIT = re.compile("[\u06f0-\u06f9]")
_PERSIAN = re.compile("[پچژگکی]")
_OTHERS = re.compile("[ٹڈڑںےہھۆێڵڕېړځڅ]")
"""Letters of Urdu, Kurdish and Pashto, which have the Persian ones too."""
_ARABIC = re.compile("[يىكةؤإ]")
_THAI = re.compile("[\u0e01-\u0e5b]")
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_CASED = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_ENOUGH: Final = 3


def calendar_around(text: str, start: int, end: int, year: int) -> str:
    """Return the calendar in which *year* at [start, end) is meant, or empty: nobody can tell."""
    if year in THAI_YEARS:
        return "buddhist" if _THAI.search(text, max(0, start - WINDOW), end + WINDOW) else ""
    if year not in PERSIAN_YEARS:
        return ""
    enough = 0 if _PERSIAN_DIGIT.match(text, start) else _ENOUGH
    return "jalali" if _are_persian(text, start, end, enough) else ""


def is_persian(text: str, start: int, end: int) -> bool:
    """Tell whether digits at [start, end) are Persian, and so is the script around them."""
    return bool(_PERSIAN_DIGIT.match(text, start)) and _are_persian(text, start, end, _ENOUGH)


def _are_persian(text: str, start: int, end: int, enough: int) -> bool:
    """Tell whether *enough* letters around [start, end) are Persian, and none of its neighbours."""
    around = text[max(0, start - WINDOW) : end + WINDOW]
    persian, arabic = len(_PERSIAN.findall(around)), len(_ARABIC.findall(around))
    return not _OTHERS.search(around) and persian >= max(arabic, enough)


def is_east_asian(text: str, start: int, end: int) -> bool:
    """Tell whether the script around [start, end) is that of China, Japan or Korea."""
    around = text[max(0, start - WINDOW) : end + WINDOW]
    return len(_EAST_ASIAN.findall(around)) >= max(len(_CASED.findall(around)), _ENOUGH)


def jalali_century(two_digits: int) -> int:
    """Return the Jalali year that two digits mean, of those that are believed."""
    return two_digits + (1400 if 1400 + two_digits in PERSIAN_YEARS else 1300)
