"""HTML: the text that a visitor sees, with the way back to every character of the file."""

import re
from typing import Final, final

from audit.model import Document, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.decode import Decoded, codec, decode
from audit.readers.html.page import Page

_charset: Final = re.compile(
    rb"<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s{0,9}="
    rb"[\s\"']{0,9}([\w.:-]{1,40})",
    re.IGNORECASE,
)
_head: Final = 16_384
_frame: Final = re.compile(r"<iframe\s[^<>]{0,5000}?\bsrcdoc\s*=\s*[\"'][^\"']", re.IGNORECASE)
"""A page within the page, which programs that save pages write into it."""


def _frames(markup: str) -> tuple[str, ...]:
    """Return what must be said of pages that are written into *markup*."""
    count = sum(1 for _ in _frame.finditer(markup)) if "srcdoc" in markup else 0
    return (f"frames that are written into it, not read: {count:,}",) if count else ()


def _uncommented(head: bytes) -> bytes:
    """Return the beginning of a page without its comments."""
    pieces, at = [], 0
    while (start := head.find(b"<!--", at)) >= 0 and (end := head.find(b"-->", start)) >= 0:
        pieces.append(head[at:start])
        at = end + len(b"-->")
    return b"".join((*pieces, head[at:]))


def _named(head: bytes) -> str:
    """Return the first charset that a page names and that is known, or else the first."""
    found = [each[1].decode("ascii") for each in _charset.finditer(_uncommented(head))]
    return next(filter(codec, found), found[0] if found else "")


@final
class Html(Reader):
    """Read a page; what its markup calls navigation, header, footer or aside is furniture."""

    id = "html"
    media_types = ("text/html", "application/xhtml+xml")
    linear = True

    def __init__(self, charset: str = "") -> None:
        """Read pages whose container states *charset*, or says nothing of it."""
        self._charset = charset

    def with_charset(self, label: str) -> "Html":
        """Return a reader of pages that were sent as *label*."""
        return Html(label) if label != self._charset else self

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the bytes of a page into its visible text; raise ReadError over a limit."""
        decoded = self._decoded(data)
        page = Page(decoded.text)
        text = page.text.characters
        check_text(text, limits)
        return Document(
            source=source,
            media_type="text/html",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            markup=decoded.text,
            furniture=page.furniture,
            chunks=page.text.chunks,
            tags=page.tags,
            remarks=(*decoded.remarks, *page.remarks, *_frames(decoded.text)),
            lost=page.lost,
        )

    def _decoded(self, data: bytes) -> Decoded:
        """Decode by what the page says; by what its container says where that settles nothing."""
        named = _named(data[:_head])
        decoded = decode(data, named)
        says_more = self._charset and (not named or codec(self._charset) not in ("", "utf-8"))
        return decode(data, self._charset) if says_more and decoded.confidence < 1.0 else decoded
