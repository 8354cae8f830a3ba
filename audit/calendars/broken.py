"""Days that stand in two lines, because a page or a program has broken the line within them."""

import re
from typing import Final

from audit.calendars.names import fold, months

_FULL: Final = 40
"""Characters of the line above, at least: for the rest of the day there was no room."""
_NEAR: Final = 32
"""Characters on both sides of the end of a line that are looked at."""
_YEAR: Final = r"(?:1[5-9]|20)\d\d(?!\d)"
_NUMBER: Final = r"(?<!\d)\d{1,2}(?:st|nd|rd|th|er|[.ºª])?"
_MAYBE = re.compile(
    rf"\n(?:(?={_YEAR}|\d{{1,2}}\w{{0,2}},?\s{_YEAR})|"
    r"(?<=[\d.ºª\r dtherf]\n)(?=[^\W\d_])"
    r"(?:(?<=\d\n)|(?<=\d[.ºª\r ]\n)|(?<=\d[.ºª][\r ]\n)|(?<=\d(?:st|nd|rd|th|er)\n)|"
    r"(?<=\d(?:st|nd|rd|th|er)[\r ]\n)|(?<=\s(?:of|de)\n)|(?<=\s(?:of|de)[\r ]\n)))"
)
"""Where a day may go on behind the end of a line: a cheap look before dear ones."""
_MONTH_LAST = re.compile(rf"(?P<month>[^\W\d_]{{3,12}})\.?(?P<day>\s{_NUMBER})?,?\s?\Z")
_NUMBER_LAST = re.compile(rf"{_NUMBER}(?:\s(?:of|de|day\sof))?\s?\Z")
_YEAR_FIRST = re.compile(_YEAR)
_DAY_FIRST = re.compile(rf"{_NUMBER},?\s{_YEAR}")
_MONTH_FIRST = re.compile(rf"(?P<month>[^\W\d_]{{3,12}})\.?,?\s(?:de\s|del\s|of\s)?{_YEAR}")


def unbroken(text: str) -> str:
    """Return *text*, as long as it was, with a blank for every line end within a day."""
    ends = [at for at in _line_ends(text) if _is_within_day(text, at)]
    if not ends:
        return text
    pieces: list[str] = []
    start = 0
    for at in ends:
        pieces += (text[start:at], " ")
        start = at + 1
    return "".join((*pieces, text[start:]))


def _line_ends(text: str) -> list[int]:
    """Return the ends of lines behind which a day may go on: in the midst of a paragraph."""
    ends = (found.start() for found in _MAYBE.finditer(text))
    return [at for at in ends if at - text.rfind("\n", max(0, at - _FULL - 1), at) > _FULL]


def _is_within_day(text: str, at: int) -> bool:
    head = text[max(0, at - _NEAR) : at].rstrip()
    tail = text[at + 1 : at + _NEAR]
    if tail[0].isdigit():
        named = _MONTH_LAST.search(head)
        if named is None or fold(named["month"]) not in months():
            return False
        return bool(_YEAR_FIRST.match(tail) or (not named["day"] and _DAY_FIRST.match(tail)))
    first = _MONTH_FIRST.match(tail)
    is_month = first is not None and fold(first["month"]) in months()
    return is_month and _NUMBER_LAST.search(head) is not None
