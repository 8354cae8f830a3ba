"""Days that a text names as those of something else: a birth, a death, a book it speaks of."""

import re
from collections.abc import Iterable
from typing import Final

from audit.calendars import FoundDate, parse_date
from audit.claims.cues import column, ends_paragraph, is_sentence, names_other
from audit.claims.events import CLOCK, is_event
from audit.claims.numbers import is_number
from audit.claims.page import Page

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
    r"(?:date (?:&|and) )?time|tickets?|eintritt|admission|entrée|entrada|ingresso|referee|arbitre|"
    r"schiedsrichter)"
    r"\s{0,3}:",
    re.IGNORECASE | re.MULTILINE,
)
"""What is said of a match or a concert beside the day on which it takes place."""
_LIFE: Final = (
    r"(?:\b(?:born|died|geb(?:oren|\.)|gest(?:orben|\.)|née?|décédée?|morte?|"
    r"nacid[oa]|fallecid[oa]|nascid[oa]|nat[oa]|falecid[oa]|född|død|født|ur\.|zm\.|"
    r"родил\w{0,4}|умер\w{0,2})(?!\w)|†|✝|\(\s?(?:\*|b\.|n\.|р\.|род\.)|出生|逝世|生まれ)"
)
_BORN = re.compile(rf"{_LIFE}\W{{0,3}}(?:(?:on|am|le|el|il|em|den)\s)?\Z", re.IGNORECASE)
_STAR = re.compile(r"\*\s?\Z")
_CROSS = re.compile(r"[^\n]{0,60}\n?[^\n]{0,9}[†✝]")
"""What stands behind the day of a birth that has a star before it."""
_IS_BORN = re.compile(rf"\W{{0,2}}{_LIFE}", re.IGNORECASE)

_TERM = re.compile(
    r"\b(?:by|from|bis|valid from|effective from|as from|ab|à compter du|à partir du|a partir del?|"
    r"valable du|valido dal|vanaf|geldig van)\s{1,3}(?:(?:zum|spätestens)\s)?"
    r"(?:[^\W\d_]{2,12}\.?,?\s{1,2})?\Z",
    re.IGNORECASE,
)
"""What stands before the day on which some time begins or ends; a weekday may follow."""
_FROM = re.compile(r"\b(?:from|vom|von|du|del?|dal|van)\s{1,3}\Z", re.IGNORECASE)
_TO = re.compile(
    r"\W{0,3}\b(?:to|until|till|bis(?:\szum)?|au|al|hasta|tot(?:\sen\smet)?)\s{1,3}(?=\Z|\d)",
    re.IGNORECASE,
)
_LAST = re.compile(r"\d\s{1,3}(?:to|until|till|bis|au|al|hasta|tot)\s{1,3}\Z", re.IGNORECASE)
_CITES = re.compile(r"(?:vu|considérant|having regard to|gestützt auf|visto)\b", re.IGNORECASE)
"""How an act names another on which it rests."""
_ACT = re.compile(
    r"(?:arrêté|décret|loi|ordonnance|délibération|règlement|verordnung|satzung|gesetz|beschluss|"
    r"decreto|ley|lei|legge|orden|order|decree|regulation|act)\b.{0,60}"
    r"\s(?:du|vom|of|del?|dated)\s{1,3}\Z",
    re.IGNORECASE,
)
"""How the name of an act leads to its day."""
_REWORDED = re.compile(
    r"(?:\bfassung (?:der bekanntmachung|des gesetzes) vom|"
    r"\bneugefasst (?:durch|d\.) .{1,40}\bv(?:om|\.)|"
    r"\band of the council of|\bund des rates vom|\bet du conseil du|\by del consejo,? de|"
    r"\be del consiglio,? del)\s{1,3}\Z"
)
"""How a law names the day of its wording, and any text a law of the Union: in small letters."""
_UNION = re.compile(
    r"\W{0,5}(?:direct|richtlinie|regulation|verordnung|règlement|reglamento|regolam)"
)
_ENTRY = re.compile(
    r"\s{1,9}(?:tickets?|admission|eintritt|entrée|entrada|ingresso|doors)\b[^\n\d]{0,30}\d",
    re.IGNORECASE,
)
"""What the line below the day of an event says: what it costs, and when one may come in."""


