"""What the header of an answer says (RFC 9110) of the body that comes with it."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from audit.model import Field
from audit.readers.bounds.fields import mail_date
from audit.readers.bounds.names import shown

Header = Callable[[str], str]
"""The value of a header field by its name in lower case, empty where there is none."""

_media_type: Final = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,80}")
_charset: Final = re.compile(r";\s{0,9}charset\s{0,9}=[\s\"']{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_licence: Final = re.compile(r"<(https?://[^\s<>]{1,500})>[^,<]{0,200}?\brel=\"?license\b")
_PARTIAL: Final = "206"
_PART: Final = "the server sent a part of it alone (206, {})"
_WHOLE: Final = re.compile(r"\s*bytes\s+0-(\d{1,15})/(\d{1,15})\s*")
"""A range from the first byte on: its last byte, and how many bytes there are."""
_DIGITS: Final = 15
"""Of a length; what has more is none."""


def stated(content_type: str) -> tuple[str, str]:
    """Return the media type and the charset that a field Content-Type states, or empty."""
    said = content_type.strip()
    found, charset = _media_type.match(said.lower()), _charset.search(said[:400])
    return found[0] if found else "", charset[1] if charset else ""


def is_chunked(header: Header) -> bool:
    """Tell whether the body was sent in chunks."""
    return header("transfer-encoding").strip().lower().endswith("chunked")


def codings(header: Header) -> str:
    """Return how the body is packed: by content codings, and then for its way (RFC 9112, 6.1)."""
    way = header("transfer-encoding").lower().replace("chunked", "").strip(" ,\t")
    return ",".join(filter(None, (header("content-encoding"), way)))


def length(header: Header) -> int | None:
    """Return how many bytes the server announced, or None."""
    said = header("content-length").strip()
    is_number = said.isascii() and said.isdecimal() and len(said) < _DIGITS
    return int(said) if is_number else None


def announced(header: Header, size: int) -> str:
    """Return what to say of a body of which *size* bytes are here and more were announced."""
    most = length(header)
    if most is None or most <= size or is_chunked(header) or codings(header):
        return ""
    return f"the server announced {most:,} bytes, {size:,} of them are here"


def part(header: Header, status: str) -> str:
    """Return what must be said of an answer that holds a part of its document alone."""
    if status != _PARTIAL:
        return ""
    said = header("content-range")[:80]
    whole = _WHOLE.fullmatch(said.lower())
    if whole and int(whole[1]) + 1 == int(whole[2]):
        return ""
    return _PART.format(shown(said or "no range"))


def told(header: Header, by: str) -> Iterator[Field]:
    """Yield what the header says of the document itself."""
    if language := header("content-language"):
        yield _field("language", language[:100], by, "Content-Language", 0.7)
    if modified := mail_date(header("last-modified")):
        yield _field("modified", modified, by, "Last-Modified", 0.5)
    if generator := header("x-generator"):
        yield _field("generator", generator[:200], by, "X-Generator", 0.7)
    if licence := _licence.search(header("link")[:4_000]):
        yield _field("rights", licence[1], by, "Link, rel license", 0.8)


def _field(property_: str, value: str, by: str, name: str, confidence: float) -> Field:
    place = f"HTTP header {name}"
    return Field(property=property_, value=value, by=by, place=place, confidence=confidence)
