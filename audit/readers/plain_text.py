"""Plain text: the decoded file itself, so that offsets and lines are those of the file."""

from typing import final

from audit.model import Document, Source
from audit.readers import LIMITS, Limits, Reader, check_text
from audit.readers.decode import decode


@final
class PlainText(Reader):
    """Read a text as it is, formats that are written to be read as they are among them."""

    id = "plain-text"
    media_types = (
        "text/plain",
        "text/csv",
        "text/tab-separated-values",
        "text/x-rst",
        "text/asciidoc",
        "text/org",
        "text/x-tex",
    )
    linear = True

    def __init__(self, charset: str = "") -> None:
        """Read texts whose container states *charset*, or says nothing of it."""
        self._charset = charset

    def with_charset(self, label: str) -> "PlainText":
        """Return a reader of texts that were sent as *label*."""
        return PlainText(label) if label != self._charset else self

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Decode the file, whatever its encoding; raise ReadError over a limit."""
        decoded = decode(data, self._charset)
        text = _in_lines(decoded.text)
        check_text(text, limits)
        return Document(
            source=source,
            media_type="text/plain",
            basis=basis,
            encoding=decoded.encoding,
            encoding_confidence=decoded.confidence,
            encoding_basis=decoded.basis,
            text=text,
            remarks=decoded.remarks,
        )


def _in_lines(text: str) -> str:
    """Return *text*; where its lines end as on old Macintoshes, with line feeds in their place.

    A line feed for a carriage return leaves every offset as it is.
    """
    if "\r" not in text or "\r\n" in text or text.count("\r") <= text.count("\n"):
        return text
    return text.replace("\r", "\n")
