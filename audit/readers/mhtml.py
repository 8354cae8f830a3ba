"""MHTML (RFC 2557): a page that a browser saved in one message, with its pictures and styles."""

from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect, MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import BinaryIO, Final, final

from audit.errors import ReadError
from audit.model import Field
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.messages import check_headers, unpacked
from audit.readers.decode import decode
from audit.readers.decode.headers import Headers

_PAGES: Final = ("text/html", "application/xhtml+xml")
_ADDRESS: Final = "Content-Location"
_SAVED_FROM: Final = "Snapshot-Content-Location"
_SCHEMES: Final = ("http://", "https://")


@final
class Mhtml(Container):
    """Take a saved page apart: the page is a document, called by its address."""

    id = "mhtml"
    media_types = ("multipart/related",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the page; raise ReadError where there is none, or over a limit."""
        data = budget.take(file, budget.limits.file)
        check_headers(data, budget.limits)
        try:
            message = BytesParser(policy=compat32).parsebytes(data)
            yield from _page(message, data, budget.limits.parts)
        except (MessageError, ValueError, LookupError, TypeError) as error:
            raise ReadError(f"broken message: {error}") from None


def _page(message: Message, data: bytes, most: int) -> Iterator[Record | Remark]:
    parts = [part for part in message.walk() if not part.is_multipart()]
    if len(parts) > most:
        raise ReadError(f"{len(parts):,} parts, over the limit of {most:,} (limits: parts)")
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        raise ReadError("no page is in it")
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        yield Remark(message="it breaks off: its last part has no end")
    if len(pages) > 1:
        frames = "1 frame" if len(pages) == 2 else f"{len(pages) - 1:,} frames"  # noqa: PLR2004
        yield Remark(message=f"{frames} of the page not read", incomplete=False)
    main = _main(message, pages)
    content = unpacked(main, is_bounded=True)
    for wrong in filter(None, (content.lost, content.remark)):
        yield Remark(message=f"its page: {wrong}")
    url = _address(message, main)
    yield Record(
        name=url[:500] or "page",
        data=content.data,
        media_type="text/html",
        charset=str(main.get_param("charset") or "")[:40],
        fields=tuple(_fields(message, data, url)),
        is_whole=True,
    )


def _main(message: Message, pages: list[Message]) -> Message:
    """Return the page itself: the one of the address that was saved, or that is named the start."""
    saved, start = _value(message, _SAVED_FROM), str(message.get_param("start") or "")
    for part in pages:
        if saved and _value(part, _ADDRESS) == saved:
            return part
    return next((part for part in pages if start and _value(part, "Content-ID") == start), pages[0])


def _address(message: Message, page: Message) -> str:
    for said in (_value(message, _SAVED_FROM), _value(page, _ADDRESS)):
        if said.lower().startswith(_SCHEMES):
            return said
    return ""


def _value(part: Message, name: str) -> str:
    return "".join(str(part.get(name) or "").split())[:2_000]


def _fields(message: Message, data: bytes, url: str) -> Iterator[Field]:
    """Yield what the header says: where and when the page was saved, and how it was called."""
    if url:
        yield _field("url", url, "", f"header field {_SAVED_FROM} or {_ADDRESS}", 0.93)
    headers = Headers(message, "", decode(data[:65_536]))
    for heard in headers.named("Date", 1):
        if day := mail_date(heard.value):
            yield _field("captured", heard.value, day, "header field Date of the saved page", 0.93)
    for heard in headers.named("Subject", 1):
        yield _field("title", heard.value, "", "header field Subject of the saved page", 0.6)


def _field(property_: str, value: str, normalized: str, place: str, confidence: float) -> Field:
    return Field(
        property=property_,
        value=value,
        normalized=normalized,
        by="mhtml",
        place=place,
        confidence=confidence,
    )