_WHEN: Final = ("startDate", "endDate")
_ISO: Final = 10
"""Characters of a day in ISO 8601."""
_LABEL: Final = 30
_DONE = re.compile(
    r"\s{0,9}(?:(?:date|datum|day) (?:of )?)?(?:acquired|acquisition|accessioned|accession|"
    r"purchased|purchase|donated|donation|made|received|found|erworben|erwerbung|angekauft|ankauf|"
    r"zugang|eingang|schenkung|acquis|acquisition|achat|adquirid[oa]|adquisición|acquisito)\s?:?\s{0,9}",
    re.IGNORECASE,
)
"""What a catalogue says above a day on which something was done to a thing."""
_INVITES = re.compile(
    r"\s{0,3}(?:am|on|le|el|den|op|il|na)\s{1,3}(?:[^\W\d_]{2,12}\.?,?\s{1,3})?\Z"
)
_PLACED = re.compile(r"\s{1,9}(?:im|in|at|auf|au|à|en|i|w|na|no|nel|nella|bei der|vor dem)\s")
"""How an invitation goes on: on which day, at what time, and in the next line where."""


def names_act(before: str) -> bool:
    """Tell whether *before*, the beginning of a line, is the name of an act up to its day."""
    return _ACT.match(before.lstrip()) is not None


def of_other(text: str, line: tuple[int, int], date: FoundDate) -> bool:
    """Tell whether *date* is that of a term, an event, a cited act, a price or a row of a table.

    *line* is where its line starts and ends.
    """
    start, end = line
    before, after = column(text[max(start, date.start - _REACH) : date.start]), text[date.end : end]
    return (
        bool(_TERM.search(before[-_BEFORE * 2 :]))
        or (bool(_FROM.search(before[-_AFTER:])) and bool(_TO.match(after)))
        or bool(_LAST.search(before[-_AFTER * 2 :]))
        or bool(_CITES.match(before.lstrip()))
        or _is_worded(before.lower())
        or bool(_ENTRY.match(text, end, end + _REACH))
        or bool(_INVITES.match(before) and CLOCK.search(after) and _PLACED.match(text, end))
        or _is_labelled_above(text, start, before, after)
        or names_other(before, after)
        or is_sentence(before, after)
        or ends_paragraph(text, start, before, after)
        or is_event(before, after)
        or text.count("\t", start, end) > 1
        or is_number(text, before, after, date)
    )


def _is_worded(before: str) -> bool:
    """Tell whether the day of a new wording, or of a law of the Union that is cited, follows."""
    return _REWORDED.search(before) is not None and _UNION.match(before) is None


def of_events(page: Page) -> set[str]:
    """Return the days on which the events take place that the markup of *page* describes."""
    events = [
        thing
        for _, script in (page.scripts if page.is_html else ())
        for thing in script.things
        if any(kind.endswith("Event") for kind in thing.types)
    ]
    days = [parse_date(day) for each in events for key in _WHEN for day in each.values.get(key, ())]
    return {day.normalized[:_ISO] for day in days if day}


def _is_labelled_above(text: str, start: int, before: str, after: str) -> bool:
    """Tell whether the line above a day that stands alone says what was done to a thing then."""
    if before.strip() or after.strip(" .") or not start:
        return False
    above = text[text.rfind("\n", 0, start - 1) + 1 : start - 1]
    return len(above) <= _LABEL and _DONE.fullmatch(above) is not None


def of_lives(text: str, dates: Iterable[FoundDate]) -> set[str]:
    """Return those of *dates* on which *text* says that somebody was born or died, as ISO 8601."""
    return {
        date.normalized
        for date in dates
        if _BORN.search(text, max(0, date.start - _BEFORE), date.start)
        or _IS_BORN.match(text, date.end, date.end + _AFTER)
        or (
            _STAR.search(text, max(0, date.start - _AFTER), date.start)
            and _CROSS.match(text, date.end)
        )
    }


def in_a_sheet(text: str, start: int, end: int) -> bool:
    """Tell whether the line [start, end) stands in a data sheet: of a book, a film, an event."""
    near = text[max(0, start - _REACH) : end + _REACH]
    return any(
        len({found.lower() for found in labels.findall(near)}) > 1 for labels in (_SHEET, _EVENT)
    )
