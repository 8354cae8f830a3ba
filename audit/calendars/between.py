"""The small words and signs that stand between the day, the month and the year of a date.

All are spelled as `names.fold` leaves them.
"""

import re
from typing import Final

BEFORE_YEAR: Final = frozenset(
    {*",.-/'’،", "de", "del", "d", "do", "ta", "lo", "a", "anno", "\u200f", "\u200e", "عام", "سنه"}
    | {"ماه", "سال", "дня"}
)
"""What may stand between the month (or the day after it) and the year."""
AFTER_DAY: Final = frozenset(
    {*",.-/'’º°ª،)", "of", "de", "d", "di", "do", "st", "nd", "rd", "th", "er", "eme", "e", "o"}
    | {"a", "os", "da", "ta", "ego", "го", "и", "η", "ης", "ng", "من", "del", "-ci", "den"}
    | {"day", "du", "mes", "mese", "mois", "paivana", "เดือน", "\u200f", "\u200e"}
)
"""What may stand between the day and the month."""
AFTER_MONTH: Final = AFTER_DAY | {"the"}
"""What may stand between the month and the day that follows it."""
MONTHLY: Final = frozenset({"mes", "mese", "mois"})
NEEDED: Final = {"day": frozenset({"of"})} | dict.fromkeys(MONTHLY, frozenset({"del", "du", "do"}))
"""Words that stand there only beside another: `24th day of July`, not `a 24 day July sale`."""
COUNTED: Final = frozenset({"dias", "giorni", "jours"})
"""Days counted before the word for a month: `24 días del mes de julio`."""
ENDINGS: Final = frozenset(
    {"e", "a", "de", "te", "ste", "ten", "ter", "sten", "go", "ro", "u", "r", "er", "ti"}
    | {"af", "il", "ail", "ydd", "edd", "ed", "fed", "eg", "ain", "ntena", "na", "го", "е", "ти"}
    | {"লা", "রা", "ঠা", "ই", "শে"}
)
"""Endings of ordinals, which touch their number: `24:e`, `24-го`, `24ten`, `1af`."""
YEAR_WORDS: Final = frozenset(
    {"gada", "yil", "yilning", "иил", "жылғы", "жылдың", "ж", "წლის", "года"}
)
"""The word `year` behind a year that comes first, after which the day comes before the month."""
AFTER_YEAR: Final = (
    YEAR_WORDS
    | {*".,-/", "m", "metu", "uju", "cu", "ci", "il", "ko", "eko", "urteko", "г", "р", "року"}
    | {"թ", "թվականի"}
)
"""What may stand after a year that comes first."""

_LEADING_ENDS: Final = (
    *("ศ", "ศ.", "ราช", "d.", "d", "domini", "year", "lord", "jahr", "jahre", "an", "née", "nee"),
    *("ano", "año", "anno", "ano de", "año de", "anul", "roku", "року"),
)
"""What such words end with: a cheap look before the dear one."""
_LEADING = re.compile(
    r"(?:(?P<buddhist>พ\.?\s?ศ\.?|พุทธศักราช)|ค\.?\s?ศ\.?|คริสต์ศักราช|\bA\.?\s?D\.?|\banno domini|"
    r"\bin the year(?: of our lord)?|\bim jahre?|\bde l['’]an(?:n[ée]e)?|\bdel año(?: de)?|"
    r"\bdell['’]anno|\bdo ano(?: de)?|\banul|\broku|\bроку)\s{0,2}\Z",
    re.IGNORECASE,
)
"""What says that a year follows; some of it, of which era."""


def leading(text: str, left: int, end: int) -> re.Match[str] | None:
    """Return the words from *left* to *end* that say that a year follows."""
    near = text[max(left, end - len("année") - 4) : end].rstrip().lower()
    return _LEADING.search(text, left, end) if near.endswith(_LEADING_ENDS) else None
