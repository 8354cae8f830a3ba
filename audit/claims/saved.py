"""What the program that saved a page wrote into it: from where, and when."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from audit.calendars import find_dates, parse_date

_HEAD: Final = 20_000
_TAIL: Final = 10_000
"""Characters at both ends of a page where such programs write."""
_URL: Final = r"(?P<url>https?://[^\s\"'<>)]{1,2000})"
_SINGLE: Final = r"<!--\s*Page saved with SingleFile"
_FORMS: Final = (
    (
        "the server that sent it",
        "HTTP/",
        re.compile(
            r"\AHTTP/\d(?:\.\d)? \d{3}[^\n]{0,200}\n(?:[\w-]{1,60}:[^\n]{0,4000}\n){0,100}?"
            r"(?i:date): (?P<day>\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} GMT)\r?\n"
        ),
    ),
    ("SingleFile", "SingleFile", re.compile(rf"{_SINGLE}\s+url:\s*{_URL}", re.IGNORECASE)),
    (
        "SingleFile",
        "SingleFile",
        re.compile(rf"{_SINGLE}[^<>]{{1,2100}}?saved date:\s*(?P<day>[A-Z][^\n<>]{{8,80}})"),
    ),
    (
        "the browser",
        "saved from url=",
        re.compile(rf"<!--\s*saved from url=\(\d{{1,5}}\){_URL}"),
    ),
    (
        "HTTrack",
        "HTTrack",
        re.compile(
            r"<!--\s*Mirrored from (?P<bare>[^\s<>]{3,2000}) by HTTrack[^\n<>]{0,60}\], "
            r"(?P<day>\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} GMT)"
        ),
    ),
    (
        "the Wayback Machine",
        "FILE ARCHIVED ON",
        re.compile(r"FILE ARCHIVED ON (?P<day>[\d:]{5,8} \w{3,9} \d{1,2}, \d{4}) AND RETRIEVED"),
    ),
    (
        "the Wayback Machine",
        "__wm.",
        re.compile(rf"__wm\.\w{{3,10}}\(\s*[\"']{_URL}[\"'],\s*[\"'](?P<stamp>\d{{14}})[\"']"),
    ),
    (
        "the Wayback Machine",
        "web.archive.org/web/",
        re.compile(
            r"<(?:link|meta)\b[^<>]{0,200}?(?:canonical|og:url)[\"']?[^<>]{0,300}?[\"']"
            r"https?://web\.archive\.org/web/"
            rf"(?P<stamp>\d{{14}})/{_URL}"
        ),
    ),
    (
        "monolith",
        "using monolith",
        re.compile(
            rf"<!--\s*Saved from {_URL} at (?P<day>\d{{4}}-\d\d-\d\d\S{{0,20}}) using monolith"
        ),
    ),
    (
        "Save Page WE",
        "savepage-url",
        re.compile(rf"name=[\"']?savepage-url[\"']? content=[\"']?{_URL}"),
    ),
    (
        "Save Page WE",
        "savepage-date",
        re.compile(r"name=\"savepage-date\" content=\"(?P<day>[^\"<>]{8,80})\""),
    ),
    (
        "WebScrapBook",
        "data-scrapbook-source",
        re.compile(rf"\bdata-scrapbook-source=[\"']?{_URL}"),
    ),
    (
        "WebScrapBook",
        "data-scrapbook-create",
        re.compile(r"\bdata-scrapbook-create=[\"']?(?P<stamp>\d{14})\d{0,3}\b"),
    ),
)
"""Who writes what into a page, with a sign of it that is found fast."""


class Saved(NamedTuple):
    """What is said of a saved page: `url` or `captured`, the characters of the markup, by whom."""

    property: str
    start: int
    end: int
    normalized: str
    by: str


def saved(markup: str) -> Iterator[Saved]:
    """Yield what programs wrote into a page when they saved it, the first of a kind of each."""
    for start, end in _ends(len(markup)):
        piece = markup[start:end]
        for by, sign, form in _FORMS:
            found = form.search(markup, start, end) if sign in piece else None
            if found:
                yield from _said(found, by)


def _ends(size: int) -> list[tuple[int, int]]:
    if size <= _HEAD + _TAIL:
        return [(0, size)]
    return [(0, _HEAD), (size - _TAIL, size)]


def _said(found: re.Match[str], by: str) -> Iterator[Saved]:
    for name, value in found.groupdict().items():
        if not value:
            continue
        start, end = found.span(name)
        if name in ("url", "bare"):
            url = value if name == "url" else f"http://{value}"
            yield Saved("url", start, end, url, by)
        elif day := _day(value, is_stamp=name == "stamp"):
            yield Saved("captured", start, end, day, by)


def _day(value: str, *, is_stamp: bool) -> str:
    """Return the day that is written in *value*, in ISO 8601, empty where it is none or open."""
    if is_stamp:
        date = parse_date(f"{value[:4]}-{value[4:6]}-{value[6:8]}")
    else:
        date = parse_date(value) or next(find_dates(value), None)
    is_day = date is not None and date.precision == "day" and not date.ambiguous and not date.flaw
    return date.normalized if date is not None and is_day else ""
