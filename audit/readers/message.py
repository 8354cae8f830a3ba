"""E-mail: the body of a message; its header fields are what it says of itself."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import CloseBoundaryNotFoundDefect, MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import Final, final

from audit.claims.rivals import AGAIN
from audit.errors import ReadError
from audit.model import Chunk, Document, Field, Source
from audit.readers import LIMITS, Limits, Reader, check_text, reader_for
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.messages import (
    best_of,
    check_headers,
    hidden_text,
    short_of,
    torn_attachment,
    unflowed,
    unpacked,
)
from audit.readers.decode import decode
from audit.readers.decode.headers import Headers, Heard
from audit.readers.decode.senders import senders

_headers: Final = {
    "Subject": "title",
    "From": "creator",
    "Date": "issued",
    "Message-ID": "identifier",
    "Content-Language": "language",
    "Organization": "publisher",
    "X-Mailer": "generator",
    "User-Agent": "generator",
}
_AS_MANY: Final = 5
"""Fields of one name that are read; one is allowed."""
_PARTED: Final = ("multipart", "message")
_MESSAGES: Final = ("message/rfc822", "message/global", "message/news", "message/partial")
_counted: Final = re.compile(rb"(\d{1,12})[ \t]{0,20}\r?\n(?=[\w-]{1,60}:)")
"""How Apple Mail says how long a message is; behind it stands a list of its own marks."""


@dataclass(slots=True)
class _Found:
    """What the parts of a message gave."""

    most: int
    texts: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    charset: str = ""
    """What it says of the encoding of its first text."""
    encoding: str = ""
    confidence: float = 1.0
    basis: str = ""
    attachments: int = 0
    parts: int = 0


@final
class Eml(Reader):
    """Read one message; of alternatives the plain one, attachments are counted and not read."""

    id = "eml"
    media_types = ("message/rfc822",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the message into its body; raise ReadError over a limit."""
        check_headers(data, limits)
        data, missing = _of_apple(data)
        try:
            message = BytesParser(policy=compat32).parsebytes(_from_head(data))
            found = _body(message, source, limits)
        except (MessageError, ValueError, LookupError, TypeError) as error:
            raise ReadError(f"broken message: {error}") from None
        whole = decode(data)
        text = "\n".join(found.texts)
        start = whole.text.find(text) if text and len(found.texts) == 1 else -1
        check_text(text, limits)
        return Document(
            source=source,
            media_type="message/rfc822",
            basis=basis,
            encoding=found.encoding or whole.encoding,
            encoding_confidence=found.confidence,
            encoding_basis=found.basis,
            text=text,
            markup=whole.text if start >= 0 else "",
            chunks=(Chunk(start=0, source=start),) if start >= 0 else (),
            fields=tuple(_fields(Headers(message, found.charset, whole))),
            remarks=_remarks(found),
            lost=[*filter(None, (missing, short_of(message, data))), *dict.fromkeys(found.lost)],
        )


def _from_head(data: bytes) -> bytes:
    """Return a message from its first header field on: some programs write a line before it."""
    return data.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")


def _of_apple(data: bytes) -> tuple[bytes, str]:
    """Return a message without what Apple Mail writes around it, and what it lacks."""
    found = _counted.match(data)
    if not found:
        return data, ""
    inner = data[found.end() : found.end() + int(found[1])]
    missing = int(found[1]) - len(inner)
    return inner, f"it breaks off: {missing:,} of its bytes are missing" if missing > 0 else ""


def _body(message: Message, source: Source, limits: Limits) -> _Found:
    found = _Found(most=limits.parts)
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        found.lost.append("it breaks off: its last part has no end")
    if message.is_multipart() or message.get_content_maintype() != "text":
        _collect(message, source, found)
    else:  # whatever it is called, it is no attachment of anything
        _add(message, source, found)
    if not any(map(str.strip, found.texts)):
        found.lost += filter(None, (hidden_text(message),))
    after = len((message.epilogue or "").strip())
    if after:
        found.remarks.append(f"{after:,} characters after its last part, left out")
    return found


