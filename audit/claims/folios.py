"""The head of a newspaper: its name, above a line with its number, weekday and day."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from audit.calendars import FoundDate
from audit.claims.centred import begins_within
from audit.claims.spaced import closed

if TYPE_CHECKING:
    from audit.claims.headline import Line

TOP: Final = 6
"""Lines at the top in which such a line stands."""
_LONGEST: Final = 80
_WORDS: Final = 8
_ISSUE: Final = re.compile(
    r"(?<!\w)(?:vol(?:ume)?|no|nr|núm|num|numero|número|numéro|n[°º]|№|jg)"
    r"(?:\.?\s?\d|(?:\.\s?|\s)[ivxlc]+\b)|"
    r"\bjahrgang\b|\b(?:année|anno|año|årgang|årgång)\b",
    re.IGNORECASE,
)
_PAPER: Final = re.compile(
    r"\b(?:news|times|post|herald|gazette|courier|journal|chronicle|advertiser|mercury|tribune|"
    r"observer|examiner|guardian|telegraph|mirror|inquirer|dispatch|bulletin|standard|echo|argus|"
    r"sentinel|\w{0,20}(?:zeitung|anzeiger|blatt|kurier|nachrichten|rundschau|bote)|courrier|"
    r"gazeta|diario|jornal|giornale|corriere|tidning(?:en)?|avis(?:en)?|krant|courant|"
    r"газета|вестник|известия|ведомости)\b",
    re.IGNORECASE,
)


class Folio(NamedTuple):
    """The name of a newspaper at [start, end) of the text, and the day of its issue."""

    start: int
    end: int
    name: str
    day: FoundDate


def folio(lines: "Sequence[Line]", dates: Sequence[FoundDate]) -> Folio | None:
    """Return the head of a newspaper at the top of *lines*."""
    if not lines or not dates or dates[0].start > lines[: TOP + 1][-1].end:
        return None
    for at, line in enumerate(lines[1:TOP], 1):
        day = next((date for date in dates if line.start <= date.start < line.end), None)
        if day and day.weekdays and day.precision == "day" and _ISSUE.search(line.text):
            parts = list(_name(lines[:at]))
            name = " ".join(closed(part.text) for part in parts).strip(" .,")
            is_paper = closed(lines[0].text) != lines[0].text or _PAPER.search(name)
            if is_paper and len(name) <= _LONGEST and name.count(" ") < _WORDS:
                return Folio(parts[0].start, parts[-1].end, name, day)
            return None
    return None


def _name(lines: "Sequence[Line]") -> "Iterator[Line]":
    """Yield the lines of the name: the first one, and those that go on from it."""
    yield lines[0]
    for line in lines[1:]:
        if not begins_within(line.text):
            return
        yield line
