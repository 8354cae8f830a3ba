"""PDF: the text of its pages in their order; its info and XMP are what it says of itself."""

import importlib.util
import io
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, final

from audit.errors import ReadError
from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, MissingExtraError, Reader, check_text
from audit.readers.bounds.fields import field, fields_of, pdf_date
from audit.readers.bounds.story import Story

_info: Final[Mapping[str, str]] = {
    "/Title": "title",
    "/Author": "creator",
    "/CreationDate": "created",
    "/ModDate": "modified",
    "/Producer": "generator",
}
_xmp: Final[Mapping[str, str]] = {
    "CreateDate": "created",
    "ModifyDate": "modified",
    "WebStatement": "rights",
    "UsageTerms": "rights",
    "format": "",
}
_list_items: Final = re.compile(rb"</?rdf:(?:Alt|Bag|Seq|li)\b[^>]{0,200}>")
_active: Final = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/XFA")
_junk: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


@final
class Pdf(Reader):
    """Read a PDF with pypdf and pypdfium2; the pages are counted and unpacked within limits."""

    id = "pdf"
    media_types = ("application/pdf",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit or where it is locked."""
        if not (importlib.util.find_spec("pypdf") and importlib.util.find_spec("pypdfium2")):
            raise MissingExtraError("pdf")
        fields, pages = _look(data, limits)
        story = _text(data, limits)
        check_text(story.text, limits)
        remarks = [
            f"active content: {name.decode()[1:]}; never run" for name in _active if name in data
        ]
        if pages and not story.text.strip():
            remarks.append("no text in it: perhaps pictures of pages")
        return Document(
            source=source,
            media_type="application/pdf",
            basis=basis,
            encoding="",
            encoding_confidence=1.0,
            text=story.text,
            fields=fields,
            remarks=remarks,
        )


def _look(data: bytes, limits: Limits) -> tuple[tuple[Field, ...], int]:
    """Return the fields and the number of pages; raise ReadError where a limit is hit."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("it is locked with a password")
        pages = len(reader.pages)
        if pages > limits.pages:
            raise ReadError(f"{pages:,} pages, over the limit of {limits.pages:,}")
        _unpack(reader, limits)
        return tuple(_fields(reader, limits)), pages
    except ImportError as error:
        raise ReadError(f"its encryption needs another library: {error}") from None
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ReadError(f"broken PDF: {' '.join(str(error).split())[:200]}") from None


def _unpack(reader: Any, limits: Limits) -> None:
    """Unpack what the pages show once with pypdf, which stops at its limits; pdfium does not."""
    total = 0
    for page in reader.pages:
        contents = page.get_contents()
        total += len(contents.get_data()) if contents is not None else 0
        if total > limits.unpacked:
            raise ReadError(f"unpacks to more than {limits.unpacked:,} bytes")


def _fields(reader: Any, limits: Limits) -> Iterator[Field]:
    info = reader.metadata or {}
    for name, property_ in _info.items():
        value = str(info.get(name) or "").strip()
        if value:
            stated = pdf_date(value) if property_ in {"created", "modified"} else ""
            yield Field(
                property=property_,
                value=value[:2_000],
                normalized=stated,
                by="pdf-info",
                place=f"document information {name[1:]}",
                confidence=0.7,
            )
    language = reader.root_object.get("/Lang")
    if language:
        yield field("language", str(language), "pdf-info", "catalog Lang")
    metadata = reader.root_object.get("/Metadata")
    if metadata is not None:
        packet = _list_items.sub(b"", metadata.get_object().get_data())
        yield from fields_of(packet, "xmp", "XMP", _xmp, limits)


def _text(data: bytes, limits: Limits) -> Story:
    import pypdfium2

    story = Story()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"broken PDF: {error}") from None
    try:
        for page in document:
            text = page.get_textpage().get_text_range().replace("\r\n", "\n")
            story.add(_junk.sub("", text))
            story.end_line()
            if story.length > limits.text:
                raise ReadError(f"over the limit of {limits.text:,} characters of text")
    finally:
        document.close()
    return story