def _collect(message: Message, source: Source, found: _Found) -> None:
    found.parts += 1
    if found.parts > found.most:
        raise ReadError(f"more than {found.most} parts (limits: parts)")
    kind = message.get_content_maintype()
    if kind in _PARTED and not _parts(message) and message.get_payload():
        found.lost.append("its parts are not parted as it says: read as it is written")
        _add(message, source, found)
    elif message.get_content_type() == "multipart/alternative":
        _choose(message, source, found)
    elif kind == "multipart" or _is_message(message):
        for part in _parts(message):
            _collect(part, source, found)
        if message.get_content_subtype() == "partial":
            found.lost.append("it is one part of a message that was sent in several")
    elif _is_text(message):
        _add(message, source, found)
    else:
        found.attachments += 1
        found.lost += filter(None, (torn_attachment(message),))


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if payload else []


def _choose(message: Message, source: Source, found: _Found) -> None:
    """Collect the part that is the text, and count what is attached to the others."""
    parts = [part for part in _parts(message) if not _is_blank(part)] or _parts(message)
    if not parts:
        return
    best, remark = best_of(parts)
    found.remarks += [remark] if remark else []
    _collect(best, source, found)
    for inner in (inner for part in parts if part is not best for inner in part.walk()):
        found.attachments += inner.get_content_disposition() == "attachment"


def _is_blank(part: Message) -> bool:
    payload = part.get_payload()
    return not (payload.strip() if isinstance(payload, str) else payload)


def _is_message(part: Message) -> bool:
    return part.get_content_type() in _MESSAGES and part.get_content_disposition() != "attachment"


def _is_text(part: Message) -> bool:
    return part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"


def _add(part: Message, source: Source, found: _Found) -> None:
    data, remark, *lost = unpacked(part, is_bounded=found.parts > 0)
    found.remarks += [remark] if remark else []
    found.lost += filter(None, lost)
    charset = str(part.get_param("charset") or "")[:40]
    found.charset = found.charset or charset
    if part.get_content_type() == "text/html" and (reader := reader_for("text/html")):
        document = reader.with_charset(charset).read(source, data, "")
        text, encoding, basis = document.text, document.encoding, document.encoding_basis
        remarks, confidence = document.remarks, document.encoding_confidence
        found.lost += document.lost
    else:
        decoded = decode(data, charset)
        text, encoding, basis = decoded.text, decoded.encoding, decoded.basis
        remarks, confidence = decoded.remarks, decoded.confidence
    found.texts.append(unflowed(part, text))
    found.remarks += remarks
    found.encoding = found.encoding or encoding
    found.basis = found.basis or basis
    found.confidence = min(found.confidence, confidence)


def _remarks(found: _Found) -> tuple[str, ...]:
    if not found.attachments:
        return tuple(found.remarks)
    said = "1 attachment is" if found.attachments == 1 else f"{found.attachments} attachments are"
    return (*found.remarks, f"{said} not read")


def _fields(headers: Headers) -> Iterator[Field]:
    for name, property_ in _headers.items():
        for number, heard in enumerate(headers.named(name, _AS_MANY)):
            again = AGAIN if number else ""
            how = f"; {heard.how}" if heard.how else ""
            for kind, said, normalized in _said(property_, heard):
                yield Field(
                    property=kind,
                    value=said,
                    normalized=normalized,
                    by="e-mail",
                    place=f"header field {name}{again}{how}",
                    confidence=heard.confidence,
                )


def _said(property_: str, heard: Heard) -> Iterator[tuple[str, str, str]]:
    """Yield property, value and normalized value of what a header field says."""
    value = heard.value
    if property_ == "issued":
        yield "issued", value, mail_date(value)
    elif property_ == "creator":
        for name, address in senders(heard.sent):
            if name or address:
                yield "creator", name or address, ""
            if address:
                yield "contact", address, address.replace(" at ", "@")
    else:
        yield property_, value, ""
