"""Words that look like a day and tell none: `30 February 2024`, a year of a calendar not said."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from audit.calendars import build
from audit.calendars.names import fold, months
from audit.calendars.scripts import PERSIAN_YEARS

_MONTH: Final = r"(?P<month>[^\W\d_]{3,12})\.?"
_ENDING: Final = r"(?:st|nd|rd|th|\.|º|er)?"
_YEAR: Final = r"(?P<year>\d{4})(?![\d/-]|\.\d)"
_FORMS: Final = (
    re.compile(
        rf"(?<![\d.,/-])(?P<day>\d{{1,2}}){_ENDING}\s(?:of\s|de\s)?{_MONTH},?\s(?:de\s)?{_YEAR}"
    ),
    re.compile(rf"(?<!\w){_MONTH}\s(?P<day>\d{{1,2}}){_ENDING},?\s{_YEAR}"),
    re.compile(r"(?<![\d.,/-])(?P<day>\d{1,2})(?P<sign>[-/.])(?P<number>\d{1,2})(?P=sign)" + _YEAR),
    re.compile(
        r"(?<![\d.,/-])(?P<year>\d{4})(?P<sign>[-/.])(?P<number>\d{1,2})(?P=sign)"
        r"(?P<day>\d{1,2})(?![\d/-]|\.\d)"
    ),
    re.compile(
        r"(?<!\d)(?P<year>\d{4})[年년]\s?(?P<number>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]"
    ),
)
_LONGEST: Final = 100
_SHOWN: Final = 40
_TEMPLATE: Final = re.compile(r"\s*(?:[{<]{2}|[{<]%|\$\{)")
"""What a program is to fill in: `{{ date }}`."""
_NO_DAY: Final = "is no day"
_MONTHS: Final = range(1, 13)
_DAYS: Final = range(1, 32)


class Untold(NamedTuple):
    """Where such words stand, characters [start, end), and why they tell no day."""

    start: int
    end: int
    why: str


def find_untold(text: str) -> Iterator[Untold]:
    """Yield what looks like a day in the line *text*, and is none or of an unknown calendar."""
    for form in _FORMS:
        for found in form.finditer(text):
            why = _why(found)
            if why:
                yield Untold(*found.span(), f"“{found[0]}” {why}")


def no_day(value: str) -> str:
    """Return why *value*, which stands where a date should, names a day that does not exist."""
    found = next(find_untold(value[:_LONGEST]), None)
    return found.why if found and _NO_DAY in found.why else ""


def no_date(value: str) -> str:
    """Return why *value*, which stands where a date should, tells none; a template is no value."""
    return "" if _TEMPLATE.match(value) else no_day(value) or f"“{value[:_SHOWN]}” is no date"


def _why(found: re.Match[str]) -> str:
    year, day = int(found["year"]), int(found["day"])
    written = found.groupdict()
    month = int(written["number"]) if written.get("number") else _named(found["month"])
    if found.re is _FORMS[2] and month > max(_MONTHS) and year in build.NUMERIC_YEARS:
        day, month = month, day  # `02/30/2024`: the month may come first
        if month > max(_MONTHS):
            return f"{_NO_DAY}: there is no month {min(month, day)}"
    if month not in _MONTHS or day not in _DAYS:
        return ""
    if year in build.NUMERIC_YEARS:
        return "" if build.day(year, month, day) else f"{_NO_DAY}: the month has not so many"
    calendars = [("Hijri", "hijri")] if written.get("number") else []
    calendars += [("Jalali", "jalali")] if calendars and year in PERSIAN_YEARS else []
    readings = [(name, build.day(year, month, day, base)) for name, base in calendars]
    meant = [f"{reading.first} if it is {name}" for name, reading in readings if reading]
    return f"is of a calendar that is not said: {' and '.join(meant)}" if meant else ""


def _named(name: str) -> int:
    """Return the month that *name* means in the Gregorian calendar alone, or 0."""
    found = months().get(fold(name), ())
    numbers = {number for _, number in found}
    gregorian = all(calendar == "gregorian" for calendar, _ in found)
    return numbers.pop() if gregorian and len(numbers) == 1 else 0
