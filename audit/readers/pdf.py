"""PDF: the text of its pages in their order; its info and XMP are what it says of itself."""

import importlib.util
import io
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, final

from audit.errors import ReadError
from audit.model import Document, Field, Source
from audit.readers import LIMITS, Limits, MissingExtraError, Reader, check_text
from audit.readers.bounds.directions import in_reading_order
from audit.readers.bounds.fields import field, pdf_date
from audit.readers.bounds.glyphs import untold, with_ligatures
from audit.readers.bounds.pdf_limits import PdfLimits
from audit.readers.bounds.pdfs import comments_in, dictionary, pictures_in, spare
from audit.readers.bounds.story import Story
from audit.readers.bounds.xmp import xmp_fields

_info: Final[Mapping[str, str]] = {
    "/Title": "title",
    "/Author": "creator",
    "/CreationDate": "created",
    "/ModDate": "modified",
    "/Producer": "generator",
}
_active: Final = ("/JavaScript", "/Launch", "/EmbeddedFile", "/XFA")
_BEFORE: Final = 1_024
"""Bytes in which a PDF may begin, as its readers take it."""
_NAMED: Final = 20
"""Pages that are named; the rest are counted."""
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
        with PdfLimits(limits, len(data)).applied():
            return _read(source, data, basis, limits)


def _read(source: Source, data: bytes, basis: str, limits: Limits) -> Document:
    before = max(data.find(b"%PDF-", 0, _BEFORE), 0)
    data = data[before:]
    looked = _look(data, limits)
    shown = _text(data, limits)
    story, pages = shown.story, shown.pages
    text, swapped = with_ligatures(story.text)
    check_text(story.text, limits)
    remarks = [f"active content: {name}; never run" for name in looked.active]
    remarks += [f"{before:,} bytes before its beginning, left out"] * bool(before)
    remarks += [f"ligatures with swapped bytes, read as shown: {swapped:,}"] * bool(swapped)
    lost = [*looked.lost, *shown.lost, *untold(text)]
    if looked.is_form:
        remarks.append("it is a form: what its fields hold is not read")
    if pages != looked.pages:
        lost.append(f"pages that it lists: {looked.pages:,}; that are there: {pages:,}")
    if pages and not text.strip():
        remarks.append("no text in it: perhaps pictures of pages")
    elif pictures := spare(lambda: pictures_in(looked.reader, shown.blank)):
        remarks.append(f"pages that show pictures and no text: {pictures:,} of {pages:,}")
    if looked.comments:
        remarks.append(f"comments, not read: {looked.comments:,}")
    return Document(
        source=source,
        media_type="application/pdf",
        basis=basis,
        encoding="",
        encoding_confidence=1.0,
        text=text,
        fields=looked.fields,
        remarks=remarks,
        lost=lost,
    )


class _Looked(NamedTuple):
    """What pypdf sees of a file."""

    fields: tuple[Field, ...]
    pages: int
    active: list[str]
    """What could act: scripts, programmes, files, forms."""
    lost: tuple[str, ...]
    is_form: bool
    comments: int
    reader: Any


class _Shown(NamedTuple):
    """What pdfium sees of a file."""

    story: Story
    pages: int
    lost: tuple[str, ...]
    blank: tuple[int, ...]
    """Pages without a text, counted from 0."""


def _look(data: bytes, limits: Limits) -> _Looked:
    """Return what the file says of itself; raise ReadError where a limit is hit."""
    import pypdf
    from pypdf.errors import LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("it is locked with a password")
        pages = len(reader.pages)
        if pages > limits.pages:
            raise ReadError(f"{pages:,} pages, over the limit of {limits.pages:,} (limits: pages)")
        missing = tuple(_unpack(reader, limits))
        packet, lost = _packet(reader, limits)
        fields = (*_fields(reader), *packet)
        is_form = bool(dictionary(reader.root_object, "/AcroForm").get("/Fields"))
        active = list(_acting(reader, data))
        comments = spare(lambda: comments_in(reader))
        return _Looked(fields, pages, active, (*lost, *missing), is_form, comments, reader)
    except ImportError as error:
        raise ReadError(f"its encryption needs another library: {error}") from None
    except LimitReachedError as error:
        raise ReadError(PdfLimits(limits, len(data)).over(_line(error))) from None
    except _broken() as error:
        raise ReadError(f"broken PDF: {_line(error)}") from None


