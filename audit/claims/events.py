"""Whether something takes place on a day: a concert, a meeting, an opening."""

import re
from typing import Final

from audit.claims.words import MODIFIED, PUBLISHED

CLOCK: Final = re.compile(
    r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)\s{0,2}(?:uhr|h\b|am\b|pm\b|a\.m|p\.m)?", re.IGNORECASE
)
"""The time of day."""
_CLOCK: Final = r"\d{1,2}(?:[:.h]\d{2})?"
_HOURS: Final = r"\s?(?:[ap]\.?m\b\.?|(?:uhr|h|hrs?|heures?|horas?|uur|часов|o['’]clock)\b|ч\.)"
_AT: Final = r"(?:at|um|à|a las|alle(?: ore)?|ore|às|om|kl\.?|klo|о|в)\s{1,2}"
_FROM: Final = (
    r"(?:ab|from|beginning|starting|à partir de|dès|desde las|dalle(?: ore)?|vanaf|från|fra)\s{1,2}"
)
_HOUR = re.compile(
    rf"[\s,;:|·•–-]{{0,4}}(?:(?:{_AT})?(?:\d{{1,2}}{_HOURS}|"
    rf"{_CLOCK}(?:{_HOURS})?\s?(?:[-–—]|to|bis|à|a)\s?{_CLOCK}(?:{_HOURS}|(?<=\d[:.]\d\d)))"
    rf"|{_FROM}{_CLOCK})",
    re.IGNORECASE,
)
"""The hour of an event behind its day: a whole one, two, or one from which on."""
_FREE = re.compile(
    r"\b(?:doors open|free entry|free admission|admission|eintritt|einlass|abendkasse|"
    r"entrée (?:libre|gratuite)|entrada (?:libre|gratuita)|ingresso (?:libero|gratuito)|rsvp)\b",
    re.IGNORECASE,
)
_TAKES_PLACE = re.compile(
    r"\b(?:save the date|when|wann|quand|cuándo|quando|event date|termin|"
    r"(?:runs?|opens?|opening|starts?|starting|begins?|beginning|eröffnung|findet|"
    r"(?:will|to) (?:be held|take place)(?: (?:in|at) [^\d\n.;]{3,60}?)?|"
    r"takes place|aura lieu|se celebrará|tendrá lugar|"
    r"si terrà|avrà luogo|se realizará|terá lugar)(?: (?:from|on|am))?)"
    r"\s?:?\s{1,2}(?:(?:am|le|el|il)\s)?(?:[^\W\d_]{2,12}\.?,?\s{1,2})?\Z",
    re.IGNORECASE,
)
"""What stands before the day on which something takes place; a weekday may follow."""


def is_event(before: str, after: str) -> bool:
    """Tell whether something takes place on the day between *before* and *after* in a line.

    What is published has its minutes, and says that it is.
    """
    if PUBLISHED.are_said(before) or MODIFIED.are_in(before):
        return False
    return bool(_TAKES_PLACE.search(before) or _HOUR.match(after) or _FREE.search(after))
