"""The header of an ARC record, asked for by the names of WARC."""

import re
from collections.abc import Iterator
from typing import Any, Final

_NAMES: Final = ("URL", "IP-address", "Archive-date", "Content-type", "Archive-length")
_NAMES_2: Final = (
    *("URL", "IP-address", "Archive-date", "Content-type", "Result-code", "Checksum"),
    *("Location", "Offset", "Filename", "Archive-length"),
)
"""The fields of a record's line, in the first version of ARC and in the second."""
_AS_WARC: Final = {
    "warc-target-uri": "URL",
    "warc-ip-address": "IP-address",
    "warc-date": "Archive-date",
    "content-type": "Content-type",
    "content-length": "Archive-length",
}
_SECOND: Final = re.compile(r"(.+) ([\d.]{7,15}|[\da-fA-F:]{3,39}) (\d{14}) (\S+) (\d{3}) (\S+)")
"""What warcio takes for the address in a line of the second version, which has ten fields."""
_STAMP: Final = re.compile(r"(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)(?:(\d\d))?)?)?)?")
_OPENS: Final = "filedesc://"


class ArcHeader:
    """The line above an ARC record."""

    def __init__(self, headers: Any) -> None:
        """Take the header as warcio reads it."""
        values = [value for _, value in headers.headers]
        second = _SECOND.fullmatch(values[0])
        names = _NAMES_2 if second else _NAMES
        values = [*second.groups(), *values[1:]] if second else values
        self.headers = list(zip(names, values, strict=True))
        self._said: dict[str, str] = dict(self.headers)

    def get_header(self, name: str, default: str | None = None) -> str | None:
        """Return what the field of WARC called *name* would say."""
        said = self._said.get(_AS_WARC.get(name.lower(), ""))
        if said is None:
            return default
        match name.lower():
            case "warc-date":
                return _iso(said)
            case "warc-target-uri":
                return said.replace(" ", "%20")
            case _:
                return said


def with_header(records: Iterator[Any]) -> Iterator[Any]:
    """Yield the *records* of an ARC file with such headers, the one of the file as `warcinfo`."""
    for record in records:
        record.rec_headers = ArcHeader(record.rec_headers)
        if record.rec_headers.headers[0][1].startswith(_OPENS):
            record.rec_type = "warcinfo"
        yield record


def _iso(stamp: str) -> str:
    """Return `20040724100000` as ISO 8601, as far as it goes; what is no such stamp as it is."""
    found = _STAMP.fullmatch(stamp)
    if not found:
        return stamp
    day = "-".join(filter(None, found.groups()[:3]))
    clock = ":".join(filter(None, found.groups()[3:]))
    return f"{day}T{clock}Z" if clock else day
