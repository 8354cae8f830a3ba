"""Numbers that only look like days: versions, sections, shelf marks, telephones, sizes, prices."""

import re
from typing import Final

from audit.calendars import FoundDate
from audit.claims.words import MODIFIED, PUBLISHED

_NAMES: Final = (
    "version|versión|versione|build|firmware|revision|"
    "section|sec|abschnitt|sección|sezione|chapter|chap|ch|kapitel|kap|chapitre|capítulo|capitolo|"
    r"article|artikel|artículo|articolo|art\.|clause|paragraph|para|absatz|abs|ziffer|ziff|"
    "figure|fig|table|tabelle|abbildung|abb|annex|anlage|appendix|exhibit|"
    r"pages?|pp?|seiten?|página|pagina|volume|vol|bd\.|"
    "n[or]|nº|n°|nos|num|número|numero|number|nummer|nummern|ref|reference|referenz|"
    "az|aktenzeichen|signatur|shelf ?mark|cote|karton|folder|mappe|drawing|sheet|blatt|lot|berth|"
    "invoice|rechnung|facture|factura|fattura|patent|isbn|issn|doi|ean|"
    "tel|telephone|telefon|téléphone|teléfono|telefono|phone|fon|fax|ip|"
    "size|größe|taille|tamaño|dimensions?|maße|masse|latitude|longitude|lat|lon|"
    "psalms?|ps|gen|genesis|exodus|deut|matth|apg|offb|sura|surah|verse"
)
_COUNTS = re.compile(
    rf"(?:\b(?:{_NAMES})\.?|§{{1,2}}|#)\s?:?\s{{0,2}}\Z|"
    r"(?:\+\d|(?<![\d:.,])0\d)[\d\s/()-]{0,14}\Z",
    re.IGNORECASE,
)
"""What stands before the number of something; the first digits of a telephone's."""
_RELEASE = re.compile(r"(?:\A|[.;]\s)\s{0,3}(?:release|rel\.)\s\Z", re.IGNORECASE)
"""The number of a release; a press release has its day there."""
_UNIT = re.compile(
    r"\s?(?:[€£$¥%°×]|(?:eur|euros?|usd|gbp|chf|sek|nok|dkk|pln|rub|cm|mm|m²|km|kg|lbs?|ft|px|"
    r"[kmg]b|[kmg]ib|dpi|[nsew](?!\.\s?\d))(?!\w))",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:[€£$¥]|\b(?:eur|usd|gbp|chf|sek|nok|dkk|pln))\s?\Z", re.IGNORECASE)
_CALLED = re.compile(r"\s{0,2}(?:as a|is a|ist eine|est une)\s(?:version|release)\b", re.IGNORECASE)
_VERSIONED = re.compile(r"\s\(\d{4}-\d{2}-\d{2}\)")
"""What follows the number of a version that looks like a day: the day itself."""
_SHORT_YEAR: Final = "the year in two digits"
"""What is said of a date that may be a price."""
_LEADS = re.compile(r"\b(?:den|le|el|il|du|of|em|dated?)\s{1,3}\Z", re.IGNORECASE)
_BEFORE: Final = 24
_SHORT = re.compile(r"(?:.*\.)?[1-9](?:\.|\Z)")
"""A number with a part of one digit: days are written so less often than versions are."""
_ASKED = re.compile(r"(?:[=<>~^@]|[^\W_]\s)\s?\Z")
"""What stands before the version of a program: its name, or a sign of how new it has to be."""
_GOES_ON = re.compile(r"[.+~-]\w")
_VERSION = re.compile(
    r"(?<![\w.,/:-])(?:\d{1,2}\.\d{1,2}\.\d|0\.\d{1,3}\.\d{1,3}|\d{1,3}\.0\.\d{1,3})"
    r"(?![\w/:]|\.\d)"
)
"""A number in three parts that is no day."""
_NEAR: Final = 4_000
"""Characters around a number among which others tell of what kind it is."""


def is_number(text: str, before: str, after: str, date: FoundDate) -> bool:
    """Tell whether *date*, written in numbers, counts something.

    *before* and *after* stand in its line.
    """
    if not date.order or date.weekdays:
        return False
    near = before[-_BEFORE:]
    return (
        bool(_COUNTS.search(near) or _MONEY.search(near) or _RELEASE.search(near))
        or bool(_UNIT.match(after) or _CALLED.match(after))
        or (not before.strip() and bool(_VERSIONED.match(after)))
        or (not before.strip() and _is_section(text, date))
        or (not after.strip() and _is_price(near, date))
        or _is_version(text, before, after, date)
    )


def _is_version(text: str, before: str, after: str, date: FoundDate) -> bool:
    """Tell whether a date of short numbers is a version, by what is beside it or by its like."""
    if _SHORT_YEAR not in date.reason or not _SHORT.match(text[date.start : date.end]):
        return False
    if _is_led(before[-_BEFORE:]) or before.rstrip().endswith((",", ":")):
        return False
    is_called = _ASKED.search(before) is not None or _GOES_ON.match(after) is not None
    first, last = max(0, date.start - _NEAR), date.end + _NEAR
    return is_called or _VERSION.search(text, first, last) is not None


def _is_price(before: str, date: FoundDate) -> bool:
    """Tell whether a date of short numbers follows a word, and none that leads to a day."""
    if _SHORT_YEAR not in date.reason or not before[-2:-1].isalpha():
        return False
    return not _is_led(before)


def _is_led(before: str) -> bool:
    """Tell whether a word before a date leads to a day."""
    said = PUBLISHED.are_in(before) or MODIFIED.are_in(before)
    return said or _LEADS.search(before) is not None


def _is_section(text: str, date: FoundDate) -> bool:
    """Tell whether another line begins with the number before or after: 3.4.11, 3.4.12."""
    head, stop, last = text[date.start : date.end].rpartition(".")
    if _SHORT_YEAR not in date.reason or not stop or not last.isdecimal():
        return False
    beside = (f"\n{head}.{int(last) + step} " for step in (-1, 1))
    return any(number in text for number in beside)
