"""Web archives: WARC, ARC and WACZ; every page that was captured is a record."""

import hashlib
import importlib.util
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final, final

from audit.errors import ReadError
from audit.model import Field
from audit.readers import Budget, Container, MissingExtraError, Record, Remark
from audit.readers.bounds import SpentError
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.names import member_name, shown
from audit.readers.bounds.zips import Zip

_captures: Final = frozenset(("response", "resource", "conversion"))
_media_type: Final = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,80}")
_good: Final = re.compile(r"2\d\d")


@final
class Warc(Container):
    """Take a WARC or ARC file apart with warcio; captures are called by their address."""

    id = "warc"
    media_types = ("application/warc", "application/x-internet-archive")

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the captures in their order; raise ReadError where the file breaks off."""
        if not importlib.util.find_spec("warcio"):
            raise MissingExtraError("warc")
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        left: dict[str, int] = {}
        number = 0
        try:
            for record in ArchiveIterator(file, arc2warc=True, check_digests=True):
                number += 1
                budget.another(budget.limits.records)
                reason = _left_out(record)
                if reason:
                    left[reason] = left.get(reason, 0) + 1
                else:
                    yield from _capture(record, budget)
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError) as error:
            message = " ".join(str(error).split())[:200]
            raise ReadError(f"broken after {number} records: {message}") from None
        for reason, count in left.items():
            if reason != "-":
                yield Remark(message=f"{reason}: {count}", incomplete=False)


@final
class Wacz(Container):
    """Take a WACZ file apart: its digests are checked, its WARC files are records."""

    id = "wacz"
    media_types = ("application/wacz", "application/x-wacz")

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield what differs from datapackage.json, and the web archives in it."""
        archive = Zip(file, budget)
        listed, remark = _listed(archive)
        yield from [remark] if remark else []
        present = set()
        for info in archive.members():
            present.add(info.filename)
            try:
                yield from _part(archive.name(info), archive.read(info), listed)
            except SpentError:
                raise
            except ReadError as error:
                yield Remark(message=f"member {shown(info.orig_filename)}: {error}")
        for name in sorted(listed.keys() - present):
            yield Remark(message=f"{shown(name)} is in datapackage.json but not here")


def _left_out(record: Any) -> str:
    """Return why *record* is no document, `-` where nothing need be said, empty for a capture."""
    if record.rec_type == "revisit":
        return "revisit records, whose content is kept elsewhere"
    if record.rec_type not in _captures:
        return "-"
    headers = record.http_headers
    if headers and not _good.match(headers.get_statuscode() or "200"):
        return "captures of redirects and errors, left out"
    return ""


def _capture(record: Any, budget: Budget) -> Iterator[Record | Remark]:
    url = record.rec_headers.get_header("WARC-Target-URI") or "no address"
    try:
        data = budget.take(record.content_stream(), budget.limits.file)
    except SpentError:
        raise
    except ReadError as error:
        yield Remark(message=f"capture of {shown(url)}: {error}")
        return
    stated = _stated(record)
    yield Record(
        name=url[:500],
        data=data,
        media_type=stated,
        fields=tuple(_fields(record, url)),
        remarks=tuple(_digest_remarks(record)),
    )


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


def _field(property_: str, value: str, place: str, confidence: float) -> Field:
    return Field(property=property_, value=value, by="warc", place=place, confidence=confidence)


def _digest_remarks(record: Any) -> Iterator[str]:
    checker = getattr(record, "digest_checker", None)
    if checker is not None and checker.passed is False:
        said = "; ".join(str(problem) for problem in checker.problems)
        yield f"its bytes are not those of its digest: {said[:200]}"


def _part(name: str, data: bytes, listed: Mapping[str, str]) -> Iterator[Record | Remark]:
    stated = listed.get(name, "")
    algorithm, _, digest = stated.partition(":")
    if digest and algorithm in ("sha256", "md5"):
        found = hashlib.new(algorithm, data, usedforsecurity=False).hexdigest()
        if found != digest.lower():
            message = f"{shown(name)} is not what datapackage.json says: {found}, not {digest[:64]}"
            yield Remark(message=message)
    if name.startswith("archive/") and ".warc" in name:
        yield Record(name=name, data=data)


def _listed(archive: Zip) -> tuple[dict[str, str], Remark | None]:
    """Return the digests of datapackage.json by path, and what is wrong with it."""
    data = archive.get("datapackage.json")
    if not data:
        return {}, Remark(message="no datapackage.json in it: digests are not checked")
    try:
        resources = json.load(io.BytesIO(data))["resources"]
        return {member_name(each["path"]): str(each.get("hash", "")) for each in resources}, None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ReadError):
        return {}, Remark(message="datapackage.json cannot be understood: digests are not checked")
