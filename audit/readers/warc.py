"""Web archives: WARC and ARC; every page that was captured is a record."""

import gzip
import importlib.util
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final, final

from audit.errors import ReadError
from audit.model import Field
from audit.readers import Budget, Container, MissingExtraError, Record, Remark
from audit.readers.bounds import SpentError
from audit.readers.bounds.digests import in_base_32
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.names import shown

_captures: Final = frozenset(("response", "resource", "conversion"))
_others: Final = frozenset(("warcinfo", "request", "metadata", "continuation"))
_media_type: Final = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,80}")
_good: Final = re.compile(r"2\d\d")
_licence: Final = re.compile(r"<(https?://[^\s<>]{1,500})>[^,<]{0,200}?\brel=\"?license\b")
_NAMED: Final = 20
"""Revisit records that are named; the rest are counted."""
_OWN: Final = ("WARC-Record-ID", "WARC-Payload-Digest")
_OTHER: Final = ("WARC-Refers-To", "WARC-Payload-Digest")


@dataclass(slots=True)
class _Left:
    """What of a file is no document, and what was a capture that a revisit may speak of."""

    reasons: Counter[str] = field(default_factory=Counter)
    captured: dict[str, str] = field(default_factory=dict)
    """The day of each capture, by the ids and the digest of its record."""
    revisits: list[str] = field(default_factory=list)

    def add(self, record: Any, reason: str) -> None:
        """Note a record; no *reason* for a capture."""
        if record.rec_type == "revisit" and len(self.revisits) < _NAMED:
            self.revisits.append(_again(record, self.captured))
        elif reason:
            self.reasons[reason] += 1
        else:
            day = record.rec_headers.get_header("WARC-Date") or ""
            for name in _names(record, _OWN):
                self.captured[name] = day

    def remarks(self) -> Iterator[Remark]:
        """Yield what must be said of it."""
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

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the captures in their order; raise ReadError where the file breaks off."""
        if not importlib.util.find_spec("warcio"):
            raise MissingExtraError("warc")
        left = _Left()
        number = 0
        failure: ReadError | None = None
        try:
            for number, record in enumerate(_records(file)):  # noqa: B007  # it is asked at the end
                if isinstance(record, Remark):
                    yield record
                    continue
                budget.another(budget.limits.records)
                reason = _left_out(record)
                left.add(record, reason)
                remarks = _mended(record)
                if not reason:
                    yield from _capture(record, budget, remarks)
        except ReadError as error:
            failure = error
        except Exception as error:  # noqa: BLE001  # warcio raises of every kind
            message = " ".join(str(error).split())[:200]
            failure = ReadError(f"broken after {number + 1} records: {message}")
        yield from left.remarks()
        if failure:
            raise failure


class _Unpacked:
    """What gzip packed, record by record or as a whole; where it breaks off that is an error."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = gzip.GzipFile(fileobj=file)

    def read(self, size: int = -1) -> bytes:
        """Return some bytes, none at the end; raise ReadError where the file breaks off."""
        try:
            # Unlike `read`, this gives what there is before it complains of what there is not.
            return self._file.read1(size)
        except EOFError:
            # For warcio the end of a file is nothing to speak of.
            raise ReadError("the packed file breaks off") from None

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._file.tell()


def _records(file: BinaryIO) -> Iterator[Any]:
    """Yield the records of warcio, and what must be said at the end."""
    from warcio.archiveiterator import ArchiveIterator

    magic = file.read(2)
    file.seek(0)
    stream = _Unpacked(file) if magic == b"\x1f\x8b" else file
    records = ArchiveIterator(stream, arc2warc=True, check_digests=True)
    yield from records
    if records.err_count:
        yield Remark(message=f"records that do not end where they say: {records.err_count}")


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
    if record.rec_type == "revisit":
        return "more revisit records, whose content is kept elsewhere"
    if record.rec_type not in _captures:
        return "-" if record.rec_type in _others else "records of no known type, left out"
    headers = record.http_headers
    if headers and not _good.match(headers.get_statuscode() or "200"):
        return "captures of redirects and errors, left out"
    return ""


def _mended(record: Any) -> list[str]:
    """Write the digests of *record* as warcio compares them; say where one is none."""
    stream = record.raw_stream
    remarks = []
    for name in ("block_digest", "payload_digest"):
        stated = getattr(stream, name, None)
        if stated:
            digest = in_base_32(stated)
            setattr(stream, name, digest)
            remarks += [] if digest else [f"its {name.replace('_', ' ')} is none: {shown(stated)}"]
    return remarks


def _capture(record: Any, budget: Budget, remarks: list[str]) -> Iterator[Record | Remark]:
    url = record.rec_headers.get_header("WARC-Target-URI") or "no address"
    try:
        data = budget.take(record.content_stream(), budget.limits.file)
    except SpentError:
        raise
    except ReadError as error:
        yield Remark(message=f"capture of {shown(url)}: {error}")
        return
    if missing := _missing(record):
        yield Remark(
            message=f"capture of {shown(url)}: cut off, {missing:,} of its bytes are missing"
        )
    stated = _stated(record)
    yield Record(
        name=url[:500],
        data=data,
        media_type=stated,
        fields=tuple(_fields(record, url)),
        remarks=(*remarks, *_digest_remarks(record)),
    )


def _missing(record: Any) -> int:
    """Return how many of the bytes that *record* promises are not there, once it was read."""
    stream = record.raw_stream
    return 0 if stream.read(1) else int(stream.limit)


def _stated(record: Any) -> str:
    """Return the media type that the server stated, else that of the record, else nothing."""
    headers = record.http_headers or record.rec_headers
    found = _media_type.match((headers.get_header("Content-Type") or "").strip().lower())
    return found[0] if found else ""


def _fields(record: Any, url: str) -> Iterator[Field]:
    captured = record.rec_headers.get_header("WARC-Date") or ""
    if captured:
        yield _field("captured", captured, "record header WARC-Date", 0.97)
    yield _field("url", url[:2_000], "record header WARC-Target-URI", 0.95)
    headers = record.http_headers
    language = headers.get_header("Content-Language") if headers else None
    if language:
        yield _field("language", language[:100], "HTTP header Content-Language", 0.7)
    modified = mail_date(headers.get_header("Last-Modified") or "") if headers else ""
    if modified:
        yield _field("modified", modified, "HTTP header Last-Modified", 0.5)
    generator = headers.get_header("X-Generator") if headers else None
    if generator:
        yield _field("generator", generator[:200], "HTTP header X-Generator", 0.7)
    licence = _licence.search((headers.get_header("Link") or "")[:4_000]) if headers else None
    if licence:
        yield _field("rights", licence[1], "HTTP header Link, rel license", 0.8)


def _field(property_: str, value: str, place: str, confidence: float) -> Field:
    return Field(property=property_, value=value, by="warc", place=place, confidence=confidence)


def _digest_remarks(record: Any) -> Iterator[str]:
    checker = getattr(record, "digest_checker", None)
    if checker is not None and checker.passed is False:
        said = "; ".join(str(problem) for problem in checker.problems)
        yield f"its bytes are not those of its digest: {said[:200]}"
