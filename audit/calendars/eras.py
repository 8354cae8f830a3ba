"""The first and the last day of the eras of Japan and China."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from audit.calendars.dates import Reading

_CHINA: Final = (dt.date(1912, 1, 1), None)
_DAYS: Final[Mapping[str, tuple[dt.date, dt.date | None]]] = {
    "明治": (dt.date(1868, 1, 25), dt.date(1912, 7, 30)),
    "大正": (dt.date(1912, 7, 30), dt.date(1926, 12, 25)),
    "昭和": (dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    "平成": (dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    "令和": (dt.date(2019, 5, 1), None),
    "民國": _CHINA,
    "民国": _CHINA,
}


def outside(era: str, reading: Reading) -> str:
    """Return why there is no such day or month in *era*; empty where there is."""
    if era not in _DAYS:
        return ""
    first, last = _DAYS[era]
    if reading.last < first:
        return f"the era {era} began on {first}, so it has no such day"
    if last and reading.first > last:
        return f"the era {era} ended on {last}, so it has no such day"
    return ""
