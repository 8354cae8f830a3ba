"""Pages that were printed from a browser: when and from where, in the margin of every sheet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from audit.calendars import build, find_dates
from audit.claims.saved import Saved

_BY: Final = "the browser that printed it"
_DAY: Final = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\.?,?[ \t]{1,3}"
_CLOCK: Final = r"(?P<clock>\d{1,2}[:.]\d{2}(?:[ \u202f\xa0]?[AaPp]\.?[Mm]\.?)?)"
_URL: Final = r"(?P<url>(?:https?|(?:fi|\ufb01)le)://[^\s<>]{3,2000})"
_SCHEMES: Final = ("http", "file", "\ufb01le")
_GAP: Final = r"(?:[ \t]{1,300}|\s{1,40})"
"""What lies between the sides of a margin, also where blanks keep them apart as on the sheet."""
_FOOT: Final = re.compile(
    rf"^[ \t\f]*{_URL}{_GAP}(?P<sheet>\d{{1,4}})/(?P<of>\d{{1,4}})[ \t]*$", re.MULTILINE
)
"""What Chrome and its kin write below every sheet: the address, and which sheet of how many."""
_HEAD: Final = re.compile(rf"^[ \t\f]*{_DAY}{_CLOCK}(?=[ \t]|$)", re.MULTILINE)
"""What they write above: when, and the title of the page."""
_FIREFOX_FOOT: Final = re.compile(
    rf"^[ \t\f]*\d{{1,4}} (?:of|von|sur|de|di|van|av|af|z|/) \d{{1,4}}{_GAP}"
    rf"{_DAY}{_CLOCK}[ \t]*$",
    re.MULTILINE,
)
_FIREFOX_HEAD: Final = re.compile(
    rf"^[ \t\f]*\S[^\n]{{2,600}}?(?<=[ \t]){_URL}[ \t]*$", re.MULTILINE
)
_AMERICAN: Final = re.compile(r"[AP]M\Z")
"""How clocks are written where the month comes first; elsewhere in small letters, or to 24."""
_SHEETS: Final = 2_000


def printed(text: str) -> Sequence[Saved]:
    """Return what the margins of a printed page say: the first address, and every day."""
    lines = list(_lines_with_address(text))
    foot = _foot(text, [start for start, _ in lines])
    if foot:
        return [_address(foot), *_days(text, _HEAD)]
    last = (start for start, end in lines if _ends_with_address(text, start, end))
    head = next(filter(None, (_FIREFOX_HEAD.match(text, start) for start in last)), None)
    days = list(_days(text, _FIREFOX_FOOT)) if head else []
    return [_address(head), *days] if head and days else ()


def _lines_with_address(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines begin and end in which an address stands: few of all lines."""
    at = text.find("://")
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find("://", end)


def _ends_with_address(text: str, start: int, end: int) -> bool:
    """Tell cheaply whether the last word of a line may be an address."""
    last = text[start:end].rsplit(None, 1)[-1]
    return last.startswith(_SCHEMES)


def _foot(text: str, lines: Iterable[int]) -> re.Match[str] | None:
    """Return what stands below the first sheet, where the second is there, or a day and no more.

    An address with numbers behind it, as in a list of papers, has no second sheet.
    """
    first = alone = None
    feet = filter(None, (_FOOT.match(text, line) for line in lines))
    for found in islice(feet, _SHEETS):
        sheet, of = int(found["sheet"]), int(found["of"])
        if sheet == of == 1:
            alone = alone or found
        elif sheet == 1:
            first = found
        elif first and sheet == 1 + 1 and of == int(first["of"]):
            return first
    return alone if alone and _HEAD.search(text) else None


def _address(found: re.Match[str]) -> Saved:
    return Saved("url", *found.span("url"), found["url"], _BY)


def _days(text: str, margin: re.Pattern[str]) -> Iterator[Saved]:
    for found in islice(margin.finditer(text), _SHEETS):
        start, end = found.span("day")
        yield Saved("captured", start, end, _day(found["day"], found["clock"]), _BY)


def _day(said: str, clock: str) -> str:
    """Return the day in ISO 8601, a range where day and month could change places, or empty."""
    numbers = [int(number) for number in re.split(r"[./-]", said)]
    if _AMERICAN.search(clock) and "/" in said:
        month, day, year = numbers
        reading = build.day(year + 2000 * (year < 100), month, day)  # noqa: PLR2004
        return reading.first.isoformat() if reading else ""
    date = next(find_dates(said), None)
    return date.normalized if date and date.precision == "day" and not date.flaw else ""
