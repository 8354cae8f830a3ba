"""Days that a text names as those of something else: a birth, a death, a book it speaks of."""

import re
from collections.abc import Iterable
from typing import Final

from audit.calendars import FoundDate

_REACH: Final = 250
_BEFORE: Final = 24
_AFTER: Final = 8
_SHEET = re.compile(
    r"^\s{0,9}(isbn|preis|price|prix|precio|prezzo|seiten(?:zahl|anzahl)?|pages|páginas|pagine|"
    r"umfang|format|übersetzer(?:in)?|translator|translated by|taschenbuch|paperback|hardcover|"
    r"gebunden|runtime|running time|laufzeit|fsk|asin|ean)\b[^:\n]{0,12}:",
    re.IGNORECASE | re.MULTILINE,
)
"""What a data sheet of a book or a film says beside the day on which it came out."""
_EVENT = re.compile(
    r"^\s{0,9}(venue|location|lieu|stade|stadi(?:um|on)|(?:veranstaltungs)?ort|lugar|luogo|locatie|"
    r"doors|einlass|beginn|kick-?off|anstoß|anpfiff|coup d'envoi|horaires?|heure|hora|ora|uhrzeit|"
    r"time|tickets?|eintritt|admission|entrée|entrada|ingresso|referee|arbitre|schiedsrichter)"
    r"\s{0,3}:",
    re.IGNORECASE | re.MULTILINE,
)
"""What is said of a match or a concert beside the day on which it takes place."""
_LIFE: Final = (
    r"(?:\b(?:born|died|geboren|gestorben|née?|nacid[oa]|fallecid[oa]|nascid[oa]|"
    r"falecid[oa]|född|født|родил\w{0,4}|умер\w{0,2})\b|†|出生|逝世|生まれ)"
)
_BORN = re.compile(rf"{_LIFE}\W{{0,3}}(?:(?:on|am|le|el|il|em|den)\s)?\Z", re.IGNORECASE)
_IS_BORN = re.compile(rf"\W{{0,2}}{_LIFE}", re.IGNORECASE)


def of_lives(text: str, dates: Iterable[FoundDate]) -> set[str]:
    """Return those of *dates* on which *text* says that somebody was born or died, as ISO 8601."""
    return {
        date.normalized
        for date in dates
        if _BORN.search(text, max(0, date.start - _BEFORE), date.start)
        or _IS_BORN.match(text, date.end, date.end + _AFTER)
    }


def in_a_sheet(text: str, start: int, end: int) -> bool:
    """Tell whether the line [start, end) stands in a data sheet: of a book, a film, an event."""
    near = text[max(0, start - _REACH) : end + _REACH]
    return any(
        len({found.lower() for found in labels.findall(near)}) > 1 for labels in (_SHEET, _EVENT)
    )
