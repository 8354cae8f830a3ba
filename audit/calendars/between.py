"""The small words and signs that stand between the day, the month and the year of a date."""

from typing import Final

BEFORE_YEAR: Final = frozenset(
    {*",.-/'’،", "de", "del", "d", "do", "ta", "lo", "a", "anno", "\u200f", "\u200e", "عام", "سنة"}
)
"""What may stand between the month (or the day after it) and the year."""
AFTER_DAY: Final = frozenset(
    {*",.-/'’º°ª،)", "of", "de", "d", "di", "do", "st", "nd", "rd", "th", "er", "eme", "e", "o"}
    | {"a", "os", "da", "ta", "ego", "го", "й", "η", "ης", "ng", "من", "del", "-ci", "den"}
    | {"\u200f", "\u200e"}
)
"""What may stand between the day and the month."""
AFTER_YEAR: Final = frozenset({*".,-/", "m", "gada", "ko", "eko", "urteko", "г"})
"""What may stand after a year that comes first."""
