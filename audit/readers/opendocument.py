"""OpenDocument texts: paragraphs as they are read, what the file says of itself."""

import io
import re
from collections.abc import Mapping
from typing import Final, final

from audit.errors import ReadError
from audit.model import Document, Source
from audit.readers import LIMITS, Budget, Limits, Reader, check_text
from audit.readers.bounds.fields import fields_of
from audit.readers.bounds.packages import Said, document_of, left_out, macros, unseen
from audit.readers.bounds.story import Story
from audit.readers.bounds.xml import Handler, local, parse
from audit.readers.bounds.zips import Zip

_meta: Final[Mapping[str, str]] = {
    "initial-creator": "creator",
    "creation-date": "created",
    "date": "modified",
    "creator": "",
    "generator": "generator",
}
_space: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_ENCRYPTED: Final = b"encryption-data"
_white: Final[Mapping[str, str]] = {"tab": "\t", "line-break": "\n"}
_most_spaces: Final = 200
_UNSEEN: Final = "binary-data"
_HIDDEN: Final = "hidden"
_families: Final[Mapping[str, str]] = {"p": "paragraph", "h": "paragraph", "span": "text"}
_NOTE: Final = "note-body"
_unseen: Final = frozenset(
    ("annotation", "tracked-changes", _UNSEEN, _HIDDEN, "sequence-decls", "note-citation")
)
_described: Final = frozenset(
    f"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}}{name}"
    for name in ("title", "desc")
)
"""What pictures are called and show, for those who cannot see them."""
_paragraphs: Final = frozenset(("p", "h"))
_headers: Final = frozenset(
    f"{kind}{which}" for kind in ("header", "footer") for which in ("", "-left", "-first")
)
_aside: Final = frozenset(("styles", "master-styles", "automatic-styles", "document-styles"))
_FLAT: Final = "-flat-xml"
_ROOT: Final = 16_384
"""Bytes in which the first tag of OpenDocument ends."""
_META: Final = b"</office:meta>"
_kind: Final = re.compile(rb"mimetype=[\"']([\w./-]{1,200})[\"']")


@final
class OpenDocument(Reader):
    """Read ODT, ODS and ODP: the body as it stands, without comments and what was deleted."""

    id = "odt"
    media_types = tuple(
        f"application/vnd.oasis.opendocument.{kind}{form}"
        for form in ("", "-template", _FLAT)
        for kind in ("text", "spreadsheet", "presentation")
    )

    def read(self, source: Source, data: bytes, basis: str, limits: Limits = LIMITS) -> Document:
        """Turn the file into its text; raise ReadError over a limit."""
        if not data.startswith(b"PK"):
            return self._flat(source, data, basis, limits)
        archive = Zip(io.BytesIO(data), Budget(limits))
        content = archive.get("content.xml")
        if not content:
            raise ReadError("no content.xml in it")
        if _ENCRYPTED in archive.get("META-INF/manifest.xml"):
            raise ReadError("it is locked with a password")
        story = Story()
        hidden = _open_document(content, story, limits)
        hidden += _open_document(archive.spare("styles.xml"), story, limits)
        fields = fields_of(archive.spare("meta.xml"), "odt", "meta.xml", _meta, limits)
        check_text(story.text, limits)
        remarks = (
            *left_out(content, b"annotation", b"changed-region"),
            *unseen(hidden),
            *macros([name for name in archive.names if name.startswith("Basic/")]),
        )
        stated = archive.get("mimetype")[:200].decode("ascii", "replace").strip()
        kind = stated if stated in self.media_types else self.media_types[0]
        return document_of(source, basis, story, Said(kind, fields, remarks, tuple(archive.lost)))

    def _flat(self, source: Source, data: bytes, basis: str, limits: Limits) -> Document:
        """Read one file of XML; what it says of itself stands before the rest of it."""
        story = Story()
        hidden = _open_document(data, story, limits)
        check_text(story.text, limits)
        end = data.find(_META)
        said = data[:end] + _META + b"</office:document>" if end >= 0 else b""
        fields = fields_of(said, "odt", "office:meta", _meta, limits)
        kind = _kind.search(data, 0, _ROOT)
        stated = f"{kind[1].decode()}{_FLAT}" if kind else ""
        known = stated if stated in self.media_types else f"{self.media_types[0]}{_FLAT}"
        remarks = (*left_out(data, b"annotation", b"changed-region"), *unseen(hidden))
        return document_of(source, basis, story, Said(known, fields, remarks))


class _OpenDocument:
    """The paragraphs and headings of OpenDocument on their way into a story."""

    def __init__(self, story: Story, notes: Story, margins: Story) -> None:
        self._body, self._notes, self._margins = story, notes, margins
        self._open: list[str] = []
        self._style = ("", "")
        self._hiding = set[tuple[str, str]]()
        """Families and names of the styles whose characters are not shown."""
        self.hidden = 0
        """Characters that are there and not shown."""

    def start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        """Begin an element."""
        element = local(name)
        said = {local(key): value for key, value in attributes.items()}
        if element == "style":
            self._style = said.get("family", ""), said.get("name", "")
        elif element == "text-properties" and said.get("display") == "none":
            self._hiding.add(self._style)
        is_hidden = (_families.get(element), said.get("style-name")) in self._hiding
        self._open.append(_UNSEEN if name in _described else _HIDDEN if is_hidden else element)
        if story := self._story():
            story.add(_white.get(element, ""))
            if element == "s":
                story.add(" " * _count(attributes.get(f"{_space}}}c", "1")))

    def end(self, name: str, _at: int) -> None:
        """End an element."""
        if local(name) in _paragraphs and (story := self._story()):
            story.end_line()
        self._open.pop()

    def text(self, characters: str, _at: int) -> None:
        """Add characters."""
        if story := self._story():
            story.add(characters)
        elif _HIDDEN in self._open:
            self.hidden += len(characters)

    def _story(self) -> Story | None:
        """Return the story in which what is open stands, None where nobody sees it."""
        if not _unseen.isdisjoint(self._open) or _paragraphs.isdisjoint(self._open):
            return None
        if not _headers.isdisjoint(self._open):
            return self._margins
        if _NOTE in self._open:
            return self._notes
        return self._body if _aside.isdisjoint(self._open) else None


def _open_document(data: bytes, story: Story, limits: Limits) -> int:
    """Add the body in *data*, then its notes, then as furniture its headers and footers.

    Return how many characters in it are hidden.
    """
    notes, margins = Story(), Story()
    found = _OpenDocument(story, notes, margins)
    if data:
        parse(data, Handler(found.start, found.end, found.text), limits)
    story.end_line()
    story.add(notes.text)
    story.end_line()
    start = story.length
    story.add(margins.text)
    story.end_line()
    story.mark(start)
    return found.hidden


def _count(stated: str) -> int:
    """Return how many spaces a file asks for, within reason."""
    few = stated.isascii() and stated.isdecimal() and len(stated) < len("1000000")
    return min(int(stated), _most_spaces) if few else 1
