"""HTML: the text that a visitor sees, with the way back to every character of the file."""

import re
from typing import Final, final

from audit.model import Document, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.decode import decode
from audit.readers.html.page import Page

_charset: Final = re.compile(
    rb"<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s{0,9}="
    rb"[\s\"']{0,9}([\w.:-]{1,40})",
    re.IGNORECASE,
)
_head: Final = 16_384


@final
class Html(Reader):
    """Read a page; what its markup calls navigation, header, footer or aside is furniture."""

    id = "html"
    media_types = ("text/html", "application/xhtml+xml")
    linear = True

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the bytes of a page into its visible text; raise ReadError over a limit."""
        named = _charset.search(data, 0, _head)
        decoded = decode(data, named[1].decode("ascii") if named else "")
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
            remarks=(*decoded.remarks, *page.remarks),
        )
