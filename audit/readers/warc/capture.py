"""One capture of a web archive: its bytes against their digests, and what its headers say."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from typing import Any, Final

from audit.errors import ReadError
from audit.model import Field
from audit.readers import Budget, Record, Remark
from audit.readers.bounds import Readable, SpentError
from audit.readers.bounds.answers import Header, announced, codings, is_chunked, part, stated, told
from audit.readers.bounds.coding import Body
from audit.readers.bounds.digests import in_base_32
from audit.readers.bounds.names import shown
from audit.readers.warc.chunks import Unchunked
from audit.readers.warc.records import all_of, cut_off
from audit.readers.warc.written import written

_warc: Final = ("WARC-Date", "WARC-Target-URI")
_arc: Final = ("Archive-date", "URL")
"""What the fields of a record's header are called; warcio gives those of ARC the other names."""

_made: Final = re.compile(r"urn:[\w-]{1,40}:(?=https?://)")
_DAY: Final = len("2024-07-24")
"""Characters of a day; what is shorter may be a month or a year, as the standard allows."""


class _Digested:
    """The payload of an answer in chunks, as it is without them, and the digest of that."""

    def __init__(self, stream: Readable, algorithm: str) -> None:
        self._stream = stream
        self.digest = hashlib.new(algorithm, usedforsecurity=False)

    def read(self, size: int) -> bytes:
        """Return some bytes, none at the end."""
        data = self._stream.read(size)
        self.digest.update(data)
        return data


def capture(record: Any, budget: Budget, *, from_arc: bool) -> Iterator[Record | Remark]:
    """Yield the document that *record* holds, and before it what makes it incomplete."""
    url = record.rec_headers.get_header("WARC-Target-URI") or "no address"
    remarks = _mended(record)
    header = _header_of(record)
    unchunked = Unchunked(record.raw_stream) if is_chunked(header) else None
    digested = _digested(record, unchunked)
    unread = ""
    try:
        headers, cut = written(record, budget.limits.headers, from_arc=from_arc)
        data = all_of(digested or unchunked or record.raw_stream, budget.limits.file)
        short = tuple(_short(record, len(data)))
        try:
            body = Body(data, codings(header))
        except ReadError as error:
            body, unread = Body(data, ""), str(error)
        data = budget.take(body, budget.limits.file)
        lacks = cut_off(record)
    except SpentError:
        raise
    except ReadError as error:
        yield Remark(message=f"capture of {shown(url)}: {error}")
        return
    wrong, more = _against_digests(record, digested)
    more += _undated(record, _arc if from_arc else _warc)
    unended = unchunked.lacks if unchunked and not lacks else ""
    status = record.http_headers.get_statuscode() if record.http_headers else ""
    for message in filter(None, (lacks, *short, unended, body.lacks, part(header, status), *wrong)):
        yield Remark(message=f"capture of {shown(url)}: {message}")
    speaking = record.http_headers or record.rec_headers
    media_type, charset = stated(speaking.get_header("Content-Type") or "")
    yield Record(
        name=url[:500],
        data=data,
        media_type=media_type,
        charset=charset,
        fields=tuple(_fields(record, url, _arc if from_arc else _warc)),
        headers=headers,
        remarks=(*cut, *remarks, *body.remarks, *more),
        unread=unread,
    )


def _digested(record: Any, unchunked: Unchunked | None) -> _Digested | None:
    """Return the payload without its chunks where a digest of it is stated, else None.

    The standard means the payload without them, most programmes digest it with them.
    """
    algorithm = (getattr(record.raw_stream, "payload_digest", None) or "").partition(":")[0]
    if unchunked is None or algorithm not in hashlib.algorithms_guaranteed:
        return None
    return _Digested(unchunked, algorithm)


def _short(record: Any, size: int) -> Iterator[str]:
    """Yield what says that not all of an answer was kept, of which *size* bytes are here."""
    stated = record.rec_headers
    if why := stated.get_header("WARC-Truncated"):
        yield f"it was cut short, {shown(why)}"
    if stated.get_header("WARC-Segment-Number"):
        yield "its first record alone is read, it goes on in others"
    if not record.http_headers:
        if size and (stated.get_header("Content-Type") or "").startswith("application/http"):
            yield "no answer of HTTP by its address: not read"
        return
    if lacks := announced(_header_of(record), size):
        yield lacks


def _header_of(record: Any) -> Header:
    headers = record.http_headers

    def header(name: str) -> str:
        return (headers.get_header(name) or "") if headers else ""

    return header


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


def _against_digests(record: Any, digested: _Digested | None) -> tuple[list[str], list[str]]:
    """Return which digests are not those of the bytes, and what else must be said of them."""
    problems = [str(problem) for problem in record.digest_checker.problems]
    failed = {problem.partition(" ")[0] for problem in problems if "failed" in problem}
    unknown = [f"{problem}: not checked" for problem in problems if "failed" not in problem]
    if "payload" in failed and digested and _is_stated(record, digested):
        failed.remove("payload")
    wrong = [
        f"its bytes are not those of its {kind} digest, {shown(_digest(record, kind))}"
        for kind in sorted(failed)
    ]
    stream = record.raw_stream
    proved = getattr(stream, "block_digest", None) and getattr(stream, "block_digester", None)
    if failed == {"payload"} and proved:
        return [], [*unknown, *(f"{each}, but those of its block digest" for each in wrong)]
    return wrong, unknown


def _is_stated(record: Any, digested: _Digested) -> bool:
    algorithm = digested.digest.name
    found = in_base_32(f"{algorithm}:{digested.digest.hexdigest()}") or ""
    stated = str(record.raw_stream.payload_digest)
    return found.partition(":")[2] == stated.partition(":")[2]


def _undated(record: Any, names: tuple[str, str]) -> list[str]:
    """Return what must be said of a record whose header states no day that there is."""
    stated = record.rec_headers.get_header("WARC-Date") or ""
    if not stated:
        return [f"its header states no {names[0]}"]
    try:
        dt.date.fromisoformat(stated[:10])
    except ValueError:
        return [f"its {names[0]} is no day: {shown(stated[:40])}"] if len(stated) >= _DAY else []
    return []


def _digest(record: Any, kind: str) -> str:
    return record.rec_headers.get_header(f"WARC-{kind.capitalize()}-Digest") or ""


def _fields(record: Any, url: str, names: tuple[str, str]) -> Iterator[Field]:
    date, address = names
    captured = record.rec_headers.get_header("WARC-Date") or ""
    if captured:
        yield _field("captured", captured, f"record header {date}", 0.97)
    page = _made.sub("", url)  # of a page that was captured the crawler keeps its text and picture
    yield _field("url", page[:2_000], f"record header {address}", 0.95)
    yield from told(_header_of(record), "warc")


def _field(property_: str, value: str, place: str, confidence: float) -> Field:
    return Field(property=property_, value=value, by="warc", place=place, confidence=confidence)
