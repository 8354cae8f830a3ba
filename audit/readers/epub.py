"""EPUB: the chapters in their order, each read as a page, and the metadata of the package."""

import io
import posixpath
import re
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

_container: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_cipher: Final = re.compile(
    rb"<(?:\w{1,20}:)?CipherReference\b[^>]{0,500}?\bURI=[\"']([^\"'<>]{1,500})"
)


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
        chapters, unlisted = _spine(content, posixpath.dirname(package), limits)
        if unlisted:
            archive.lost.append(f"chapters that the package names and does not list: {unlisted:,}")
        remarks = _read(archive, source, chapters, story, limits)
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
            lost=archive.lost,
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


def _spine(content: bytes, folder: str, limits: Limits) -> tuple[list[str], int]:
    """Return the names of the chapters as they are read, and how many have none."""
    items: dict[str, str] = {}
    order: list[str] = []

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        if local(name) == "item":
            items[attributes.get("id", "")] = unquote(attributes.get("href", ""))
        elif local(name) == "itemref":
            order.append(attributes.get("idref", ""))

    parse(content, Handler(start, lambda _name, _at: None, lambda _text, _at: None), limits)
    if len(order) > limits.pages:
        most = f"{limits.pages:,} (limits: pages)"
        raise ReadError(f"{len(order):,} chapters, over the limit of {most}")
    names = [items[each] for each in order if items.get(each)]
    found = [posixpath.normpath(posixpath.join(folder, name)) for name in names]
    return found, len(order) - len(found)


def _read(
    archive: Zip, source: Source, chapters: list[str], story: Story, limits: Limits
) -> list[str]:
    """Add every chapter to *story*; return what must be said of them."""
    reader = reader_for("application/xhtml+xml")
    locked = _locked(archive)
    remarks: list[str] = []
    for name in chapters if reader else ():
        if name in locked:
            locked.discard(name)
            archive.lost.append(f"chapter {name[:100]!r} is encrypted")
            continue
        data = archive.wanted(name, "chapter")
        page = reader.read(source, data, "", limits) if reader and data else None
        if page:
            start = story.length
            story.add(page.text)
            story.end_line()
            story.furniture += [
                Span(start=span.start + start, end=span.end + start) for span in page.furniture
            ]
            remarks += page.remarks
            archive.lost += page.lost
    if locked:
        remarks.append(f"parts of it are encrypted ({_ENCRYPTION})")
    return remarks


def _locked(archive: Zip) -> set[str]:
    """Return the names of the members that are encrypted, pictures and fonts among them."""
    found = _cipher.findall(archive.spare(_ENCRYPTION))
    return {posixpath.normpath(unquote(each.decode("utf-8", "replace"))) for each in found}
