"""EPUB: the chapters in their order, each read as a page, and the metadata of the package."""

import io
import posixpath
from collections.abc import Mapping
from typing import Final, final
from urllib.parse import unquote

from audit.errors import ReadError
from audit.model import Document, Source, Span
from audit.readers import LIMITS, Budget, Limits, Reader, check_text, reader_for
from audit.readers.bounds.opf import opf_fields
from audit.readers.bounds.story import Story
from audit.readers.bounds.xml import Handler, local, parse
from audit.readers.bounds.zips import Zip

_chapters: Final = 2_000
_container: Final = "META-INF/container.xml"


@final
class Epub(Reader):
    """Read the spine of a book; what is encrypted is said and not read."""

    id = "epub"
    media_types = ("application/epub+zip",)

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the book into its text; raise ReadError over a limit."""
        archive = Zip(io.BytesIO(data), Budget(limits))
        package = _package(archive, limits)
        content = archive.get(package)
        if not content:
            raise ReadError(f"no package document {package[:100]!r} in it")
        story = Story()
        remarks = _read(archive, source, _spine(content, posixpath.dirname(package), limits), story)
        if "META-INF/encryption.xml" in archive.names:
            remarks.append("parts of it are encrypted (META-INF/encryption.xml)")
        check_text(story.text, limits)
        return Document(
            source=source,
            media_type=self.media_types[0],
            basis=basis,
            encoding="utf-8",
            encoding_confidence=1.0,
            text=story.text,
            furniture=tuple(story.furniture),
            fields=opf_fields(content, package, limits),
            remarks=remarks,
        )


def _package(archive: Zip, limits: Limits) -> str:
    found: list[str] = []

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        if local(name) == "rootfile" and "full-path" in attributes:
            found.append(attributes["full-path"])

    container = archive.get(_container)
    if container:
        parse(container, Handler(start, lambda _name, _at: None, lambda _text, _at: None), limits)
    if not found:
        raise ReadError(f"no {_container} that names the package document")
    return found[0]


def _spine(content: bytes, folder: str, limits: Limits) -> list[str]:
    """Return the names of the chapters in the order in which they are read."""
    items: dict[str, str] = {}
    order: list[str] = []

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        if local(name) == "item":
            items[attributes.get("id", "")] = unquote(attributes.get("href", ""))
        elif local(name) == "itemref":
            order.append(attributes.get("idref", ""))

    parse(content, Handler(start, lambda _name, _at: None, lambda _text, _at: None), limits)
    if len(order) > _chapters:
        raise ReadError(f"{len(order):,} chapters, over the limit of {_chapters:,}")
    names = [items[each] for each in order if items.get(each)]
    return [posixpath.normpath(posixpath.join(folder, name)) for name in names]


def _read(archive: Zip, source: Source, chapters: list[str], story: Story) -> list[str]:
    """Add every chapter to *story*; return what must be said of them."""
    reader = reader_for("application/xhtml+xml")
    remarks = []
    for name in chapters if reader else ():
        data = archive.get(name)
        if not data:
            remarks.append(f"chapter {name[:100]!r} is missing")
            continue
        page = reader.read(source, data, "") if reader else None
        if page:
            start = story.length
            story.add(page.text)
            story.end_line()
            story.furniture += [
                Span(start=span.start + start, end=span.end + start) for span in page.furniture
            ]
            remarks += page.remarks
    return remarks
