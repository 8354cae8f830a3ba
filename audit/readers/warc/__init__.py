"""Web archives: WARC and ARC; every page that was captured is a record."""

import importlib.util
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final, final

from audit.errors import ReadError
from audit.readers import About, Budget, Container, MissingExtraError, Record, Remark
from audit.readers.bounds.names import shown
from audit.readers.warc.about import Itself
from audit.readers.warc.capture import capture
from audit.readers.warc.records import cut_off, is_arc, records_of

_captures: Final = frozenset(("response", "resource", "conversion"))
_others: Final = frozenset(("warcinfo", "request", "metadata"))
_good: Final = re.compile(r"2\d\d")
_status: Final = re.compile(r"\d{3}")
_unread: Final = {
    "revisit": "more revisit records, whose content is kept elsewhere",
    "continuation": "records that go on with others, left out",
}
_NOTED: Final = "urn:pageinfo:"
_NAMED: Final = 20
"""Revisit records that are named; the rest are counted."""
_OWN: Final = ("WARC-Record-ID", "WARC-Payload-Digest")
_OTHER: Final = ("WARC-Refers-To", "WARC-Payload-Digest")


@dataclass(slots=True)
class _Left:
    """What of a file is no document, and what was a capture that a revisit may speak of."""

    itself: Itself
    reasons: Counter[str] = field(default_factory=Counter)
    captured: dict[str, str] = field(default_factory=dict)
    """The day of each capture, by the ids and the digest of its record."""
    revisits: list[str] = field(default_factory=list)

    def add(self, record: Any, reason: str) -> None:
        """Note a record; no *reason* for a capture."""
        if record.rec_type == "warcinfo":
            self.itself.add(record)
        elif record.rec_type == "revisit" and len(self.revisits) < _NAMED:
            self.revisits.append(_again(record, self.captured))
        elif reason:
            self.reasons[reason] += 1
        else:
            day = record.rec_headers.get_header("WARC-Date") or ""
            for name in _names(record, _OWN):
                self.captured[name] = day

    def found(self) -> Iterator[Remark | About]:
        """Yield what must be said of it, and what the file says of itself."""
        yield from self.itself.found()
        for reason, count in self.reasons.items():
            if reason != "-":
                yield Remark(message=f"{reason}: {count}", incomplete=False)
        for message in self.revisits:
            yield Remark(message=message, incomplete=False)


@final
class Warc(Container):
    """Take a WARC or ARC file apart with warcio; captures are called by their address."""

    id = "warc"
    media_types = ("application/warc", "application/x-internet-archive")

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark | About]:
        """Yield the captures in their order; raise ReadError where the file breaks off."""
        if not importlib.util.find_spec("warcio"):
            raise MissingExtraError("warc")
        from_arc = is_arc(file)
        left = _Left(Itself(budget.limits, from_arc=from_arc))
        failure: ReadError | None = None
        try:
            for number, record in enumerate(records_of(file, from_arc=from_arc), 1):
                if isinstance(record, Remark):
                    yield record
                    continue
                budget.another(budget.limits.records, "records")
                reason = _left_out(record)
                left.add(record, reason)
                if not reason:
                    yield from capture(record, budget, from_arc=from_arc)
                elif lacks := cut_off(record) or _unlike_http(record):
                    yield Remark(message=f"record {number:,}: {lacks}")
        except ReadError as error:
            failure = error
        yield from left.found()
        if failure:
            raise failure


def _again(record: Any, captured: Mapping[str, str]) -> str:
    """Return what a revisit record says: nothing had changed since an earlier capture."""
    headers = record.rec_headers
    url = shown(headers.get_header("WARC-Target-URI") or "no address")
    day = (headers.get_header("WARC-Date") or "an unknown day")[:40]
    said = f"{url} was captured again on {day}"
    for name in _names(record, _OTHER):
        if name in captured:
            first = captured[name][:40] or "an unknown day"
            return f"{said}; its content is that of the capture of {first}"
    first = (headers.get_header("WARC-Refers-To-Date") or "")[:40]
    earlier = f"that of {first}" if first else "an earlier one"
    return f"{said}; its content is {earlier}, which is not in this file"


def _names(record: Any, headers: Iterable[str]) -> list[str]:
    return [said[:200] for name in headers if (said := record.rec_headers.get_header(name))]


def _left_out(record: Any) -> str:
    """Return why *record* is no document, `-` where nothing need be said, empty for a capture."""
    if record.rec_type in _unread:
        return _unread[record.rec_type]
    if (record.rec_headers.get_header("WARC-Target-URI") or "").startswith(_NOTED):
        return "what the crawler noted of its pages (urn:pageinfo), left out"
    if record.rec_type not in _captures:
        return "-" if record.rec_type in _others else "records of no known type, left out"
    headers = record.http_headers
    if _unlike_http(record):
        return "-"
    if headers and not _good.match(headers.get_statuscode() or "200"):
        return "captures of redirects and errors, left out"
    return ""


def _unlike_http(record: Any) -> str:
    """Return what to say of a capture whose first line has no status, else empty."""
    headers = record.http_headers if record.rec_type in _captures else None
    if not headers or _status.match(headers.get_statuscode() or "200"):
        return ""
    return "it holds no answer of an HTTP server"