def _broken() -> tuple[type[Exception], ...]:
    """Return what pypdf raises on damaged files."""
    from pypdf.errors import DeprecationError, PyPdfError

    own = (PyPdfError, DeprecationError, NotImplementedError, AssertionError)
    return (*own, ValueError, LookupError, TypeError, AttributeError)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or "its parts contradict each other"


def _acting(reader: Any, data: bytes) -> Iterator[str]:
    """Yield the kinds of active content, also of those that are packed with other objects."""
    root = reader.root_object
    names, form = (dictionary(root, name) for name in ("/Names", "/AcroForm"))
    action = dictionary(root, "/OpenAction")
    packed = {*names, *form, str(action.get("/S", ""))}
    if "/EmbeddedFiles" in names:
        packed.add("/EmbeddedFile")
    for name in _active:
        if name in packed or name.encode() in data:
            yield name[1:]


def _unpack(reader: Any, limits: Limits) -> Iterator[str]:
    """Unpack what the pages show once with pypdf, which stops at its limits; pdfium does not.

    Yield what is missing of it.
    """
    total = 0
    for number, page in enumerate(reader.pages, 1):
        try:
            contents = page.get_contents()
            total += len(contents.get_data()) if contents is not None else 0
        except NotImplementedError as error:
            yield f"page {number:,}: what it shows is packed in an unknown way: {_line(error)}"
            continue
        if total > limits.unpacked:
            raise ReadError(f"unpacks to more than {limits.unpacked:,} bytes (limits: unpacked)")
        if contents is None and "/Contents" in page:
            yield f"page {number:,}: what it shows is missing"


def _fields(reader: Any) -> Iterator[Field]:
    info = reader.metadata or {}
    for name, property_ in _info.items():
        value = str(info.get(name) or "").replace("\0", " ").strip()
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


def _packet(reader: Any, limits: Limits) -> tuple[tuple[Field, ...], tuple[str, ...]]:
    """Return what the XMP packet says, or what is lost where it cannot be read."""
    refused: tuple[type[Exception], ...] = (ReadError, *_broken())
    try:
        metadata = reader.root_object.get("/Metadata")
        if metadata is None:
            return (), ()
        return xmp_fields(metadata.get_object().get_data(), limits), ()
    except refused as error:
        return (), (f"its XMP packet cannot be read: {_line(error)}",)


def _text(data: bytes, limits: Limits) -> _Shown:
    """Return the text, the number of pages, and which of them cannot be shown; raise ReadError."""
    import pypdfium2

    story, count, lost, blank = Story(), 0, list[str](), list[int]()
    document = None
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
        for number in range(count):
            try:
                text = in_reading_order(document[number].get_textpage()).replace("\r\n", "\n")
            except pypdfium2.PdfiumError as error:
                lost.append(f"page {number + 1:,} cannot be read: {error}")
                continue
            blank += [] if text.strip() else [number]
            story.add(_junk.sub("", text))
            story.end_line()
            if story.length > limits.text:
                raise ReadError(
                    f"over the limit of {limits.text:,} characters of text (limits: text)"
                )
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"broken PDF: {error}") from None
    finally:
        if document:
            document.close()
    if lost and len(lost) == count:
        raise ReadError(lost[0])
    more = (f"{len(lost) - _NAMED:,} more pages cannot be read",) if len(lost) > _NAMED else ()
    return _Shown(story, count, (*lost[:_NAMED], *more), tuple(blank))
